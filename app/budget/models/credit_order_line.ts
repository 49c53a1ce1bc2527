import { CreditOrderLineSchema } from '#database/schema'

/** What an order does to one line, in the sense of its kind. */
export default class CreditOrderLine extends CreditOrderLineSchema {
  static override table = 'credit_order_lines'
}
