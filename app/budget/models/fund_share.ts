import { compose } from '@adonisjs/core/helpers'
import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { FundShareSchema } from '#database/schema'
import { sentence } from '#core/domain_error'
import { WithTransitions, type Transitions } from '#core/transitions'
import { visible, type Reader } from '#identity/access/visible'
import BudgetCode from '#budget/models/budget_code'

/** The treasury's share of a fund's revenue of one month (حصة الخزانة العامة). */
export default class FundShare extends compose(FundShareSchema, WithTransitions) {
  static override table = 'fund_shares'
  static transitions = {
    proposed: ['approved', 'refused', 'withdrawn'],
    approved: [],
    refused: [],
    withdrawn: [],
  } satisfies Transitions

  static stateNames = {
    proposed: sentence('في انتظار الاعتماد', 'waiting for approval'),
    approved: sentence('معتمدة', 'approved'),
    refused: sentence('مرفوضة', 'refused'),
    withdrawn: sentence('مسحوبة', 'withdrawn'),
  }

  @belongsTo(() => BudgetCode, { foreignKey: 'fundId' })
  declare fund: BelongsTo<typeof BudgetCode>

  static visibleTo(reader: Reader) {
    return visible(this.query(), reader, 'budget.lines.read', 'fund_shares.unit_id')
  }

  /** As documents name it: `3/2026/2027`. */
  get label(): string {
    return `${this.number}/${this.fiscalYear}`
  }

  /** What its approval binds. */
  picture() {
    const { unitId, fundId, month, rate, legalReference } = this
    const money = { base: String(this.base), amount: String(this.amount) }
    return { unitId, fundId, month, rate: String(rate), legalReference, ...money }
  }
}
