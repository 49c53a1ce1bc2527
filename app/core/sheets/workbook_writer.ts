import type { Writable } from 'node:stream'
import type { Locale, RowSource, SheetColumn } from '#core/sheets/columns'
import OutputTarget from '#core/sheets/output_target'
import { packageParts } from '#core/sheets/package_parts'
import type { SheetEntry } from '#core/sheets/package_parts'
import RowCursor from '#core/sheets/row_cursor'
import SheetNames from '#core/sheets/sheet_names'
import { stylesXml } from '#core/sheets/sheet_styles'
import WorksheetXml from '#core/sheets/worksheet_xml'
import ZipStream from '#core/sheets/zip_stream'
import type { ZipOptions } from '#core/sheets/zip_stream'

export interface WorkbookOptions {
  title?: string
  /** `ar` when left out: right-to-left sheets and Arabic page numbers. */
  locale?: Locale
  author?: string
  /** Custom document properties, such as the report's number and seal. */
  properties?: Readonly<Record<string, string>>
  /** Printed at the foot of each page, such as the report's number. */
  footer?: string
  createdAt?: Date
  zip?: ZipOptions
}

export interface SheetSpec {
  name: string
  columns: readonly SheetColumn[]
  rows: RowSource
  title?: string
  notes?: readonly string[]
  /** Figures of the totals row by column key, computed by the report's query. */
  totals?: Readonly<Record<string, unknown>>
  totalsLabel?: string
  /** By the workbook's language when left out. */
  rightToLeft?: boolean
  /** Landscape when left out. */
  orientation?: 'landscape' | 'portrait'
  /** A sheet never takes more rows, headings and totals included; a further one is begun. */
  rowLimit?: number
}

export interface WrittenSheet {
  name: string
  rows: number
}

/** Rows a sheet of Excel 2007 and later can hold. */
const EXCEL_ROWS = 1_048_576

/**
 * Writes an Excel workbook front to back while the rows come, in bounded memory: titles and notes,
 * a frozen filtered heading row, typed cells, a totals row and print set-up on every sheet.
 *
 *     const book = new WorkbookWriter(path, { title: 'كشف المستحقات', locale: 'ar' })
 *     await book.sheet({ name: 'المستحقات', columns, rows, totals: { amount: total } })
 *     const { bytes, sheets } = await book.close()
 *
 * A file at a path takes its name only when closed. When a source of rows throws, `sheet` throws
 * the same error, the unfinished file is removed and the writer can no longer be used.
 */
export default class WorkbookWriter {
  readonly #target: Promise<OutputTarget>
  readonly #options: WorkbookOptions
  readonly #locale: Locale
  readonly #createdAt: Date
  readonly #names = new SheetNames()
  readonly #entries: SheetEntry[] = []
  readonly #written: WrittenSheet[] = []
  #zip?: ZipStream

  constructor(target: string | Writable, options: WorkbookOptions = {}) {
    this.#target = OutputTarget.open(target)
    // Its failure is met by the first call that awaits it.
    this.#target.catch(() => {})
    this.#options = options
    this.#locale = options.locale ?? 'ar'
    this.#createdAt = options.createdAt ?? new Date()
  }

  /** Writes one table of rows, over as many sheets as it needs; returns them with their rows. */
  async sheet(spec: SheetSpec): Promise<WrittenSheet[]> {
    const cursor = new RowCursor(spec.rows)
    const parts: WrittenSheet[] = []
    try {
      for (let unfinished = true; unfinished;) {
        const page = this.#plan(spec)
        const name = this.#names.next(spec.name)
        const zip = await this.#archive()
        const file = `xl/worksheets/sheet${this.#entries.length + 1}.xml`
        await zip.entry(file, page.chunks(cursor))
        const { rows, headingRow, lastRow } = page.result
        this.#entries.push({ name, columns: spec.columns.length, headingRow, lastRow })
        parts.push({ name, rows })
        unfinished = page.result.unfinished
      }
    } catch (error) {
      await cursor.release()
      await this.discard()
      throw error
    }
    this.#written.push(...parts)
    return parts
  }

  /**
   * Finishes the file.
   * @throws Error when no sheet was written: Excel takes no empty workbook
   */
  async close(): Promise<{ bytes: number; sheets: WrittenSheet[] }> {
    const target = await this.#target
    try {
      if (!this.#entries.length) throw new Error('A workbook needs a sheet before it is closed')
      const zip = await this.#archive()
      const properties = {
        title: this.#options.title,
        author: this.#options.author,
        createdAt: this.#createdAt,
        custom: this.#options.properties ?? {},
      }
      for (const [name, xml] of Object.entries(packageParts(this.#entries, properties))) {
        await zip.entry(name, [xml])
      }
      await zip.close()
      await target.finish()
    } catch (error) {
      await this.discard()
      throw error
    }
    return { bytes: target.bytes, sheets: [...this.#written] }
  }

  /** Gives the file up; nothing stays under its name. */
  async discard(): Promise<void> {
    const target = await this.#target
    await target.discard()
  }

  #plan(spec: SheetSpec): WorksheetXml {
    return new WorksheetXml({
      columns: spec.columns,
      title: spec.title,
      notes: spec.notes,
      totals: spec.totals,
      totalsLabel: spec.totalsLabel,
      rightToLeft: spec.rightToLeft ?? this.#locale === 'ar',
      locale: this.#locale,
      landscape: spec.orientation !== 'portrait',
      footer: this.#options.footer,
      rowLimit: spec.rowLimit ?? EXCEL_ROWS,
    })
  }

  async #archive(): Promise<ZipStream> {
    if (this.#zip) return this.#zip
    this.#zip = new ZipStream(await this.#target, {
      modifiedAt: this.#createdAt,
      ...this.#options.zip,
    })
    await this.#zip.entry('xl/styles.xml', [stylesXml(this.#locale)])
    return this.#zip
  }
}
