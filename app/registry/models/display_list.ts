import { compose } from '@adonisjs/core/helpers'
import { belongsTo, hasMany } from '@adonisjs/lucid/orm'
import type { BelongsTo, HasMany } from '@adonisjs/lucid/types/relations'
import { DisplayListSchema } from '#database/schema'
import { today } from '#core/days'
import { Lockable } from '#core/lockable'
import { WithTransitions } from '#core/transitions'
import { visible, type Reader } from '#identity/access/visible'
import Unit from '#identity/models/unit'
import {
  DISPLAY_LIFE,
  DISPLAY_STATE_NAMES,
  type DisplayKind,
  type DisplayState,
} from '#registry/displays/life'
import DisplayEntry from '#registry/models/display_entry'
import DisplayObjection from '#registry/models/display_objection'

/**
 * A list that hangs out for the public (كشف عرض): what it says, where and until when, and the objections
 * against it. It is approved when its time has passed and each objection is decided.
 */
export default class DisplayList extends compose(DisplayListSchema, Lockable, WithTransitions) {
  static override table = 'display_lists'
  static transitions = DISPLAY_LIFE
  static stateNames = DISPLAY_STATE_NAMES

  declare status: DisplayState
  declare kind: DisplayKind

  @belongsTo(() => Unit, { foreignKey: 'unitId' })
  declare unit: BelongsTo<typeof Unit>

  @hasMany(() => DisplayEntry, { foreignKey: 'listId' })
  declare entries: HasMany<typeof DisplayEntry>

  @hasMany(() => DisplayObjection, { foreignKey: 'listId' })
  declare objections: HasMany<typeof DisplayObjection>

  static visibleTo(reader: Reader) {
    return visible(this.query(), reader, 'registry.encroachments.read', 'display_lists.unit_id')
  }

  /** Whether objections are still received today. */
  get takesObjections(): boolean {
    return this.status === 'displayed' && today() <= this.untilOn!
  }

  /** Whether its days have passed and it waits for the approval. */
  get isOver(): boolean {
    return this.status === 'displayed' && today() > this.untilOn!
  }

  /** What the trail keeps of it. */
  picture() {
    const { listNo, kind, roundId, title, place, status, displayedOn, untilOn } = this
    return { listNo, kind, roundId, title, place, status, displayedOn, untilOn }
  }
}
