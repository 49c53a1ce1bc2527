import { RevenueMonthTotalSchema } from '#database/schema'
import { visible, type Reader } from '#identity/access/visible'

/** What was due, collected, deposited and banked of one unit, month and revenue head. */
export default class RevenueMonthTotal extends RevenueMonthTotalSchema {
  static visibleTo(reader: Reader) {
    return visible(this.query(), reader, 'revenue.reconciliation.read')
  }
}
