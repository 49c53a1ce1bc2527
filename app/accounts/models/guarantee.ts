import { compose } from '@adonisjs/core/helpers'
import { hasMany } from '@adonisjs/lucid/orm'
import type { HasMany } from '@adonisjs/lucid/types/relations'
import { GuaranteeSchema } from '#database/schema'
import { sentence } from '#core/domain_error'
import { Lockable } from '#core/lockable'
import type { Money } from '#core/money'
import { WithTransitions, type Transitions } from '#core/transitions'
import { visible, type Reader } from '#identity/access/visible'
import GuaranteeAct from '#accounts/models/guarantee_act'

/** For what it is given: with an offer (ابتدائي), for a contract (نهائي), for a prepayment. */
export const GUARANTEE_PURPOSES = ['temporary', 'final', 'advance'] as const
/** As what it is given. */
export const GUARANTEE_FORMS = ['letter', 'cash', 'cheque'] as const

/**
 * A guarantee or deposit of somebody who deals with the state (تأمين): a bank's letter stands in memo
 * accounts, cash is a liability, a cheque becomes one when it clears.
 */
export default class Guarantee extends compose(GuaranteeSchema, Lockable, WithTransitions) {
  static override table = 'guarantees'
  static transitions = {
    draft: ['held', 'received', 'void'],
    received: ['held', 'bounced'],
    held: ['released', 'forfeited', 'called'],
    called: ['held', 'forfeited'],
    released: [],
    forfeited: [],
    bounced: [],
    void: [],
  } satisfies Transitions

  static stateNames = {
    draft: sentence('مسجل', 'recorded'),
    received: sentence('شيك تحت التحصيل', 'cheque under collection'),
    held: sentence('سارٍ', 'held'),
    called: sentence('مطلوب تسييله', 'claimed from the bank'),
    released: sentence('مردود', 'released'),
    forfeited: sentence('مصادر', 'forfeited'),
    bounced: sentence('شيك مرتد', 'cheque returned'),
    void: sentence('ملغى', 'void'),
  }

  @hasMany(() => GuaranteeAct, { foreignKey: 'guaranteeId' })
  declare acts: HasMany<typeof GuaranteeAct>

  static visibleTo(reader: Reader) {
    return visible(this.query(), reader, 'accounts.guarantees.read', 'guarantees.unit_id')
  }

  /** As documents name it: `7/2026/2027`. */
  get label(): string {
    return `${this.number}/${this.fiscalYear}`
  }

  /** What is neither released nor forfeited. */
  get left(): Money {
    return this.amount.subtract(this.released).subtract(this.forfeited)
  }

  /** Under which form its entries are found in the posting rules. */
  get postingForm(): string {
    if (this.form === 'letter') return `letter.${this.purpose}`
    return this.receiptId ? 'receipt' : this.form
  }
}
