import type { Drawing, Mark, Role } from '#core/documents/drawing'

const STROKES: Readonly<Partial<Record<Role, string>>> = {
  parcel: 'fill="#12577a" fill-opacity="0.1" stroke="#12577a" stroke-width="0.6"',
  neighbour: 'fill="none" stroke="#7b8790" stroke-width="0.25" stroke-dasharray="1.6 1"',
  frame: 'fill="none" stroke="#17242f" stroke-width="0.3"',
  bar: 'fill="#17242f" stroke="#17242f" stroke-width="0.3"',
  ink: 'fill="#17242f" shape-rendering="crispEdges"',
}

const INKS: Readonly<Partial<Record<Role, string>>> = {
  neighbour: '#51606d',
  side: '#8a1420',
  corner: '#17242f',
}

/** A drawing as a picture that stands alone: no style sheet, no font of its own, no script. */
export function svgOf(drawing: Drawing, label: string): string {
  const { width, height, marks } = drawing
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" class="sketch-sheet" viewBox="-1 -1 ${n(width + 2)} ${n(height + 2)}" ` +
    `width="${n(width + 2)}mm" height="${n(height + 2)}mm" role="img" aria-label="${escaped(label)}" ` +
    `font-family="'IBM Plex Sans Arabic','Noto Sans Arabic',sans-serif">` +
    `<rect x="-1" y="-1" width="100%" height="100%" fill="#ffffff"/>${marks.map(markOf).join('')}</svg>`
  )
}

function markOf(mark: Mark): string {
  if (mark.kind === 'outline') {
    const path = mark.rings
      .map((ring) => `M${ring.map(([x, y]) => `${n(x)} ${n(y)}`).join('L')}Z`)
      .join('')
    return `<path d="${path}" fill-rule="evenodd" stroke-linejoin="round" ${STROKES[mark.role] ?? STROKES.frame}/>`
  }
  if (mark.kind === 'line') {
    const [[x1, y1], [x2, y2]] = [mark.from, mark.to]
    return `<path d="M${n(x1)} ${n(y1)}L${n(x2)} ${n(y2)}" ${STROKES[mark.role] ?? STROKES.frame}/>`
  }
  const [x, y] = mark.at
  if (mark.kind === 'dot') return `<circle cx="${n(x)}" cy="${n(y)}" r="0.8" fill="#17242f"/>`
  const isArabic = /[\u0600-\u06FF]/.test(mark.text)
  // With right-to-left text, the start of the line is its right end.
  const ends = isArabic ? { left: 'end', right: 'start' } : { left: 'start', right: 'end' }
  const anchor = mark.hold === 'middle' ? 'middle' : ends[mark.hold]
  const turn = mark.turn ? ` transform="rotate(${n(mark.turn)} ${n(x)} ${n(y)})"` : ''
  const weight = mark.role === 'title' || mark.role === 'corner' ? ' font-weight="600"' : ''
  return (
    `<text x="${n(x)}" y="${n(y)}" font-size="${n(mark.size)}" text-anchor="${anchor}" ` +
    `direction="${isArabic ? 'rtl' : 'ltr'}" fill="${INKS[mark.role] ?? '#17242f'}"${weight}${turn}>${escaped(mark.text)}</text>`
  )
}

function n(value: number): string {
  return String(Math.round(value * 100) / 100)
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
