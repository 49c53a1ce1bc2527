import { compose } from '@adonisjs/core/helpers'
import { PeriodDecisionSchema } from '#database/schema'
import { sentence } from '#core/domain_error'
import { Lockable } from '#core/lockable'
import { WithTransitions, type Transitions } from '#core/transitions'
import { visible, type Reader } from '#identity/access/visible'

/** A decision to lock a month of a unit or to open it again (قرار إقفال أو فتح فترة). */
export default class PeriodDecision extends compose(
  PeriodDecisionSchema,
  Lockable,
  WithTransitions
) {
  static override table = 'period_decisions'
  static transitions = {
    proposed: ['approved', 'refused'],
    approved: [],
    refused: [],
  } satisfies Transitions

  static stateNames = {
    proposed: sentence('في انتظار الاعتماد', 'waiting for approval'),
    approved: sentence('معتمد', 'approved'),
    refused: sentence('مرفوض', 'refused'),
  }

  /** As documents name it: `2026-10`. */
  get label(): string {
    return this.month.slice(0, 7)
  }

  /** What its approval binds. */
  picture() {
    const { unitId, month, toState, decisionNo, decisionOn, reason } = this
    return { unitId, month, toState, decisionNo, decisionOn, reason }
  }

  static visibleTo(reader: Reader) {
    return visible(this.query(), reader, 'accounts.ledger.read', 'period_decisions.unit_id')
  }
}
