import { CITY, GOVERNORATE, TOWN } from '#reporting/sample/spending/desk'

/** What a unit asks for by item of uses, or (`r…`) of resources, and why. */
export type Asked = Readonly<Record<string, readonly [amount: string, justification?: string]>>

export const CEILINGS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  [GOVERNORATE]: { 1: '6000000.00', 2: '1500000.00', 6: '2000000.00' },
  [CITY]: { 1: '4500000.00', 2: '1900000.00', 6: '9000000.00' },
  [TOWN]: { 1: '2400000.00', 2: '900000.00', 6: '3000000.00' },
}

/** Estimates of the year that runs. */
export const BUDGETED: Readonly<Record<string, Asked>> = {
  [GOVERNORATE]: {
    1101: ['4200000.00'],
    1103: ['900000.00'],
    2102: ['180000.00'],
    2104: ['240000.00'],
    2201: ['320000.00'],
    2204: ['96000.00'],
    2207: ['120000.00'],
    6106: ['600000.00'],
  },
  [CITY]: {
    1101: ['3600000.00'],
    1102: ['480000.00'],
    2102: ['220000.00'],
    2103: ['140000.00'],
    2104: ['160000.00'],
    2105: ['260000.00'],
    2201: ['480000.00'],
    2206: ['420000.00'],
    6102: ['6000000.00'],
    r3102: ['2400000.00'],
    r3103: ['180000.00'],
  },
  [TOWN]: {
    1101: ['1800000.00'],
    2104: ['80000.00'],
    2105: ['120000.00'],
    2201: ['180000.00'],
    2206: ['240000.00'],
    6102: ['1500000.00'],
    r3102: ['700000.00'],
  },
}

const GROWTH = 'زيادة العقود القائمة وفق محاضر اللجنة'

/** What is asked for the year after. */
export const NEXT_YEAR: Readonly<Record<string, Asked>> = {
  [CITY]: {
    1101: ['3900000.00', 'العلاوات الدورية وتسويات سبعة عاملين'],
    1102: ['480000.00', GROWTH],
    2102: ['220000.00', GROWTH],
    2103: ['150000.00', GROWTH],
    2104: ['170000.00', GROWTH],
    2105: ['290000.00', GROWTH],
    2201: ['520000.00', GROWTH],
    2206: ['470000.00', GROWTH],
    6102: ['7500000.00', 'رصف طريق دمو بطول 2.4 كم'],
    r3102: ['2600000.00', GROWTH],
    r3103: ['190000.00', GROWTH],
  },
  [TOWN]: { 1101: ['1900000.00', 'العلاوات الدورية'], 2104: ['85000.00', GROWTH] },
}
