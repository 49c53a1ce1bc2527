import { judged, raise } from '#revenue/reconciliation/differences/desired'
import type { Workbench } from '#revenue/reconciliation/workbench'

/** `unpaid`, `part_paid`: what is still owed. */
export async function raiseCharges(bench: Workbench): Promise<void> {
  for (const code of ['unpaid', 'part_paid']) {
    for (const [from, where] of judged('charge', [code])) {
      await raise(
        bench,
        code,
        `SELECT STRAIGHT_JOIN p.unit_id, p.month, '${code}', 'charge', c.id, c.payment_ref, c.head_id, COALESCE(y.name, ''),
           p.amount - p.matched, c.due_on
         FROM ${from} JOIN charges c ON c.id = p.fact_id LEFT JOIN parties y ON y.id = c.party_id WHERE ${where}`
      )
    }
  }
}
