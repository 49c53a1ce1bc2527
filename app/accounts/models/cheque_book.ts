import { ChequeBookSchema } from '#database/schema'
import { visible, type Reader } from '#identity/access/visible'

/** A book of cheques of a bank account, from the bank to the hands of its holder. */
export default class ChequeBook extends ChequeBookSchema {
  static override table = 'cheque_books'

  static visibleTo(reader: Reader) {
    return visible(this.query(), reader, 'accounts.safes.read', 'cheque_books.unit_id')
  }

  /** First and last number: `1001–1050`. */
  get label(): string {
    return `${this.firstNo}–${this.lastNo}`
  }

  get state(): 'stock' | 'issued' | 'withdrawn' {
    if (this.withdrawnOn) return 'withdrawn'
    return this.issuedOn ? 'issued' : 'stock'
  }
}
