import { compose } from '@adonisjs/core/helpers'
import { belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { RightSchema } from '#database/schema'
import { Lockable } from '#core/lockable'
import type { Day } from '#core/days'
import { WithTransitions } from '#core/transitions'
import { visible, type Reader } from '#identity/access/visible'
import Unit from '#identity/models/unit'
import Asset from '#registry/models/asset'
import Party from '#registry/models/party'
import { takesSlot, type Billing } from '#registry/rights/kinds'
import { RIGHT_LIFE, RIGHT_STATE_NAMES } from '#registry/rights/life'
import type { RentTerms } from '#registry/rights/rent'

/**
 * A right of a party on an asset (ترخيص، إيجار، انتفاع، بيع بالتقسيط، تخصيص، مبادلة، ارتفاق، رهن), from a
 * day to the day on which it ends (`validTo` is the first day on which it no longer holds; `endedOn`
 * stands before it where the right was ended early). Rights of imported registers have no maker: they
 * came in as they were and may overlap, which the reconciliation names.
 */
export default class Right extends compose(RightSchema, Lockable, WithTransitions) {
  static override table = 'rights'
  static transitions = RIGHT_LIFE
  static stateNames = RIGHT_STATE_NAMES

  // The naming strategy would look for `area_part_m_2`.
  @column({ columnName: 'area_part_m2' })
  declare areaPartM2: string | null

  @belongsTo(() => Unit, { foreignKey: 'unitId' })
  declare unit: BelongsTo<typeof Unit>

  @belongsTo(() => Asset, { foreignKey: 'assetId' })
  declare asset: BelongsTo<typeof Asset>

  @belongsTo(() => Party, { foreignKey: 'partyId' })
  declare party: BelongsTo<typeof Party>

  @belongsTo(() => Right, { foreignKey: 'renewedFromId' })
  declare renewedFrom: BelongsTo<typeof Right>

  static visibleTo(reader: Reader) {
    return visible(this.query(), reader, 'registry.rights.read', 'rights.unit_id')
  }

  /** Whether it holds on a day: in force, begun and not ended. */
  coversDay(day: Day): boolean {
    return (
      ['active', 'expiring', 'renewed'].includes(this.status) &&
      this.validFrom <= day &&
      day < this.heldTo
    )
  }

  /** First day on which it no longer holds, an early end included. */
  get heldTo(): Day {
    return this.endedOn ?? this.validTo
  }

  get takesSlot(): boolean {
    return takesSlot(this.kind)
  }

  get isImported(): boolean {
    return this.madeBy === null
  }

  /** Its rent and raises, as {@link rentSchedule} reads them. */
  rentTerms(): RentTerms {
    const { validFrom, validTo, periodAmount, escalationPercent, escalationMonths } = this
    const billing = this.billing as Billing
    return { validFrom, validTo, billing, periodAmount, escalationPercent, escalationMonths }
  }

  /** What an approval binds: every fact of the contract, without states and signatures. */
  picture() {
    const { unitId, assetId, partyId, rightNo, kind, validFrom, validTo, billing } = this
    const { slotNo, grantor, purpose, activity, areaPartM2, conditions } = this
    const { escalationPercent, escalationMonths, renewedFromId, undedicationId } = this
    return {
      ...{ unitId, assetId, partyId, rightNo, kind, validFrom, validTo, billing },
      ...{ slotNo, grantor, purpose, activity, areaPartM2, conditions },
      ...{ escalationPercent, escalationMonths, renewedFromId, undedicationId },
      periodAmount: String(this.periodAmount),
      deposit: String(this.deposit),
      decisionNo: this.decisionNo,
      decisionOn: this.decisionOn,
      disposalId: this.disposalId,
    }
  }
}
