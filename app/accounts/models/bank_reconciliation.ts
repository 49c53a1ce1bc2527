import { compose } from '@adonisjs/core/helpers'
import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { BankReconciliationSchema } from '#database/schema'
import { sentence } from '#core/domain_error'
import { Month } from '#core/fiscal'
import { Lockable } from '#core/lockable'
import { WithTransitions, type Transitions } from '#core/transitions'
import { visible, type Reader } from '#identity/access/visible'
import Unit from '#identity/models/unit'

/** مذكرة تسوية البنك: why the books and the statement of an account differ at the end of a month. */
export default class BankReconciliation extends compose(
  BankReconciliationSchema,
  Lockable,
  WithTransitions
) {
  static override table = 'bank_reconciliations'
  static transitions = {
    draft: ['signed'],
    signed: ['closed', 'draft'],
    closed: [],
  } satisfies Transitions

  static stateNames = {
    draft: sentence('مسودة', 'draft'),
    signed: sentence('موقعة من معدها', 'signed by who prepared it'),
    closed: sentence('معتمدة', 'closed'),
  }

  @belongsTo(() => Unit, { foreignKey: 'unitId' })
  declare unit: BelongsTo<typeof Unit>

  static visibleTo(reader: Reader) {
    return visible(this.query(), reader, 'accounts.bank.read', 'bank_reconciliations.unit_id')
  }

  get period(): Month {
    return Month.containing(this.month)
  }

  /** As papers name it: `3/2026/2027`. */
  get label(): string {
    return `${this.number}/${this.fiscalYear}`
  }
}
