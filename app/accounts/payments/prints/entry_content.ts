import { formatDay } from '#core/days'
import { amountInWords } from '#core/amount_in_words'
import type { FormValues } from '#core/documents/form_sheet'
import { Money } from '#core/money'
import type { Trx } from '#core/within'
import type PaymentVoucher from '#accounts/models/payment_voucher'
import type { FormContent } from '#accounts/payments/prints/sheets'

/** The entry of a form in book 224: its lines as the ledger has them. */
export async function entryContent(
  voucher: PaymentVoucher,
  common: FormValues,
  trx: Trx
): Promise<FormContent> {
  const [lines] = await trx.rawQuery(
    `SELECT a.code, a.name_ar AS name, l.debit, l.credit FROM ledger_lines l
     JOIN ledger_accounts a ON a.id = l.account_id WHERE l.entry_id = ? ORDER BY l.id`,
    [voucher.entryId!]
  )
  const rows = (lines as Record<string, string>[]).map(({ code, name, debit, credit }, index) => ({
    ...{ seq: String(index + 1), code: code!, name: name! },
    ...{ debit: amountOf(debit!), credit: amountOf(credit!) },
  }))
  const sum = (side: 'debit' | 'credit') => Money.sum(rows.flatMap((row) => row[side] ?? []))
  const [[poster]] = await trx.rawQuery(
    `SELECT u.full_name AS name FROM voucher_steps s JOIN users u ON u.id = s.made_by
     WHERE s.voucher_id = ? AND s.to_status = 'posted' ORDER BY s.id DESC LIMIT 1`,
    [voucher.id]
  )
  return {
    values: {
      ...common,
      ...{ number: String(voucher.book224No), day: formatDay(voucher.postedOn!, 'ar') },
      ...{ debit: sum('debit').format('ar'), credit: sum('credit').format('ar') },
      ...{ words: amountInWords(sum('debit')), poster: poster?.name ?? null },
    },
    rows: { lines: rows },
  }
}

/** The empty side of a line stays empty on paper. */
function amountOf(value: string): Money | null {
  const amount = Money.of(value)
  return amount.isZero() ? null : amount
}
