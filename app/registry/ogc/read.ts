import db from '@adonisjs/lucid/services/db'
import type { Trx } from '#core/within'
import type { Reader } from '#identity/access/visible'
import { NotFoundError } from '#identity/errors'
import type { LayerQuery, OgcCollection } from '#registry/ogc/collection'
import { featureOf, selectFeatures, type Feature } from '#registry/ogc/features'
import { narrow } from '#registry/ogc/narrow'
import type { ItemsQuestion } from '#registry/ogc/question'

export interface ItemsPage {
  features: Feature[]
  /** How many features the question is about, over all pages. */
  matched: number
  /** The number after which the next page begins; null on the last. */
  next: number | null
}

export interface Extent {
  bbox: [number, number, number, number] | null
  interval: [string | null, string | null]
}

/**
 * One look at the register: count, page and extent tell of the same moment. Outside of a transaction
 * MariaDB refuses a spatial condition beside another one with error 1207 (MDEV-26123).
 */
export function looking<T>(look: (trx: Trx) => Promise<T>): Promise<T> {
  // Within a transaction of the whole connection (tests) a savepoint takes no options.
  if (db.connectionGlobalTransactions.size > 0) return db.transaction(look)
  return db.transaction(look, { readOnly: true } as never)
}

/** A page of features, the smallest number first. */
export function itemsPage(
  collection: OgcCollection,
  question: ItemsQuestion,
  reader: Reader
): Promise<ItemsPage> {
  const { limit, offset, after } = question
  return looking(async (trx) => {
    const asked = () => narrow(collection.rows(trx, reader), collection, question)
    const matched = await countOf(asked())
    const query = selectFeatures(asked(), collection)
    if (after > 0) void query.whereRaw(`${collection.key} > ?`, [after])
    if (offset > 0) void query.offset(offset)
    const rows = await query.orderByRaw(collection.key).limit(limit + 1)
    const features = rows.slice(0, limit).map((row) => featureOf(row, collection))
    return { features, matched, next: rows.length > limit ? features.at(-1)!.id : null }
  })
}

/** @throws NotFoundError for a feature that is not there, or not for him */
export function oneFeature(
  collection: OgcCollection,
  id: string,
  reader: Reader
): Promise<Feature> {
  if (!/^[1-9]\d{0,14}$/.test(id)) throw new NotFoundError()
  return looking(async (trx) => {
    const query = selectFeatures(collection.rows(trx, reader), collection)
    const row = await query.whereRaw(`${collection.key} = ?`, [Number(id)]).first()
    if (!row) throw new NotFoundError()
    return featureOf(row, collection)
  })
}

async function countOf(query: LayerQuery): Promise<number> {
  const row = await query.count('* as count').first()
  return Number(row?.count ?? 0)
}

/** Where and when the features lie that this person may see. */
export function extentOf(collection: OgcCollection, reader: Reader): Promise<Extent> {
  return looking(async (trx) => {
    const query = collection.rows(trx, reader)
    const raw = (sql: string) => query.client.raw(sql)
    const { geometry, time } = collection
    const [x, y] =
      geometry.type === 'Point'
        ? [
            [geometry.longitude, geometry.longitude],
            [geometry.latitude, geometry.latitude],
          ]
        : corners(geometry.column)
    void query.select(
      raw(`MIN(${x[0]}) AS west`),
      raw(`MIN(${y[0]}) AS south`),
      raw(`MAX(${x[1]}) AS east`),
      raw(`MAX(${y[1]}) AS north`)
    )
    if (time) {
      const [from, to] = 'moment' in time ? [time.moment, time.moment] : [time.from, time.to]
      void query.select(raw(`MIN(${from}) AS since`), raw(`MAX(${to}) AS until`))
    }
    const row: Record<string, any> = (await query.first()) ?? {}
    return {
      bbox:
        row.west === null || row.west === undefined
          ? null
          : [Number(row.west), Number(row.south), Number(row.east), Number(row.north)],
      interval: [momentText(row.since), momentText(row.until)],
    }
  })
}

/** The lower left and upper right corner of a shape, as longitudes and as latitudes. */
function corners(column: string): [[string, string], [string, string]] {
  const corner = (axis: 'X' | 'Y', n: 1 | 3) =>
    `ST_${axis}(ST_PointN(ST_ExteriorRing(ST_Envelope(${column})), ${n}))`
  return [
    [corner('X', 1), corner('X', 3)],
    [corner('Y', 1), corner('Y', 3)],
  ]
}

function momentText(value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (value instanceof Date) return value.toISOString()
  const day = String(value).slice(0, 10)
  // The last day there is stands for an open end.
  return day.startsWith('9999') ? null : `${day}T00:00:00Z`
}
