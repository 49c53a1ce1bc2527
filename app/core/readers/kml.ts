import FileError from '#core/readers/file_error'
import { decodeStream } from '#core/readers/encoding'
import { GeoColumns } from '#core/readers/geo_columns'
import { geoTable } from '#core/readers/geo_table'
import { KmlPlaces, type Place } from '#core/readers/kml_places'
import { pumpXml, xmlEncoding } from '#core/readers/xml_pump'
import { BATCH_ROWS, type OpenOptions, type RawRow, type TableSource } from '#core/readers/types'
import type { ByteSource } from '#core/readers/byte_source'

/** Places looked at for the names of their attributes. */
const LOOK = 20_000

/** KML is longitude and latitude on WGS 84, by its definition. */
const CRS84 = 'EPSG:4326'

/**
 * KML, alone or out of a KMZ: one row per Placemark with its name, description and extended data;
 * heights are left out.
 * @throws FileError `kml_no_places`, `xml_broken`, `xml_doctype`
 */
export async function openKml(source: ByteSource, options: OpenOptions = {}): Promise<TableSource> {
  const encoding = await xmlEncoding(source, options.encoding)
  const columns = new GeoColumns()
  let seen = 0
  for await (const places of read(source, encoding)) {
    for (const { attributes } of places) for (const [name] of attributes) columns.add(name)
    seen += places.length
    if (seen >= LOOK) break
  }
  if (seen === 0) {
    throw new FileError('kml_no_places', {
      ar: 'ملف KML لا توجد فيه أماكن (Placemark). صدّر الطبقة نفسها وليس رابطًا إليها.',
      en: 'The KML file holds no places (Placemark). Export the layer itself, not a link to it.',
    })
  }
  columns.close()
  return geoTable('kml', columns, { encoding }, () => rows(source, encoding, columns))
}

function read(source: ByteSource, encoding: string): AsyncGenerator<Place[]> {
  const places = new KmlPlaces()
  return pumpXml(decodeStream(source, encoding), places, () => places.take())
}

async function* rows(
  source: ByteSource,
  encoding: string,
  columns: GeoColumns
): AsyncGenerator<RawRow[]> {
  let batch: RawRow[] = []
  let number = 0
  for await (const places of read(source, encoding)) {
    for (const { attributes, geometry } of places) {
      const cells = columns.cells(attributes, geometry, CRS84)
      batch.push({ number: ++number, cells, blank: cells.every((cell) => cell === null) })
    }
    if (batch.length < BATCH_ROWS) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
