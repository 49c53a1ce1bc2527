import { today } from '#core/days'
import type { Trx } from '#core/within'
import { openSets } from '#accounts/banking/debits/batch_sets'
import { LIVE } from '#accounts/banking/debits/explaining_entries'
import { findBatches, withoutQuarrels, type BatchPair } from '#accounts/banking/debits/find_batches'
import {
  findPairs,
  type FreeDebit,
  type OpenOrder,
  type Pair,
} from '#accounts/banking/debits/find_pairs'
import { debitRules } from '#accounts/banking/debits/rules'

type Reading = Pick<Trx, 'rawQuery'>

/** Lines of a statement that no order and no entry explains, as SQL over `bank_lines l`. */
export const UNEXPLAINED = `NOT EXISTS (SELECT 1 FROM payment_orders o WHERE o.bank_line_id = l.id)
  AND NOT EXISTS (SELECT 1 FROM line_explanations x WHERE x.bank_line_id = l.id AND ${LIVE})`

export async function freeDebits(bankAccountId: number, trx: Reading): Promise<FreeDebit[]> {
  const [rows] = await trx.rawQuery(
    `SELECT l.id, l.booked_on, -l.amount AS amount, CONCAT(l.reference, ' | ', l.narrative, ' | ', l.counterparty) AS text
     FROM bank_lines l WHERE l.bank_account_id = ? AND l.amount < 0 AND ${UNEXPLAINED} ORDER BY l.id`,
    [bankAccountId]
  )
  return rows.map((row: any) => ({
    id: Number(row.id),
    bookedOn: row.booked_on,
    amount: String(row.amount),
    text: row.text,
  }))
}

/** Signed or executed, of this account, and not seen on a statement yet. */
export async function openOrders(bankAccountId: number, trx: Reading): Promise<OpenOrder[]> {
  const [rows] = await trx.rawQuery(
    `SELECT id, IF(method = 'cheque', cheque_no, CONCAT(number, '/', fiscal_year)) AS reference, payee_iban AS iban, amount, made_on
     FROM payment_orders WHERE bank_account_id = ? AND status IN ('signed', 'executed') AND bank_line_id IS NULL ORDER BY id`,
    [bankAccountId]
  )
  return rows.map((row: any) => ({
    id: Number(row.id),
    reference: row.reference,
    iban: row.iban,
    amount: String(row.amount),
    madeOn: row.made_on,
  }))
}

/** What the rules see in one account today: debits of one order, and debits of a batch's orders together. */
export async function findingsOf(
  { bankAccountId, unitId }: { bankAccountId: number; unitId: number },
  trx: Trx
): Promise<{ orders: Pair[]; batches: BatchPair[] }> {
  const orders = await openOrders(bankAccountId, trx)
  if (orders.length === 0) return { orders: [], batches: [] }
  const debits = await freeDebits(bankAccountId, trx)
  const [rows] = await trx.rawQuery(
    `SELECT f.bank_line_id, f.order_id FROM debit_refusals f JOIN bank_lines l ON l.id = f.bank_line_id WHERE l.bank_account_id = ?`,
    [bankAccountId]
  )
  const refused = new Set(
    (rows as RefusedRow[]).map(({ bank_line_id: line, order_id: order }) => `${line}/${order}`)
  )
  const isRefused = (line: number, order: number) => refused.has(`${line}/${order}`)
  const rules = await debitRules(unitId, today(), trx)
  const sets = await openSets({ bankAccountId }, trx)
  return withoutQuarrels(
    findPairs(debits, orders, rules, isRefused),
    findBatches(debits, sets, rules, isRefused)
  )
}

interface RefusedRow {
  bank_line_id: number
  order_id: number
}
