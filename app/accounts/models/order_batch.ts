import { compose } from '@adonisjs/core/helpers'
import { belongsTo, hasMany } from '@adonisjs/lucid/orm'
import type { BelongsTo, HasMany } from '@adonisjs/lucid/types/relations'
import { OrderBatchSchema } from '#database/schema'
import { sentence } from '#core/domain_error'
import { Lockable } from '#core/lockable'
import StoredFile from '#core/models/stored_file'
import { WithTransitions, type Transitions } from '#core/transitions'
import { visible, type Reader } from '#identity/access/visible'
import Unit from '#identity/models/unit'
import PaymentOrder from '#accounts/models/payment_order'

/** دفعة أوامر دفع: orders of one account that go to the bank as one file, signed by two. */
export default class OrderBatch extends compose(OrderBatchSchema, Lockable, WithTransitions) {
  static override table = 'order_batches'
  static transitions = {
    made: ['signed_first', 'cancelled'],
    signed_first: ['signed', 'cancelled'],
    signed: [],
    cancelled: [],
  } satisfies Transitions

  static stateNames = {
    made: sentence('محررة', 'made'),
    signed_first: sentence('موقعة توقيعًا أول', 'signed once'),
    signed: sentence('موقعة ولها ملف', 'signed, with its file'),
    cancelled: sentence('ملغاة', 'cancelled'),
  }

  @belongsTo(() => Unit, { foreignKey: 'unitId' })
  declare unit: BelongsTo<typeof Unit>

  @belongsTo(() => StoredFile, { foreignKey: 'fileId' })
  declare file: BelongsTo<typeof StoredFile>

  @hasMany(() => PaymentOrder, { foreignKey: 'batchId' })
  declare orders: HasMany<typeof PaymentOrder>

  static visibleTo(reader: Reader) {
    return visible(this.query(), reader, 'accounts.payments.read', 'order_batches.unit_id')
  }

  /** As papers name it: `7/2026/2027`. */
  get label(): string {
    return `${this.number}/${this.fiscalYear}`
  }

  /** What the two sign: every order as it will be written; orders are loaded in their order. */
  picture() {
    const { unitId, bankAccountId, layoutCode, orderCount, accountCheck } = this
    const orders = this.orders.map((order) => ({ id: order.id, ...order.picture() }))
    const facts = { unitId, bankAccountId, layoutCode, orderCount, accountCheck }
    return { ...facts, total: String(this.total), orders }
  }
}
