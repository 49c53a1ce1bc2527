import { compose } from '@adonisjs/core/helpers'
import { BudgetCodeSchema } from '#database/schema'
import { Lockable } from '#core/lockable'

/** Axes of classification, in the order of their pages. */
export const AXES = ['use', 'resource', 'function', 'programme', 'fund'] as const

export type Axis = (typeof AXES)[number]

/** A node of a classification: bab, group, item or type; a function, a programme, a fund. */
export default class BudgetCode extends compose(BudgetCodeSchema, Lockable) {
  static override table = 'budget_codes'

  get label(): string {
    return `${this.code} ${this.nameAr}`
  }

  picture() {
    const { axis, code, nameAr, nameEn, isLocked, accountCode, validFrom, validTo } = this
    return { axis, code, nameAr, nameEn, isLocked, accountCode, validFrom, validTo }
  }
}
