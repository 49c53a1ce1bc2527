import { compose } from '@adonisjs/core/helpers'
import { PaymentClaimSchema } from '#database/schema'
import { Lockable } from '#core/lockable'

/** An amount claimed of the unit by a paper (an invoice of a form 50), as the checks look back on it. */
export default class PaymentClaim extends compose(PaymentClaimSchema, Lockable) {
  static override table = 'payment_claims'
}
