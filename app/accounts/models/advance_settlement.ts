import { compose } from '@adonisjs/core/helpers'
import { AdvanceSettlementSchema } from '#database/schema'
import { sentence } from '#core/domain_error'
import { Lockable } from '#core/lockable'
import { WithTransitions, type Transitions } from '#core/transitions'

export type SettlementKind = 'spent' | 'returned' | 'recovered' | 'replenished'

/** A part of an advance accounted for: spent with papers, returned, recovered or replenished. */
export default class AdvanceSettlement extends compose(
  AdvanceSettlementSchema,
  Lockable,
  WithTransitions
) {
  static override table = 'advance_settlements'
  static transitions = {
    submitted: ['approved', 'refused'],
    approved: [],
    refused: [],
  } satisfies Transitions

  static stateNames = {
    submitted: sentence('مقدمة', 'submitted'),
    approved: sentence('معتمدة', 'approved'),
    refused: sentence('مرفوضة', 'refused'),
  }

  /** What its approval binds. */
  picture() {
    const { advanceId, kind, paperNo, lineId, accountCode } = this
    return { advanceId, kind, paperNo, lineId, accountCode, amount: String(this.amount) }
  }
}
