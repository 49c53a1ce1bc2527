import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { CashierSchema } from '#database/schema'
import { visible, type Reader } from '#identity/access/visible'
import Unit from '#identity/models/unit'

/** Who collects money for a unit (صراف), by the unit's own code. */
export default class Cashier extends CashierSchema {
  static override table = 'cashiers'

  @belongsTo(() => Unit, { foreignKey: 'unitId' })
  declare unit: BelongsTo<typeof Unit>

  static visibleTo(reader: Reader) {
    return visible(this.query(), reader, 'accounts.receipts.read', 'cashiers.unit_id')
  }
}
