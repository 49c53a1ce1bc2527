import { compose } from '@adonisjs/core/helpers'
import { belongsTo, column, hasMany } from '@adonisjs/lucid/orm'
import type { BelongsTo, HasMany } from '@adonisjs/lucid/types/relations'
import { AssetSchema } from '#database/schema'
import { Lockable } from '#core/lockable'
import type { Reader } from '#identity/access/visible'
import Unit from '#identity/models/unit'
import AssetClass from '#registry/models/asset_class'
import Right from '#registry/models/right'
import { openTo } from '#registry/security/open_to'

/** A site or asset of the state (أصل), with a permanent code that ends in a check character. */
export default class Asset extends compose(AssetSchema, Lockable) {
  static override table = 'assets'

  // The naming strategy would look for `area_m_2`.
  @column({ columnName: 'area_m2' })
  declare areaM2: string | null

  @belongsTo(() => Unit, { foreignKey: 'unitId' })
  declare unit: BelongsTo<typeof Unit>

  @belongsTo(() => AssetClass, { foreignKey: 'classId' })
  declare class: BelongsTo<typeof AssetClass>

  @hasMany(() => Right, { foreignKey: 'assetId' })
  declare rights: HasMany<typeof Right>

  /** Assets of the units he reads; restricted and strategic ones only where he is trusted with them. */
  static visibleTo(reader: Reader) {
    return openTo(this.query(), reader, 'assets')
  }
}
