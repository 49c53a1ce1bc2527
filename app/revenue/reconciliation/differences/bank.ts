import { judged, raise } from '#revenue/reconciliation/differences/desired'
import type { Workbench } from '#revenue/reconciliation/workbench'

/**
 * Natural key of a line: account, day, reference, amount and its place among lines that are equal in
 * all of these, by the identity that the import gave it.
 */
const KEY = `CONCAT_WS('/', b.account_no, l.booked_on, l.reference, l.amount,
  (SELECT COUNT(*) FROM bank_lines e WHERE e.bank_account_id = l.bank_account_id AND e.booked_on = l.booked_on
     AND e.reference = l.reference AND e.amount = l.amount AND e.identity <= l.identity))`

const LINE =
  'JOIN bank_lines l ON l.id = p.fact_id JOIN bank_accounts b ON b.id = l.bank_account_id'

const head = (code: string, amount: string) =>
  `SELECT STRAIGHT_JOIN p.unit_id, p.month, '${code}', 'bank_line', l.id, ${KEY}, NULL, l.counterparty, ${amount}, l.booked_on`

/** `bank_credit_without_slip`, `bank_amount_differs`, `wrong_account`. */
export async function raiseBank(bench: Workbench): Promise<void> {
  const single = { without_slip: 'bank_credit_without_slip', wrong_account: 'wrong_account' }
  for (const [disposition, code] of Object.entries(single)) {
    for (const [from, where] of judged('bank_line', [disposition])) {
      await raise(bench, code, `${head(code, 'l.amount')} FROM ${from} ${LINE} WHERE ${where}`)
    }
  }
  for (const [from, where] of judged('bank_line', ['wrong_account', 'amount_differs'])) {
    await raise(
      bench,
      'bank_amount_differs',
      `${head('bank_amount_differs', 'ABS(g.deposited - g.banked)')} FROM ${from} ${LINE}
       JOIN bank_match_members m ON m.bank_line_id = l.id JOIN bank_matches g ON g.id = m.match_id
       WHERE ${where} AND g.deposited <> g.banked
         AND g.match_key = CONCAT(b.account_no, '/', HEX(l.identity))`
    )
  }
}
