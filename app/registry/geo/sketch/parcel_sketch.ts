import db from '@adonisjs/lucid/services/db'
import type { Reader } from '#identity/access/visible'
import { currentNeighbours } from '#registry/geo/candidates'
import { sketchOf, type Sketch } from '#registry/geo/sketch/sheet'
import { fromDb } from '#registry/geo/shape'

/** How far around a parcel its neighbours are drawn, in metres. */
const AROUND = 40
const MOST_NEIGHBOURS = 24

interface ShapeRow {
  shape: Buffer
  level: string
  source_srid: number
  surveyor: string | null
  surveyed_on: string | null
  valid_from: string
  version: number
}

/** The current sketch of an asset, and the survey it comes from. */
export interface ParcelSketch {
  sketch: Sketch
  survey: Pick<ShapeRow, 'surveyor' | 'surveyed_on' | 'valid_from' | 'version'>
}

/**
 * The sketch of an asset as its shape stands now, with the neighbours that a person may see; null when
 * it has no area. Restricted parcels around it are left out, whoever asks: sheets are handed on (R28).
 */
export async function parcelSketch(
  asset: { id: number; title: string },
  reader: Reader,
  locale: 'ar' | 'en'
): Promise<ParcelSketch | null> {
  const [rows] = await db.rawQuery(
    `SELECT ST_AsBinary(s.shape) AS shape, s.level, g.source_srid, g.surveyor, g.surveyed_on, g.valid_from, g.version
       FROM asset_shapes s JOIN asset_geometries g ON g.id = s.geometry_id
      WHERE s.asset_id = ? AND s.kind = 'polygon'`,
    [asset.id]
  )
  const row = rows[0] as ShapeRow | undefined
  if (!row) return null
  const shape = fromDb(row.shape)
  const around = { level: row.level, except: asset.id, margin: AROUND }
  const seen = reader.unitIds('registry.assets.read')
  const neighbours = (await currentNeighbours(shape, around))
    .filter(({ isOpen, unitId }) => isOpen && (seen === 'all' || seen.includes(unitId)))
    .slice(0, MOST_NEIGHBOURS)
  const sides = await db
    .from('asset_boundaries')
    .where('asset_id', asset.id)
    .whereNull('valid_to')
    .orderBy('side')
    .orderBy('seq')
    .select('side', 'neighbour_text', 'length_survey_m', 'length_deed_m')
  const boundaries = sides.map((side) => ({
    side: side.side as string,
    text: side.neighbour_text as string | null,
    length: trimmed(side.length_survey_m ?? side.length_deed_m),
  }))
  const options = {
    epsg: Number(row.source_srid),
    neighbours,
    boundaries,
    title: asset.title,
    locale,
  }
  return { sketch: sketchOf(shape, options), survey: row }
}

/** Two decimals of a length as the column gives it: '47.300' → '47.30'. */
function trimmed(length: string | null): string | null {
  return length === null ? null : length.replace(/(\.\d\d)\d*$/, '$1')
}
