import { ReceiptDepositSchema } from '#database/schema'
import { visible, type Reader } from '#identity/access/visible'

/** The slip or electronic batch with which a receipt went to the bank. */
export default class ReceiptDeposit extends ReceiptDepositSchema {
  static visibleTo(reader: Reader) {
    return visible(this.query(), reader, 'revenue.reconciliation.read')
  }
}
