import type { Trx } from '#core/within'
import type { FiledShape } from '#registry/imports/land/state'

type Box = readonly [number, number, number, number]

/** A recorded shape near shapes of a file. */
export interface RecordedShape {
  assetId: number
  unitId: number
  code: string
  isOpen: boolean
  level: string
  wkb: Buffer
  box: Box
}

/** Cells of degrees, so wide that an ordinary shape touches few of them. */
export class Cells {
  readonly #size: number
  readonly #cells = new Map<number, number[]>()
  readonly #wide: number[] = []

  constructor(boxes: Iterable<Box>) {
    const widths = [...boxes].map(([w, s, e, n]) => Math.max(e - w, n - s)).sort((a, b) => a - b)
    this.#size = Math.max(2e-5, (widths[Math.floor(widths.length * 0.7)] ?? 0) * 1.5)
  }

  add(index: number, box: Box): void {
    const keys = this.#keys(box)
    if (!keys) this.#wide.push(index)
    else for (const key of keys) this.#put(key, index)
  }

  /** Those that may touch a box, some of them more than once. */
  *near(box: Box): Generator<number> {
    yield* this.#wide
    const keys = this.#keys(box)
    if (keys) for (const key of keys) yield* this.#cells.get(key) ?? []
    else for (const list of this.#cells.values()) yield* list
  }

  #put(key: number, index: number): void {
    const list = this.#cells.get(key)
    if (list) list.push(index)
    else this.#cells.set(key, [index])
  }

  #keys([west, south, east, north]: Box): number[] | null {
    const [x1, x2] = [Math.floor((west + 180) / this.#size), Math.floor((east + 180) / this.#size)]
    const [y1, y2] = [Math.floor((south + 90) / this.#size), Math.floor((north + 90) / this.#size)]
    if ((x2 - x1 + 1) * (y2 - y1 + 1) > 256) return null
    const keys: number[] = []
    for (let y = y1; y <= y2; y++) for (let x = x1; x <= x2; x++) keys.push(y * 67_108_864 + x)
    return keys
  }
}

export function meets(a: Box, b: Box, margin: number): boolean {
  return (
    a[0] <= b[2] + margin && b[0] <= a[2] + margin && a[1] <= b[3] + margin && b[1] <= a[3] + margin
  )
}

/** Shapes of the file asked for together: their common box is one question to the database. */
const TOGETHER = 400

/**
 * The current polygons around the shapes of a file, each once: asked box by box inside the import's
 * transaction, along lines from south to north so that each box stays small.
 */
export async function* recordedAround(
  shapes: readonly { index: number; shape: FiledShape }[],
  margin: number,
  trx: Trx
): AsyncGenerator<{ group: typeof shapes; recorded: RecordedShape[] }> {
  const lane = 0.01
  const laneOf = ({ shape }: { shape: FiledShape }) => Math.floor(shape.box[1] / lane)
  const ordered = shapes.toSorted(
    (a, b) => laneOf(a) - laneOf(b) || a.shape.box[0] - b.shape.box[0]
  )
  for (let from = 0; from < ordered.length; from += TOGETHER) {
    const group = ordered.slice(from, from + TOGETHER)
    const [w, s, e, n] = around(group.map(({ shape }) => shape.box))
    const [rows] = await trx.rawQuery(
      `SELECT s.asset_id, s.unit_id, ST_AsBinary(s.shape) AS wkb, a.code, a.security_class, s.level,
         ST_X(ST_PointN(ST_ExteriorRing(ST_Envelope(s.shape)), 1)) AS west, ST_Y(ST_PointN(ST_ExteriorRing(ST_Envelope(s.shape)), 1)) AS south,
         ST_X(ST_PointN(ST_ExteriorRing(ST_Envelope(s.shape)), 3)) AS east, ST_Y(ST_PointN(ST_ExteriorRing(ST_Envelope(s.shape)), 3)) AS north
       FROM asset_shapes s STRAIGHT_JOIN assets a ON a.id = s.asset_id
       WHERE MBRIntersects(s.shape, ST_GeomFromText(?)) AND s.kind = 'polygon' AND a.is_current = 1`,
      [envelope(w - margin, s - margin, e + margin, n + margin)]
    )
    yield { group, recorded: (rows as RecordedRow[]).map(recordedOf) }
  }
}

interface RecordedRow {
  asset_id: number
  unit_id: number
  wkb: Buffer
  code: string
  security_class: string
  level: string
  west: number
  south: number
  east: number
  north: number
}

function recordedOf(row: RecordedRow): RecordedShape {
  return {
    assetId: Number(row.asset_id),
    unitId: Number(row.unit_id),
    code: row.code,
    isOpen: row.security_class === 'normal',
    level: row.level,
    wkb: row.wkb,
    box: [row.west, row.south, row.east, row.north],
  }
}

function around(boxes: readonly Box[]): Box {
  return boxes.reduce((all, box) => [
    Math.min(all[0], box[0]),
    Math.min(all[1], box[1]),
    Math.max(all[2], box[2]),
    Math.max(all[3], box[3]),
  ])
}

function envelope(w: number, s: number, e: number, n: number): string {
  return `POLYGON((${w} ${s},${e} ${s},${e} ${n},${w} ${n},${w} ${s}))`
}
