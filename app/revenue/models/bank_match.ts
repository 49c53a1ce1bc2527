import { BankMatchSchema } from '#database/schema'
import { visible, type Reader } from '#identity/access/visible'

/** A group of slips and batches and the bank lines that carry them. */
export default class BankMatch extends BankMatchSchema {
  static visibleTo(reader: Reader) {
    return visible(this.query(), reader, 'revenue.reconciliation.read')
  }
}
