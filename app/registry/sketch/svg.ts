import type { Words } from '#core/lists/definition'
import { scaleBar, type Sketch } from '#registry/sketch/sketch'

const SIZE = 320
const MARGIN = 26

/** The sketch as a picture for pages: outline, numbered corners, north and a scale bar. */
export function sketchSvg(sketch: Sketch, { t }: Words): string {
  const inner = SIZE - 2 * MARGIN
  const width = Math.round(sketch.width * inner + 2 * MARGIN)
  const height = Math.round(sketch.height * inner + 2 * MARGIN + 22)
  const at = ([x, y]: readonly [number, number]) =>
    `${n(MARGIN + x * inner)} ${n(MARGIN + y * inner)}`
  const outline = sketch.rings
    .map((ring) => `M${ring.map((position) => at(position)).join('L')}Z`)
    .join('')
  const corners = sketch.places
    .map((place, index) => {
      const [x, y] = at(place).split(' ')
      return `<circle cx="${x}" cy="${y}" r="2.2"/><text x="${x}" y="${y}" dx="4" dy="-4">${index + 1}</text>`
    })
    .join('')
  const bar = scaleBar(sketch)
  const y = height - 12
  const end = n(MARGIN + bar.length * inner)
  return (
    `<svg class="sketch" viewBox="0 0 ${width} ${height}" role="img" aria-label="${t('registry.geometry.sketch')}" direction="ltr">` +
    `<path class="sketch-ground" fill-rule="evenodd" d="${outline}"/><g class="sketch-corners">${corners}</g>` +
    `<path class="sketch-bar" d="M${MARGIN} ${y - 4}V${y}H${end}V${y - 4}"/>` +
    `<text class="sketch-scale" x="${end}" y="${y}" dx="4">${bar.metres} m</text>` +
    `<g class="sketch-north" transform="translate(${width - 14} 20)"><path d="M0 -12L4 4L0 1L-4 4Z"/><text y="15" text-anchor="middle">N</text></g></svg>`
  )
}

const n = (value: number) => String(Math.round(value * 10) / 10)
