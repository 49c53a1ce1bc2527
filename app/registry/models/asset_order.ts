import { compose } from '@adonisjs/core/helpers'
import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { AssetOrderSchema } from '#database/schema'
import { sentence } from '#core/domain_error'
import { Lockable } from '#core/lockable'
import { WithTransitions, type Transitions } from '#core/transitions'
import { visible, type Reader } from '#identity/access/visible'
import Asset from '#registry/models/asset'

export type OrderKind = 'capitalisation' | 'revaluation' | 'disposal' | 'depreciation' | 'reversal'

/** An order on the books of assets (أمر قيد أصول): it counts when another person has approved it. */
export default class AssetOrder extends compose(AssetOrderSchema, Lockable, WithTransitions) {
  static override table = 'asset_orders'
  static transitions = {
    proposed: ['approved', 'refused', 'withdrawn'],
    approved: [],
    refused: [],
    withdrawn: [],
  } satisfies Transitions

  static stateNames = {
    proposed: sentence('معروض', 'proposed'),
    approved: sentence('معتمد', 'approved'),
    refused: sentence('مرفوض', 'refused'),
    withdrawn: sentence('مسحوب', 'withdrawn'),
  }

  @belongsTo(() => Asset, { foreignKey: 'assetId' })
  declare asset: BelongsTo<typeof Asset>

  static visibleTo(reader: Reader) {
    return visible(this.query(), reader, 'registry.books.read', 'asset_orders.unit_id')
  }

  get label(): string {
    return `${this.number}/${this.fiscalYear}`
  }

  /** What an approval binds. */
  picture() {
    const { unitId, fiscalYear, number, kind, assetId, effectiveOn, lifeMonths } = this
    const { decisionNo, decisionOn, valuationId, reason, madeBy } = this
    const reverses = this.reversesId ? { reversesId: this.reversesId } : {}
    return {
      ...{ unitId, fiscalYear, number, kind, assetId, effectiveOn, lifeMonths },
      ...{ decisionNo, decisionOn, valuationId, reason, madeBy, ...reverses },
      amount: this.amount ? String(this.amount) : null,
      salvage: this.salvage ? String(this.salvage) : null,
    }
  }
}
