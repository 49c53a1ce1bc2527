import { execFileSync } from 'node:child_process'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'

export interface ReadSheet {
  name: string
  /** Words and numbers of each row, as text; numbers of two decimals as amounts. */
  rows: string[][]
}

/** A workbook as Excel would open it. */
export async function readSheets(bytes: Uint8Array): Promise<ReadSheet[]> {
  const path = join(await mkdtemp(join(tmpdir(), 'sheets-')), 'book.xlsx')
  await writeFile(path, bytes)
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(path)
  return book.worksheets.map((sheet) => {
    const rows: string[][] = []
    sheet.eachRow((row) => {
      const cells: string[] = []
      row.eachCell({ includeEmpty: true }, ({ value, numFmt }) => {
        const isAmount = typeof value === 'number' && numFmt?.includes('.00')
        cells.push(isAmount ? value.toFixed(2) : value === null ? '' : String(value))
      })
      rows.push(cells)
    })
    return { name: sheet.name, rows }
  })
}

/** The words of a PDF as another program reads them. */
export async function readPdf(bytes: Uint8Array): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'papers-')), 'paper.pdf')
  await writeFile(path, bytes)
  return execFileSync('pdftotext', ['-layout', path, '-']).toString().normalize('NFKC')
}
