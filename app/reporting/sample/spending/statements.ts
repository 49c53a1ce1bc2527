import db from '@adonisjs/lucid/services/db'
import { addDays } from '#core/days'
import type { Month } from '#core/fiscal'
import ReconcileBank from '#accounts/banking/reconciliation/reconcile_bank'
import type { BankLine } from '#reporting/sample/facts'
import { mt940 } from '#reporting/sample/files/mt940'
import { hasAny } from '#reporting/sample/office/stock'
import { importInSample } from '#reporting/sample/spending/bank_files'
import {
  CITY,
  GOVERNORATE,
  monthsOver,
  OPENING,
  pounds,
  unitId,
  type Desk,
} from '#reporting/sample/spending/desk'

/**
 * Statements of the expenditure accounts as the bank gives them: the orders it executed, and charges that
 * nobody explained yet. The city reconciles its months: closed by two, signed by one, the last a draft.
 */
export async function readSampleStatements(desk: Desk): Promise<void> {
  if (await hasAny('bank_reconciliations')) return
  for (const unit of [GOVERNORATE, CITY]) {
    const account = await expenditureAccount(unit)
    let opening = pounds(OPENING[unit]!)
    for (const month of monthsOver()) {
      const lines = await linesOf(account.id, month)
      if (unit === CITY) lines.push(charges(month))
      if (lines.length === 0) continue
      const number = month.index
      const told = { account: account.no, number, opening, lines, month }
      const { text, closing } = mt940(told)
      const name = `كشف-${unit}-${month}.sta`
      await importInSample({ kind: 'bank-statement', unit, name, content: text })
      opening = closing
    }
  }
  await reconcile((await expenditureAccount(CITY)).id, desk)
}

async function expenditureAccount(unit: string) {
  const row = await db
    .from('bank_accounts')
    .where({ unit_id: await unitId(unit), purpose: 'expenditure' })
    .orderBy('id')
    .firstOrFail()
  return { id: Number(row.id), no: String(row.account_no) }
}

/** A debit for each order that the bank said it executed, on its day. */
async function linesOf(bankAccountId: number, month: Month): Promise<BankLine[]> {
  const orders = await db
    .from('payment_orders')
    .where({ bank_account_id: bankAccountId, status: 'executed' })
    .whereNull('bank_line_id')
    .whereBetween('answered_on', [month.first, month.last])
    .orderBy('answered_on')
    .orderBy('id')
  return orders.map((order) => ({
    day: order.answered_on,
    valueDay: order.answered_on,
    amount: pounds(String(order.amount)).negate(),
    reference: `FT${String(order.id).padStart(10, '0')}`,
    narrative: `أمر دفع رقم ${order.number}/${order.fiscal_year} ${order.payee_name}`,
    type: 'NTRF',
    marks: [],
  }))
}

/** Taken by the bank at the end of a month without a paper. */
function charges(month: Month): BankLine {
  const day = addDays(month.last, -1)
  return {
    ...{ day, valueDay: day, amount: pounds('-35.50'), type: 'NCHG', marks: [] },
    reference: `CHG${String(month).replace('-', '')}`,
    narrative: 'مصروفات مسك حساب وتليكس',
  }
}

async function reconcile(bankAccountId: number, { officer, head }: Desk): Promise<void> {
  const statement = new ReconcileBank()
  const months = monthsOver()
  for (const [index, month] of months.entries()) {
    const { id } = await statement.prepare({ bankAccountId, month }, { by: officer })
    const isLast = index > 0 && index === months.length - 1
    if (isLast) return
    await statement.sign(id, { by: officer })
    if (index === 0) await statement.sign(id, { by: head })
  }
}
