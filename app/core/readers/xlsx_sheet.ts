import FileError from '#core/readers/file_error'
import { MAX_CELL } from '#core/readers/csv'
import { decodeStream } from '#core/readers/encoding'
import { MAX_COLUMNS } from '#core/readers/header'
import { numberText } from '#core/readers/xlsx_formats'
import { unescapeText, type SheetRef, type Workbook } from '#core/readers/xlsx_workbook'
import { pumpXml, xmlEncoding, type XmlHandlers } from '#core/readers/xml_pump'
import type { RowProblem } from '#core/readers/types'

/** A row of a sheet: `cells[0]` is column A; not padded to the width of the table. */
export interface SheetRow {
  number: number
  cells: (string | null)[]
  problem?: RowProblem
}

/**
 * The rows of one sheet as they are unpacked. Formulas give the result Excel stored with them.
 * @throws FileError `xml_…`, `zip_…`
 */
export async function* readSheet(workbook: Workbook, sheet: SheetRef): AsyncIterable<SheetRow[]> {
  const source = workbook.part(sheet.path)
  if (!source) return
  const reader = new SheetReader(workbook)
  const pieces = decodeStream(source, await xmlEncoding(source))
  yield* pumpXml(pieces, reader, () => {
    const rows = reader.rows
    reader.rows = []
    return rows
  })
}

class SheetReader implements XmlHandlers {
  rows: SheetRow[] = []
  private row: SheetRow | null = null
  private lastRow = 0
  private column = 0
  private type = 'n'
  private style = 0
  private value: string | null = null
  private aside = 0

  constructor(private readonly workbook: Workbook) {}

  open(name: string, attributes: Record<string, string>): void {
    if (name === 'c') {
      this.column = attributes.r ? columnOf(attributes.r) : this.column + 1
      this.type = attributes.t ?? 'n'
      this.style = Number(attributes.s ?? -1)
      this.value = null
    } else if (name === 'row') {
      const number = Number(attributes.r)
      this.lastRow = Number.isInteger(number) && number > 0 ? number : this.lastRow + 1
      this.row = { number: this.lastRow, cells: [] }
      this.column = 0
    } else if (name === 'rPh') this.aside++
  }

  close(name: string, text: string): void {
    if (name === 'v') this.value = text
    else if (name === 't' && !this.aside) this.value = (this.value ?? '') + text
    else if (name === 'rPh') this.aside--
    else if (name === 'c' && this.row) this.endCell(this.row)
    else if (name === 'row' && this.row) {
      this.rows.push(this.row)
      this.row = null
    }
  }

  private endCell(row: SheetRow): void {
    if (this.value === null || this.value === '') return
    const text = this.cellText(row, this.value)?.trim()
    if (!text) return
    if (this.column > MAX_COLUMNS) {
      row.problem ??= tooFarRight(row.number)
      return
    }
    while (row.cells.length < this.column - 1) row.cells.push(null)
    row.cells[this.column - 1] = text.length > MAX_CELL ? text.slice(0, MAX_CELL) : text
  }

  private cellText(row: SheetRow, value: string): string | null {
    switch (this.type) {
      case 's':
        return this.workbook.shared[Number(value)] ?? this.missingText(row)
      case 'str':
      case 'inlineStr':
        return unescapeText(value)
      case 'b':
        return value === '1' || value === 'true' ? 'true' : 'false'
      case 'e':
        row.problem ??= cellError(columnName(this.column) + row.number, value)
        return null
      case 'd':
        return value.replace(/T00:00:00(\.0+)?Z?$/, '').replace(/(:\d\d)\.\d+Z?$/, '$1')
      default:
        return this.number(value)
    }
  }

  private number(value: string): string {
    const number = Number(value)
    if (!Number.isFinite(number)) return value
    const kind = this.workbook.styles[this.style] ?? 'number'
    return numberText(number, kind, this.workbook.from1904)
  }

  private missingText(row: SheetRow): null {
    row.problem ??= {
      code: 'cell_text_missing',
      ar: `الخلية ${columnName(this.column)}${row.number} تشير إلى نص غير موجود في المصنف. افتحه في إكسل وراجعها واحفظه من جديد.`,
      en: `Cell ${columnName(this.column)}${row.number} points to a text the workbook does not hold. Open it in Excel, check the cell and save it again.`,
    }
    return null
  }
}

/** `AB12` → 28. */
function columnOf(reference: string): number {
  let column = 0
  for (let i = 0; i < reference.length; i++) {
    const code = reference.charCodeAt(i) & ~32
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  if (column < 1 || column > 16_384) {
    throw new FileError('xlsx_broken', {
      ar: `المصنف تالف: فيه خلية بعنوان غير صحيح «${reference.slice(0, 20)}». افتحه في إكسل واحفظه من جديد.`,
      en: `The workbook is damaged: it has a cell at "${reference.slice(0, 20)}". Open it in Excel and save it again.`,
    })
  }
  return column
}

function columnName(column: number): string {
  let name = ''
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26)) {
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name
  }
  return name
}

function cellError(cell: string, value: string): RowProblem {
  return {
    code: 'cell_error',
    ar: `الخلية ${cell} فيها خطأ إكسل ${value}. صحح المعادلة أو اكتب القيمة مكانها.`,
    en: `Cell ${cell} holds the Excel error ${value}. Correct the formula or write the value instead.`,
  }
}

function tooFarRight(row: number): RowProblem {
  return {
    code: 'too_many_fields',
    ar: `الصف ${row} فيه قيمة بعد العمود ${MAX_COLUMNS}. احذفها ثم أعد رفع المصنف.`,
    en: `Row ${row} has a value beyond column ${MAX_COLUMNS}. Remove it and upload the workbook again.`,
  }
}
