import FileError from '#core/readers/file_error'
import { ByteReader } from '#core/readers/byte_reader'
import { headOf, type RandomSource } from '#core/readers/byte_source'
import { knownEncoding } from '#core/readers/encoding'
import {
  dbaseCell,
  dbaseEncoding,
  dbaseRecords,
  dbaseText,
  readDbaseHeader,
} from '#core/readers/dbase'
import { GeoColumns } from '#core/readers/geo_columns'
import { geoTable, problemRow } from '#core/readers/geo_table'
import { shpRecords } from '#core/readers/shp_records'
import { chooseLayer } from '#core/readers/zip_choice'
import { zipEntrySource, type ZipEntry } from '#core/readers/zip'
import { BATCH_ROWS, type OpenOptions, type RawRow, type TableSource } from '#core/readers/types'
import type { ByteSource } from '#core/readers/byte_source'

interface Layer {
  shp: ByteSource
  dbf: ByteSource
  /** Text of the .prj: the projection in the words of ESRI; null when there is none. */
  prj: string | null
  cpg: string | null
}

/**
 * A shapefile in a zip: outlines (.shp) beside their attributes (.dbf), with its projection (.prj) and
 * code page (.cpg). One row per record; a deleted one is blank.
 * @throws FileError `shapefile_incomplete`, `shp_broken`, `dbf_broken`, `zip_many_entries`, …
 */
export async function openShapefile(
  source: RandomSource,
  entries: ZipEntry[],
  options: OpenOptions = {}
): Promise<TableSource> {
  const entry = chooseLayer(entries, 'shp', options.entry)
  const layer = await layerOf(source, entries, entry)
  const encoding = options.encoding
    ? knownEncoding(options.encoding)
    : await dbaseEncoding(layer.dbf, layer.cpg)
  const reader = new ByteReader(layer.dbf.stream())
  const { fields } = await readDbaseHeader(reader)
  await reader.close()
  const names = uniqueNames(fields.map(({ name }) => dbaseText(name, encoding)))
  const columns = new GeoColumns()
  names.forEach((name) => columns.add(name))
  columns.close()

  async function* rows(): AsyncGenerator<RawRow[]> {
    const records = dbaseRecords(layer.dbf)
    const outlines = shpRecords(layer.shp)
    try {
      let batch: RawRow[] = []
      for (let number = 1; ; number++) {
        const [record, outline] = [await records.next(), await outlines.next()]
        if (record.done && outline.done) break
        if (record.done && !outline.done) throw unequal()
        if (record.value === null)
          batch.push({ number, blank: true, cells: columns.cells([], null, null) })
        else if (outline.done) batch.push(problemRow(number, columns, NO_OUTLINE))
        else {
          const cells = (record.value as Buffer[]).map(
            (cell, index) => [names[index]!, dbaseCell(cell, fields[index]!, encoding)] as const
          )
          batch.push(filled(number, columns.cells(cells, outline.value, layer.prj)))
        }
        if (batch.length < BATCH_ROWS) continue
        yield batch
        batch = []
      }
      if (batch.length > 0) yield batch
    } finally {
      await records.return(undefined)
      await outlines.return(undefined)
    }
  }
  return geoTable('shapefile', columns, { encoding, entry: entry.name }, rows)
}

function filled(number: number, cells: (string | null)[]): RawRow {
  return { number, cells, blank: cells.every((cell) => cell === null) }
}

const NO_OUTLINE = {
  code: 'outline_missing',
  ar: 'لهذا السجل بيانات وصفية ولا شكل له في ملف shp. راجع ملفات الطبقة.',
  en: 'This record has attributes but no outline in the shp file. Check the files of the layer.',
}

/** Two fields of one name are told apart by a number. */
function uniqueNames(names: string[]): string[] {
  const seen = new Map<string, number>()
  return names.map((name, index) => {
    const base = name || `column_${index + 1}`
    const count = (seen.get(base) ?? 0) + 1
    seen.set(base, count)
    return count === 1 ? base : `${base} (${count})`
  })
}

async function layerOf(source: RandomSource, entries: ZipEntry[], shp: ZipEntry): Promise<Layer> {
  const stem = shp.name.slice(0, -4).toLowerCase()
  const beside = (extension: string) => {
    const entry = entries.find(({ name }) => name.toLowerCase() === `${stem}.${extension}`)
    return entry ? zipEntrySource(source, entry) : null
  }
  const dbf = beside('dbf')
  if (!dbf) {
    throw new FileError('shapefile_incomplete', {
      ar: `لا يوجد مع «${shp.name}» ملف dbf بالاسم نفسه. اضغط ملفات الطبقة كلها معًا: shp وshx وdbf وprj.`,
      en: `There is no dbf file of the same name beside "${shp.name}". Zip all files of the layer together: shp, shx, dbf and prj.`,
    })
  }
  const text = async (file: ByteSource | null, length: number) =>
    file &&
    (await headOf(file, length))
      .toString('utf8')
      .replace(/^\ufeff/, '')
      .trim()
  const prj = (await text(beside('prj'), 16_384)) || null
  return { shp: zipEntrySource(source, shp), dbf, prj, cpg: await text(beside('cpg'), 64) }
}

function unequal(): FileError {
  return new FileError('shapefile_unequal', {
    ar: 'عدد الأشكال في ملف shp أكبر من عدد السجلات في ملف dbf، فلا يعرف أي بيان لأي شكل. صدّر الطبقة من جديد.',
    en: 'The shp file holds more outlines than the dbf file has records, so nobody knows which belongs to which. Export the layer again.',
  })
}
