import { addDays } from '#core/days'
import { Money } from '#core/money'
import type { Entry, EntryLine } from '#accounts/actions/post_entry'
import type { Owner } from '../owner.js'
import { bindLines, fillDimensions, type Dimensions } from './dimensions.js'

export interface LedgerWorld {
  entries: number
  units: number[]
  accounts: ReadonlyMap<string, number>
  /** Entries of the ledger from one place on, the same on every run. */
  batch(from: number, count: number): Entry[]
}

/** The unit with the most entries: three of ten are its own. */
export const BUSIEST = 0

/** First and last day on which something is posted: two fiscal years but for their last month. */
export const DAYS = { first: '2025-07-01', count: 700 } as const

/**
 * Entries of twenty units over two fiscal years, four lines each, as form 50s are entered: two items of
 * expense, a deduction and the net. One of five is of a special fund; expenses name their budget line and
 * centre, what is owed names its party.
 */
export async function worldOf(owner: Owner, entries: number): Promise<LedgerWorld> {
  const dimensions = await fillDimensions(owner)
  return {
    entries,
    units: dimensions.units,
    accounts: dimensions.accounts,
    batch: (from, count) =>
      Array.from({ length: count }, (_, at) => entryAt(from + at, entries, dimensions)),
  }
}

/** Day by day, as a ledger grows. */
function entryAt(at: number, of: number, dimensions: Dimensions): Entry {
  const { units, uses, deductions, clearing } = dimensions
  const turn = Math.imul(at, 2654435761) >>> 8
  const place = at % 10 < 3 ? BUSIEST : 1 + (at % (units.length - 1))
  const postedOn = addDays(DAYS.first, Math.floor((at * DAYS.count) / of))
  const gross = BigInt(1_000 + (turn % 5_000_000))
  const second = gross / 3n
  const held = gross / 20n
  const fundId = at % 5 === 0 ? dimensions.funds[turn % dimensions.funds.length]! : null
  const use = (nth: number, amount: bigint): EntryLine => ({
    ...bindLines(dimensions, { place, postedOn, nth }),
    account: uses[nth % uses.length]!,
    debit: Money.piastres(amount),
    fundId,
    centre: `C-${1 + (nth % 30)}`,
  })
  const owed = (account: string, amount: bigint): EntryLine => ({
    account,
    credit: Money.piastres(amount),
    fundId,
    partyId: dimensions.parties[place]![turn % 100]!,
  })
  return {
    unitId: units[place]!,
    postedOn,
    kind: 'payment_voucher',
    businessKey: `bench/${at}`,
    description: `صرف استمارة 50 رقم ${at}`,
    lines: [
      use(turn % 60, gross - second),
      use((turn + 7) % 60, second),
      owed(deductions[turn % deductions.length]!, held),
      owed(clearing, gross - held),
    ],
  }
}
