import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import WorkbookWriter from '#core/sheets/workbook_writer'
import type { SheetColumn } from '#core/sheets/columns'
import { fromWgs84 } from '#registry/geo/grids'
import type { Position } from '#registry/geo/types'
import { DelimitedFile } from '#reporting/sample/files/delimited_file'
import { sha256Of, type ManifestEntry } from '#reporting/sample/files/manifest'
import type { Belonging } from '#reporting/sample/world/equipment'
import type { Parcel } from '#reporting/sample/world/land'

/** Columns of the register of land beside the outline: field of the import and heading of the file. */
const COLUMNS: readonly [
  field: string,
  heading: string,
  value: (parcel: Parcel) => string | null,
][] = [
  ['unit', 'الوحدة', ({ place }) => place.code],
  ['site_no', 'رقم القيد', ({ no }) => no],
  ['class', 'نوع الأرض', ({ kind }) => kind],
  ['name', 'الوصف', ({ name }) => name],
  ['hod', 'الحوض', ({ hod }) => hod],
  ['plot_no', 'القطعة', ({ plot }) => plot],
  ['domain', 'الملكية', ({ domain }) => domain],
  ['use_actual', 'الاستعمال', ({ use }) => use],
  ['use_planned', 'الاستعمال المخطط', ({ planned }) => planned],
  ['irrigation', 'الري', ({ irrigation }) => irrigation],
  ['deed_m2', 'مساحة السند م2', ({ deedM2 }) => deedM2],
  ['deed_feddan', 'مساحة السند ف ط س', ({ deedFeddan }) => deedFeddan],
  ['north', 'الحد البحري', ({ sides }) => sides.north],
  ['south', 'الحد القبلي', ({ sides }) => sides.south],
  ['east', 'الحد الشرقي', ({ sides }) => sides.east],
  ['west', 'الحد الغربي', ({ sides }) => sides.west],
  ['custody_jurisdiction', 'جهة الولاية', ({ holder }) => holder],
]

const GEOJSON_MAP = Object.fromEntries(COLUMNS.map(([field, heading]) => [field, heading]))

/** EPSG of the Red Belt, in which the survey department still hands over corners. */
const RED_BELT = 22992

const BELONGINGS: SheetColumn[] = [
  { key: 'unit', heading: 'الوحدة' },
  { key: 'no', heading: 'رقم القيد' },
  { key: 'kind', heading: 'النوع', width: 18 },
  { key: 'name', heading: 'الوصف', width: 40 },
  { key: 'domain', heading: 'الملكية' },
  { key: 'address', heading: 'العنوان', width: 30 },
  { key: 'latitude', heading: 'خط العرض', type: 'decimal' },
  { key: 'longitude', heading: 'خط الطول', type: 'decimal' },
  { key: 'floors', heading: 'عدد الأدوار', type: 'integer' },
  { key: 'grossM2', heading: 'مسطح المباني م2', type: 'decimal' },
  { key: 'builtYear', heading: 'سنة الإنشاء', type: 'integer' },
  { key: 'plate', heading: 'رقم اللوحة' },
  { key: 'chassis', heading: 'رقم الشاسيه', width: 20 },
  { key: 'serial', heading: 'الرقم المسلسل', width: 16 },
  { key: 'make', heading: 'الماركة' },
]
const BELONGINGS_MAP = {
  unit: 'الوحدة',
  site_no: 'رقم القيد',
  class: 'النوع',
  name: 'الوصف',
  domain: 'الملكية',
  address: 'العنوان',
  latitude: 'خط العرض',
  longitude: 'خط الطول',
  floors: 'عدد الأدوار',
  gross_area_m2: 'مسطح المباني م2',
  built_year: 'سنة الإنشاء',
  plate: 'رقم اللوحة',
  chassis_no: 'رقم الشاسيه',
  serial_no: 'الرقم المسلسل',
  make: 'الماركة',
  source: { value: 'سجل المباني والمنقولات' },
}

/**
 * The governorate's registers of land and belongings: outlines as GeoJSON; those that only have
 * corners, as a list of corners on the Red Belt; buildings, vehicles and equipment as a workbook.
 */
export async function writeLand(
  governorate: string,
  {
    outlines,
    corners,
    belongings,
  }: { outlines: Parcel[]; corners: Parcel[]; belongings: Belonging[] },
  folder: string
): Promise<ManifestEntry[]> {
  return [
    await writeOutlines(governorate, outlines, folder),
    await writeCorners(governorate, corners, folder),
    await writeBelongings(governorate, belongings, folder),
  ]
}

async function writeOutlines(governorate: string, parcels: Parcel[], folder: string) {
  const features = parcels.map((parcel) => ({
    type: 'Feature',
    properties: Object.fromEntries(COLUMNS.map(([, heading, value]) => [heading, value(parcel)])),
    geometry: parcel.shape,
  }))
  const file = `land-register-${governorate}.geojson`
  const lines = features.map((feature) => JSON.stringify(feature)).join(',\n')
  await writeFile(
    join(folder, file),
    `{"type":"FeatureCollection","name":"سجل أراضي أملاك الدولة","features":[\n${lines}\n]}\n`
  )
  const map = {
    ...GEOJSON_MAP,
    geometry: 'geometry',
    crs: { value: '4326' },
    source: { value: 'سجل أراضي أملاك الدولة' },
  }
  return entry(governorate, folder, file, parcels.length, map)
}

async function writeCorners(governorate: string, parcels: Parcel[], folder: string) {
  const file = `land-register-corners-${governorate}.csv`
  const headings = [...COLUMNS.map(([, heading]) => heading), 'رقم النقطة', 'شرقيات', 'شماليات']
  const sheet = new DelimitedFile(
    join(folder, file),
    { encoding: 'utf8', separator: ',' },
    headings
  )
  for (const parcel of parcels) {
    const facts = COLUMNS.map(([, , value]) => value(parcel))
    const corners = parcel.shape.coordinates[0] as Position[]
    for (const [index, at] of corners.slice(0, -1).entries()) {
      const [east, north] = fromWgs84(at, RED_BELT)
      await sheet.row([...facts, String(index + 1), east.toFixed(3), north.toFixed(3)])
    }
  }
  await sheet.close()
  const map = {
    ...GEOJSON_MAP,
    corner_no: 'رقم النقطة',
    easting: 'شرقيات',
    northing: 'شماليات',
    crs: { value: String(RED_BELT) },
    source: { value: 'كشوف إحداثيات هيئة المساحة' },
  }
  return entry(governorate, folder, file, parcels.length, map)
}

async function writeBelongings(governorate: string, belongings: Belonging[], folder: string) {
  const file = `land-register-belongings-${governorate}.xlsx`
  const book = new WorkbookWriter(join(folder, file), {
    title: 'سجل المباني والمنقولات',
    locale: 'ar',
    createdAt: new Date('2026-01-01T00:00:00Z'),
  })
  const rows = belongings.map((one) => ({ ...one, unit: one.place.code }))
  await book.sheet({ name: 'البيانات', columns: BELONGINGS, rows, title: 'سجل المباني والمنقولات' })
  await book.close()
  return entry(governorate, folder, file, rows.length, BELONGINGS_MAP)
}

async function entry(
  unit: string,
  folder: string,
  file: string,
  rows: number,
  map: ManifestEntry['map']
): Promise<ManifestEntry> {
  const sha256 = await sha256Of(join(folder, file))
  return { kind: 'land-register', unit, file, rows, sha256, totals: {}, map }
}
