import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { BudgetProposalLineSchema } from '#database/schema'
import type { Money } from '#core/money'
import BudgetCode from '#budget/models/budget_code'

/** One figure of a proposal, with what was said for it and what the discussion made of it. */
export default class BudgetProposalLine extends BudgetProposalLineSchema {
  static override table = 'budget_proposal_lines'

  @belongsTo(() => BudgetCode, { foreignKey: 'codeId' })
  declare code: BelongsTo<typeof BudgetCode>

  /** The figure that goes into the estimates. */
  get estimate(): Money {
    return this.discussed ?? this.amount
  }

  picture() {
    const key = [this.codeId, this.fundId, this.functionId, this.programmeId].join('/')
    return { key, amount: String(this.amount), justification: this.justification }
  }
}
