import { compose } from '@adonisjs/core/helpers'
import { hasMany } from '@adonisjs/lucid/orm'
import type { HasMany } from '@adonisjs/lucid/types/relations'
import { VirementSchema } from '#database/schema'
import { sentence } from '#core/domain_error'
import { Lockable } from '#core/lockable'
import { WithTransitions, type Transitions } from '#core/transitions'
import VirementLine from '#budget/models/virement_line'

/** Credit moved from some lines to others of the same year by a legal decision (نقل اعتمادات). */
export default class Virement extends compose(VirementSchema, Lockable, WithTransitions) {
  static override table = 'virements'
  static transitions = {
    draft: ['proposed', 'withdrawn'],
    proposed: ['approved', 'refused', 'withdrawn'],
    approved: [],
    refused: [],
    withdrawn: [],
  } satisfies Transitions

  static stateNames = {
    draft: sentence('مسودة', 'draft'),
    proposed: sentence('في انتظار الاعتماد', 'waiting for approval'),
    approved: sentence('معتمد', 'approved'),
    refused: sentence('مرفوض', 'refused'),
    withdrawn: sentence('مسحوب', 'withdrawn'),
  }

  @hasMany(() => VirementLine, { foreignKey: 'virementId' })
  declare lines: HasMany<typeof VirementLine>

  /** As documents name it: `3/2026/2027`. */
  get label(): string {
    return `${this.number}/${this.fiscalYear}`
  }

  /** What its approval binds; its lines are loaded. */
  picture() {
    const { unitId, fiscalYear, scope, reason, decisionNo, decisionOn, decisionAuthority } = this
    const lines = this.lines.map(({ lineId, amount }) => ({ lineId, amount: String(amount) }))
    lines.sort((a, b) => a.lineId - b.lineId)
    const decision = { decisionNo, decisionOn, decisionAuthority }
    return { unitId, fiscalYear, scope, reason, amount: String(this.amount), lines, ...decision }
  }
}
