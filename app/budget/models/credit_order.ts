import { compose } from '@adonisjs/core/helpers'
import { belongsTo, hasMany } from '@adonisjs/lucid/orm'
import type { BelongsTo, HasMany } from '@adonisjs/lucid/types/relations'
import { CreditOrderSchema } from '#database/schema'
import { sentence } from '#core/domain_error'
import { Lockable } from '#core/lockable'
import { WithTransitions, type Transitions } from '#core/transitions'
import { visible, type Reader } from '#identity/access/visible'
import Budget from '#budget/models/budget'
import CreditOrderLine from '#budget/models/credit_order_line'

/** A decision on credit itself: release, provisional twelfth, supplement, revision, freeze, unfreeze. */
export default class CreditOrder extends compose(CreditOrderSchema, Lockable, WithTransitions) {
  static override table = 'credit_orders'
  static transitions = {
    proposed: ['approved', 'refused', 'withdrawn'],
    approved: [],
    refused: [],
    withdrawn: [],
  } satisfies Transitions

  static stateNames = {
    proposed: sentence('في انتظار الاعتماد', 'waiting for approval'),
    approved: sentence('معتمد', 'approved'),
    refused: sentence('مرفوض', 'refused'),
    withdrawn: sentence('مسحوب', 'withdrawn'),
  }

  @belongsTo(() => Budget, { foreignKey: 'budgetId' })
  declare budget: BelongsTo<typeof Budget>

  @hasMany(() => CreditOrderLine, { foreignKey: 'orderId' })
  declare lines: HasMany<typeof CreditOrderLine>

  static visibleTo(reader: Reader) {
    return visible(this.query(), reader, 'budget.lines.read', 'credit_orders.unit_id')
  }

  /** As documents name it: `3/2026/2027`. */
  get label(): string {
    return `${this.number}/${this.fiscalYear}`
  }

  /** What its approval binds; its lines are loaded. */
  picture() {
    const { unitId, fiscalYear, kind, period, isReleased, reason } = this
    const { decisionNo, decisionOn, decisionAuthority } = this
    const lines = this.lines.map(({ lineId, amount }) => ({ lineId, amount: String(amount) }))
    lines.sort((a, b) => a.lineId - b.lineId)
    const decision = { decisionNo, decisionOn, decisionAuthority }
    const amount = String(this.amount)
    return { unitId, fiscalYear, kind, period, isReleased, reason, amount, lines, ...decision }
  }
}
