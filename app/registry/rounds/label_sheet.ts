import type { Writable } from 'node:stream'
import Pages from '#core/documents/pages'
import { PALETTE } from '#core/documents/palette'
import { drawQrCode } from '#core/documents/qr_code'
import type { LabelSize } from '#registry/rounds/label_sizes'

/** Points in a millimetre. */
const MM = 72 / 25.4
const PADDING = 2 * MM
/** Smaller letters than these points are not read at arm's length. */
const READABLE = 7

/**
 * Labels to be stuck on assets, in sheets of A4: a QR code with the address, the code and the address in
 * letters. Nothing else stands on them: who finds one learns no name, place or value.
 */
export async function printLabels(
  codes: AsyncIterable<string> | Iterable<string>,
  { size, address, locale }: { size: LabelSize; address: string; locale: 'ar' | 'en' },
  target: Writable
): Promise<number> {
  const info = { Title: 'Labels', Creator: 'Diwan', Producer: 'Diwan' }
  const nothing = { begin: () => {}, finish: () => {} }
  const pages = new Pages(
    target,
    { direction: 'ltr', landscape: false, language: locale, info },
    nothing
  )
  pages.next()
  const perPage = size.columns * size.rows
  let printed = 0
  for await (const code of codes) {
    if (printed > 0 && printed % perPage === 0) {
      pages.next()
      await pages.breathe()
    }
    const place = printed % perPage
    const x = (size.left + (place % size.columns) * size.pitchX) * MM
    const y = (size.top + Math.floor(place / size.columns) * size.pitchY) * MM
    drawLabel(pages, code, `${address}/${encodeURIComponent(code)}`, { x, y, size })
    printed++
  }
  await pages.close(() => {})
  return printed
}

function drawLabel(
  pages: Pages,
  code: string,
  url: string,
  { x, y, size }: { x: number; y: number; size: LabelSize }
): void {
  const [width, height] = [size.width * MM, size.height * MM]
  const side = Math.min(height - 2 * PADDING, width * 0.45)
  drawQrCode(pages, url, x + PADDING, y + (height - side) / 2, side)
  const left = x + PADDING + side + PADDING
  const room = width - side - 3 * PADDING
  const { bold, regular } = pages.faces
  // A long code stands in two lines: what cannot be read without a telephone is no label.
  const whole = bold.lines.line(code)
  const isLong = (room * 1000) / Math.max(whole.width, 1) < READABLE
  const lines = (isLong ? halves(code) : [code]).map((part) => bold.lines.line(part))
  const widest = Math.max(1, ...lines.map((line) => line.width))
  const fits = Math.min(12, (room * 1000) / widest)
  for (const [index, line] of lines.entries()) {
    const above = (lines.length - index) * fits * 1.25
    pages.put(line, left, y + height / 2 - above, room, { size: fits, align: 'left' })
  }
  const small = regular.lines.line(url.replace(/^https?:\/\//, '').replace(/\/[^/]*$/, ''))
  const fine = Math.min(7, (room * 1000) / Math.max(small.width, 1))
  const style = { size: fine, align: 'left', ink: PALETTE.quiet } as const
  pages.put(small, left, y + height / 2 + 2, room, style)
}

/** A code parted at the hyphen nearest to its middle. */
function halves(code: string): string[] {
  const hyphens = [...code.matchAll(/-/g)].map(({ index }) => index + 1)
  const middle = code.length / 2
  const at = hyphens.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0]
  return at ? [code.slice(0, at), code.slice(at)] : [code]
}
