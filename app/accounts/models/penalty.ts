import { compose } from '@adonisjs/core/helpers'
import { hasMany } from '@adonisjs/lucid/orm'
import type { HasMany } from '@adonisjs/lucid/types/relations'
import { PenaltySchema } from '#database/schema'
import { sentence } from '#core/domain_error'
import { Lockable } from '#core/lockable'
import { WithTransitions, type Transitions } from '#core/transitions'
import { visible, type Reader } from '#identity/access/visible'
import PenaltyAppeal from '#accounts/models/penalty_appeal'

/** A penalty on a supplier or an employee (غرامة أو جزاء, book 39), from report to execution and appeal. */
export default class Penalty extends compose(PenaltySchema, Lockable, WithTransitions) {
  static override table = 'penalties'
  static transitions = {
    recorded: ['approved', 'refused'],
    approved: ['executed', 'cancelled'],
    executed: ['cancelled'],
    refused: [],
    cancelled: [],
  } satisfies Transitions

  static stateNames = {
    recorded: sentence('مسجلة', 'recorded'),
    approved: sentence('معتمدة', 'approved'),
    executed: sentence('منفذة', 'executed'),
    refused: sentence('مرفوضة', 'refused'),
    cancelled: sentence('ملغاة بتظلم', 'cancelled on appeal'),
  }

  @hasMany(() => PenaltyAppeal, { foreignKey: 'penaltyId' })
  declare appeals: HasMany<typeof PenaltyAppeal>

  static visibleTo(reader: Reader) {
    return visible(this.query(), reader, 'accounts.penalties.read', 'penalties.unit_id')
  }

  /** As documents name it: `7/2026/2027`. */
  get label(): string {
    return `${this.number}/${this.fiscalYear}`
  }

  /** What its approval binds. */
  picture() {
    const { partyId, userId, violation, investigationNo, contractNo, reason } = this
    const assessed = String(this.assessed)
    return { partyId, userId, violation, investigationNo, contractNo, reason, assessed }
  }
}
