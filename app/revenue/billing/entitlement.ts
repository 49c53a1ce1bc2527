import type { Day } from '#core/days'
import type { Month } from '#core/fiscal'
import type { Money } from '#core/money'
import type { Trx } from '#core/within'

/** What the house bills by itself, by where it comes from. */
export const BILL_SOURCES = [
  'usage',
  'holdover',
  'rent',
  'instalment',
  'examination',
  'inspection',
  'price',
] as const

export type BillSource = (typeof BILL_SOURCES)[number]

/** What is due of one source for one month, as the registry says it today. */
export interface Entitlement {
  source: BillSource
  /** The case, the right, the instalment, or the legalisation file. */
  sourceId: number
  period: Month
  amount: Money
  days: number | null
  /** Code of the revenue head. */
  head: string
  rightId?: number | null
  assetId?: number | null
  partyId?: number | null
  /** The day of the contract; left out: the first of the month of the billing. */
  dueFrom?: Day
  /** The text it rests on. */
  basis: string
}

/** What is asked of a source: everything of a unit that is due by a billing month, from the beginning. */
export interface Billing {
  unitId: number
  month: Month
  trx: Trx
}

export type Source = (billing: Billing) => Promise<Entitlement[]>
