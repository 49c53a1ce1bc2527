import { compose } from '@adonisjs/core/helpers'
import { BudgetSchema } from '#database/schema'
import { sentence } from '#core/domain_error'
import { Lockable } from '#core/lockable'
import { WithTransitions, type Transitions } from '#core/transitions'
import { visible, type Reader } from '#identity/access/visible'

/** The budget of a governorate for one fiscal year, from its ceilings to its final account. */
export default class Budget extends compose(BudgetSchema, Lockable, WithTransitions) {
  static override table = 'budgets'
  static transitions = {
    ceilings: ['proposals'],
    proposals: ['discussion'],
    discussion: ['proposals', 'approved'],
    approved: ['provisional', 'open'],
    provisional: ['open'],
    open: ['closing'],
    closing: ['open', 'closed'],
    closed: [],
  } satisfies Transitions

  static stateNames = {
    ceilings: sentence('تحديد السقوف', 'ceilings are set'),
    proposals: sentence('إعداد المقترحات', 'proposals are prepared'),
    discussion: sentence('المناقشة', 'under discussion'),
    approved: sentence('تقديرات معتمدة', 'estimates approved'),
    provisional: sentence('صرف مؤقت قبل صدور القانون', 'provisional, before the law'),
    open: sentence('مفتوحة', 'open'),
    closing: sentence('قيد الإقفال', 'being closed'),
    closed: sentence('مقفلة', 'closed'),
  }

  static visibleTo(reader: Reader) {
    return visible(this.query(), reader, 'budget.lines.read', 'budgets.unit_id')
  }
}
