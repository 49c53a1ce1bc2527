import { compose } from '@adonisjs/core/helpers'
import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { RightSchema } from '#database/schema'
import { Lockable } from '#core/lockable'
import type { Day } from '#core/days'
import { visible, type Reader } from '#identity/access/visible'
import Unit from '#identity/models/unit'
import Asset from '#registry/models/asset'
import Party from '#registry/models/party'

/**
 * A licence, lease or usufruct of a party on an asset, from a day to the day on which it ends
 * (`validTo` is the first day on which it no longer holds).
 */
export default class Right extends compose(RightSchema, Lockable) {
  static override table = 'rights'

  @belongsTo(() => Unit, { foreignKey: 'unitId' })
  declare unit: BelongsTo<typeof Unit>

  @belongsTo(() => Asset, { foreignKey: 'assetId' })
  declare asset: BelongsTo<typeof Asset>

  @belongsTo(() => Party, { foreignKey: 'partyId' })
  declare party: BelongsTo<typeof Party>

  static visibleTo(reader: Reader) {
    return visible(this.query(), reader, 'registry.rights.read', 'rights.unit_id')
  }

  /** Whether it holds on a day: active, begun and not ended. */
  coversDay(day: Day): boolean {
    return this.status === 'active' && this.validFrom <= day && day < this.validTo
  }
}
