import FileError from '#core/readers/file_error'
import { findHeading, type LooseRow } from '#core/readers/header'
import { emptyFile } from '#core/readers/sniff'
import { readSheet, type SheetRow } from '#core/readers/xlsx_sheet'
import { openWorkbook, type Workbook, type SheetRef } from '#core/readers/xlsx_workbook'
import { takeSample } from '#core/readers/sample'
import { BATCH_ROWS } from '#core/readers/types'
import type { RandomSource } from '#core/readers/byte_source'
import type { OpenOptions, RawRow, TableSource } from '#core/readers/types'
import type { ZipEntry } from '#core/readers/zip'

const LOOK_ROWS = 200

/**
 * An Excel workbook. The parts are unpacked one by one with their bytes counted, so the sheet
 * that was asked for is read as a stream and the others not at all. Without a choice it is the
 * first visible sheet that holds anything.
 * @throws FileError `xlsx_broken`, `xlsx_too_big`, `sheet_missing`, `file_empty`, `zip_…`, `xml_…`
 */
export async function openXlsx(
  source: RandomSource,
  entries: ZipEntry[],
  options: OpenOptions = {}
): Promise<TableSource> {
  const workbook = await openWorkbook(source, entries)
  const { sheet, rows } = await chooseSheet(workbook, options.sheet)
  const heading = findHeading(rows, options.headerRow)
  const table: TableSource = {
    format: 'xlsx',
    sheet: sheet.name,
    sheets: workbook.sheets.map((other) => other.name),
    ...heading,
    sample: [],
    warnings: [],
    rows: () => readRows(workbook, sheet, heading),
  }
  if (workbook.sheets.length > 1) table.warnings.push(otherSheets(sheet, workbook.sheets.length))
  table.sample = await takeSample(table)
  return table
}

async function chooseSheet(workbook: Workbook, wanted?: string | number) {
  const all = workbook.sheets
  if (wanted !== undefined) {
    const sheet = all.find((one) => one.name === wanted) ?? all[Number(wanted) - 1]
    if (!sheet) throw missing(String(wanted), all)
    const rows = await firstRows(workbook, sheet)
    if (!rows.length) throw emptyFile()
    return { sheet, rows }
  }
  for (const sheet of [...all.filter((one) => !one.hidden), ...all.filter((one) => one.hidden)]) {
    const rows = await firstRows(workbook, sheet)
    if (rows.length) return { sheet, rows }
  }
  throw emptyFile()
}

/** The first rows with anything in them. */
async function firstRows(workbook: Workbook, sheet: SheetRef): Promise<LooseRow[]> {
  const rows: LooseRow[] = []
  for await (const batch of readSheet(workbook, sheet)) {
    for (const row of batch) if (row.cells.some(Boolean)) rows.push(row)
    if (rows.length >= LOOK_ROWS) break
  }
  return rows.slice(0, LOOK_ROWS)
}

async function* readRows(
  workbook: Workbook,
  sheet: SheetRef,
  heading: { headerRow: number; columns: string[] }
): AsyncIterable<RawRow[]> {
  let batch: RawRow[] = []
  for await (const rows of readSheet(workbook, sheet)) {
    for (const row of rows) {
      if (row.number <= heading.headerRow) continue
      batch.push(toRow(row, heading.columns.length))
      if (batch.length >= BATCH_ROWS) {
        yield batch
        batch = []
      }
    }
  }
  if (batch.length) yield batch
}

function toRow(source: SheetRow, width: number): RawRow {
  const { number, cells } = source
  let problem = source.problem
  const blank = !problem && !cells.some(Boolean)
  const beyond = cells.findIndex((cell, i) => i >= width && cell !== null)
  if (beyond !== -1) problem ??= outside(number, beyond + 1, width)
  while (cells.length < width) cells.push(null)
  if (cells.length > width) cells.length = width
  return problem ? { number, cells, blank, problem } : { number, cells, blank }
}

function outside(row: number, column: number, width: number) {
  return {
    code: 'too_many_fields',
    ar: `الصف ${row} فيه قيمة في العمود ${column} وعناوين الجدول ${width} فقط. احذفها أو أضف لها عنواناً.`,
    en: `Row ${row} has a value in column ${column} but the table has only ${width} headings. Remove it or give it a heading.`,
  }
}

function otherSheets(sheet: SheetRef, count: number) {
  return {
    code: 'other_sheets',
    ar: `في المصنف ${count} أوراق؛ قُرئت منها «${sheet.name}» وحدها. اختر ورقة أخرى إن لم تكن المطلوبة.`,
    en: `The workbook has ${count} sheets; only "${sheet.name}" was read. Choose another if it is not the right one.`,
  }
}

function missing(wanted: string, sheets: SheetRef[]): FileError {
  const names = sheets.slice(0, 20).map((sheet) => sheet.name)
  return new FileError('sheet_missing', {
    ar: `لا توجد ورقة باسم «${wanted}» في المصنف. الموجود: ${names.join('، ')}.`,
    en: `There is no sheet "${wanted}" in the workbook. It has: ${names.join(', ')}.`,
  })
}
