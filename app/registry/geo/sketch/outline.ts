import type { Mark } from '#core/documents/drawing'
import type { Words } from '#core/lists/definition'
import { beltOf, fromWgs84, gridOf, knowsGrid } from '#registry/geo/grids'
import { insidePoint } from '#registry/geo/shape'
import { mapped, polygonsOf, type Position, type Shape } from '#registry/geo/types'
import { cornerMarks, labelled, type Box, type Placed } from '#registry/geo/sketch/labels'
import { neighbourMarks } from '#registry/geo/sketch/neighbours'

/** Where on a sheet the ground is drawn, in millimetres. */
export interface Frame {
  left: number
  top: number
  width: number
  height: number
}

/** A corner of a parcel as its sketch lists it: texts in metres of the grid. */
export interface Corner {
  /** Which outline it is of, where there are several: a part of the parcel, or a hole in it. */
  part: string | null
  label: string
  east: string
  north: string
  /** Metres to the next corner of the same outline. */
  length: string
}

export interface Outline {
  epsg: number
  /** 1 : scale. */
  scale: number
  corners: Corner[]
  marks: Mark[]
}

interface OutlineOptions {
  /** Grid of the survey; the belt of the place where it was surveyed in degrees. */
  epsg: number
  frame: Frame
  /** Millimetres between the parcel and the frame. */
  margin: number
  /** Parcels around it, with the code written on each. */
  neighbours?: readonly { shape: Shape; code: string }[]
  words: Words
}

/**
 * An area on the grid of its survey at a round scale that fits a frame: its outlines with numbered
 * corners (through all parts and holes) and the lengths of the sides, and the parcels around it.
 */
export function outlineOf(shape: Shape, options: OutlineOptions): Outline {
  const { epsg: srid, frame, margin, neighbours = [], words } = options
  const isGrid = knowsGrid(srid) && gridOf(srid).unit === 'metre'
  const epsg = isGrid ? srid : beltOf(insidePoint(shape))
  const onGrid = polygonsOf(mapped(shape, (at) => fromWgs84(at, epsg)))
  const { scale, place } = fitted(onGrid.flat(2), frame, margin)
  const corners: Corner[] = []
  const rings = onGrid.flatMap((polygon, part) =>
    polygon.map((ring, hole): Placed[] => {
      const open = ring.slice(0, -1)
      const name = partName(onGrid, part, hole, words)
      return open.map((at, index) => {
        const corner = {
          part: name,
          label: String(corners.length + 1),
          east: at[0].toFixed(3),
          north: at[1].toFixed(3),
          length: apart(at, open[(index + 1) % open.length]!).toFixed(2),
        }
        corners.push(corner)
        return { at: place(at), corner }
      })
    })
  )
  const placed = onGrid.map((polygon) => polygon.map((ring) => ring.map(place)))
  const drawn = cornerMarks(rings, placed)
  const around = { frame, parcel: placed, taken: [...labelled(drawn), northBox(frame)] }
  return {
    epsg,
    scale,
    corners,
    marks: [
      ...neighbours.flatMap((neighbour) =>
        neighbourMarks(neighbour, (at) => place(fromWgs84(at, epsg)), around)
      ),
      { kind: 'outline', rings: placed.flat(), role: 'parcel' },
      ...drawn,
    ],
  }
}

/** Scales that surveyors use: 1:500, 1:1000, 1:1500, 1:2000, 1:2500 … */
const ROUND = [1, 1.5, 2, 2.5, 3, 4, 5, 7.5, 10]

/** A round scale at which positions fit the frame, and where each comes to lie in it. */
export function fitted(positions: readonly Position[], frame: Frame, margin: number) {
  const [west, east] = range(positions.map(([x]) => x))
  const [south, north] = range(positions.map(([, y]) => y))
  const needed =
    1000 *
    Math.max(
      (east - west) / (frame.width - 2 * margin),
      (north - south) / (frame.height - 2 * margin),
      0.05
    )
  const power = 10 ** Math.floor(Math.log10(needed))
  const scale = ROUND.map((step) => step * power).find((step) => step >= needed)!
  const place = ([x, y]: Position): Position => [
    frame.left + frame.width / 2 + ((x - (west + east) / 2) * 1000) / scale,
    frame.top + frame.height / 2 - ((y - (south + north) / 2) * 1000) / scale,
  ]
  return { scale, place }
}

/** What an outline is called in the table of corners; nothing where there is only one. */
function partName(
  polygons: readonly Position[][][],
  part: number,
  hole: number,
  { t }: Words
): string | null {
  const several = polygons.length > 1
  if (!several && polygons[0]!.length === 1) return null
  const name = t('registry.sketch.part', { number: part + 1 })
  if (hole === 0) return several ? name : t('registry.sketch.outer')
  const inner = t('registry.sketch.hole', { number: hole })
  return several ? `${name} — ${inner}` : inner
}

function range(values: readonly number[]): [number, number] {
  let [least, most] = [Infinity, -Infinity]
  for (const value of values) {
    if (value < least) least = value
    if (value > most) most = value
  }
  return [least, most]
}

/** Where the arrow to the north stands: the upper right corner of a frame. */
function northBox({ left, top, width }: Frame): Box {
  return [left + width - 16, top, left + width, top + 20]
}

function apart([x1, y1]: Position, [x2, y2]: Position): number {
  return Math.hypot(x2 - x1, y2 - y1)
}
