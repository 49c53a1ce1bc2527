import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Day } from '#core/fiscal'
import { Money } from '#core/money'
import { placeOf } from '#revenue/queries/reconciliation_place'
import type { FiguresQuestion } from '#revenue/queries/reconciliation_figures'

/** One receipt's share in one charge, with the way of its money to the bank. */
export interface MatchedRow {
  unitCode: string
  paymentRef: string
  dueOn: Day
  chargeAmount: Money
  receipt: string
  receivedOn: Day
  allocated: Money
  rule: string
  evidence: string
  /** Decided by a person, not by a rule. */
  isDecided: boolean
  /** Number of the slip or batch; null while not handed over. */
  deposit: string | null
  bankAccount: string | null
  bankedOn: Day | null
}

const PAGE = 2000

/**
 * Matched detail: the allocations of what was due in the months, by unit, due day and charge. The
 * allocated amounts sum to `paid` of the summary.
 */
export async function* matchedRows(
  question: FiguresQuestion,
  { trx }: { trx?: TransactionClientContract } = {}
): AsyncGenerator<MatchedRow> {
  const place = placeOf(question)
  const client = trx ?? db
  const [units] = await client.rawQuery(
    `SELECT u.id AS unit_id FROM units u JOIN (SELECT u2.id AS unit_id FROM units u2) v ON v.unit_id = u.id
     WHERE ${place.units('v')} ORDER BY u.code`,
    place.bindings
  )
  for (const { unit_id: unitId } of units as { unit_id: number }[]) {
    let last = { due: question.from.first, charge: 0, share: 0 }
    for (;;) {
      const [rows] = (await client.rawQuery(PAGE_OF_UNIT, {
        unit: unitId,
        until: question.to.last,
        ...last,
      } as never)) as [any[]]
      for (const row of rows) yield rowOf(row)
      if (rows.length < PAGE) break
      const end = rows.at(-1)!
      last = { due: end.due_on, charge: end.charge_id, share: end.charge_share }
    }
  }
}

const PAGE_OF_UNIT = `
  SELECT STRAIGHT_JOIN u.code AS unit_code, c.id AS charge_id, c.payment_ref, c.due_on, c.amount AS charge_amount,
    CONCAT(k.book_no, '/', r.number) AS receipt, r.received_on, a.amount, a.charge_share, a.rule, a.evidence,
    a.decided_by IS NOT NULL AS decided, COALESCE(s.number, t.batch_no) AS deposit, b.account_no, l.booked_on
  FROM charges c FORCE INDEX (charges_due) JOIN allocations a ON a.charge_id = c.id
  JOIN units u ON u.id = c.unit_id JOIN receipts r ON r.id = a.receipt_id JOIN receipt_books k ON k.id = r.book_id
  LEFT JOIN receipt_deposits x ON x.receipt_id = r.id
  LEFT JOIN deposit_slips s ON s.id = x.slip_id LEFT JOIN settlements t ON t.id = x.settlement_id
  LEFT JOIN bank_match_members ms ON ms.slip_id = x.slip_id
  LEFT JOIN bank_match_members mb ON mb.settlement_id = x.settlement_id
  LEFT JOIN bank_lines l ON l.id = (SELECT MIN(o.bank_line_id) FROM bank_match_members o WHERE o.match_id = COALESCE(ms.match_id, mb.match_id))
  LEFT JOIN bank_accounts b ON b.id = l.bank_account_id
  WHERE c.unit_id = :unit AND c.due_on BETWEEN :due AND :until AND (c.due_on, c.id, a.charge_share) > (:due, :charge, :share)
  ORDER BY c.due_on, c.id, a.charge_share LIMIT ${PAGE}`

function rowOf(row: any): MatchedRow {
  return {
    unitCode: row.unit_code,
    paymentRef: row.payment_ref,
    dueOn: row.due_on,
    chargeAmount: Money.of(String(row.charge_amount)),
    receipt: row.receipt,
    receivedOn: row.received_on,
    allocated: Money.of(String(row.amount)),
    rule: row.rule,
    evidence: row.evidence,
    isDecided: Number(row.decided) === 1,
    deposit: row.deposit,
    bankAccount: row.account_no,
    bankedOn: row.booked_on,
  }
}
