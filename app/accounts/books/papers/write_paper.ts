import type { Writable } from 'node:stream'
import type { HttpContext } from '@adonisjs/core/http'
import ReportDocument from '#core/documents/report_document'
import { MEDIA } from '#core/sheets/media'
import WorkbookWriter from '#core/sheets/workbook_writer'
import { sendMadeFile } from '#core/web/made_file'
import type { BookPaper, PaperTable } from '#accounts/books/papers/book_paper'

/** More columns of amounts than these do not stand beside one another on A4. */
const WIDE = 11
/** In millimetres: what a heading, the head of a table and some rows take. */
const LEAST_ROOM = 55

/** Sends a paper of the books as `?format=xlsx` or, without it, as the PDF that is signed. */
export async function sendPaper(ctx: HttpContext, paper: BookPaper): Promise<void> {
  const isSheet = ctx.request.qs().format === 'xlsx'
  const format = isSheet ? 'xlsx' : 'pdf'
  const file = { type: MEDIA[format], name: `${paper.file}.${format}`, inline: !isSheet }
  await sendMadeFile(ctx, file, (output) =>
    isSheet ? writeSheets(paper, output) : writeDocument(paper, output)
  )
}

/** Lays a paper out as PDF; it computes nothing. */
export async function writeDocument(paper: BookPaper, target: string | Writable): Promise<void> {
  const document = new ReportDocument(target, {
    title: paper.title,
    subtitle: paper.subtitle,
    organisation: [...paper.organisation],
    locale: 'ar',
    orientation: 'landscape',
    paper: paper.tables.some(({ columns }) => columns.length > WIDE) ? 'A3' : 'A4',
    reportNumber: paper.number,
    qr: paper.url,
    question: paper.question.map(([label, value]) => [label, value]),
  })
  if (paper.keyFigures?.length) document.keyFigures(paper.keyFigures)
  for (const note of paper.notes ?? []) document.paragraph(note)
  for (const [index, table] of paper.tables.entries()) {
    if (index && document.room.height < LEAST_ROOM) document.pageBreak()
    if (paper.tables.length > 1) document.heading(table.name)
    const { columns, rows, totals, totalsLabel, groupBy, empty } = table
    await document.table({ columns, rows, totals, totalsLabel, groupBy, empty })
  }
  document.signatures(paper.signatures)
  await document.close(paper.seal ? { seal: paper.seal } : {})
}

/** Lays the same paper out as an Excel workbook, a sheet for each table. */
export async function writeSheets(paper: BookPaper, target: string | Writable): Promise<void> {
  const properties = { Number: paper.number, ...(paper.seal ? { Sha256: paper.seal } : {}) }
  const title = `${paper.title}: ${paper.subtitle}`
  const book = new WorkbookWriter(target, { title, locale: 'ar', footer: paper.number, properties })
  const notes = [
    paper.organisation.join('، '),
    [['الرقم', paper.number], ...paper.question].map((pair) => pair.join(': ')).join(' · '),
    paper.signatures.map(({ role, name }) => `${role}: ${name ?? '—'}`).join(' · '),
    ...(paper.seal ? [`البصمة: ${paper.seal}`] : []),
    ...(paper.notes ?? []),
  ]
  for (const table of paper.tables) {
    const { name, rows, totals, totalsLabel } = table
    await book.sheet({
      ...{ name, title, notes, rows, totals, totalsLabel },
      columns: sheetColumns(table),
    })
  }
  await book.close()
}

/** A group becomes a column of its own, so that rows can be filtered by it. */
function sheetColumns({ columns, groupBy, groupHeading }: PaperTable) {
  const own = columns.map(({ key, heading, type, chars }) => ({
    ...{ key, heading, type },
    ...(chars ? { width: chars } : {}),
  }))
  if (!groupBy || columns.some(({ key }) => key === groupBy)) return own
  return [{ key: groupBy, heading: groupHeading ?? '', type: 'text' as const, width: 30 }, ...own]
}
