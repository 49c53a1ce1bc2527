import { BudgetCodeSchema } from '#database/schema'

/** A node of a classification: bab, group, item or type; a function, a programme, a fund. */
export default class BudgetCode extends BudgetCodeSchema {
  static override table = 'budget_codes'
}
