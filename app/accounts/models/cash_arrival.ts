import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { CashArrivalSchema } from '#database/schema'
import { visible, type Reader } from '#identity/access/visible'
import CashTransfer from '#accounts/models/cash_transfer'

/** Cash on its way to a unit, as that unit sees it: its people count and receive it. */
export default class CashArrival extends CashArrivalSchema {
  static override table = 'cash_arrivals'

  @belongsTo(() => CashTransfer, { foreignKey: 'transferId' })
  declare transfer: BelongsTo<typeof CashTransfer>

  static visibleTo(reader: Reader) {
    return visible(this.query(), reader, 'accounts.safes.read', 'cash_arrivals.unit_id')
  }
}
