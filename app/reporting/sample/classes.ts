import { Money } from '#core/money'
import type { Random } from '#reporting/sample/random'

export type Billing = 'monthly' | 'quarterly' | 'annual'

export const STEP: Readonly<Record<Billing, number>> = { monthly: 1, quarterly: 3, annual: 12 }

/** A kind of site: what it is called, how it is licensed and what it brings. */
export interface SiteClass {
  code: string
  nameAr: string
  prefix: 'AD' | 'OC' | 'KS' | 'MK' | 'LD'
  head: string
  headAr: string
  rightKind: 'licence' | 'lease' | 'usufruct'
  weight: number
  billing: readonly (readonly [Billing, number])[]
  /** Pounds a year on a first-grade street. */
  yearly: readonly [number, number]
  faces?: number
  /** Width and height, or length and breadth, in metres. */
  size: readonly [number, number]
}

const ADVERT = {
  prefix: 'AD',
  head: 'ADV-USE',
  headAr: 'مقابل استغلال موقع إعلان',
  rightKind: 'licence',
} as const
const OCCUPANCY = {
  prefix: 'OC',
  head: 'OCC-USE',
  headAr: 'مقابل إشغال طريق',
  rightKind: 'licence',
} as const
const KIOSK = {
  prefix: 'KS',
  head: 'KSK-USE',
  headAr: 'مقابل استغلال كشك',
  rightKind: 'licence',
} as const
const MARKET = {
  prefix: 'MK',
  head: 'MKT-RENT',
  headAr: 'إيجار باكية أو محل بسوق',
  rightKind: 'lease',
} as const
const LAND = {
  prefix: 'LD',
  head: 'USUFRUCT',
  headAr: 'مقابل انتفاع',
  rightKind: 'usufruct',
} as const

const BY_YEAR = [
  ['annual', 5],
  ['quarterly', 4],
  ['monthly', 1],
] as const
const BY_MONTH = [
  ['monthly', 8],
  ['quarterly', 2],
] as const

export const CLASSES: readonly SiteClass[] = [
  {
    ...ADVERT,
    code: 'advertising.unipole',
    nameAr: 'لوحة حرة',
    weight: 5,
    billing: BY_YEAR,
    yearly: [24_000, 60_000],
    faces: 2,
    size: [12, 4],
  },
  {
    ...ADVERT,
    code: 'advertising.wall',
    nameAr: 'إعلان حائط أو واجهة',
    weight: 6,
    billing: BY_YEAR,
    yearly: [6_000, 24_000],
    faces: 1,
    size: [8, 3],
  },
  {
    ...ADVERT,
    code: 'advertising.lamp_post',
    nameAr: 'إعلان أعمدة إنارة',
    weight: 5,
    billing: BY_YEAR,
    yearly: [2_400, 9_000],
    faces: 2,
    size: [1, 2],
  },
  {
    ...ADVERT,
    code: 'advertising.led',
    nameAr: 'شاشة إلكترونية',
    weight: 1,
    billing: BY_YEAR,
    yearly: [48_000, 96_000],
    faces: 1,
    size: [6, 4],
  },
  {
    ...ADVERT,
    code: 'advertising.shop_sign',
    nameAr: 'لافتة محل',
    weight: 8,
    billing: BY_YEAR,
    yearly: [900, 4_800],
    faces: 1,
    size: [4, 1],
  },
  {
    ...OCCUPANCY,
    code: 'occupancy.cafe',
    nameAr: 'مقاعد ومناضد',
    weight: 10,
    billing: BY_MONTH,
    yearly: [3_600, 18_000],
    size: [6, 3],
  },
  {
    ...OCCUPANCY,
    code: 'occupancy.goods',
    nameAr: 'عرض بضائع',
    weight: 8,
    billing: BY_MONTH,
    yearly: [1_800, 9_000],
    size: [4, 2],
  },
  {
    ...OCCUPANCY,
    code: 'occupancy.awning',
    nameAr: 'مظلة أو تندة',
    weight: 5,
    billing: BY_MONTH,
    yearly: [1_200, 4_800],
    size: [4, 2],
  },
  {
    ...KIOSK,
    code: 'occupancy.kiosk',
    nameAr: 'كشك',
    weight: 20,
    billing: [['monthly', 1]],
    yearly: [3_000, 10_800],
    size: [2, 2],
  },
  {
    ...MARKET,
    code: 'market.stall',
    nameAr: 'باكية سوق',
    weight: 16,
    billing: [['monthly', 1]],
    yearly: [1_440, 6_000],
    size: [3, 2],
  },
  {
    ...MARKET,
    code: 'market.shop',
    nameAr: 'محل بسوق',
    weight: 6,
    billing: BY_MONTH,
    yearly: [4_800, 24_000],
    size: [4, 5],
  },
  {
    ...LAND,
    code: 'land.vacant',
    nameAr: 'أرض فضاء',
    weight: 5,
    billing: BY_YEAR,
    yearly: [6_000, 90_000],
    size: [40, 30],
  },
  {
    ...LAND,
    code: 'land.garden',
    nameAr: 'حديقة',
    weight: 1,
    billing: BY_YEAR,
    yearly: [12_000, 60_000],
    size: [60, 40],
  },
]

/** Street grades of the occupancy rules with their names and what they do to a rent. */
export const GRADES = [
  { grade: 'excellent', nameAr: 'ممتازة', percent: 130, weight: 1 },
  { grade: 'first', nameAr: 'أولى', percent: 100, weight: 4 },
  { grade: 'second', nameAr: 'ثانية', percent: 75, weight: 4 },
  { grade: 'third', nameAr: 'ثالثة', percent: 55, weight: 3 },
] as const

export type Grade = (typeof GRADES)[number]

/** What is due for one billing period, in whole pounds and sometimes half a pound. */
export function periodAmount(
  kind: SiteClass,
  grade: Grade,
  billing: Billing,
  random: Random
): Money {
  const yearly = random.int(kind.yearly[0], kind.yearly[1])
  const pounds = Math.max(25, Math.round((yearly * grade.percent * STEP[billing]) / 1200))
  const rounded = pounds > 200 ? pounds - (pounds % 5) : pounds
  return Money.piastres(BigInt(rounded) * 100n + (random.chance(0.15) ? 50n : 0n))
}
