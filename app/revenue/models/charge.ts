import { compose } from '@adonisjs/core/helpers'
import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { ChargeSchema } from '#database/schema'
import { Lockable } from '#core/lockable'
import { visible, type Reader } from '#identity/access/visible'
import Unit from '#identity/models/unit'
import RevenueHead from '#revenue/models/revenue_head'
import Right from '#registry/models/right'
import Asset from '#registry/models/asset'
import Party from '#registry/models/party'

/** Money due (مستحق) by payment reference; it keeps its amount and days, or is cancelled. */
export default class Charge extends compose(ChargeSchema, Lockable) {
  static override table = 'charges'

  @belongsTo(() => Unit, { foreignKey: 'unitId' })
  declare unit: BelongsTo<typeof Unit>

  @belongsTo(() => RevenueHead, { foreignKey: 'headId' })
  declare head: BelongsTo<typeof RevenueHead>

  @belongsTo(() => Right, { foreignKey: 'rightId' })
  declare right: BelongsTo<typeof Right>

  @belongsTo(() => Asset, { foreignKey: 'assetId' })
  declare asset: BelongsTo<typeof Asset>

  @belongsTo(() => Party, { foreignKey: 'partyId' })
  declare party: BelongsTo<typeof Party>

  static visibleTo(reader: Reader) {
    return visible(this.query(), reader, 'revenue.charges.read', 'charges.unit_id')
  }
}
