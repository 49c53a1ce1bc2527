import { compose } from '@adonisjs/core/helpers'
import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { DisposalSchema } from '#database/schema'
import { Lockable } from '#core/lockable'
import { WithTransitions } from '#core/transitions'
import { visible, type Reader } from '#identity/access/visible'
import Unit from '#identity/models/unit'
import Asset from '#registry/models/asset'
import Party from '#registry/models/party'
import Valuation from '#registry/models/valuation'
import { DISPOSAL_LIFE, DISPOSAL_STATE_NAMES } from '#registry/rights/disposals/life'

/**
 * A disposal or an allocation of an asset (تصرف أو تخصيص): by auction, or directly on a legal basis. Its
 * purpose binds, and nothing else is granted on the asset until its price is paid.
 */
export default class Disposal extends compose(DisposalSchema, Lockable, WithTransitions) {
  static override table = 'disposals'
  static transitions = DISPOSAL_LIFE
  static stateNames = DISPOSAL_STATE_NAMES

  @belongsTo(() => Unit, { foreignKey: 'unitId' })
  declare unit: BelongsTo<typeof Unit>

  @belongsTo(() => Asset, { foreignKey: 'assetId' })
  declare asset: BelongsTo<typeof Asset>

  @belongsTo(() => Party, { foreignKey: 'awardedPartyId' })
  declare awardedParty: BelongsTo<typeof Party>

  @belongsTo(() => Valuation, { foreignKey: 'valuationId' })
  declare valuation: BelongsTo<typeof Valuation>

  static visibleTo(reader: Reader) {
    return visible(this.query(), reader, 'registry.disposals.read', 'disposals.unit_id')
  }

  /** `7 / 2026/2027`. */
  get label(): string {
    return `${this.number} / ${this.fiscalYear}`
  }

  /** What an approval binds. */
  picture() {
    const { assetId, kind, way, purpose, directBasisId, undedicationId, valuationId } = this
    return { assetId, kind, way, purpose, directBasisId, undedicationId, valuationId }
  }
}
