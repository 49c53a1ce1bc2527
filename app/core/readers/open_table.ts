import FileError from '#core/readers/file_error'
import { bufferSource, fileSource, headOf } from '#core/readers/byte_source'
import { openCamt053 } from '#core/readers/camt053'
import { openCsv } from '#core/readers/csv'
import { detectEncoding, headText, knownEncoding } from '#core/readers/encoding'
import { openGeoJson } from '#core/readers/geojson'
import { openKml } from '#core/readers/kml'
import { openMt940 } from '#core/readers/mt940'
import { openOfx } from '#core/readers/ofx'
import { openShapefile } from '#core/readers/shapefile'
import { refusal, sniffBytes, sniffText } from '#core/readers/sniff'
import { openXlsx } from '#core/readers/xlsx'
import { readZipDirectory, zipEntrySource } from '#core/readers/zip'
import { chooseEntry, chooseLayer, zipKind } from '#core/readers/zip_choice'
import type { ByteSource, RandomSource } from '#core/readers/byte_source'
import type { OpenOptions, TableSource } from '#core/readers/types'

/** A workbook inside a zip is unpacked into memory, so it has a limit of its own. */
const NESTED_BYTES = 64 * 1024 * 1024

const TEXT_READERS = {
  csv: openCsv,
  mt940: openMt940,
  camt053: openCamt053,
  ofx: openOfx,
  geojson: openGeoJson,
  kml: openKml,
}

/**
 * Opens any file as a table: decides the format by its content, never by its name, finds
 * headings and columns, and gives its rows as trimmed text in batches. What the rows mean, and
 * whether they may land, is decided by whoever reads them.
 * @throws FileError with a stable code and a sentence in both languages, and nothing else
 */
export async function openTable(path: string, options: OpenOptions = {}): Promise<TableSource> {
  return guarded(async () => openSource(await fileSource(path), options))
}

async function openSource(source: RandomSource, options: OpenOptions): Promise<TableSource> {
  if (sniffBytes(await headOf(source, 512)) === null) return openText(source, options)
  const entries = await readZipDirectory(source)
  const packed = zipKind(entries)
  if (packed === 'xlsx') return openXlsx(source, entries, options)
  if (packed === 'shapefile') return openShapefile(source, entries, options)
  if (packed !== 'parcel') {
    const layer = chooseLayer(entries, packed, options.entry)
    const table = await openText(zipEntrySource(source, layer), { ...options, format: packed })
    return Object.assign(table, { entry: layer.name })
  }
  const entry = chooseEntry(entries, options.entry)
  const inner = zipEntrySource(source, entry)
  const kind = sniffBytes(await headOf(inner, 512))
  const table = kind === 'zip' ? await openNested(inner, options) : await openText(inner, options)
  return Object.assign(table, { entry: entry.name })
}

async function openNested(inner: ByteSource, options: OpenOptions): Promise<TableSource> {
  const buffer = await headOf(inner, NESTED_BYTES + 1)
  const source = bufferSource(inner.name, buffer)
  const entries = buffer.length > NESTED_BYTES ? [] : await readZipDirectory(source)
  if (zipKind(entries) === 'xlsx') return openXlsx(source, entries, options)
  throw new FileError('zip_nested', {
    ar: `داخل الملف المضغوط ملف مضغوط آخر «${inner.name}». فك ضغط الملف الخارجي وارفع ما بداخله.`,
    en: `The zip holds another zip, "${inner.name}". Unpack the outer one and upload what is inside.`,
  })
}

async function openText(source: ByteSource, options: OpenOptions): Promise<TableSource> {
  const encoding = options.encoding
    ? knownEncoding(options.encoding)
    : (await detectEncoding(source)).encoding
  const known = { ...options, encoding }
  const format = options.format ?? sniffText((await headText(source, encoding, 64 * 1024)).text)
  if (format === 'xlsx') {
    throw new FileError('xlsx_not_workbook', {
      ar: 'الملف ليس مصنف إكسل وإن كان اسمه كذلك. افتحه في إكسل واحفظه بصيغة xlsx.',
      en: 'The file is not a workbook, whatever its name says. Open it in Excel and save it as xlsx.',
    })
  }
  if (format === 'shapefile') throw refusal('geodata')
  return TEXT_READERS[format](source, known)
}

/** Rows that are read later fail with sentences too. */
async function guarded(open: () => Promise<TableSource>): Promise<TableSource> {
  try {
    const table = await open()
    const rows = table.rows
    table.rows = () => guardedRows(rows)
    return table
  } catch (error) {
    throw FileError.unexpected(error)
  }
}

async function* guardedRows(rows: TableSource['rows']) {
  try {
    yield* rows()
  } catch (error) {
    throw FileError.unexpected(error)
  }
}
