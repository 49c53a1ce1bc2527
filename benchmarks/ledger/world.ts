import db from '@adonisjs/lucid/services/db'
import { addDays } from '#core/days'
import { Money } from '#core/money'
import type { Entry } from '#accounts/actions/post_entry'

export interface LedgerWorld {
  entries: number
  units: number[]
  /** Entries of the ledger from one place on, the same on every run. */
  batch(from: number, count: number): Entry[]
  accounts: ReadonlyMap<string, number>
}

const DEBITS = ['INT-FA-LOSS', 'INT-COMMISSION', 'INT-FA-DEPRECIATION', 'INT-CASH'] as const
const CREDITS = ['INT-BANK', 'INT-REV-FEES', 'INT-DEPOSITS', 'INT-REVSETTLE'] as const

/** Entries of twenty units over two fiscal years, four lines each. */
export async function worldOf(entries: number): Promise<LedgerWorld> {
  const units = await db.from('units').orderBy('id').limit(20).select('id')
  const codes = [...DEBITS, ...CREDITS]
  const rows = await db.from('ledger_accounts').whereIn('code', codes).select('id', 'code')
  const ids = units.map(({ id }) => Number(id))
  return {
    entries,
    units: ids,
    accounts: new Map(rows.map(({ code, id }) => [code, Number(id)])),
    batch: (from, count) =>
      Array.from({ length: count }, (_, at) =>
        entryAt(from + at, { unitId: ids[(from + at) % ids.length]!, of: entries })
      ),
  }
}

/** Day by day, as a ledger grows. */
function entryAt(at: number, { unitId, of }: { unitId: number; of: number }): Entry {
  const gross = BigInt(1_000 + (at % 50_000))
  const held = gross / 20n
  return {
    unitId,
    postedOn: addDays('2025-07-01', Math.floor((at * 700) / of)),
    kind: 'bench',
    businessKey: `bench/${at}`,
    description: `صرف رقم ${at}`,
    lines: [
      { account: DEBITS[at % 4]!, debit: Money.piastres(gross - 1n) },
      { account: DEBITS[(at + 1) % 4]!, debit: Money.piastres(1n) },
      { account: CREDITS[at % 4]!, credit: Money.piastres(held) },
      { account: CREDITS[(at + 1) % 4]!, credit: Money.piastres(gross - held) },
    ],
  }
}
