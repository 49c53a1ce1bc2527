import { DomainError, sentence } from '#core/domain_error'

/** Until the price is paid in full there is no title, and no resale. */
export class NotPaidError extends DomainError {
  static override code = 'E_NOT_PAID'

  constructor(left: number) {
    super(
      sentence(
        `بقي ${left} من الأقساط لم تسدد: لا سند ولا تصرف قبل سداد الثمن كله.`,
        `${left} instalments are not paid: no title and no resale before the whole price is.`
      ),
      {
        facts: { left },
        cure: sentence('سجل سداد الأقساط بإيصالاتها.', 'Record the payments by their receipts.'),
      }
    )
  }
}

/** Something the auction or the award lacks. */
export class AuctionError extends DomainError {
  static override code = 'E_AUCTION'
}

/** A receipt that does not pay this instalment. */
export class ReceiptDoesNotPayError extends DomainError {
  static override code = 'E_RECEIPT_DOES_NOT_PAY'
}
