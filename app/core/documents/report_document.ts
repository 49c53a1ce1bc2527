import type { Writable } from 'node:stream'
import { drawDetails, type Detail } from '#core/documents/details'
import { drawDrawing, POINTS_IN_MM, type Drawing } from '#core/documents/drawing'
import { drawBars, drawKeyFigures } from '#core/documents/figures'
import type { Bar, KeyFigure } from '#core/documents/figures'
import { drawLetterhead, drawRunningHead } from '#core/documents/letterhead'
import type { LetterheadOptions } from '#core/documents/letterhead'
import { PALETTE } from '#core/documents/palette'
import PageFoot from '#core/documents/page_foot'
import Pages from '#core/documents/pages'
import { drawPictures, type PrintedPicture } from '#core/documents/pictures'
import { drawSignatures } from '#core/documents/signatures'
import type { Signatory } from '#core/documents/signatures'
import TablePrinter from '#core/documents/table_printer'
import type { TableSpec } from '#core/documents/table_printer'
import { WORDING } from '#core/documents/wording'
import type { Wording } from '#core/documents/wording'
import type { Locale } from '#core/domain_error'

export interface ReportDocumentOptions extends LetterheadOptions {
  /** `ar` when left out; English turns everything from left to right. */
  locale?: Locale
  /** Portrait when left out. */
  orientation?: 'portrait' | 'landscape'
  /** A4 when left out. */
  paper?: 'A4' | 'A3'
  /** The seal of the figures, when it is known before the rows; see {@link ReportDocument.close}. */
  seal?: string
  generatedAt?: Date
  author?: string
}

const CAIRO_MOMENT = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Africa/Cairo',
  dateStyle: 'short',
  timeStyle: 'short',
})

/**
 * A printed report (PDF): letterhead with QR code and what was asked, then headings, paragraphs, key
 * figures, bars, tables and signature boxes in the order they are called, with the report's number,
 * its seal and "page x of y" at every foot. Pages leave memory as they are filled.
 *
 *     const report = new ReportDocument(path, { title: 'تقرير المطابقة', organisation, question })
 *     report.keyFigures([{ label: 'المستحق', value: due.format('ar') }])
 *     await report.table({ columns, rows, totals })
 *     const { pages, bytes } = await report.close()
 *
 * A file at a path takes its name only when closed; when a source of rows throws, `table` throws the
 * same error and nothing is left of the file.
 */
export default class ReportDocument {
  readonly #options: ReportDocumentOptions
  readonly #locale: Locale
  readonly #wording: Wording
  readonly #generatedAt: Date
  readonly #foot: PageFoot
  readonly #pages: Pages

  constructor(target: string | Writable, options: ReportDocumentOptions) {
    this.#options = options
    this.#locale = options.locale ?? 'ar'
    this.#wording = WORDING[this.#locale]
    this.#generatedAt = options.generatedAt ?? new Date()
    this.#foot = new PageFoot(this.#wording)
    this.#pages = new Pages(
      target,
      {
        direction: this.#locale === 'ar' ? 'rtl' : 'ltr',
        landscape: options.orientation === 'landscape',
        paper: options.paper,
        language: this.#locale,
        info: {
          Title: options.title,
          Author: options.author ?? options.organisation?.join(' / ') ?? '',
          Subject: options.subtitle ?? '',
          Keywords: options.reportNumber ?? '',
          Creator: 'Diwan',
          Producer: 'Diwan',
          CreationDate: this.#generatedAt,
        },
      },
      {
        begin: (pages) => this.#beginPage(pages),
        finish: (pages) => this.#foot.draw(pages),
      }
    )
    this.#pages.next()
  }

  /** A heading, kept with some of what follows it. */
  heading(text: string, { room = 70 }: { room?: number } = {}): void {
    const { faces } = this.#pages
    this.#pages.ensure(room)
    this.#pages.y += 4
    const style = { face: faces.bold, size: 11.5, ink: PALETTE.accent }
    this.#pages.y += this.#pages.block(
      text,
      this.#pages.left,
      this.#pages.y,
      this.#pages.width,
      style
    )
    this.#pages.y += 3
  }

  /** Running text, broken between words and, where it must, between pages. */
  paragraph(text: string): void {
    const pages = this.#pages
    const size = 9.5
    for (const line of pages.faces.regular.lines.wrap(text, (pages.width * 1000) / size)) {
      pages.ensure(pages.lineHeight(size))
      pages.put(line, pages.left, pages.y, pages.width, { size })
      pages.y += pages.lineHeight(size)
    }
    pages.y += 5
  }

  /** Facts of a record: labels and values in columns on a tinted ground. */
  details(details: readonly Detail[]): void {
    drawDetails(this.#pages, details)
  }

  /** Room left on the page in millimetres: across, and down to its foot. */
  get room(): { width: number; height: number } {
    const { width, room } = this.#pages
    return { width: width / POINTS_IN_MM, height: room / POINTS_IN_MM }
  }

  /** A drawing in its true size, such as the sketch of a parcel. */
  drawing(drawing: Drawing): void {
    drawDrawing(this.#pages, drawing)
  }

  /** Photographs with their captions. @returns how many could be read and printed */
  pictures(pictures: readonly PrintedPicture[]): number {
    return drawPictures(this.#pages, pictures)
  }

  keyFigures(figures: readonly KeyFigure[]): void {
    drawKeyFigures(this.#pages, figures)
  }

  /** Bars for comparison under a title. Their lengths only are computed; the texts are given. */
  barChart({ title, bars }: { title?: string; bars: readonly Bar[] }): void {
    if (title) this.heading(title)
    drawBars(this.#pages, bars)
  }

  /** @returns the rows printed */
  async table(spec: TableSpec): Promise<number> {
    try {
      return await new TablePrinter(this.#pages, spec, this.#locale, this.#wording).print()
    } catch (error) {
      await this.discard()
      throw error
    }
  }

  signatures(signatories: readonly Signatory[]): void {
    drawSignatures(this.#pages, signatories, this.#wording)
  }

  pageBreak(): void {
    this.#pages.next()
  }

  /** Finishes the file. A seal computed while the rows passed is given here and stands on every page. */
  async close({ seal = this.#options.seal }: { seal?: string } = {}): Promise<{
    pages: number
    bytes: number
  }> {
    const { reportNumber } = this.#options
    const said = {
      start: reportNumber ? `${this.#wording.reportNumber}: ${reportNumber}` : '',
      middle: `${this.#wording.generatedAt} ${CAIRO_MOMENT.format(this.#generatedAt).replace(',', '')}`,
      seal: seal ? `${this.#wording.seal}: ${seal}` : '',
    }
    try {
      const bytes = await this.#pages.close(() => this.#foot.complete(this.#pages, said))
      return { pages: this.#pages.count, bytes }
    } catch (error) {
      await this.discard()
      throw error
    }
  }

  /** Gives the file up; nothing stays under its name. */
  async discard(): Promise<void> {
    await this.#pages.discard()
  }

  #beginPage(pages: Pages): void {
    if (pages.count === 1) drawLetterhead(pages, this.#options, this.#wording)
    else drawRunningHead(pages, this.#options)
  }
}
