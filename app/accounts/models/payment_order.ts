import { compose } from '@adonisjs/core/helpers'
import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { PaymentOrderSchema } from '#database/schema'
import { Lockable } from '#core/lockable'
import { WithTransitions } from '#core/transitions'
import { visible, type Reader } from '#identity/access/visible'
import PaymentVoucher from '#accounts/models/payment_voucher'
import { ORDER_LIFE, ORDER_STATE_NAMES } from '#accounts/payments/life'

/** What goes to the bank for a form 50: an electronic order or a cheque, with its two signatures. */
export default class PaymentOrder extends compose(PaymentOrderSchema, Lockable, WithTransitions) {
  static override table = 'payment_orders'
  static transitions = ORDER_LIFE
  static stateNames = ORDER_STATE_NAMES

  @belongsTo(() => PaymentVoucher, { foreignKey: 'voucherId' })
  declare voucher: BelongsTo<typeof PaymentVoucher>

  static visibleTo(reader: Reader) {
    return visible(this.query(), reader, 'accounts.payments.read', 'payment_orders.unit_id')
  }

  get label(): string {
    return `${this.number}/${this.fiscalYear}`
  }

  /** What the two sign. */
  picture() {
    const { voucherId, bankAccountId, method, chequeNo, payeeName, payeeIban } = this
    const amount = String(this.amount)
    return { voucherId, bankAccountId, method, chequeNo, payeeName, payeeIban, amount }
  }
}
