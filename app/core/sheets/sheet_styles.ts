import type { ColumnType, Locale } from '#core/sheets/columns'

/** Positions in the workbook's table of cell formats; the order of `cellFormats` below. */
export const STYLE = {
  plain: 0,
  title: 1,
  note: 2,
  heading: 3,
  /** Text that would be a formula if typed: Excel keeps it text even when the cell is edited. */
  guarded: 4,
} as const

const TYPES: readonly ColumnType[] = [
  'text',
  'integer',
  'decimal',
  'money',
  'percent',
  'date',
  'month',
]
const FIRST_BODY = 5
const FIRST_TOTAL = FIRST_BODY + TYPES.length

/** The cell format of a value in the body of a sheet. */
export function bodyStyle(type: ColumnType): number {
  return FIRST_BODY + TYPES.indexOf(type)
}

/** The cell format of a value in the totals row. */
export function totalStyle(type: ColumnType): number {
  return FIRST_TOTAL + TYPES.indexOf(type)
}

const NUMBER_FORMAT: Record<ColumnType, number> = {
  text: 0,
  integer: 3,
  decimal: 166,
  money: 4,
  percent: 10,
  date: 164,
  month: 165,
}

/** `xl/styles.xml`: 3 is #,##0, 4 is #,##0.00 and 10 is 0.00% (ECMA-376 part 1, 18.8.30). */
export function stylesXml(locale: Locale): string {
  // Reading order 2 is right to left: without it a code after Arabic words falls apart.
  const start = locale === 'ar' ? 'horizontal="right" readingOrder="2"' : 'horizontal="left"'
  const body = TYPES.map((type) => format(NUMBER_FORMAT[type], 0, 0, 0, bodyAlignment(type, start)))
  const totals = TYPES.map((type) =>
    format(NUMBER_FORMAT[type], 1, 3, 1, bodyAlignment(type, start))
  )
  const cellFormats = [
    format(0, 0, 0, 0),
    format(0, 2, 0, 0, start),
    format(0, 3, 0, 0, start),
    format(0, 4, 2, 1, 'horizontal="center" vertical="center" wrapText="1"'),
    format(0, 0, 0, 0, bodyAlignment('text', start), ' quotePrefix="1"'),
    ...body,
    ...totals,
  ]
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">\
<numFmts count="3"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/>\
<numFmt numFmtId="165" formatCode="mm/yyyy"/><numFmt numFmtId="166" formatCode="#,##0.00####"/></numFmts>\
<fonts count="5">${font('')}${font('<b/>')}${font('<b/>', 14)}${font('', 10, 'FF595959')}\
${font('<b/>', 11, 'FFFFFFFF')}</fonts>\
<fills count="4"><fill><patternFill patternType="none"/></fill>\
<fill><patternFill patternType="gray125"/></fill>${solid('FF1F4E5F')}${solid('FFE8EEF1')}</fills>\
<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>\
<border><left/><right/><top style="thin"><color rgb="FF1F4E5F"/></top>\
<bottom style="thin"><color rgb="FF1F4E5F"/></bottom><diagonal/></border></borders>\
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
<cellXfs count="${cellFormats.length}">${cellFormats.join('')}</cellXfs>\
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
}

function bodyAlignment(type: ColumnType, start: string): string {
  if (type === 'text') return start
  // Units under units: digits run left to right in both languages, so numbers lean right in both.
  return type === 'date' || type === 'month' ? 'horizontal="center"' : 'horizontal="right"'
}

function format(
  number: number,
  fontId: number,
  fill: number,
  border: number,
  alignment = '',
  more = ''
): string {
  const align = alignment ? `<alignment ${alignment}/>` : ''
  return (
    `<xf numFmtId="${number}" fontId="${fontId}" fillId="${fill}" borderId="${border}" xfId="0" ` +
    `applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"${more}>` +
    `${align}</xf>`
  )
}

function font(bold: string, size = 11, color = 'FF000000'): string {
  return `<font>${bold}<sz val="${size}"/><color rgb="${color}"/><name val="Arial"/><family val="2"/></font>`
}

function solid(color: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="${color}"/><bgColor indexed="64"/></patternFill></fill>`
}
