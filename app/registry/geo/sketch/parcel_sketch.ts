import db from '@adonisjs/lucid/services/db'
import type { Words } from '#core/lists/definition'
import type { Reader } from '#identity/access/visible'
import type Asset from '#registry/models/asset'
import { currentNeighbours } from '#registry/geo/candidates'
import type { Boundary } from '#registry/geo/sketch/around'
import type { SketchSubject } from '#registry/geo/sketch/subject'
import { fromDb, type Shape } from '#registry/geo/shape'

/** How far around a parcel its neighbours are drawn, in metres. */
const AROUND = 40
const MOST_NEIGHBOURS = 24

interface ShapeRow {
  shape: Buffer
  level: string
  source_srid: number
  surveyor: string | null
  surveyed_on: string | null
  version: number
}

/**
 * The sketch of an asset as its shape stands now, with the neighbours that a person may see; null when
 * it has no area. Restricted parcels around it are left out, whoever asks: sheets are handed on (R28).
 * The asset's unit must be loaded.
 */
export async function parcelSketch(
  asset: Asset,
  { reader, words, url }: { reader: Reader; words: Words; url: string }
): Promise<SketchSubject | null> {
  const [rows] = await db.rawQuery(
    `SELECT ST_AsBinary(s.shape) AS shape, s.level, g.source_srid, g.surveyor, g.surveyed_on, g.version
       FROM asset_shapes s JOIN asset_geometries g ON g.id = s.geometry_id
      WHERE s.asset_id = ? AND s.kind = 'polygon'`,
    [asset.id]
  )
  const row = rows[0] as ShapeRow | undefined
  if (!row) return null
  const shape = fromDb(row.shape)
  const { nameAr, nameEn } = asset.unit
  return {
    title: asset.name,
    code: asset.code,
    unit: { id: Number(asset.unitId), name: words.locale === 'ar' ? nameAr : nameEn },
    shape,
    srid: Number(row.source_srid),
    areas: await areasOf(asset.id),
    survey: row,
    boundaries: await boundariesOf(asset.id),
    neighbours: await neighboursOf(shape, { level: row.level, except: asset.id }, reader),
    url,
    isProposed: false,
  }
}

/** The parcels around a shape that a person may see. */
export async function neighboursOf(
  shape: Shape,
  { level, except }: { level: string; except?: number | readonly number[] },
  reader: Reader
): Promise<{ shape: Shape; code: string }[]> {
  const seen = reader.unitIds('registry.assets.read')
  const found = await currentNeighbours(shape, { level, except, margin: AROUND })
  return found
    .filter(({ isOpen, unitId }) => isOpen && (seen === 'all' || seen.includes(unitId)))
    .slice(0, MOST_NEIGHBOURS)
}

/** Deed and survey as they stand today, with feddan, qirat and sahm as the paper has them. */
async function areasOf(assetId: number): Promise<SketchSubject['areas']> {
  const [rows] = await db.rawQuery(
    `SELECT kind, m2, as_written FROM asset_areas a WHERE asset_id = ? AND kind IN ('deed', 'survey')
        AND id = (SELECT x.id FROM asset_areas x WHERE x.asset_id = a.asset_id AND x.kind = a.kind
          AND x.valid_from <= CURDATE() ORDER BY x.valid_from DESC, x.id DESC LIMIT 1)
      ORDER BY kind`,
    [assetId]
  )
  return rows as SketchSubject['areas']
}

async function boundariesOf(assetId: number): Promise<Boundary[]> {
  const sides = await db
    .from('asset_boundaries')
    .where('asset_id', assetId)
    .whereNull('valid_to')
    .orderByRaw("FIELD(side, 'north', 'south', 'east', 'west', 'other')")
    .orderBy('seq')
    .select('side', 'neighbour_text', 'length_survey_m', 'length_deed_m')
  return sides.map((side) => ({
    side: side.side,
    text: side.neighbour_text,
    length: trimmed(side.length_survey_m ?? side.length_deed_m),
  }))
}

/** Two decimals of a length as the column gives it: '47.300' → '47.30'. */
function trimmed(length: string | null): string | null {
  return length === null ? null : length.replace(/(\.\d\d)\d*$/, '$1')
}
