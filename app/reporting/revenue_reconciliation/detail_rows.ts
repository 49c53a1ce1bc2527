import { clock } from '#core/clock'
import { dayOf } from '#core/days'
import { Money } from '#core/money'
import type { Trx } from '#core/within'
import type {
  CountedAmount,
  DifferenceRow,
  Question,
} from '#reporting/revenue_reconciliation/figures'
import { BELOW, differenceOf, select } from '#reporting/revenue_reconciliation/rows'

const BATCH = 2_000

/** Every standing difference of the month by unit, in batches: largest list a governorate has. */
export async function* differenceRows(question: Question, trx: Trx): AsyncGenerator<DifferenceRow> {
  const today = dayOf(clock.now())
  for (let after = 0; ;) {
    const rows = await select(
      trx,
      `SELECT d.*, u.code AS unit_code, u.name_ar, u.name_en, h.name_ar AS head_ar,
         h.name_en AS head_en, p.full_name AS assignee
       FROM differences d ${BELOW('d')} JOIN units u ON u.id = d.unit_id
       LEFT JOIN revenue_heads h ON h.id = d.head_id LEFT JOIN users p ON p.id = d.assigned_to
       WHERE d.month = :month AND d.state <> 'cleared' AND d.id > :after ORDER BY d.id LIMIT ${BATCH}`,
      { unit: question.unitId, month: question.month.first, after }
    )
    for (const row of rows) yield differenceOf(row, today)
    if (rows.length < BATCH) return
    after = Number(rows.at(-1)!.id)
  }
}

/** The way of one receipt: what it paid, how it was handed over, where it reached the bank. */
export interface MatchedRow {
  unitCode: string
  unitAr: string
  unitEn: string
  bookNo: string
  number: number
  receivedOn: string
  method: string
  payer: string
  /** Null on the second and further charges of one receipt, so that the column adds up. */
  receiptAmount: string | null
  disposition: string | null
  paymentRef: string | null
  dueOn: string | null
  allocated: string | null
  payRule: string | null
  slip: string | null
  depositedOn: string | null
  depositAmount: string | null
  bankAccount: string | null
  bookedOn: string | null
  bankReference: string | null
  bankAmount: string | null
  bankRule: string | null
}

export interface MatchedTotals {
  receipts: CountedAmount
  allocated: Money
}

/** Receipts of the month that are not void, each with its charges, its slip or batch, its bank line. */
export async function* matchedRows(question: Question, trx: Trx): AsyncGenerator<MatchedRow> {
  for (let after = 0; ;) {
    const ids = await select(
      trx,
      `SELECT r.id FROM receipts r ${BELOW('r')}
       WHERE r.received_on BETWEEN :first AND :last AND r.is_void = 0 AND r.id > :after
       ORDER BY r.id LIMIT ${BATCH}`,
      { ...monthOf(question), after }
    )
    if (ids.length === 0) return
    const numbers = ids.map(({ id }) => Number(id))
    const [rows] = await trx.rawQuery(MATCHED.replace('(:ids)', `(${numbers.join(',')})`))
    yield* rows as MatchedRow[]
    if (ids.length < BATCH) return
    after = numbers.at(-1)!
  }
}

/** What the columns of {@link matchedRows} add up to. */
export async function matchedTotals(question: Question, trx: Trx): Promise<MatchedTotals> {
  const [receipts] = await select(
    trx,
    `SELECT COUNT(*) AS n, COALESCE(SUM(r.amount), 0) AS amount FROM receipts r ${BELOW('r')}
     WHERE r.received_on BETWEEN :first AND :last AND r.is_void = 0`,
    monthOf(question)
  )
  const [allocated] = await select(
    trx,
    `SELECT COALESCE(SUM(a.amount), 0) AS amount FROM receipts r ${BELOW('r')}
     JOIN allocations a ON a.receipt_id = r.id
     WHERE r.received_on BETWEEN :first AND :last AND r.is_void = 0`,
    monthOf(question)
  )
  return {
    receipts: { count: Number(receipts!.n), amount: Money.of(String(receipts!.amount)) },
    allocated: Money.of(String(allocated!.amount)),
  }
}

function monthOf({ unitId, month }: Question) {
  return { unit: unitId, first: month.first, last: month.last }
}

/** A bank group may have several lines: its first is shown with the amount of all. */
const MATCHED = `
  SELECT u.code AS unitCode, u.name_ar AS unitAr, u.name_en AS unitEn, b.book_no AS bookNo, r.number,
    r.received_on AS receivedOn, r.method, r.payer_name AS payer,
    IF(COALESCE(a.receipt_share, 1) = 1, r.amount, NULL) AS receiptAmount, d.disposition,
    c.payment_ref AS paymentRef, c.due_on AS dueOn, a.amount AS allocated, a.rule AS payRule,
    COALESCE(s.number, e.batch_no) AS slip, COALESCE(s.deposited_on, e.settled_on) AS depositedOn,
    COALESCE(s.amount, e.net) AS depositAmount, k.account_no AS bankAccount, l.booked_on AS bookedOn,
    l.reference AS bankReference, m.banked AS bankAmount, m.rule AS bankRule
  FROM receipts r
  JOIN units u ON u.id = r.unit_id
  JOIN receipt_books b ON b.id = r.book_id
  LEFT JOIN dispositions d ON d.kind = 'receipt' AND d.fact_id = r.id
  LEFT JOIN allocations a ON a.receipt_id = r.id
  LEFT JOIN charges c ON c.id = a.charge_id
  LEFT JOIN receipt_deposits h ON h.receipt_id = r.id
  LEFT JOIN deposit_slips s ON s.id = h.slip_id
  LEFT JOIN settlements e ON e.id = h.settlement_id
  LEFT JOIN bank_match_members ms ON ms.slip_id = h.slip_id
  LEFT JOIN bank_match_members me ON me.settlement_id = h.settlement_id
  LEFT JOIN bank_matches m ON m.id = COALESCE(ms.match_id, me.match_id)
  LEFT JOIN bank_lines l ON l.id = (
    SELECT MIN(x.bank_line_id) FROM bank_match_members x
    WHERE x.match_id = m.id AND x.bank_line_id IS NOT NULL)
  LEFT JOIN bank_accounts k ON k.id = l.bank_account_id
  WHERE r.id IN (:ids)
  ORDER BY r.id, a.receipt_share`
