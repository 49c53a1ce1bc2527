import { compose } from '@adonisjs/core/helpers'
import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { RegisterTransactionSchema } from '#database/schema'
import { sentence } from '#core/domain_error'
import { Lockable } from '#core/lockable'
import { WithTransitions, type Transitions } from '#core/transitions'
import { documentHash } from '#identity/actions/decide_approval'
import { visible, type Reader } from '#identity/access/visible'
import Unit from '#identity/models/unit'
import User from '#identity/models/user'
import type { EffectFailure } from '#registry/register/take_effect'
import type { Finding } from '#registry/rules/finding'

/** A rule that was overridden, by whom and why. */
export interface Override {
  reason: string
  by: { id: number; name: string }
}

/** What a rule said of it, and how it was let pass where it was. */
export type KeptFinding = Finding & { override?: Override }

/** معاملة سجل: the only way in which the register changes; made by one person, decided by another. */
export default class RegisterTransaction extends compose(
  RegisterTransactionSchema,
  Lockable,
  WithTransitions
) {
  static override table = 'register_transactions'

  static transitions = {
    draft: ['proposed', 'withdrawn'],
    proposed: ['approved', 'scheduled', 'refused', 'withdrawn'],
    scheduled: ['approved', 'refused', 'withdrawn'],
    approved: [],
    refused: [],
    withdrawn: [],
  } satisfies Transitions

  static stateNames = {
    draft: sentence('مسودة', 'draft'),
    proposed: sentence('بانتظار القرار', 'waiting for a decision'),
    scheduled: sentence('معتمدة لم تسر بعد', 'approved, not yet in effect'),
    approved: sentence('معتمدة', 'approved'),
    refused: sentence('مرفوضة', 'refused'),
    withdrawn: sentence('مسحوبة', 'withdrawn'),
  }

  declare findings: KeptFinding[] | null

  declare effectFailure: EffectFailure | null

  @belongsTo(() => Unit, { foreignKey: 'unitId' })
  declare unit: BelongsTo<typeof Unit>

  @belongsTo(() => User, { foreignKey: 'madeBy' })
  declare maker: BelongsTo<typeof User>

  @belongsTo(() => User, { foreignKey: 'decidedBy' })
  declare decider: BelongsTo<typeof User>

  static visibleTo(reader: Reader) {
    return visible(this.query(), reader, 'registry.assets.read', 'register_transactions.unit_id')
  }

  /** `12 / 2026/2027`. */
  get label(): string {
    return `${this.number} / ${this.fiscalYear}`
  }

  /**
   * The fingerprint of what was proposed, with the versions it was made on; an approval binds it, and
   * a row that was altered behind the house no longer fits it.
   */
  fingerprint(inputs: readonly { assetId: number; baseVersion: number | null }[]): Buffer {
    const { unitId, fiscalYear, number, kind, effectiveOn, proposal, reason, madeBy } = this
    return documentHash({
      unitId,
      fiscalYear,
      number,
      kind,
      effectiveOn,
      proposal,
      reason: reason ?? null,
      madeBy,
      decision: [
        this.decisionNo ?? null,
        this.decisionOn ?? null,
        this.decisionAuthority ?? null,
        this.legalBasisId ?? null,
      ],
      cancels: this.cancelsId ?? null,
      inputs: [...inputs]
        .sort((a, b) => a.assetId - b.assetId)
        .map(({ assetId, baseVersion }) => [assetId, baseVersion]),
    })
  }
}
