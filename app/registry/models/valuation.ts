import { compose } from '@adonisjs/core/helpers'
import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { ValuationSchema } from '#database/schema'
import { sentence } from '#core/domain_error'
import { Lockable } from '#core/lockable'
import { WithTransitions, type Transitions } from '#core/transitions'
import type { Reader } from '#identity/access/visible'
import { visible } from '#identity/access/visible'
import Asset from '#registry/models/asset'

/** What an asset is worth, by whom, how found and until when it may be used (تقييم). */
export default class Valuation extends compose(ValuationSchema, Lockable, WithTransitions) {
  static override table = 'valuations'
  static transitions = {
    draft: ['approved', 'refused', 'withdrawn'],
    approved: [],
    refused: [],
    withdrawn: [],
  } satisfies Transitions

  static stateNames = {
    draft: sentence('مسودة', 'draft'),
    approved: sentence('معتمد', 'approved'),
    refused: sentence('مرفوض', 'refused'),
    withdrawn: sentence('مسحوب', 'withdrawn'),
  }

  @belongsTo(() => Asset, { foreignKey: 'assetId' })
  declare asset: BelongsTo<typeof Asset>

  static visibleTo(reader: Reader) {
    return visible(this.query(), reader, 'registry.assets.read', 'valuations.unit_id')
  }

  picture() {
    const { assetId, basis, valuedOn, validUntil, method, comparables } = this
    const { committee, valuerId, decisionNo, decisionOn, documentId, notes } = this
    return {
      ...{ assetId, basis, valuedOn, validUntil, method, comparables },
      ...{ committee, valuerId, decisionNo, decisionOn, documentId, notes },
      amount: String(this.amount),
    }
  }
}
