import { judged, raise } from '#revenue/reconciliation/differences/desired'
import type { Workbench } from '#revenue/reconciliation/workbench'

const PAPERS = [
  {
    kind: 'slip',
    table: 'deposit_slips',
    key: 'number',
    day: 'deposited_on',
    handed: 'amount',
    banked: 'amount',
  },
  {
    kind: 'settlement',
    table: 'settlements',
    key: 'batch_no',
    day: 'settled_on',
    handed: 'gross',
    banked: 'net',
  },
] as const

/** `slip_short`, `slip_over`, `slip_not_in_bank`, of slips and of electronic batches. */
export async function raiseDeposits(bench: Workbench): Promise<void> {
  for (const { kind, table, key, day, handed, banked } of PAPERS) {
    const head = (code: string, amount: string) =>
      `SELECT STRAIGHT_JOIN p.unit_id, p.month, '${code}', '${kind}', f.id, f.${key}, NULL, '', ${amount}, f.${day}`
    for (const [from, where] of judged(kind)) {
      const summed = `FROM (
        SELECT p.unit_id, p.month, p.fact_id, COALESCE(h.receipts, 0) AS receipts
        FROM ${from} LEFT JOIN rw_paper_sum h ON h.kind = '${kind}' AND h.fact_id = p.fact_id WHERE ${where}
      ) p JOIN ${table} f ON f.id = p.fact_id`
      await raise(
        bench,
        'slip_short',
        `${head('slip_short', `p.receipts - f.${handed}`)} ${summed} WHERE f.${handed} < p.receipts`
      )
      await raise(
        bench,
        'slip_over',
        `${head('slip_over', `f.${handed} - p.receipts`)} ${summed} WHERE f.${handed} > p.receipts`
      )
    }
    for (const [from, where] of judged(kind, ['not_in_bank'])) {
      await raise(
        bench,
        'slip_not_in_bank',
        `${head('slip_not_in_bank', `f.${banked}`)} FROM ${from} JOIN ${table} f ON f.id = p.fact_id WHERE ${where}`
      )
    }
  }
}
