import type { Place } from '#reporting/sample/places'
import type { Random } from '#reporting/sample/random'

/** A building, vehicle or piece of equipment as the stores and property departments list it. */
export interface Belonging {
  place: Place
  no: string
  name: string
  /** Name of its class. */
  kind: string
  domain: string
  address: string | null
  latitude: string | null
  longitude: string | null
  floors: number | null
  grossM2: string | null
  builtYear: number | null
  plate: string | null
  chassis: string | null
  serial: string | null
  make: string | null
}

const BUILDINGS = [
  ['مبنى إداري', 'مقر الوحدة المحلية'],
  ['مخزن', 'المخزن الرئيسي'],
  ['جراج', 'جراج الحملة الميكانيكية'],
  ['موقف سيارات ونقل', 'موقف سيارات الأجرة'],
] as const
const VEHICLES = [
  ['سيارة جمع قمامة', 'إيسوزو'],
  ['لودر', 'كاتربيلر'],
  ['سيارة نقل', 'مرسيدس'],
  ['سيارة ركوب', 'هيونداي'],
] as const
const EQUIPMENT = ['مولد كهرباء ٥٠ ك.ف.أ', 'طلمبة كسح', 'حاسب آلي', 'ماكينة تصوير مستندات'] as const
const LETTERS = 'أبجدرسطعفقلمنهوي'

/** What a unit of any size has: its buildings, its motor pool, its equipment. */
export function belongingsOf(place: Place, random: Random): Belonging[] {
  const serial = { value: 0 }
  const near = (middle: number) => (middle + (random.next() - 0.5) * 0.01).toFixed(6)
  const one = (kind: string, name: string, more: Partial<Belonging>): Belonging => ({
    place,
    no: `ص-${place.digit}-${String(++serial.value).padStart(4, '0')}`,
    name: `${name} – ${place.nameAr}`,
    kind,
    domain: 'عام',
    address: null,
    latitude: null,
    longitude: null,
    floors: null,
    grossM2: null,
    builtYear: null,
    plate: null,
    chassis: null,
    serial: null,
    make: null,
    ...more,
  })
  return [
    ...BUILDINGS.map(([kind, name]) =>
      one(kind, name, {
        address: `شارع الجمهورية، ${place.nameAr}`,
        latitude: near(place.latitude),
        longitude: near(place.longitude),
        floors: random.int(1, 4),
        grossM2: `${random.int(180, 2400)}.00`,
        builtYear: random.int(1962, 2018),
      })
    ),
    ...VEHICLES.map(([name, make]) =>
      one('مركبة', name, {
        make,
        plate: `${plateLetters(random)} ${random.int(1000, 9999)}`,
        chassis: `DW${random.digits(15)}`,
      })
    ),
    ...EQUIPMENT.map((name) => one('معدة', name, { serial: `SN${random.digits(9)}` })),
  ]
}

function plateLetters(random: Random): string {
  return [0, 1, 2].map(() => random.pick([...LETTERS])).join(' ')
}
