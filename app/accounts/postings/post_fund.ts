import type { Month } from '#core/fiscal'
import { Money } from '#core/money'
import db from '@adonisjs/lucid/services/db'
import type { Trx } from '#core/within'
import type { FundPorts } from '#budget/funds/ports'
import { postEntry } from '#accounts/actions/post_entry'
import { linesByRule } from '#accounts/posting_rules'

/**
 * Revenue of a fund within a month by the totals of the ledger; returns and corrections are taken off,
 * and what other funds gave is no revenue.
 */
export async function revenueOfFund(
  { unitId, fundId, month }: { unitId: number; fundId: number; month: Month },
  trx?: Trx
): Promise<Money> {
  const [[row]] = await (trx ?? db).rawQuery(
    `SELECT COALESCE(SUM(t.credit - t.debit), 0) AS revenue FROM ledger_totals t
     JOIN ledger_accounts a ON a.id = t.account_id AND a.class = 'revenue'
     JOIN unit_closure c ON c.descendant_id = t.unit_id AND c.ancestor_id = ?
     WHERE t.fund_id = ? AND t.month = ? AND NOT EXISTS (SELECT 1 FROM posting_rules r
       WHERE r.document = 'fund_transfer' AND r.account_code = a.code)`,
    [unitId, fundId, month.first]
  )
  return Money.of(row.revenue)
}

/** The treasury's share of a fund's revenue: the fund bears it, and owes it to the treasury. */
export const postShare: FundPorts['postShare'] = async (
  { fundId, amount, on, ...entry },
  { by, trx }
) => {
  const lines = await linesByRule(
    { document: 'fund_share', event: 'approved', on },
    { amount: { amount, fundId } },
    trx
  )
  const posted = await postEntry({ ...entry, postedOn: on, kind: 'fund_share', lines }, { by, trx })
  return posted.id
}

/**
 * A transfer between funds: who gives bears it against the current account of funds, who gets has it as a
 * contribution against the same account. Each fund balances in itself, the current account to nothing.
 */
export const postTransfer: FundPorts['postTransfer'] = async (
  { moved, on, ...entry },
  { by, trx }
) => {
  const [[state]] = await trx.rawQuery(
    "SELECT id FROM budget_codes WHERE axis = 'fund' AND code = '00' ORDER BY valid_from LIMIT 1"
  )
  const lines = []
  for (const { fundId: of, amount } of moved) {
    if (amount.isZero()) continue
    // The code 00 is the budget itself: the ledger knows it as no fund.
    const fundId = of === Number(state?.id) ? null : of
    const event = amount.isNegative() ? 'given' : 'received'
    const key = { document: 'fund_transfer', event, on }
    lines.push(...(await linesByRule(key, { amount: { amount: amount.abs(), fundId } }, trx)))
  }
  if (lines.length === 0) return null
  const posted = await postEntry(
    { ...entry, postedOn: on, kind: 'fund_transfer', lines },
    { by, trx }
  )
  return posted.id
}
