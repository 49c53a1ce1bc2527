import { compose } from '@adonisjs/core/helpers'
import { hasMany } from '@adonisjs/lucid/orm'
import type { HasMany } from '@adonisjs/lucid/types/relations'
import { JournalSchema } from '#database/schema'
import { sentence } from '#core/domain_error'
import { Lockable } from '#core/lockable'
import { WithTransitions, type Transitions } from '#core/transitions'
import { visible, type Reader } from '#identity/access/visible'
import JournalLine from '#accounts/models/journal_line'

export type JournalKind = 'manual' | 'adjusting' | 'recurring' | 'reversal'

/**
 * An entry written by hand (مذكرة قيد): manual, adjusting, recurring by month, or the reversal of a
 * posted one. It reaches the ledger when another person approves it.
 */
export default class Journal extends compose(JournalSchema, Lockable, WithTransitions) {
  static override table = 'journals'
  static transitions = {
    draft: ['posted', 'active', 'refused', 'withdrawn'],
    posted: [],
    active: ['ended'],
    ended: [],
    refused: [],
    withdrawn: [],
  } satisfies Transitions

  static stateNames = {
    draft: sentence('مسودة تنتظر الاعتماد', 'draft waiting for approval'),
    posted: sentence('مرحل', 'posted'),
    active: sentence('يرحل كل شهر', 'posted every month'),
    ended: sentence('منتهٍ', 'ended'),
    refused: sentence('مرفوض', 'refused'),
    withdrawn: sentence('مسحوب', 'withdrawn'),
  }

  @hasMany(() => JournalLine, { foreignKey: 'journalId' })
  declare lines: HasMany<typeof JournalLine>

  /** As documents name it: `3/2026/2027`. */
  get label(): string {
    return `${this.number}/${this.fiscalYear}`
  }

  /** What its approval binds; its lines are loaded. */
  picture() {
    const { unitId, fiscalYear, number, kind, postedOn, untilMonth, description, reason } = this
    const lines = [...this.lines].sort((a, b) => a.id - b.id).map((line) => line.picture())
    const head = { unitId, fiscalYear, number, kind, postedOn, untilMonth, description, reason }
    return { ...head, total: String(this.total), reversesId: this.reversesId, lines }
  }

  static visibleTo(reader: Reader) {
    return visible(this.query(), reader, 'accounts.ledger.read', 'journals.unit_id')
  }
}
