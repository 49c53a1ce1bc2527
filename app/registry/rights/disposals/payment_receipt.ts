import type { Day } from '#core/days'
import { sentence } from '#core/domain_error'
import { Money } from '#core/money'
import type { Trx } from '#core/within'
import { ReceiptDoesNotPayError } from '#registry/rights/disposals/errors'
import { NotRecordedError } from '#registry/rights/errors'

/** A receipt of the unit, named `book/number`. @throws NotRecordedError */
export async function receiptOf(unitId: number, named: string, trx: Trx) {
  const [book = '', number = ''] = named.split('/').map((part) => part.trim())
  const receipt = await trx
    .from('receipts')
    .join('receipt_books', 'receipt_books.id', 'receipts.book_id')
    .where('receipts.unit_id', unitId)
    .where('receipt_books.book_no', book)
    .where('receipts.number', number)
    .select('receipts.id', 'receipts.amount', 'receipts.received_on', 'receipts.is_void')
    .first()
  if (!receipt) throw new NotRecordedError('receipt', named)
  return receipt as { id: number; amount: string; received_on: Day; is_void: number }
}

/** @throws ReceiptDoesNotPayError for a void one, one from before the award, or another amount */
export function assertPays(
  instalment: { number: number; amount: string },
  receipt: { amount: string; is_void: number; received_on: Day },
  named: string,
  awardedOn: Day
): void {
  const paid = Money.of(receipt.amount)
  const due = Money.of(instalment.amount)
  const early = receipt.received_on < awardedOn
  if (!receipt.is_void && !early && paid.equals(due)) return
  throw new ReceiptDoesNotPayError(
    receipt.is_void
      ? sentence(`الإيصال ${named} ملغى.`, `Receipt ${named} is void.`)
      : early
        ? sentence(
            `الإيصال ${named} مؤرخ ${receipt.received_on} قبل الترسية في ${awardedOn}.`,
            `Receipt ${named} is of ${receipt.received_on}, before the award of ${awardedOn}.`
          )
        : sentence(
            `الإيصال ${named} بمبلغ ${paid.format('ar')} والقسط ${due.format('ar')}.`,
            `Receipt ${named} is of ${paid.format('en')}, the instalment of ${due.format('en')}.`
          ),
    { cure: sentence('اكتب رقم الدفتر والإيصال الصحيحين: 12/345.', 'Give book/number: 12/345.') }
  )
}
