import type { HttpContext } from '@adonisjs/core/http'
import { wordsOf } from '#core/lists/list'
import { sendMadeFile } from '#core/web/made_file'
import { PAPERS, paperFor, printSketch } from '#registry/geo/sketch/paper'
import { sheetOf } from '#registry/geo/sketch/sheet'
import type { SketchSubject } from '#registry/geo/sketch/subject'
import { svgOf } from '#registry/geo/sketch/svg'

/** Where a sketch belongs: what its page leads back to, and how its files are called. */
interface Place {
  back: { label: string; url: string }
  file: string
}

/**
 * A sketch as it was asked for: a PDF (`?format=pdf`, on the sheet that fits or `&paper=a3`), a picture
 * (`?format=svg`), else its page; a page that says so where there is nothing to draw.
 */
export async function answerSketch(ctx: HttpContext, subject: SketchSubject | null, place: Place) {
  const { request, response, view } = ctx
  const words = wordsOf(ctx)
  const { format, paper: asked } = request.qs()
  if (!subject) return view.render('pages/registry/sketches/show', { ...place, sheet: null })
  if (format === 'pdf') {
    const paper = PAPERS.find((one) => one.toLowerCase() === asked) ?? paperFor(subject, words)
    const file = { type: 'application/pdf', name: `${place.file}.pdf`, inline: true }
    return sendMadeFile(ctx, file, (target) => printSketch(subject, { words, paper }, target))
  }
  const sheet = sheetOf(subject, words)
  const svg = svgOf(sheet, `${subject.title} — ${subject.code}`)
  if (format === 'svg') {
    return response
      .header('Content-Type', 'image/svg+xml; charset=utf-8')
      .header('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'")
      .header('Content-Disposition', `attachment; filename="${place.file}.svg"`)
      .send(svg)
  }
  const paper = paperFor(subject, words)
  const query = new URLSearchParams({ ...request.qs(), format: '' })
  query.delete('format')
  query.delete('paper')
  const at = (more: Record<string, string>) =>
    `?${new URLSearchParams([...query, ...Object.entries(more)])}`
  return view.render('pages/registry/sketches/show', {
    ...place,
    subject,
    sheet,
    svg,
    paper,
    pdf: at({ format: 'pdf' }),
    otherPaper: paper === 'A4' ? 'A3' : 'A4',
    otherPdf: at({ format: 'pdf', paper: paper === 'A4' ? 'a3' : 'a4' }),
    picture: at({ format: 'svg' }),
  })
}

/** The address of this page as it is scanned from paper. */
export function ownAddress({ request }: HttpContext, path: string): string {
  return `${request.protocol()}://${request.host()}${path}`
}
