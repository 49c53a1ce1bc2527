import { Month, type Day } from '#core/fiscal'
import type { Trx } from '#core/within'
import { judgeAgain, type Fact } from '#revenue/reconciliation/judge/judge_again'
import { lockUnits } from '#revenue/reconciliation/locks'
import { RuleBook } from '#revenue/reconciliation/rules'
import { Workbench } from '#revenue/reconciliation/workbench'

/**
 * Takes turns with runs over the unit and over the bank accounts of its governorate. Before any other
 * read of the transaction.
 */
export async function takeTurn(unitId: number, trx: Trx): Promise<void> {
  const [rows] = await trx.rawQuery(
    `SELECT u.id FROM unit_closure c JOIN units u ON u.id = c.ancestor_id AND u.kind = 'governorate'
     WHERE c.descendant_id = ? LOCK IN SHARE MODE`,
    [unitId]
  )
  await lockUnits(trx, [unitId, ...(rows as { id: number }[]).map((row) => Number(row.id))])
}

/** Brings dispositions, differences and totals of the papers to what was decided. */
export async function applyDecision(
  { unitId, month, facts }: { unitId: number; month: Day; facts: readonly Fact[] },
  trx: Trx
): Promise<void> {
  const [[run]] = await trx.rawQuery(
    `SELECT r.id FROM reconciliation_runs r JOIN unit_closure c ON c.ancestor_id = r.unit_id
     WHERE c.descendant_id = ? ORDER BY r.id DESC LIMIT 1`,
    [unitId]
  )
  // Without a run nothing was judged, so nothing has to be judged again.
  if (!run) return
  const calendar = Month.containing(month)
  const rules = await RuleBook.of(unitId, calendar, trx)
  const bench = new Workbench(trx, Number(run.id), calendar, rules)
  await bench.with(() => judgeAgain(bench, facts))
}
