import db from '@adonisjs/lucid/services/db'
import { fold } from '#core/arabic'
import type { Locale } from '#core/domain_error'
import { visible, type Reader } from '#identity/access/visible'
import { bbox, fromDb } from '#registry/geo/shape'
import { assetSearch } from '#registry/search/asset_search'
import { leaving } from '#registry/ogc/collections/assets'

/** Where a search may take the map. */
export interface Place {
  label: string
  detail: string
  /** Where to fly: a point, or a box of degrees. */
  at?: [number, number]
  box?: [number, number, number, number]
  url?: string
}

const MOST = 8

/** Units by name, assets by any words of theirs, and a pair of degrees as it is typed. */
export async function placesFor(typed: string, reader: Reader, locale: Locale): Promise<Place[]> {
  const words = fold(typed).trim()
  if (words.length < 2) return []
  const [units, assets] = await Promise.all([
    unitsFor(words, reader, locale),
    assetsFor(typed, reader),
  ])
  return [...degrees(typed), ...units, ...assets].slice(0, MOST * 2)
}

/** `29.3084, 30.8428` or the other way round: Egypt lies between 24 and 37 east, 21 and 32 north. */
function degrees(typed: string): Place[] {
  const found = /^\s*(\d{2}\.\d+)[\s,;]+(\d{2}\.\d+)\s*$/.exec(typed)
  if (!found) return []
  const [a, b] = [Number(found[1]), Number(found[2])]
  // Where both readings are possible, latitude is typed first, as field devices show it.
  const [lat, lon] = a >= 21 && a <= 32 ? [a, b] : [b, a]
  return lon >= 24 && lon <= 37 ? [{ label: `${lat}, ${lon}`, detail: '', at: [lon, lat] }] : []
}

async function unitsFor(words: string, reader: Reader, locale: Locale): Promise<Place[]> {
  const query = db
    .from('units')
    .join('unit_limits as l', 'l.unit_id', 'units.id')
    .whereRaw('units.search_text LIKE ?', [`%${escaped(words)}%`])
    .orderBy('l.valid_from', 'desc')
    .select(
      `units.name_${locale} as name`,
      'units.id',
      db.raw('ST_AsBinary(ST_Envelope(l.shape)) AS box')
    )
    .limit(MOST)
  const rows = await visible(query, reader, 'registry.assets.read', 'units.id')
  const seen = new Set<number>()
  return rows.flatMap((row) => {
    if (seen.has(row.id)) return []
    seen.add(row.id)
    return [{ label: row.name, detail: '', box: bbox(fromDb(row.box)) }]
  })
}

async function assetsFor(typed: string, reader: Reader): Promise<Place[]> {
  const query = leaving(db.from('assets'), reader)
    .where('assets.is_current', 1)
    .whereNotNull('assets.latitude')
    .select('assets.id', 'assets.name', 'assets.code', 'assets.longitude', 'assets.latitude')
    .limit(MOST)
  const { apply } = await assetSearch(typed, { parties: false })
  apply(query)
  return (await query).map((row) => ({
    label: row.name,
    detail: row.code,
    at: [Number(row.longitude), Number(row.latitude)] as [number, number],
    url: `/registry/assets/${row.id}`,
  }))
}

const escaped = (text: string) => text.replace(/[%_\\]/g, '\\$&')
