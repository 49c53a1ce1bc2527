import { compose } from '@adonisjs/core/helpers'
import { belongsTo, hasMany } from '@adonisjs/lucid/orm'
import type { BelongsTo, HasMany } from '@adonisjs/lucid/types/relations'
import { BudgetProposalSchema } from '#database/schema'
import { sentence } from '#core/domain_error'
import { Lockable } from '#core/lockable'
import { WithTransitions, type Transitions } from '#core/transitions'
import { visible, type Reader } from '#identity/access/visible'
import Budget from '#budget/models/budget'
import BudgetProposalLine from '#budget/models/budget_proposal_line'

/** What a unit asks for the coming year (مقترح موازنة); each return begins a new issue. */
export default class BudgetProposal extends compose(
  BudgetProposalSchema,
  Lockable,
  WithTransitions
) {
  static override table = 'budget_proposals'
  static transitions = {
    draft: ['submitted'],
    submitted: ['accepted', 'returned'],
    accepted: ['returned'],
    returned: [],
  } satisfies Transitions

  static stateNames = {
    draft: sentence('قيد الإعداد', 'in preparation'),
    submitted: sentence('مقدم', 'submitted'),
    accepted: sentence('مقبول للمناقشة', 'accepted for discussion'),
    returned: sentence('معاد للوحدة', 'returned'),
  }

  @belongsTo(() => Budget, { foreignKey: 'budgetId' })
  declare budget: BelongsTo<typeof Budget>

  @hasMany(() => BudgetProposalLine, { foreignKey: 'proposalId' })
  declare lines: HasMany<typeof BudgetProposalLine>

  static visibleTo(reader: Reader) {
    return visible(this.query(), reader, 'budget.lines.read', 'budget_proposals.unit_id')
  }

  /** As documents name it: the year and the issue. */
  get label(): string {
    return `${this.fiscalYear} (${this.issue})`
  }

  /** What its submission binds; its lines are loaded. */
  picture() {
    const lines = this.lines.map((line) => line.picture())
    lines.sort((a, b) => a.key.localeCompare(b.key))
    return { unitId: this.unitId, fiscalYear: this.fiscalYear, issue: this.issue, lines }
  }
}
