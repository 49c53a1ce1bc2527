import FileError from '#core/readers/file_error'
import { decodeStream, detectEncoding } from '#core/readers/encoding'
import { GeoColumns } from '#core/readers/geo_columns'
import { geoTable, problemRow } from '#core/readers/geo_table'
import { JsonFeatures, notFeatures, type FoundFeature } from '#core/readers/json_features'
import { BATCH_ROWS, type OpenOptions, type RawRow, type TableSource } from '#core/readers/types'
import type { ByteSource } from '#core/readers/byte_source'

/** Features looked at for the names of their attributes. */
const LOOK = 20_000

/** RFC 7946: longitude and latitude, always. */
const CRS84 = 'EPSG:4326'

const GEOMETRIES = new Set([
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
])

/**
 * GeoJSON of any size: one row per feature, its properties as columns, its number in the file as the
 * number of the row. A FeatureCollection, one Feature or geometry, or one object a line.
 * @throws FileError `json_broken`, `geojson_no_features`, `geojson_too_long`, `crs_unknown`
 */
export async function openGeoJson(
  source: ByteSource,
  options: OpenOptions = {}
): Promise<TableSource> {
  const encoding = options.encoding ?? (await detectEncoding(source)).encoding
  const columns = new GeoColumns()
  let hasId = false
  let seen = 0
  const frames: string[] = []
  for await (const { text } of features(source, encoding, frames)) {
    const feature = parsed(text, seen + 1)
    if (isRecord(feature.properties))
      Object.keys(feature.properties).forEach((name) => columns.add(name))
    hasId ||= feature.id !== undefined && feature.id !== null
    if (++seen >= LOOK) break
  }
  const frame = frames.length > 0 ? parsed(frames[0]!, 1) : {}
  if (frames.length > 0 && frame.type !== 'FeatureCollection') throw notFeatures()
  if (seen === 0) throw notFeatures()
  if (hasId) columns.add(ID)
  columns.close()
  const crs = namedCrs(frame.crs)
  return geoTable('geojson', columns, { encoding }, () => rows(source, encoding, columns, crs))
}

/** Attribute for the member `id`, which stands beside the properties. */
const ID = 'feature_id'

async function* features(
  source: ByteSource,
  encoding: string,
  frames: string[]
): AsyncGenerator<FoundFeature> {
  const reader = new JsonFeatures()
  for await (const piece of decodeStream(source, encoding)) {
    for (const found of reader.push(piece)) yield found
    frames.push(...reader.frames.splice(0))
  }
  reader.end()
  frames.push(...reader.frames.splice(0))
}

async function* rows(
  source: ByteSource,
  encoding: string,
  columns: GeoColumns,
  crs: string
): AsyncGenerator<RawRow[]> {
  let batch: RawRow[] = []
  let number = 0
  for await (const { text } of features(source, encoding, [])) {
    batch.push(rowOf(parsed(text, ++number), number, columns, crs))
    if (batch.length < BATCH_ROWS) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

function rowOf(
  feature: Record<string, unknown>,
  number: number,
  columns: GeoColumns,
  crs: string
): RawRow {
  const { type, properties, geometry } = feature
  if (typeof type === 'string' && GEOMETRIES.has(type)) {
    return { number, blank: false, cells: columns.cells([], JSON.stringify(feature), crs) }
  }
  if (type !== 'Feature') {
    return problemRow(number, columns, {
      code: 'not_a_feature',
      ar: 'هذا العنصر ليس شكلاً (Feature). صدّر الطبقة بصيغة GeoJSON من جديد.',
      en: 'This member is not a Feature. Export the layer as GeoJSON again.',
    })
  }
  const hasProperties = properties !== null && properties !== undefined
  if (hasProperties && !isRecord(properties)) {
    return problemRow(number, columns, {
      code: 'properties_broken',
      ar: 'البيانات الوصفية (properties) ليست أسماء وقيمًا. صحح الشكل في برنامجه.',
      en: 'The properties of this feature are not names and values. Correct the feature in its own program.',
    })
  }
  const attributes = Object.entries((properties ?? {}) as Record<string, unknown>)
  if (feature.id !== undefined) attributes.push([ID, feature.id])
  const outline = geometry === null || geometry === undefined ? null : JSON.stringify(geometry)
  const cells = columns.cells(attributes, outline, crs)
  return { number, cells, blank: cells.every((cell) => cell === null) }
}

function parsed(text: string, feature: number): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch (cause) {
    throw new FileError(
      'json_broken',
      {
        ar: `ملف GeoJSON تالف عند الشكل رقم ${feature}. صدّره من برنامجه من جديد ثم أعد رفعه.`,
        en: `The GeoJSON file is damaged at feature ${feature}. Export it from its own program again and upload it.`,
      },
      { cause }
    )
  }
}

/** GeoJSON of before RFC 7946 may name another system; one that cannot be understood is not guessed. */
function namedCrs(crs: unknown): string {
  if (crs === null || crs === undefined) return CRS84
  const { properties } = crs as { properties?: { name?: unknown } }
  const name = isRecord(properties) ? String(properties.name ?? '') : ''
  if (/(:|^)CRS84$/i.test(name)) return CRS84
  const epsg = /EPSG:+(?:[\d.]*:+)?(\d{4,6})$/i.exec(name)
  if (epsg) return `EPSG:${epsg[1]}`
  throw new FileError('crs_unknown', {
    ar: `الملف يسمي نظام إحداثيات غير مفهوم «${name.slice(0, 60)}». صدّره على WGS84 (EPSG:4326).`,
    en: `The file names a coordinate system that is not understood, "${name.slice(0, 60)}". Export it in WGS 84 (EPSG:4326).`,
  })
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
