import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Money } from '#core/money'
import { KINDS, type KindName } from '#revenue/reconciliation/figures'
import { FACTS, type FactKind } from '#revenue/reconciliation/judge/source'
import type { Place } from '#revenue/queries/reconciliation_place'

export interface ControlTally {
  count: number
  amount: Money
}

/** Control totals of one kind of papers: what is recorded now, and where the runs put it. */
export interface Control {
  kind: KindName
  recorded: ControlTally
  judged: ControlTally
  dispositions: ({ disposition: string; matched: Money } & ControlTally)[]
  /** Every recorded paper has its disposition. False when papers came in after the run. */
  agrees: boolean
}

/** Batches count by gross; bank lines are signed. */
export async function readControls(
  place: Place,
  trx: TransactionClientContract
): Promise<Control[]> {
  const controls: Control[] = []
  for (const [name, kind] of Object.entries(KINDS) as [KindName, FactKind][]) {
    const { table, day, counts } = FACTS[kind]
    const amount = kind === 'settlement' ? 'gross' : 'amount'
    const [[recorded]] = await trx.rawQuery(
      `SELECT COUNT(*) AS count, COALESCE(SUM(f.${amount}), 0) AS amount FROM ${table} f
       WHERE ${place.within('f', day)} AND ${counts}`,
      place.bindings
    )
    const [rows] = await trx.rawQuery(
      `SELECT p.disposition, COUNT(*) AS count, SUM(p.amount) AS amount, SUM(p.matched) AS matched
       FROM dispositions p WHERE ${place.within('p')} AND p.kind = '${kind}' GROUP BY p.disposition ORDER BY p.disposition`,
      place.bindings
    )
    const dispositions = (rows as Record<string, string>[]).map((row) => ({
      disposition: row.disposition!,
      ...tally(row),
      matched: Money.of(String(row.matched)),
    }))
    const judged = {
      count: dispositions.reduce((sum, one) => sum + one.count, 0),
      amount: Money.sum(dispositions.map((one) => one.amount)),
    }
    const known = tally(recorded)
    controls.push({
      kind: name,
      recorded: known,
      judged,
      dispositions,
      agrees: known.count === judged.count && known.amount.equals(judged.amount),
    })
  }
  return controls
}

function tally(row: Record<string, string | number>): ControlTally {
  return { count: Number(row.count), amount: Money.of(String(row.amount)) }
}
