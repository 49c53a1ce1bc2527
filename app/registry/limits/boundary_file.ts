import { readFile, stat } from 'node:fs/promises'
import * as shpjs from 'shpjs'
import { bufferSource, type ByteSource } from '#core/readers/byte_source'
import { DomainError, sentence } from '#core/domain_error'
import { readZipDirectory, zipEntrySource } from '#core/readers/zip'
import { gridOf, knowsGrid, toWgs84 } from '#registry/geo/grids'
import { ProjectionError, projectionOf } from '#registry/geo/prj'
import { mapped, tidy, type Area, type Position, type Shape } from '#registry/geo/shape'

/** One outline of a file of boundaries, in longitude and latitude, with what the file says of it. */
export interface Boundary {
  /** Its place in the file, from 1. */
  row: number
  properties: Record<string, unknown>
  /** Null where the file gives no area. */
  shape: Area | null
}

/** A file that holds no boundaries that can be read. */
export class BoundaryFileError extends DomainError {
  static override code = 'E_BOUNDARY_FILE'
}

/** As much of GeoJSON as is read. */
interface Geometry {
  type: string
  coordinates?: unknown
}
interface Feature {
  geometry?: Geometry | null
  properties?: Record<string, unknown> | null
}

const LARGEST = 100 * 1024 * 1024

/**
 * Reads boundaries of units from GeoJSON, or from a zipped shapefile with its projection.
 * @throws BoundaryFileError, ProjectionError, FileError
 */
export async function readBoundaries(path: string): Promise<Boundary[]> {
  const { size } = await stat(path)
  if (size > LARGEST) {
    throw refusal(
      'الملف أكبر من 100 ميجابايت.',
      'The file is larger than 100 MB.',
      'بسّط الحدود قبل تحميلها.',
      'Simplify the boundaries before loading them.'
    )
  }
  const bytes = await readFile(path)
  const isZip = bytes.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 3, 4]))
  return isZip ? fromShapefile(bytes) : fromGeoJson(bytes)
}

function fromGeoJson(bytes: Buffer): Boundary[] {
  let data: unknown
  try {
    data = JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''))
  } catch {
    throw refusal(
      'الملف ليس GeoJSON ولا shapefile مضغوطًا.',
      'The file is neither GeoJSON nor a zipped shapefile.',
      'ارفع ملف ‎.geojson‎ أو ملف ‎.zip‎ به ‎.shp‎ و‎.dbf‎ و‎.prj‎.',
      'Upload a .geojson file, or a .zip with .shp, .dbf and .prj.'
    )
  }
  const { type, features, crs } = (data ?? {}) as {
    type?: unknown
    features?: Feature[]
    crs?: unknown
  }
  if (type !== 'FeatureCollection' || !Array.isArray(features)) {
    throw refusal(
      'الملف ليس مجموعة عناصر (FeatureCollection).',
      'The file is not a FeatureCollection.'
    )
  }
  const convert = converterOf(crs)
  return features.map((feature, index) => boundary(index + 1, feature, convert))
}

/** GeoJSON is in longitude and latitude; older files name another system, of which the grids are read. */
function converterOf(crs: unknown): (position: Position) => Position {
  const name = (crs as { properties?: { name?: unknown } } | undefined)?.properties?.name
  if (crs === undefined || crs === null || /CRS84|EPSG:+4326/i.test(String(name))) {
    return ([lon, lat]) => [lon, lat]
  }
  const epsg = Number(/EPSG:+(\d+)/i.exec(String(name))?.[1])
  if (!knowsGrid(epsg)) throw new ProjectionError(String(name))
  gridOf(epsg)
  return (position) => toWgs84(position, epsg)
}

async function fromShapefile(bytes: Buffer): Promise<Boundary[]> {
  const source = bufferSource('boundaries.zip', bytes)
  const entries = (await readZipDirectory(source)).filter(
    ({ name }) => !name.startsWith('__MACOSX')
  )
  const part = async (ending: string): Promise<Buffer | null> => {
    const entry = entries.find(({ name }) => name.toLowerCase().endsWith(ending))
    if (!entry) return null
    if (entry.size > 4 * LARGEST)
      throw refusal('الملف أكبر مما يقرأ.', 'The file is too large to read.')
    return all(zipEntrySource(source, entry))
  }
  const shp = await part('.shp')
  if (!shp)
    throw refusal('لا يوجد ملف ‎.shp‎ داخل الملف المضغوط.', 'There is no .shp inside the zip.')
  const prj = await part('.prj')
  if (!prj) {
    throw refusal(
      'لا يوجد ملف ‎.prj‎ فلا يعرف مسقط الإحداثيات.',
      'There is no .prj, so the projection of the coordinates is not known.',
      'أضف ملف ‎.prj‎ إلى الملف المضغوط.',
      'Add the .prj file to the zip.'
    )
  }
  const projection = projectionOf(prj.toString('utf8'))
  try {
    const shapes = shpjs.parseShp(shp) as Geometry[]
    const [dbf, cpg] = [await part('.dbf'), await part('.cpg')]
    const rows = dbf ? shpjs.parseDbf(dbf, cpg?.toString('utf8').trim()) : []
    return shapes.map((geometry, index) =>
      boundary(index + 1, { geometry, properties: rows[index] ?? {} }, projection.toWgs84)
    )
  } catch (cause) {
    throw new BoundaryFileError(
      sentence('ملف shapefile تالف أو غير مكتمل.', 'The shapefile is damaged or incomplete.'),
      { cause, cure: sentence('أعد تصديره ثم ارفعه.', 'Export it again and upload it.') }
    )
  }
}

async function all(source: ByteSource): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of source.stream()) parts.push(part)
  return Buffer.concat(parts)
}

function boundary(
  row: number,
  feature: Feature,
  convert: (position: Position) => Position
): Boundary {
  const { geometry, properties } = feature
  const isArea = geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon'
  const shape = isArea
    ? (tidy(
        mapped(geometry as unknown as Shape, ([x, y]) => convert([Number(x), Number(y)]))
      ) as Area)
    : null
  return { row, properties: properties ?? {}, shape }
}

function refusal(ar: string, en: string, cureAr?: string, cureEn?: string): BoundaryFileError {
  return new BoundaryFileError(sentence(ar, en), {
    cure: cureAr && cureEn ? sentence(cureAr, cureEn) : undefined,
  })
}
