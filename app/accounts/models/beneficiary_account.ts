import { compose } from '@adonisjs/core/helpers'
import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { BeneficiaryAccountSchema } from '#database/schema'
import type { Day } from '#core/days'
import { sentence } from '#core/domain_error'
import { parseIban } from '#core/identifiers'
import { Lockable } from '#core/lockable'
import { WithTransitions, type Transitions } from '#core/transitions'
import Beneficiary from '#accounts/models/beneficiary'
import { visible, type Reader } from '#identity/access/visible'

/**
 * A bank account into which a beneficiary is paid, or the request for it. Proposed by one, approved by
 * another, and holding from the day its cooling ends; the one before holds until then.
 */
export default class BeneficiaryAccount extends compose(
  BeneficiaryAccountSchema,
  Lockable,
  WithTransitions
) {
  static override table = 'beneficiary_accounts'
  static transitions = {
    proposed: ['approved', 'refused', 'withdrawn'],
    approved: ['stopped'],
    refused: [],
    withdrawn: [],
    stopped: [],
  } satisfies Transitions

  static stateNames = {
    proposed: sentence('ينتظر الاعتماد', 'waiting for approval'),
    approved: sentence('معتمد', 'approved'),
    refused: sentence('مرفوض', 'refused'),
    withdrawn: sentence('مسحوب', 'withdrawn'),
    stopped: sentence('أوقف قبل سريانه', 'stopped before it held'),
  }

  @belongsTo(() => Beneficiary, { foreignKey: 'beneficiaryId' })
  declare beneficiary: BelongsTo<typeof Beneficiary>

  static visibleTo(reader: Reader) {
    return visible(
      this.query(),
      reader,
      'accounts.beneficiaries.read',
      'beneficiary_accounts.unit_id'
    )
  }

  /** In groups of four, as printed. */
  get printed(): string {
    return parseIban(this.iban).printed
  }

  /** Where it stands on a day: beside its states, `cooling`, `holding` and `ended`. */
  standing(on: Day): string {
    if (this.status !== 'approved') return this.status
    if (this.holdsFrom! > on) return 'cooling'
    return this.holdsUntil && this.holdsUntil <= on ? 'ended' : 'holding'
  }

  /** What its approval binds. */
  picture() {
    const { unitId, beneficiaryId, iban, bankName, reason } = this
    return { unitId, beneficiaryId, iban, bankName, reason }
  }
}
