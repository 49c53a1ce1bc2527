import { Money } from '#core/money'
import type { Trx } from '#core/within'

/** What book 55 says of a form 50 beside its amounts. */
export interface VoucherFacts {
  voucherId: number
  book55No: number
  formNo: number
  book224No: number | null
  department: string
  payee: string
  deductions: Money
  net: Money
  /** Number of the payment order or cheque that pays it; none yet, or none to pay. */
  orderNo: string
}

/** Most ids of one statement. */
const AT_ONCE = 5000

/** The forms behind entries of kind `payment_voucher`, by entry; a reversal has those of what it reverses. */
export async function voucherFacts(
  entryIds: readonly number[],
  { trx }: { trx: Pick<Trx, 'rawQuery'> }
): Promise<Map<number, VoucherFacts>> {
  const facts = new Map<number, VoucherFacts>()
  const ids = [...new Set(entryIds)]
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const [rows] = await trx.rawQuery(
      `SELECT e.id AS entry_id, v.id, v.book_55_no, v.number, v.book_224_no, v.department, v.payee_name, v.deductions, v.net,
         (SELECT CONCAT(o.number, '/', o.fiscal_year) FROM payment_orders o WHERE o.live_voucher_id = v.id) AS order_no
       FROM ledger_entries e JOIN payment_vouchers v ON v.entry_id = COALESCE(e.reverses_id, e.id)
       WHERE e.id IN (${ids.slice(from, from + AT_ONCE).join(', ')})`
    )
    for (const row of rows as Record<string, string>[]) {
      facts.set(Number(row.entry_id), {
        voucherId: Number(row.id),
        book55No: Number(row.book_55_no),
        formNo: Number(row.number),
        book224No: row.book_224_no === null ? null : Number(row.book_224_no),
        department: row.department ?? '',
        payee: row.payee_name!,
        deductions: Money.of(row.deductions!),
        net: Money.of(row.net!),
        orderNo: row.order_no ?? '',
      })
    }
  }
  return facts
}
