import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { AssetClassSchema } from '#database/schema'

/** A class of the asset tree (نوع الأصل). */
export default class AssetClass extends AssetClassSchema {
  static override table = 'asset_classes'

  @belongsTo(() => AssetClass, { foreignKey: 'parentId' })
  declare parent: BelongsTo<typeof AssetClass>
}
