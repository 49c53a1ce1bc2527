import db from '@adonisjs/lucid/services/db'
import { interleave, round, spreadOf, type BenchResult } from '../harness.js'
import type { Owner } from '../owner.js'
import { trialBalanceList } from '#accounts/lists/trial_balance_list'

/**
 * The trial balance of every unit, as its page asks it, beside the sum of the totals' rows without
 * accounts or periods.
 */
export async function askTrialBalance(
  owner: Owner,
  lines: number,
  say: (text: string) => void
): Promise<BenchResult> {
  const { floor, ours } = await interleave(
    5,
    () =>
      timed(() =>
        owner.query(
          'SELECT account_id, SUM(debit), SUM(credit) FROM ledger_totals GROUP BY account_id'
        )
      ),
    () => timed(trialBalance),
    say
  )
  const [bare, mine] = [floor, ours].map((samples) =>
    spreadOf(samples.map(({ seconds }) => seconds))
  )
  return {
    name: 'ledger-trial-balance',
    rows: lines,
    floor: bare!,
    ours: mine!,
    ratio: round(bare!.median / mine!.median, 2),
    peakRssMb: 0,
  }
}

/** The question of the page, asked for the whole country and both years. */
async function trialBalance(): Promise<void> {
  const reader = { unitIds: () => 'all' as const }
  const ctx = { request: { qs: () => ({ from: '2025-07', to: '2027-06' }) } }
  const query = trialBalanceList.query(reader as never, ctx as never)
  query.select(
    trialBalanceList.columns.map(({ key, expression }) =>
      db.raw(`${expression} AS \`${key}\``)
    ) as never
  )
  const { sql, bindings } = query.toSQL()
  const [rows] = await db.rawQuery(sql, bindings as never)
  if (rows.length < 4) throw new Error('The trial balance lacks accounts')
}

async function timed(work: () => Promise<unknown>) {
  const begun = performance.now()
  await work()
  return { seconds: (performance.now() - begun) / 1000 }
}
