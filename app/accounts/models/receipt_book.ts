import { belongsTo, hasMany } from '@adonisjs/lucid/orm'
import type { BelongsTo, HasMany } from '@adonisjs/lucid/types/relations'
import { ReceiptBookSchema } from '#database/schema'
import { visible, type Reader } from '#identity/access/visible'
import Unit from '#identity/models/unit'
import Cashier from '#accounts/models/cashier'
import Receipt from '#accounts/models/receipt'

/** A book of numbered receipts (دفتر قسائم 33) handed to a cashier. */
export default class ReceiptBook extends ReceiptBookSchema {
  static override table = 'receipt_books'

  @belongsTo(() => Unit, { foreignKey: 'unitId' })
  declare unit: BelongsTo<typeof Unit>

  @belongsTo(() => Cashier, { foreignKey: 'cashierId' })
  declare cashier: BelongsTo<typeof Cashier>

  @hasMany(() => Receipt, { foreignKey: 'bookId' })
  declare receipts: HasMany<typeof Receipt>

  static visibleTo(reader: Reader) {
    return visible(this.query(), reader, 'accounts.receipts.read', 'receipt_books.unit_id')
  }
}
