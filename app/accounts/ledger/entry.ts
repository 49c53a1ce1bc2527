import type { Day } from '#core/days'
import type { Money } from '#core/money'

/** One side of an entry, on one account, with what it is told apart by. */
export interface EntryLine {
  /** Id or code of a postable account. */
  account: number | string
  debit?: Money
  credit?: Money
  memo?: string
  /** Special fund (a code of the axis `fund`); none: the budget itself. */
  fundId?: number | null
  budgetLineId?: number | null
  partyId?: number | null
  assetId?: number | null
  /** Cost centre: up to 20 letters, digits and marks of ASCII. */
  centre?: string | null
}

export interface Entry {
  unitId: number
  postedOn: Day
  /** What kind of fact it is: `receipt`, `deposit_slip`, … */
  kind: string
  /** Document and transition: the same key posts once, ever. */
  businessKey: string
  description: string
  lines: readonly EntryLine[]
  importId?: number | null
  /** The entry this one mirrors. */
  reversesId?: number | null
}

export interface Posted {
  id: number
  /** In the unit's ledger of the fiscal year, without gaps. */
  number: number
}
