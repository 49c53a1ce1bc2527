import { compose } from '@adonisjs/core/helpers'
import { hasMany } from '@adonisjs/lucid/orm'
import type { HasMany } from '@adonisjs/lucid/types/relations'
import { AdvanceSchema } from '#database/schema'
import { sentence } from '#core/domain_error'
import { Lockable } from '#core/lockable'
import type { Money } from '#core/money'
import { WithTransitions, type Transitions } from '#core/transitions'
import { visible, type Reader } from '#identity/access/visible'
import AdvanceSettlement from '#accounts/models/advance_settlement'

/** Forms on which the state gives money ahead: 62, 51, 170, and a supplier's prepayment. */
export const ADVANCE_KINDS = ['permanent', 'travel', 'transport', 'supplier'] as const

export type AdvanceKind = (typeof ADVANCE_KINDS)[number]

/** Money given ahead to be accounted for (سلفة), from request to settlement. */
export default class Advance extends compose(AdvanceSchema, Lockable, WithTransitions) {
  static override table = 'advances'
  static transitions = {
    requested: ['approved', 'refused', 'cancelled'],
    approved: ['paid', 'cancelled'],
    // Back to `approved`: the bank's answer on its form 50 was taken back.
    paid: ['settled', 'approved'],
    settled: [],
    refused: [],
    cancelled: [],
  } satisfies Transitions

  static stateNames = {
    requested: sentence('مطلوبة', 'requested'),
    approved: sentence('معتمدة', 'approved'),
    paid: sentence('مصروفة', 'paid'),
    settled: sentence('مسواة', 'settled'),
    refused: sentence('مرفوضة', 'refused'),
    cancelled: sentence('ملغاة', 'cancelled'),
  }

  @hasMany(() => AdvanceSettlement, { foreignKey: 'advanceId' })
  declare settlements: HasMany<typeof AdvanceSettlement>

  static visibleTo(reader: Reader) {
    return visible(this.query(), reader, 'accounts.advances.read', 'advances.unit_id')
  }

  /** As documents name it: `7/2026/2027`. */
  get label(): string {
    return `${this.number}/${this.fiscalYear}`
  }

  /** What the holder still has to account for. */
  get open(): Money {
    return this.amount.subtract(this.settled)
  }

  /** What its approval binds. */
  picture() {
    const { kind, holderUserId, partyId, contractNo, guaranteeId, purpose } = this
    const amount = String(this.amount)
    return { kind, holderUserId, partyId, contractNo, guaranteeId, purpose, amount }
  }
}
