import { writtenFeddan } from '#registry/geo/feddan'
import { beltOf, fromWgs84, gridOf, knowsGrid } from '#registry/geo/grids'
import { isInside } from '#registry/geo/inside'
import { ellipsoidArea, insidePoint, perimeter } from '#registry/geo/shape'
import { mapped, polygonsOf, type Position, type Ring, type Shape } from '#registry/geo/types'
import { cornerTable, heading } from '#registry/geo/sketch/around'
import type { Drawing, Mark } from '#registry/geo/sketch/marks'

export interface SketchOptions {
  /** Grid of the survey; the belt of the place where it was surveyed in degrees. */
  epsg: number
  /** Parcels around it, with the code written on each. */
  neighbours?: readonly { shape: Shape; code: string }[]
  /** What the deed says of each side. */
  boundaries?: readonly { side: string; text: string | null; length: string | null }[]
  title: string
  locale?: 'ar' | 'en'
}

/** A corner of a parcel as its sketch lists it: texts in metres of the grid. */
export interface Corner {
  label: string
  east: string
  north: string
  /** Metres to the next corner. */
  length: string
}

/** كروكي: a parcel on paper, at a round scale, with everything that is written around it. */
export interface Sketch extends Drawing {
  epsg: number
  /** 1 : scale. */
  scale: number
  corners: Corner[]
}

const WIDTH = 190
const TOP = 24
const SIDE = 150
const MARGIN = 16
/** Corners written with numbers; more would cover the outline. */
const LISTED = 60

/**
 * Draws an area on the grid of its survey: outline at a round scale, numbered corners, lengths of the
 * sides, neighbours, what the deed says of each side, north, scale bar and the table of corners.
 */
export function sketchOf(shape: Shape, options: SketchOptions): Sketch {
  const { epsg: srid, neighbours = [], boundaries = [], locale = 'ar' } = options
  const isGrid = knowsGrid(srid) && gridOf(srid).unit === 'metre'
  const epsg = isGrid ? srid : beltOf(insidePoint(shape))
  const onGrid = polygonsOf(mapped(shape, (at) => fromWgs84(at, epsg)))
  const { scale, place } = fitted(onGrid.flat(2))
  const rings = onGrid.map((polygon) => polygon.map((ring) => ring.map(place)))
  const outer = onGrid[0]![0]!.slice(0, -1)
  const corners = outer.map((at, index) => ({
    label: String(index + 1),
    east: at[0].toFixed(3),
    north: at[1].toFixed(3),
    length: apart(at, outer[(index + 1) % outer.length]!).toFixed(2),
  }))
  const marks: Mark[] = [
    ...neighbours.flatMap((neighbour) =>
      neighbourMarks(neighbour, (at) => place(fromWgs84(at, epsg)))
    ),
    { kind: 'outline', rings: rings.flat(), role: 'parcel' },
    ...cornerMarks(rings[0]![0]!.slice(0, -1), corners),
  ]
  const table = cornerTable(corners.slice(0, LISTED), corners.length, TOP + SIDE + 12, locale)
  return {
    epsg,
    scale,
    corners,
    width: WIDTH,
    height: table.bottom,
    marks: [
      ...marks,
      ...heading({
        title: options.title,
        grid: gridOf(epsg).names[locale],
        epsg,
        scale,
        m2: ellipsoidArea(shape).toFixed(2),
        feddan: writtenFeddan(ellipsoidArea(shape), locale),
        perimeter: perimeter(shape).toFixed(2),
        boundaries,
        frame: { left: 0, top: TOP, width: WIDTH, height: SIDE },
        locale,
      }),
      ...table.marks,
    ],
  }
}

/** A round scale at which positions fit the frame, and where each comes to lie on it. */
function fitted(positions: readonly Position[]) {
  const [xs, ys] = [positions.map(([x]) => x), positions.map(([, y]) => y)]
  const [west, east] = [least(xs), -least(xs.map((x) => -x))]
  const [south, north] = [least(ys), -least(ys.map((y) => -y))]
  const needed =
    1000 *
    Math.max((east - west) / (WIDTH - 4 * MARGIN), (north - south) / (SIDE - 4 * MARGIN), 0.05)
  const power = 10 ** Math.floor(Math.log10(needed))
  const scale = [1, 2, 2.5, 5, 10].map((step) => step * power).find((step) => step >= needed)!
  const [middleX, middleY] = [(west + east) / 2, (south + north) / 2]
  const place = ([x, y]: Position): Position => [
    WIDTH / 2 + ((x - middleX) * 1000) / scale,
    TOP + SIDE / 2 - ((y - middleY) * 1000) / scale,
  ]
  return { scale, place }
}

/** Numbers outside each corner and lengths outside each side that is long enough to bear one. */
function cornerMarks(ring: readonly Position[], corners: readonly Corner[]): Mark[] {
  const polygon = [[[...ring, ring[0]!] as Ring]]
  const every = Math.ceil(ring.length / LISTED)
  return ring.flatMap((at, index): Mark[] => {
    const next = ring[(index + 1) % ring.length]!
    const before = ring[(index + ring.length - 1) % ring.length]!
    const marks: Mark[] = []
    if (index % every === 0) {
      const [x, y] = outside(at, bisector(before, at, next), 3.4, polygon)
      marks.push(
        { kind: 'dot', at, role: 'corner' },
        {
          kind: 'text',
          at: [x, y + 1.1],
          text: corners[index]!.label,
          size: 3.2,
          hold: 'middle',
          role: 'corner',
        }
      )
    }
    const length = apart(at, next)
    if (length < 11 || every > 1) return marks
    const along = (Math.atan2(next[1] - at[1], next[0] - at[0]) * 180) / Math.PI
    const turn = Math.abs(along) > 90 ? along - 180 * Math.sign(along) : along
    const middle: Position = [(at[0] + next[0]) / 2, (at[1] + next[1]) / 2]
    const normal: Position = [-(next[1] - at[1]) / length, (next[0] - at[0]) / length]
    const [x, y] = outside(middle, normal, 2.6, polygon)
    // The foot of the letters lies below the middle of the line, as the text is turned.
    const [sin, cos] = [Math.sin((turn * Math.PI) / 180), Math.cos((turn * Math.PI) / 180)]
    marks.push({
      kind: 'text',
      at: [x - sin * 0.9, y + cos * 0.9],
      text: corners[index]!.length,
      size: 2.7,
      hold: 'middle',
      turn,
      role: 'side',
    })
    return marks
  })
}

function bisector(before: Position, at: Position, next: Position): Position {
  const unit = ([x, y]: Position): Position => {
    const length = Math.hypot(x, y) || 1
    return [x / length, y / length]
  }
  const [a, b] = [
    unit([at[0] - before[0], at[1] - before[1]]),
    unit([at[0] - next[0], at[1] - next[1]]),
  ]
  const sum: Position = [a[0] + b[0], a[1] + b[1]]
  return Math.hypot(...sum) < 0.05 ? [-a[1], a[0]] : unit(sum)
}

/** A place beside another one, on the side that is not inside the outline. */
function outside([x, y]: Position, [dx, dy]: Position, by: number, polygon: Ring[][]): Position {
  const there: Position = [x + dx * by, y + dy * by]
  const probe: Position = [x + dx * 0.3, y + dy * 0.3]
  return isInside(probe, polygon) ? [x - dx * by, y - dy * by] : there
}

/** The part of a neighbour's outline within the frame, edge by edge, and its code. */
function neighbourMarks(
  { shape, code }: { shape: Shape; code: string },
  place: (at: Position) => Position
): Mark[] {
  const marks: Mark[] = []
  for (const ring of polygonsOf(shape).flat()) {
    const placed = ring.map(place)
    for (let i = 1; i < placed.length; i++) {
      const part = clipped(placed[i - 1]!, placed[i]!)
      if (part) marks.push({ kind: 'line', from: part[0], to: part[1], role: 'neighbour' })
    }
  }
  const label = place(insidePoint(shape))
  const [x, y] = [clamp(label[0], 14, WIDTH - 14), clamp(label[1], TOP + 14, TOP + SIDE - 12)]
  marks.push({ kind: 'text', at: [x, y], text: code, size: 2.6, hold: 'middle', role: 'neighbour' })
  return marks
}

/** Liang and Barsky: the part of a segment within the frame, or null. */
function clipped([x1, y1]: Position, [x2, y2]: Position): [Position, Position] | null {
  let [from, to] = [0, 1]
  const [dx, dy] = [x2 - x1, y2 - y1]
  for (const [step, room] of [
    [-dx, x1],
    [dx, WIDTH - x1],
    [-dy, y1 - TOP],
    [dy, TOP + SIDE - y1],
  ] as const) {
    if (step === 0 && room < 0) return null
    if (step < 0) from = Math.max(from, room / step)
    if (step > 0) to = Math.min(to, room / step)
  }
  if (from >= to) return null
  return [
    [x1 + dx * from, y1 + dy * from],
    [x1 + dx * to, y1 + dy * to],
  ]
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value))
}

function least(values: readonly number[]): number {
  return values.reduce((low, value) => (value < low ? value : low), Infinity)
}

function apart([x1, y1]: Position, [x2, y2]: Position): number {
  return Math.hypot(x2 - x1, y2 - y1)
}
