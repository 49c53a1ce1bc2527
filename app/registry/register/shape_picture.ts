import { bbox, positionsOf, ringsOf } from '#registry/geo/shape'
import type { Position, Shape } from '#registry/geo/types'

/** One shape of a picture: its outline as an SVG path, or a dot. */
export interface PictureShape {
  path: string
  isPoint: boolean
  /** `before` or `after`. */
  when: string
  label: string
}

export interface Picture {
  viewBox: string
  shapes: PictureShape[]
}

/** The longest side of a picture in its own units. */
const SIDE = 1000
const MARGIN = 40

/**
 * A small drawing of shapes in their true proportion, north up, for pages without a map: nothing is
 * fetched and nothing needs a script.
 */
export function picture(
  given: readonly { shape: Shape; when: string; label: string }[]
): Picture | null {
  if (given.length === 0) return null
  const boxes = given.map(({ shape }) => bbox(shape))
  const west = Math.min(...boxes.map((box) => box[0]))
  const south = Math.min(...boxes.map((box) => box[1]))
  const east = Math.max(...boxes.map((box) => box[2]))
  const north = Math.max(...boxes.map((box) => box[3]))
  // A degree of longitude is shorter the further north.
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const [width, height] = [(east - west) * narrow, north - south]
  const scale = SIDE / (Math.max(width, height) || 1e-4)
  const at = ([lon, lat]: Position) => {
    const x = (lon - west) * narrow * scale + MARGIN
    const y = (north - lat) * scale + MARGIN
    return `${x.toFixed(1)} ${y.toFixed(1)}`
  }
  const shapes = given.map(({ shape, when, label }) => {
    const isPoint = shape.type === 'Point'
    const path = isPoint
      ? `M${at(positionsOf(shape)[0]!)}h0`
      : ringsOf(shape)
          .map((ring) => `M${ring.map(at).join('L')}Z`)
          .join('')
    return { path, isPoint, when, label }
  })
  const span = (degrees: number) => (degrees * scale + 2 * MARGIN).toFixed(0)
  return { viewBox: `0 0 ${span(width)} ${span(height)}`, shapes }
}
