import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { BudgetLineSchema } from '#database/schema'
import BudgetCode from '#budget/models/budget_code'

/** One unit's credit of one year for one item, fund, function and programme (بند موازنة). */
export default class BudgetLine extends BudgetLineSchema {
  static override table = 'budget_lines'

  @belongsTo(() => BudgetCode, { foreignKey: 'codeId' })
  declare code: BelongsTo<typeof BudgetCode>
}
