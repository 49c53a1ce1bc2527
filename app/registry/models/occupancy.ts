import { compose } from '@adonisjs/core/helpers'
import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { OccupancySchema } from '#database/schema'
import { today } from '#core/days'
import { Lockable } from '#core/lockable'
import { visible, type Reader } from '#identity/access/visible'
import Asset from '#registry/models/asset'
import Party from '#registry/models/party'
import Right from '#registry/models/right'

/** Who is in a place, from when to when, and what shows it: a fact apart from any right (إشغال). */
export default class Occupancy extends compose(OccupancySchema, Lockable) {
  static override table = 'occupancies'

  @belongsTo(() => Asset, { foreignKey: 'assetId' })
  declare asset: BelongsTo<typeof Asset>

  @belongsTo(() => Party, { foreignKey: 'partyId' })
  declare party: BelongsTo<typeof Party>

  @belongsTo(() => Right, { foreignKey: 'rightId' })
  declare right: BelongsTo<typeof Right>

  static visibleTo(reader: Reader) {
    return visible(this.query(), reader, 'registry.rights.read', 'occupancies.unit_id')
  }

  /** Whether he is still there today. */
  get isOpen(): boolean {
    return this.validTo > today()
  }

  picture() {
    const { assetId, slotNo, partyId, occupantName, rightId, activity } = this
    const { validFrom, validTo, source, evidence } = this
    return {
      ...{ assetId, slotNo, partyId, occupantName, rightId, activity },
      ...{ validFrom, validTo, source, evidence },
    }
  }
}
