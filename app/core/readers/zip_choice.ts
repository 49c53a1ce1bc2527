import FileError from '#core/readers/file_error'
import { emptyFile, refusal } from '#core/readers/sniff'
import type { ZipEntry } from '#core/readers/zip'

/** Names listed in a refusal; more than these help nobody. */
const LISTED = 12

/**
 * What a zip is, by the names inside: a workbook, or a parcel of files.
 * @throws FileError `format_…` for packed formats that are not tables
 */
export function zipKind(entries: ZipEntry[]): 'xlsx' | 'shapefile' | 'kml' | 'geojson' | 'parcel' {
  const names = entries.map((entry) => entry.name.replaceAll('\\', '/'))
  if (names.some((name) => /^xl\/workbook\.bin$/i.test(name))) throw refusal('xlsb')
  if (names.some((name) => /^\/?xl\/(workbook\.xml|worksheets\/)/i.test(name))) return 'xlsx'
  if (names.some((name) => /^(word|ppt)\//i.test(name))) throw refusal('document')
  if (names.includes('mimetype') && names.includes('content.xml')) throw refusal('ods')
  const content = entries.filter(isContent).map(({ name }) => name)
  if (content.some((name) => /\.shp$/i.test(name))) return 'shapefile'
  // A KMZ carries pictures beside its document.
  if (content.some((name) => /\.kml$/i.test(name))) return 'kml'
  if (content.some((name) => /\.geojson$/i.test(name))) return 'geojson'
  if (content.some((name) => /\.(dbf|shx|gpkg|tab|mif|gml)$/i.test(name))) throw refusal('geodata')
  return 'parcel'
}

/**
 * The one layer of a kind in a zip, or the one that was asked for. A KMZ begins at `doc.kml`.
 * @throws FileError `zip_entry_missing`, `zip_many_entries`
 */
export function chooseLayer(entries: ZipEntry[], extension: string, wanted?: string): ZipEntry {
  const layers = entries.filter(
    (entry) => isContent(entry) && entry.name.toLowerCase().endsWith(`.${extension}`)
  )
  const main = layers.find(({ name }) => name.toLowerCase() === 'doc.kml')
  if (main && wanted === undefined) return main
  return chooseEntry(layers, wanted)
}

/**
 * The one table of a parcel, or the one that was asked for.
 * @throws FileError `file_empty`, `zip_entry_missing`, `zip_many_entries`
 */
export function chooseEntry(entries: ZipEntry[], wanted?: string): ZipEntry {
  const files = entries.filter((entry) => isContent(entry))
  if (wanted !== undefined) {
    const entry =
      files.find((file) => file.name === wanted) ??
      files.find((file) => baseName(file.name) === wanted)
    if (entry) return entry
    throw new FileError('zip_entry_missing', {
      ar: `لا يوجد ملف باسم «${wanted}» داخل الملف المضغوط. الموجود: ${list(files, '، ')}.`,
      en: `There is no "${wanted}" in the zip. It holds: ${list(files, ', ')}.`,
    })
  }
  if (files.length === 0) throw emptyFile()
  if (files.length === 1) return files[0]!
  throw new FileError('zip_many_entries', {
    ar: `الملف المضغوط فيه ${files.length} ملفات: ${list(files, '، ')}. اختر واحداً منها أو اضغط الملف المطلوب وحده.`,
    en: `The zip holds ${files.length} files: ${list(files, ', ')}. Choose one of them or zip the one you need alone.`,
  })
}

/** Folders, and what macOS and Windows add by themselves, are not content. */
function isContent(entry: ZipEntry): boolean {
  const name = entry.name
  if (name.endsWith('/') || name.startsWith('__MACOSX/')) return false
  return !/^(\.|thumbs\.db$|desktop\.ini$)/i.test(baseName(name))
}

function baseName(name: string): string {
  return name.replaceAll('\\', '/').split('/').at(-1)!
}

function list(files: ZipEntry[], comma: string): string {
  const names = files.slice(0, LISTED).map((file) => file.name)
  return names.join(comma) + (files.length > LISTED ? ' …' : '')
}
