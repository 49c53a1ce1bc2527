import proj4 from 'proj4'
import { beltOf, fromWgs84 } from '#registry/geo/grids'
import { fromWkb } from '#registry/geo/wkb'
import type { FiledShape } from '#registry/imports/land/state'
import { boxOfEdges, flatEdges, type FlatEdges } from '#registry/geo/shared_area'
import { polygonsOf, type Position } from '#registry/geo/types'

/** An area in metres on one plane. */
export interface Flat {
  /** Areas of one plane are compared as they are. */
  plane: string
  edges: FlatEdges
}

/** Numbers in one piece of the store below, and how many pieces are kept: 64 MB. */
const PIECE = 1 << 17
const PIECES = 64

/**
 * The outlines of a file on their planes, as one long row of numbers instead of a hundred thousand
 * objects. Of very large files the oldest are forgotten and worked out again when they are asked for.
 */
export class FlatStore {
  readonly #pieces: Float64Array[] = []
  readonly #from: Uint32Array
  readonly #count: Uint32Array
  readonly #piece: Int32Array
  #used = PIECE

  constructor(readonly shapes: readonly FiledShape[]) {
    this.#from = new Uint32Array(shapes.length)
    this.#count = new Uint32Array(shapes.length)
    this.#piece = new Int32Array(shapes.length).fill(-1)
  }

  /** The shape at a place of the list, on its own plane. */
  at(index: number): Flat {
    const shape = this.shapes[index]!
    const plane = planeAt([shape.box[0], shape.box[1]], shape.isAbroad)
    const kept = this.#pieces[this.#piece[index]!]
    if (kept && kept.length > 0) {
      const from = this.#from[index]!
      const numbers = kept.subarray(from, from + this.#count[index]!)
      return { plane, edges: { edges: numbers, ...boxOfEdges(numbers) } }
    }
    const flat = flatOn(plane, shape.wkb)
    this.#keep(index, flat.edges.edges)
    return flat
  }

  #keep(index: number, edges: Float64Array): void {
    if (edges.length > PIECE) return
    if (this.#used + edges.length > PIECE) {
      this.#pieces.push(new Float64Array(PIECE))
      this.#used = 0
      const oldest = this.#pieces.length - 1 - PIECES
      if (oldest >= 0) this.#pieces[oldest] = new Float64Array(0)
    }
    this.#pieces.at(-1)!.set(edges, this.#used)
    this.#piece[index] = this.#pieces.length - 1
    this.#from[index] = this.#used
    this.#count[index] = edges.length
    this.#used += edges.length
  }
}

/** Easting of the meridian of each belt; the stretch of a belt grows with the distance from it. */
const MERIDIAN: Record<string, number> = {
  22991: 300_000,
  22992: 615_000,
  22993: 700_000,
  22994: 700_000,
}
const EARTH_RADIUS = 6_363_000

const abroad = new Map<string, { forward(at: Position): Position }>()

/** The plane on which a place is surveyed: its belt in Egypt, its zone of UTM elsewhere. */
function planeAt([lon, lat]: Position, isAbroad: boolean): string {
  if (!isAbroad) return String(beltOf([lon, lat]))
  const zone = Math.min(60, Math.max(1, Math.floor((lon + 180) / 6) + 1))
  return `utm${zone}${lat < 0 ? 's' : ''}`
}

/** The polygons of a stored shape on a plane. */
export function flatOn(plane: string, wkb: Buffer): Flat {
  const at = converterTo(plane)
  const polygons = polygonsOf(fromWkb(wkb)).map((rings) => rings.map((ring) => ring.map(at)))
  return { plane, edges: flatEdges(polygons) }
}

function converterTo(plane: string): (at: Position) => Position {
  if (!plane.startsWith('utm')) {
    const epsg = Number(plane)
    return (at) => fromWgs84(at, epsg)
  }
  let convert = abroad.get(plane)
  if (!convert) {
    const definition = `+proj=utm +zone=${Number.parseInt(plane.slice(3), 10)}${plane.endsWith('s') ? ' +south' : ''} +datum=WGS84`
    convert = proj4('+proj=longlat +datum=WGS84 +no_defs', definition) as {
      forward(at: Position): Position
    }
    abroad.set(plane, convert)
  }
  return (at) => convert.forward([at[0], at[1]])
}

/** Square metres of ground of a square metre of a plane at an easting. */
export function groundAt(plane: string, easting: number): number {
  const meridian = MERIDIAN[plane]
  if (meridian === undefined) return 1 / 0.9996 ** 2
  const off = (easting - meridian) / EARTH_RADIUS
  return 1 / (1 + (off * off) / 2) ** 2
}
