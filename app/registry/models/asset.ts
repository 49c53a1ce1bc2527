import { compose } from '@adonisjs/core/helpers'
import { belongsTo, column, hasMany, hasOne } from '@adonisjs/lucid/orm'
import type { BelongsTo, HasMany, HasOne } from '@adonisjs/lucid/types/relations'
import { AssetSchema } from '#database/schema'
import { Lockable } from '#core/lockable'
import type { Reader } from '#identity/access/visible'
import Unit from '#identity/models/unit'
import AssetBuilding from '#registry/models/asset_building'
import AssetChange from '#registry/models/asset_change'
import AssetClass from '#registry/models/asset_class'
import AssetLand from '#registry/models/asset_land'
import AssetMovable from '#registry/models/asset_movable'
import AssetSite from '#registry/models/asset_site'
import Custody from '#registry/models/custody'
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

  @belongsTo(() => Asset, { foreignKey: 'parentId' })
  declare parent: BelongsTo<typeof Asset>

  @hasMany(() => Asset, { foreignKey: 'parentId' })
  declare children: HasMany<typeof Asset>

  @hasOne(() => AssetLand, { foreignKey: 'assetId' })
  declare land: HasOne<typeof AssetLand>

  @hasOne(() => AssetBuilding, { foreignKey: 'assetId' })
  declare building: HasOne<typeof AssetBuilding>

  @hasOne(() => AssetSite, { foreignKey: 'assetId' })
  declare site: HasOne<typeof AssetSite>

  @hasOne(() => AssetMovable, { foreignKey: 'assetId' })
  declare movable: HasOne<typeof AssetMovable>

  @hasMany(() => AssetChange, { foreignKey: 'assetId' })
  declare changes: HasMany<typeof AssetChange>

  @hasMany(() => Custody, { foreignKey: 'assetId' })
  declare custodies: HasMany<typeof Custody>

  /** Assets of the units he reads; restricted and strategic ones only where he is trusted with them. */
  static visibleTo(reader: Reader) {
    return openTo(this.query(), reader, 'assets')
  }
}
