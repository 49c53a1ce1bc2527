import type { Position } from '#registry/geo/types'
import type { Trx } from '#core/within'
import { visible, type Reader } from '#identity/access/visible'
import { fromDb, type Shape } from '#registry/geo/shape'
import { pixelAt, simplified } from '#registry/geo/simplify'
import { withinCells } from '#registry/map/cells'
import { cellSummary } from '#registry/map/summary'
import { MARKS, type Mark, type WindowQuestion } from '#registry/map/question'
import { leaving } from '#registry/ogc/collections/assets'
import type { LayerQuery } from '#registry/ogc/collection'
import { boxWkb } from '#registry/ogc/narrow'
import { looking } from '#registry/ogc/read'

/** More than this in a window and they are shown in heaps. */
export const MOST_SHOWN = 800
/** Above so many in the cells of a window, the database is not asked for each. */
const MOST_READ = 4000
/** From this zoom on a parcel is wider than a dot. */
const SHAPES_FROM = 13
/** Pixels between two heaps. */
const APART = 72

/** One asset on the map. */
export interface Shown {
  id: number
  at: Position
  name: string
  purpose: string
  life: string
  holdover?: true
  encroachment?: true
  shape?: Shape
}

/** Several assets drawn as one number. */
export interface Heap {
  at: Position
  count: number
}

export interface WindowAnswer {
  count: number
  assets: Shown[]
  heaps: Heap[]
}

/** The assets of a window: each where they are few, in heaps where they are many. */
export async function windowOf(question: WindowQuestion, reader: Reader): Promise<WindowAnswer> {
  if (question.mark) return marked(question, reader)
  const summary = await cellSummary()
  let count = 0
  const heaps = new Heaps(question.zoom)
  summary.each(reader, question, (heap) => {
    count += heap.count
    heaps.add([(heap.column + 0.5) / 100, (heap.row + 0.5) / 100], heap.count)
  })
  if (count > MOST_READ) return { count, assets: [], heaps: heaps.all() }
  return looking(async (trx) => {
    const query = assetsIn(trx.from('assets'), question, reader)
    const rows = await query.limit(MOST_READ * 2)
    return answerOf(rows, question, reader, trx)
  })
}

/** Assets with a mark, looked for from the side of the mark, which has few rows. */
function marked(question: WindowQuestion, reader: Reader): Promise<WindowAnswer> {
  return looking(async (trx) => {
    const ids = marks(trx, reader, question.mark!)
    const from = trx.from('assets').whereRaw(`assets.id IN (${ids.toQuery()})`)
    const rows = await assetsIn(from, { ...question, mark: null }, reader).limit(MOST_READ * 2)
    return answerOf(rows, question, reader, trx)
  })
}

const COLUMNS = { holdover: 'rights.asset_id', encroachment: 'e.asset_id' } as const

/** The assets that bear a mark, as far as a person may know of it. */
function marks(trx: Trx, reader: Reader, mark: Mark): LayerQuery {
  if (mark === 'holdover') {
    const held = trx.from('rights').where('rights.status', 'holdover').select('rights.asset_id')
    return visible(held, reader, 'registry.rights.read', 'rights.unit_id')
  }
  const taken = trx
    .from('encroachment_cases as c')
    .join('encroachment_assets as e', 'e.case_id', 'c.id')
    .whereNull('c.closed_on')
    .select('e.asset_id')
  return visible(taken, reader, 'registry.encroachments.read', 'c.unit_id')
}

function assetsIn(query: LayerQuery, question: WindowQuestion, reader: Reader): LayerQuery {
  const [west, south, east, north] = question.box
  void leaving(query, reader)
    .join('asset_classes as k', 'k.id', 'assets.class_id')
    .where('assets.is_current', 1)
    .whereRaw('assets.longitude BETWEEN ? AND ? AND assets.latitude BETWEEN ? AND ?', [
      west,
      east,
      south,
      north,
    ])
    .select(
      'assets.id',
      'assets.longitude',
      'assets.latitude',
      'assets.name',
      'assets.life_status',
      'k.purpose'
    )
  const cells = withinCells('assets.cell', question.box, 400)
  if (cells) void query.whereRaw(cells)
  if (question.classes) void query.whereIn('assets.class_id', question.classes)
  if (question.life) void query.where('assets.life_status', question.life)
  if (question.domain) void query.where('assets.domain', question.domain)
  return query
}

async function answerOf(
  rows: Record<string, any>[],
  question: WindowQuestion,
  reader: Reader,
  trx: Trx
): Promise<WindowAnswer> {
  const count = rows.length
  if (count > MOST_SHOWN) {
    const heaps = new Heaps(question.zoom)
    for (const row of rows) heaps.add([Number(row.longitude), Number(row.latitude)], 1)
    return { count, assets: [], heaps: heaps.all() }
  }
  const assets = rows.map((row): Shown => ({
    id: Number(row.id),
    at: [Number(row.longitude), Number(row.latitude)],
    name: row.name,
    purpose: row.purpose,
    life: row.life_status,
  }))
  await addMarks(assets, reader, trx)
  if (question.zoom >= SHAPES_FROM) await addShapes(assets, question, reader, trx)
  return { count, assets, heaps: [] }
}

async function addMarks(assets: Shown[], reader: Reader, trx: Trx): Promise<void> {
  if (assets.length === 0) return
  const byId = new Map(assets.map((asset) => [asset.id, asset]))
  const among = [...byId.keys()].join(',')
  const opens = {
    holdover: 'registry.rights.read',
    encroachment: 'registry.encroachments.read',
  } as const
  for (const mark of MARKS) {
    if (reader.unitIds(opens[mark]).length === 0) continue
    const query = marks(trx, reader, mark).whereRaw(`${COLUMNS[mark]} IN (${among})`)
    for (const row of await query) byId.get(Number(row.asset_id))![mark] = true
  }
}

/** Outlines of the window's parcels, those whose middle lies beyond its edge too. */
async function addShapes(
  assets: Shown[],
  question: WindowQuestion,
  reader: Reader,
  trx: Trx
): Promise<void> {
  const query = leaving(
    trx.from('asset_shapes as s').join('assets', 'assets.id', 's.asset_id'),
    reader
  )
    .join('asset_classes as k', 'k.id', 'assets.class_id')
    .whereRaw("MBRIntersects(s.shape, ST_GeomFromWKB(?)) AND s.kind = 'polygon'", [
      boxWkb(question.box),
    ] as never[])
    .where('assets.is_current', 1)
    .if(question.classes, (some) => some.whereIn('assets.class_id', question.classes!))
    .if(question.life, (some) => some.where('assets.life_status', question.life!))
    .if(question.domain, (some) => some.where('assets.domain', question.domain!))
    .if(question.mark, (some) =>
      some.whereIn('assets.id', assets.length ? assets.map(({ id }) => id) : [0])
    )
    .select(trx.raw('s.asset_id, ST_AsBinary(s.shape) AS shape'))
    .select('assets.longitude', 'assets.latitude', 'assets.name', 'assets.life_status', 'k.purpose')
    .limit(MOST_SHOWN)
  const byId = new Map(assets.map((asset) => [asset.id, asset]))
  for (const row of await query) {
    const shape = drawn(fromDb(row.shape), question.zoom)
    const known = byId.get(Number(row.asset_id))
    if (known) known.shape = shape
    else {
      assets.push({
        id: Number(row.asset_id),
        at: [Number(row.longitude), Number(row.latitude)],
        name: row.name,
        purpose: row.purpose,
        life: row.life_status,
        shape,
      })
    }
  }
}

/** From this zoom on corners are shown one by one, and drawn to. */
const EXACT_FROM = 17

/** An outline no finer than half a pixel; near by each corner as it is kept, to be snapped to. */
function drawn(shape: Shape, zoom: number): Shape {
  if (zoom >= EXACT_FROM || shape.type === 'Point') return shape
  return simplified(shape, pixelAt(zoom) / 2, 7) ?? shape
}

/** A centimetre: a heap needs no finer place. */
const rounded = (degrees: number) => Math.round(degrees * 1e7) / 1e7

/** Gathers assets into squares of the screen; each heap stands in the middle of what it holds. */
class Heaps {
  readonly #squares = new Map<number, { x: number; y: number; count: number }>()
  readonly #step: number

  constructor(zoom: number) {
    this.#step = (APART * 360) / (256 * 2 ** zoom)
  }

  add([x, y]: [number, number], count: number): void {
    const key = Math.floor(y / this.#step) * 1_000_000 + Math.floor(x / this.#step)
    const square = this.#squares.get(key)
    if (!square) this.#squares.set(key, { x: x * count, y: y * count, count })
    else {
      square.x += x * count
      square.y += y * count
      square.count += count
    }
  }

  all(): Heap[] {
    return [...this.#squares.values()].map(({ x, y, count }) => ({
      at: [rounded(x / count), rounded(y / count)],
      count,
    }))
  }
}
