import { addDays, Month } from '#core/fiscal'
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

/** Months in which something is posted: two fiscal years but for their last month. */
const MONTHS = Month.range(Month.of('2025-07'), Month.of('2027-05'))

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

/** Month by month, and in each unit by unit, day by day: as units enter what they have gathered. */
function entryAt(at: number, of: number, dimensions: Dimensions): Entry {
  const { units, uses, deductions, clearing } = dimensions
  const turn = Math.imul(at, 2654435761) >>> 8
  const passed = (at * MONTHS.length) / of
  const month = MONTHS[Math.floor(passed)]!
  const share = passed % 1
  const rest = ((share - 0.3) / 0.7) * (units.length - 1)
  const place = share < 0.3 ? BUSIEST : Math.min(1 + Math.floor(rest), units.length - 1)
  const postedOn = addDays(month.first, Math.floor((share < 0.3 ? share / 0.3 : rest % 1) * 28))
  const gross = BigInt(1_000 + (turn % 5_000_000))
  const second = gross / 3n
  const held = gross / 20n
  const fundId = at % 5 === 0 ? dimensions.funds[place % dimensions.funds.length]! : null
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
