import { compose } from '@adonisjs/core/helpers'
import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { CommitmentSchema } from '#database/schema'
import { sentence } from '#core/domain_error'
import { Lockable } from '#core/lockable'
import type { Money } from '#core/money'
import { WithTransitions, type Transitions } from '#core/transitions'
import { visible, type Reader } from '#identity/access/visible'
import BudgetLine from '#budget/models/budget_line'

/** Credit of a line bound to a purpose before it is paid (ارتباط), from need to settlement. */
export default class Commitment extends compose(CommitmentSchema, Lockable, WithTransitions) {
  static override table = 'commitments'
  static transitions = {
    draft: ['reserved', 'committed', 'cancelled'],
    reserved: ['committed', 'cancelled'],
    committed: ['settled', 'cancelled', 'carried'],
    settled: ['committed'],
    cancelled: [],
    carried: [],
  } satisfies Transitions

  static stateNames = {
    draft: sentence('طلب', 'requested'),
    reserved: sentence('مجنب', 'reserved'),
    committed: sentence('مرتبط به', 'committed'),
    settled: sentence('مسوى', 'settled'),
    cancelled: sentence('ملغى', 'cancelled'),
    carried: sentence('مرحل', 'carried over'),
  }

  @belongsTo(() => BudgetLine, { foreignKey: 'lineId' })
  declare line: BelongsTo<typeof BudgetLine>

  static visibleTo(reader: Reader) {
    return visible(this.query(), reader, 'budget.commitments.read', 'commitments.unit_id')
  }

  /** As documents name it: `7/2026/2027`. */
  get label(): string {
    return `${this.number}/${this.fiscalYear}`
  }

  /** What is committed and not paid yet. */
  get open(): Money {
    return this.amount.subtract(this.paid)
  }

  /** What its approval binds. */
  picture() {
    const { lineId, purpose, needNo, payeeName } = this
    return { lineId, purpose, needNo, payeeName, amount: String(this.amount) }
  }
}
