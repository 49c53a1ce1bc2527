import { join } from 'node:path'
import { addDays, formatDay, type Day } from '#core/fiscal'
import { Money } from '#core/money'
import { formatTaxNumber } from '#core/identifiers'
import WorkbookWriter from '#core/sheets/workbook_writer'
import { sha256Of, type ManifestEntry } from '#reporting/sample/files/manifest'
import type { SheetColumn } from '#core/sheets/columns'
import type { Billing } from '#reporting/sample/classes'
import type { Right, Site } from '#reporting/sample/facts'
import type { Random } from '#reporting/sample/random'
import type { UnitWorld } from '#reporting/sample/world/unit_world'

const BILLING: Record<Billing, string> = { monthly: 'شهري', quarterly: 'ربع سنوي', annual: 'سنوي' }
const RIGHT_KIND = { licence: 'ترخيص', lease: 'إيجار', usufruct: 'حق انتفاع' }
const STATUS = { active: 'ساري', terminated: 'ملغى' }

const PARTY_COLUMNS: SheetColumn[] = [
  { key: 'no', heading: 'رقم الطرف' },
  { key: 'kind', heading: 'النوع' },
  { key: 'name', heading: 'الاسم', width: 34 },
  { key: 'nationalId', heading: 'الرقم القومي', width: 18 },
  { key: 'taxNo', heading: 'رقم التسجيل الضريبي', width: 16 },
  { key: 'register', heading: 'السجل التجاري' },
  { key: 'phone', heading: 'التليفون', width: 14 },
  { key: 'address', heading: 'العنوان', width: 34 },
]

const SITE_COLUMNS: SheetColumn[] = [
  { key: 'no', heading: 'رقم الموقع' },
  { key: 'kind', heading: 'نوع الموقع', width: 18 },
  { key: 'name', heading: 'اسم الموقع', width: 38 },
  { key: 'street', heading: 'الشارع', width: 20 },
  { key: 'grade', heading: 'درجة الشارع' },
  { key: 'latitude', heading: 'خط العرض', type: 'decimal' },
  { key: 'longitude', heading: 'خط الطول', type: 'decimal' },
  { key: 'width', heading: 'العرض م', type: 'decimal' },
  { key: 'height', heading: 'الارتفاع م', type: 'decimal' },
  { key: 'area', heading: 'المساحة م2', type: 'decimal' },
  { key: 'faces', heading: 'عدد الأوجه', type: 'integer' },
  { key: 'inUse', heading: 'مستغل' },
  { key: 'inUseSource', heading: 'مصدر المعاينة', width: 16 },
  { key: 'inUseOn', heading: 'تاريخ المعاينة', type: 'date', width: 14 },
  { key: 'rightNo', heading: 'رقم الترخيص أو العقد', width: 16 },
  { key: 'rightKind', heading: 'نوع الحق' },
  { key: 'partyNo', heading: 'رقم الطرف' },
  { key: 'partyName', heading: 'اسم المرخص له', width: 34 },
  { key: 'from', heading: 'من تاريخ', type: 'date', width: 14 },
  { key: 'until', heading: 'حتى تاريخ', type: 'date', width: 14 },
  { key: 'status', heading: 'حالة الترخيص' },
  { key: 'billing', heading: 'دورية السداد' },
  { key: 'amount', heading: 'قيمة الفترة', type: 'money', width: 14 },
]

/** Where the headings say less than the importer's own: the mapping kept beside the file. */
const SITE_MAP: Record<string, string> = Object.fromEntries(
  (
    [
      ['site_no', 'no'],
      ['class', 'kind'],
      ['name', 'name'],
      ['street', 'street'],
      ['street_grade', 'grade'],
      ['latitude', 'latitude'],
      ['longitude', 'longitude'],
      ['width_m', 'width'],
      ['height_m', 'height'],
      ['area_m2', 'area'],
      ['faces', 'faces'],
      ['in_use', 'inUse'],
      ['in_use_source', 'inUseSource'],
      ['in_use_on', 'inUseOn'],
      ['right_no', 'rightNo'],
      ['right_kind', 'rightKind'],
      ['party_no', 'partyNo'],
      ['party_name', 'partyName'],
      ['valid_from', 'from'],
      ['valid_until', 'until'],
      ['status', 'status'],
      ['billing', 'billing'],
      ['period_amount', 'amount'],
    ] as const
  ).map(([field, key]) => [field, SITE_COLUMNS.find((column) => column.key === key)!.heading])
)

/** The unit's workbooks of people and of sites with their licences. */
export async function writeRegistry(world: UnitWorld, folder: string): Promise<ManifestEntry[]> {
  return [await writeParties(world, folder), await writeSites(world, folder)]
}

async function writeParties(world: UnitWorld, folder: string): Promise<ManifestEntry> {
  const file = `parties-${world.place.code}.xlsx`
  const rows = world.parties.map((party) => ({
    ...party,
    kind: party.kind === 'person' ? 'شخص' : 'جهة',
    taxNo: party.taxNo && formatTaxNumber(party.taxNo),
  }))
  await workbook(join(folder, file), `سجل المتعاملين – ${world.place.nameAr}`, PARTY_COLUMNS, rows)
  return {
    kind: 'parties',
    unit: world.place.code,
    file,
    rows: rows.length,
    sha256: await sha256Of(join(folder, file)),
    totals: {},
  }
}

async function writeSites(world: UnitWorld, folder: string): Promise<ManifestEntry> {
  const file = `sites-and-licences-${world.place.code}.xlsx`
  const random = world.random.fork('site-rows')
  const counted = { rows: 0, amounts: [] as Money[] }
  const sites = [...world.sites].sort((a, b) => (a.no < b.no ? -1 : 1))
  function* rows() {
    for (const site of sites) {
      for (const right of site.rights.length ? site.rights : [null]) {
        counted.rows++
        if (right) counted.amounts.push(right.amount)
        yield siteRow(site, right, random)
      }
    }
  }
  await workbook(
    join(folder, file),
    `سجل المواقع والتراخيص – ${world.place.nameAr}`,
    SITE_COLUMNS,
    rows()
  )
  return {
    kind: 'sites-and-licences',
    unit: world.place.code,
    file,
    rows: counted.rows,
    sha256: await sha256Of(join(folder, file)),
    totals: { period_amount: Money.sum(counted.amounts).toString() },
    map: SITE_MAP,
  }
}

function siteRow(site: Site, right: Right | null, random: Random) {
  return {
    no: site.no,
    kind: site.kind.nameAr,
    name: site.name,
    street: site.street,
    grade: site.grade.nameAr,
    latitude: site.latitude,
    longitude: site.longitude,
    width: site.width,
    height: site.height,
    area: site.area,
    faces: site.kind.faces ?? null,
    inUse: site.inUse === null ? null : site.inUse ? 'نعم' : 'لا',
    inUseSource: site.inUseSource,
    inUseOn: site.inUseOn && typed(site.inUseOn, random),
    rightNo: right?.no,
    rightKind: right && RIGHT_KIND[site.kind.rightKind],
    partyNo: right?.party.no,
    partyName: right?.party.name,
    from: right && typed(right.from, random),
    until: right && typed(addDays(right.to, -1), random),
    status: right && STATUS[right.status],
    billing: right && BILLING[right.billing],
    amount: right?.amount,
  }
}

/** Most days are real dates; here and there somebody typed one as text. */
function typed(day: Day, random: Random): string {
  const [year, month, date] = day.split('-')
  return random.weighted([
    [day, 90],
    [`${date}/${month}/${year}`, 7],
    [formatDay(day, 'ar'), 3],
  ] as const)
}

async function workbook(
  path: string,
  title: string,
  columns: SheetColumn[],
  rows: Iterable<object>
) {
  // The same seed gives the same bytes: the file says no other moment than this one.
  const book = new WorkbookWriter(path, {
    title,
    locale: 'ar',
    createdAt: new Date('2026-01-01T00:00:00Z'),
  })
  await book.sheet({ name: 'البيانات', columns, rows, title })
  await book.close()
}
