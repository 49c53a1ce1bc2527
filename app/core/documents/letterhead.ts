import { drawDetails } from '#core/documents/details'
import { PALETTE } from '#core/documents/palette'
import type Pages from '#core/documents/pages'
import { drawQrCode } from '#core/documents/qr_code'
import type { Wording } from '#core/documents/wording'

export interface LetterheadOptions {
  title: string
  subtitle?: string
  /** From the largest body to the smallest: محافظة الفيوم, then الديوان العام. */
  organisation?: readonly string[]
  reportNumber?: string
  /** What the QR code says, such as the address at which the report is checked. */
  qr?: string
  /** What was asked: unit, month and the like, each with its answer. */
  question?: readonly (readonly [label: string, value: string])[]
}

const QR_SIZE = 58
const SIDE = 150
const TITLE_SIZE = 15

/** The head of the first page: who speaks, what the paper is, how it is checked and what was asked. */
export function drawLetterhead(pages: Pages, options: LetterheadOptions, wording: Wording): void {
  const top = pages.y
  const organisation = drawOrganisation(pages, options.organisation ?? [], top)
  const mark = drawMark(pages, options, wording, top)
  const title = drawTitle(pages, options, top)
  pages.y = Math.max(organisation, mark, title) + 6
  pages.canvas.line(pages.left, pages.y, pages.right, pages.y, PALETTE.accent, 1.2)
  pages.y += 6
  if (options.question?.length) drawDetails(pages, options.question)
}

/** The slim head of every further page. */
export function drawRunningHead(pages: Pages, options: LetterheadOptions): void {
  const { faces, left, width } = pages
  const style = { size: 8, ink: PALETTE.quiet }
  const title = faces.bold.lines.line(options.title)
  pages.put(title, left, pages.y, width, style)
  const owner = faces.regular.lines.line(options.organisation?.[0] ?? '')
  pages.put(owner, left, pages.y, width, { ...style, align: 'end' })
  pages.y += 14
  pages.canvas.line(left, pages.y, pages.right, pages.y, PALETTE.rule)
  pages.y += 6
}

function drawOrganisation(pages: Pages, lines: readonly string[], top: number): number {
  const { faces } = pages
  const x = pages.fromStart(0, SIDE)
  let y = top
  for (const [index, text] of lines.entries()) {
    const style = index === 0 ? { face: faces.bold, size: 11 } : { size: 9 }
    y += pages.block(text, x, y, SIDE, style)
  }
  return y
}

function drawMark(
  pages: Pages,
  { qr, reportNumber }: LetterheadOptions,
  wording: Wording,
  top: number
): number {
  let y = top
  const x = pages.fromStart(pages.width - SIDE, SIDE)
  if (qr) {
    drawQrCode(pages, qr, pages.fromStart(pages.width - QR_SIZE, QR_SIZE), y, QR_SIZE)
    y += QR_SIZE + 2
  }
  if (reportNumber) {
    const text = `${wording.reportNumber}: ${reportNumber}`
    y += pages.block(text, x, y, SIDE, { size: 8, align: 'end' })
  }
  return y
}

function drawTitle(pages: Pages, { title, subtitle }: LetterheadOptions, top: number): number {
  const { faces } = pages
  const x = pages.left + SIDE
  const width = pages.width - 2 * SIDE
  const bold = { face: faces.bold, align: 'center', ink: PALETTE.accent } as const
  let y = top + 10
  y += pages.block(title, x, y, width, { ...bold, size: TITLE_SIZE })
  if (subtitle) y += pages.block(subtitle, x, y, width, { size: 10, align: 'center' })
  return y
}
