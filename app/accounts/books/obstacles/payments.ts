import { sentence } from '#core/domain_error'
import { Money } from '#core/money'
import { obstacleOf, type Finding } from '#accounts/books/obstacles/obstacle'
import { ORDER_STATE_NAMES, VOUCHER_STATE_NAMES } from '#accounts/payments/life'

/** Forms 50 of the year in book 55 for which no order has gone to the bank. */
export const unfinishedForms: Finding = async ({ unitId, year }, trx) => {
  const [rows] = await trx.rawQuery(
    `SELECT id, book_55_no, status, payee_name, net FROM payment_vouchers
     WHERE unit_id = ? AND fiscal_year = ? AND (status IN ('registered', 'cleared', 'rejected') OR (status = 'posted' AND net > 0))
     ORDER BY book_55_no`,
    [unitId, year.label]
  )
  const lines = rows.map((row: Record<string, string>) => {
    const state = VOUCHER_STATE_NAMES[row.status as keyof typeof VOUCHER_STATE_NAMES]
    return {
      number: `55/${row.book_55_no}`,
      about: sentence(`${row.payee_name}: ${state.ar}`, `${row.payee_name}: ${state.en}`),
      amount: Money.of(row.net!),
      url: `/accounts/payments/${row.id}`,
    }
  })
  return obstacleOf('forms', lines, (count, total) =>
    sentence(
      `استمارات بدفتر 55 لم يصدر أمر دفعها عددها ${count} وصافيها ${total('ar')} جنيه`,
      `${count} forms of book 55 without a payment order, ${total('en')} pounds net`
    )
  )
}

/** Payment orders and cheques of the year that the bank has neither paid nor refused. */
export const unexecutedOrders: Finding = async ({ unitId, year }, trx) => {
  const [rows] = await trx.rawQuery(
    `SELECT number, fiscal_year, status, payee_name, amount, voucher_id FROM payment_orders
     WHERE unit_id = ? AND made_on <= ? AND status IN ('made', 'signed_first', 'signed') ORDER BY fiscal_year, number`,
    [unitId, year.last]
  )
  const lines = rows.map((row: Record<string, string>) => {
    const state = ORDER_STATE_NAMES[row.status as keyof typeof ORDER_STATE_NAMES]
    return {
      number: `${row.number}/${row.fiscal_year}`,
      about: sentence(`${row.payee_name}: ${state.ar}`, `${row.payee_name}: ${state.en}`),
      amount: Money.of(row.amount!),
      url: `/accounts/payments/${row.voucher_id}`,
    }
  })
  return obstacleOf('orders', lines, (count, total) =>
    sentence(
      `أوامر دفع لم ينفذها البنك عددها ${count} وجملتها ${total('ar')} جنيه`,
      `${count} payment orders the bank has not executed, ${total('en')} pounds`
    )
  )
}
