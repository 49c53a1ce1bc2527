import { columnLetters } from '#core/sheets/cell_xml'
import { xmlText } from '#core/sheets/text_safety'

/** A sheet as the workbook's own parts speak of it. */
export interface SheetEntry {
  name: string
  columns: number
  headingRow: number
  lastRow: number
}

export interface BookProperties {
  title?: string
  author?: string
  createdAt: Date
  /** Shown by Excel under File, Info, Properties: report number, seal and the like. */
  custom: Readonly<Record<string, string>>
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const FORMATS = 'http://schemas.openxmlformats.org'
const OFFICE = `${FORMATS}/officeDocument/2006`
const SHEETML = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The fixed parts of a workbook around its worksheets (ECMA-376 part 1, sections 11 and 12). */
export function packageParts(
  sheets: readonly SheetEntry[],
  properties: BookProperties
): Record<string, string> {
  const hasCustom = Object.keys(properties.custom).length > 0
  return {
    'xl/workbook.xml': workbookXml(sheets),
    'xl/_rels/workbook.xml.rels': workbookRelations(sheets),
    'docProps/core.xml': coreProperties(properties),
    'docProps/app.xml': `${HEAD}<Properties xmlns="${OFFICE}/extended-properties"><Application>Diwan</Application></Properties>`,
    ...(hasCustom ? { 'docProps/custom.xml': customProperties(properties.custom) } : {}),
    '_rels/.rels': packageRelations(hasCustom),
    '[Content_Types].xml': contentTypes(sheets.length, hasCustom),
  }
}

function workbookXml(sheets: readonly SheetEntry[]): string {
  const list = sheets.map(
    ({ name }, index) =>
      `<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`
  )
  const names = sheets.flatMap((sheet, index) => {
    const owner = `'${xmlText(sheet.name.replaceAll("'", "''"))}'`
    const last = columnLetters(sheet.columns - 1)
    return [
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${owner}!$A$${sheet.headingRow}:$${last}$${sheet.lastRow}</definedName>`,
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${owner}!$${sheet.headingRow}:$${sheet.headingRow}</definedName>`,
    ]
  })
  return (
    `${HEAD}<workbook xmlns="${FORMATS}/spreadsheetml/2006/main" xmlns:r="${OFFICE}/relationships">` +
    '<bookViews><workbookView activeTab="0"/></bookViews>' +
    `<sheets>${list.join('')}</sheets><definedNames>${names.join('')}</definedNames></workbook>`
  )
}

function workbookRelations(sheets: readonly SheetEntry[]): string {
  const list = sheets.map((_, index) =>
    relation(index + 1, `${OFFICE}/relationships/worksheet`, `worksheets/sheet${index + 1}.xml`)
  )
  list.push(relation(sheets.length + 1, `${OFFICE}/relationships/styles`, 'styles.xml'))
  return relations(list)
}

function packageRelations(hasCustom: boolean): string {
  const list = [
    relation(1, `${OFFICE}/relationships/officeDocument`, 'xl/workbook.xml'),
    relation(
      2,
      `${FORMATS}/package/2006/relationships/metadata/core-properties`,
      'docProps/core.xml'
    ),
    relation(3, `${OFFICE}/relationships/extended-properties`, 'docProps/app.xml'),
  ]
  if (hasCustom) {
    list.push(relation(4, `${OFFICE}/relationships/custom-properties`, 'docProps/custom.xml'))
  }
  return relations(list)
}

function relation(id: number, type: string, target: string): string {
  return `<Relationship Id="rId${id}" Type="${type}" Target="${target}"/>`
}

function relations(list: readonly string[]): string {
  return `${HEAD}<Relationships xmlns="${FORMATS}/package/2006/relationships">${list.join('')}</Relationships>`
}

function contentTypes(sheets: number, hasCustom: boolean): string {
  const parts: [string, string][] = [
    ['/xl/workbook.xml', `${SHEETML}.sheet.main+xml`],
    ['/xl/styles.xml', `${SHEETML}.styles+xml`],
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ['/docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'],
  ]
  for (let number = 1; number <= sheets; number++) {
    parts.push([`/xl/worksheets/sheet${number}.xml`, `${SHEETML}.worksheet+xml`])
  }
  if (hasCustom) {
    parts.push([
      '/docProps/custom.xml',
      'application/vnd.openxmlformats-officedocument.custom-properties+xml',
    ])
  }
  const overrides = parts.map(
    ([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`
  )
  return (
    `${HEAD}<Types xmlns="${FORMATS}/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`
  )
}

function coreProperties({ title = '', author = '', createdAt }: BookProperties): string {
  const moment = createdAt.toISOString()
  return (
    `${HEAD}<cp:coreProperties xmlns:cp="${FORMATS}/package/2006/metadata/core-properties"` +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"' +
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${xmlText(title)}</dc:title><dc:creator>${xmlText(author)}</dc:creator>` +
    `<cp:lastModifiedBy>${xmlText(author)}</cp:lastModifiedBy>` +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${moment}</dcterms:created>` +
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${moment}</dcterms:modified></cp:coreProperties>`
  )
}

function customProperties(custom: Readonly<Record<string, string>>): string {
  // The format id and the first property number are fixed by ECMA-376 part 1, 22.3.2.
  const list = Object.entries(custom).map(
    ([name, value], index) =>
      `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${index + 2}" name="${xmlText(name)}"><vt:lpwstr>${xmlText(value)}</vt:lpwstr></property>`
  )
  return `${HEAD}<Properties xmlns="${OFFICE}/custom-properties" xmlns:vt="${OFFICE}/docPropsVTypes">${list.join('')}</Properties>`
}
