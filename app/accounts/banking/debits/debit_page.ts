import db from '@adonisjs/lucid/services/db'
import { FiscalYear } from '#core/fiscal'
import { visible } from '#identity/access/visible'
import type User from '#identity/models/user'
import { pairsOf } from '#accounts/banking/debits/open_facts'
import PaymentOrder from '#accounts/models/payment_order'

/** A line of a statement with what it paid, what settles it, and the orders it could be. */
export async function debitPage(user: User, id: number) {
  const line = await visible(db.from('bank_lines as l'), user, 'accounts.bank.read', 'l.unit_id')
    .join('bank_accounts as b', 'b.id', 'l.bank_account_id')
    .join('units as u', 'u.id', 'l.unit_id')
    .where('l.id', id)
    .select('l.*', 'b.name_ar', 'b.account_no', 'u.name_ar as unit_ar', 'u.name_en as unit_en')
    .firstOrFail()
  const unitId = Number(line.unit_id)
  const bankAccountId = Number(line.bank_account_id)
  const isDebit = String(line.amount).startsWith('-')
  const order = await PaymentOrder.query().where('bank_line_id', id).first()
  const [[entry]] = await db.rawQuery(
    `SELECT e.id, e.number, e.fiscal_year, x.note FROM line_explanations x JOIN ledger_entries e ON e.id = x.entry_id
     WHERE x.bank_line_id = ? AND NOT EXISTS (SELECT 1 FROM ledger_entries r WHERE r.reverses_id = e.id)`,
    [id]
  )
  const isOpen = !order && !entry
  const candidates = isOpen && isDebit ? await ordersOfAmount(bankAccountId, line.amount) : []
  const pairs = candidates.length
    ? await db.transaction((trx) => pairsOf({ bankAccountId, unitId }, trx))
    : []
  const suggested = pairs.find(({ lineId }) => lineId === id) ?? null
  return {
    ...{ line, order, entry: entry ?? null, candidates, isDebit, suggested },
    suggestedOrder: candidates.find((one) => one.id === suggested?.orderId) ?? null,
    fiscalYear: FiscalYear.containing(line.booked_on).label,
    lineState: order ? 'matched' : entry ? 'explained' : 'unknown',
    may: {
      match: isOpen && candidates.length > 0 && user.can('accounts.bank.manage', unitId),
      explain: isOpen && user.can('accounts.bank.manage', unitId),
      unmatch: order !== null && user.can('accounts.bank.manage', unitId),
    },
  }
}

/** Orders of the account and amount that no line shows: a person may know better than any rule. */
function ordersOfAmount(bankAccountId: number, amount: unknown) {
  return PaymentOrder.query()
    .where('bank_account_id', bankAccountId)
    .whereRaw('amount = -CAST(? AS DECIMAL(18,2))', [String(amount)])
    .whereIn('status', ['signed', 'executed'])
    .whereNull('bank_line_id')
    .orderBy('id')
    .limit(50)
}
