import type { Trx } from '#core/within'
import type PaymentVoucher from '#accounts/models/payment_voucher'
import type { RuledAmount } from '#accounts/posting_rules'

/** Where the chart has no account of its own for a code of the budget. */
const USES = 'INT-USES'

/**
 * The account that a form 50 debits: that of its line's classification where an official one is in the
 * chart, the one of uses where none is, or the account of its payment type (refunds).
 */
export async function chargedAccount(
  { lineId, paymentType }: Pick<PaymentVoucher, 'lineId' | 'paymentType'>,
  trx: Pick<Trx, 'rawQuery'>
): Promise<Omit<RuledAmount, 'amount'> & { fundId: number | null }> {
  if (lineId === null) {
    const [[type]] = await trx.rawQuery('SELECT account_code FROM payment_types WHERE code = ?', [
      paymentType,
    ])
    return { account: type.account_code, fundId: null }
  }
  const [[line]] = await trx.rawQuery(
    `SELECT c.code, f.id AS fund_id, f.code AS fund, a.code AS account FROM budget_lines l
     JOIN budget_codes c ON c.id = l.code_id JOIN budget_codes f ON f.id = l.fund_id
     LEFT JOIN ledger_accounts a ON a.code = c.account_code AND a.is_postable = 1
     WHERE l.id = ?`,
    [lineId]
  )
  return {
    account: line.account ?? USES,
    memo: line.code,
    budgetLineId: lineId,
    // The code 00 is the budget itself, not a fund.
    fundId: line.fund === '00' ? null : Number(line.fund_id),
  }
}
