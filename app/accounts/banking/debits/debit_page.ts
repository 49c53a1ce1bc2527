import db from '@adonisjs/lucid/services/db'
import { FiscalYear } from '#core/fiscal'
import { Money } from '#core/money'
import { visible } from '#identity/access/visible'
import type User from '#identity/models/user'
import { openSets } from '#accounts/banking/debits/batch_sets'
import { explainingEntries, LIVE } from '#accounts/banking/debits/explaining_entries'
import { findingsOf } from '#accounts/banking/debits/open_facts'
import OrderBatch from '#accounts/models/order_batch'
import PaymentOrder from '#accounts/models/payment_order'

/** A line of a statement with what it paid, what settles it, and the orders, batches and entries it could be. */
export async function debitPage(user: User, id: number) {
  const line = await visible(db.from('bank_lines as l'), user, 'accounts.bank.read', 'l.unit_id')
    .join('bank_accounts as b', 'b.id', 'l.bank_account_id')
    .join('units as u', 'u.id', 'l.unit_id')
    .where('l.id', id)
    .select('l.*', 'b.name_ar', 'b.account_no', 'u.name_ar as unit_ar', 'u.name_en as unit_en')
    .firstOrFail()
  const unitId = Number(line.unit_id)
  const bankAccountId = Number(line.bank_account_id)
  const amount = String(line.amount)
  const isDebit = amount.startsWith('-')
  const known = await whatIsKnown(id)
  const { orders, entry, isDeposited } = known
  const isOpen = orders.length === 0 && !entry && !isDeposited
  const may = user.can('accounts.bank.manage', unitId)
  const none = { candidates: [], batches: [], suggested: null, suggestedOrder: null }
  return {
    ...{ line, isDebit, ...known, suggestedBatch: null, ...none },
    ...(isOpen && isDebit ? await candidatesOf({ id, unitId, bankAccountId, amount }) : {}),
    entries: isOpen ? await explainingEntries({ unitId, amount }, db) : [],
    fiscalYear: FiscalYear.containing(line.booked_on).label,
    lineState: orders.length > 0 || isDeposited ? 'matched' : entry ? 'explained' : 'unknown',
    may: { match: isOpen && may, explain: isOpen && may, unmatch: !isOpen && !isDeposited && may },
  }
}

/** Orders that the line paid, the batch that they went in, the entry that settles it, or its slips. */
async function whatIsKnown(id: number) {
  const orders = await PaymentOrder.query().where('bank_line_id', id).orderBy('id')
  const debit = await db.from('batch_debits').where('bank_line_id', id).first()
  const [[entry]] = await db.rawQuery(
    `SELECT e.id, e.number, e.fiscal_year, x.note FROM line_explanations x JOIN ledger_entries e ON e.id = x.entry_id
     WHERE x.bank_line_id = ? AND ${LIVE}`,
    [id]
  )
  const slip = await db.from('bank_match_members').where('bank_line_id', id).first()
  return {
    orders,
    batch: debit ? await OrderBatch.findOrFail(debit.batch_id) : null,
    entry: entry ?? null,
    isDeposited: slip !== null,
  }
}

interface OpenDebit {
  id: number
  unitId: number
  bankAccountId: number
  amount: string
}

/** What an open debit could have paid: one order, or orders of a batch together; and which the rules suggest. */
async function candidatesOf({ id, unitId, bankAccountId, amount }: OpenDebit) {
  const candidates = await ordersOfAmount(bankAccountId, amount)
  const paid = Money.of(amount).negate()
  const sets = await openSets({ bankAccountId }, db)
  const batches = sets.filter((set) => Money.of(set.amount).equals(paid))
  if (candidates.length === 0 && batches.length === 0) return { candidates, batches }
  const found = await db.transaction((trx) => findingsOf({ bankAccountId, unitId }, trx))
  const suggested =
    found.orders.find(({ lineId }) => lineId === id) ??
    found.batches.find(({ lineId }) => lineId === id) ??
    null
  const orderId = suggested && 'orderId' in suggested ? suggested.orderId : null
  const batchId = suggested && 'batchId' in suggested ? suggested.batchId : null
  return {
    ...{ candidates, batches, suggested },
    suggestedOrder: candidates.find((one) => one.id === orderId) ?? null,
    suggestedBatch: batches.find((one) => one.batchId === batchId) ?? null,
  }
}

/** Orders of the account and amount that no line shows: a person may know better than any rule. */
function ordersOfAmount(bankAccountId: number, amount: string) {
  return PaymentOrder.query()
    .where('bank_account_id', bankAccountId)
    .whereRaw('amount = -CAST(? AS DECIMAL(18,2))', [amount])
    .whereIn('status', ['signed', 'executed'])
    .whereNull('bank_line_id')
    .orderBy('id')
    .limit(50)
}
