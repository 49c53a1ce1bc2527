import { compose } from '@adonisjs/core/helpers'
import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { PeriodAccountSchema } from '#database/schema'
import { sentence } from '#core/domain_error'
import { Lockable } from '#core/lockable'
import { WithTransitions, type Transitions } from '#core/transitions'
import { visible, type Reader } from '#identity/access/visible'
import Unit from '#identity/models/unit'

/** Form 75: the account of a month, quarter or year of a unit, under three signatures in their order. */
export default class PeriodAccount extends compose(PeriodAccountSchema, Lockable, WithTransitions) {
  static override table = 'period_accounts'
  static transitions = {
    draft: ['submitted'],
    submitted: ['controlled', 'draft'],
    controlled: ['managed', 'submitted', 'draft'],
    managed: ['signed', 'controlled', 'draft'],
    signed: ['draft'],
  } satisfies Transitions

  static stateNames = {
    draft: sentence('مسودة', 'draft'),
    submitted: sentence('مقدم لمراقب الحسابات', 'with the accounts controller'),
    controlled: sentence('مقدم لمدير الحسابات', 'with the accounts manager'),
    managed: sentence('مقدم لرئيس المصلحة', 'with the head of the authority'),
    signed: sentence('معتمد', 'signed'),
  }

  @belongsTo(() => Unit, { foreignKey: 'unitId' })
  declare unit: BelongsTo<typeof Unit>

  static visibleTo(reader: Reader) {
    return visible(this.query(), reader, 'accounts.books.read', 'period_accounts.unit_id')
  }

  /** As documents name it: `75/2026-2027/3`. */
  get label(): string {
    return labelOfAccount(this.fiscalYear, this.number)
  }
}

/** The name of an account of form 75 in documents. */
export const labelOfAccount = (fiscalYear: string, number: number) =>
  `75/${fiscalYear.replace('/', '-')}/${number}`
