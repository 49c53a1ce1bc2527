import { compose } from '@adonisjs/core/helpers'
import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { DisplayObjectionSchema } from '#database/schema'
import { Lockable } from '#core/lockable'
import { visible, type Reader } from '#identity/access/visible'
import DisplayEntry from '#registry/models/display_entry'
import DisplayList from '#registry/models/display_list'

/** An objection against a displayed list or one line of it (اعتراض), decided by another than who wrote it. */
export default class DisplayObjection extends compose(DisplayObjectionSchema, Lockable) {
  static override table = 'display_objections'

  declare status: 'open' | 'accepted' | 'refused'

  @belongsTo(() => DisplayList, { foreignKey: 'listId' })
  declare list: BelongsTo<typeof DisplayList>

  @belongsTo(() => DisplayEntry, { foreignKey: 'entryId' })
  declare entry: BelongsTo<typeof DisplayEntry>

  static visibleTo(reader: Reader) {
    return visible(
      this.query(),
      reader,
      'registry.encroachments.read',
      'display_objections.unit_id'
    )
  }

  /** What the decision binds. */
  picture() {
    const { listId, entryId, objectionNo, receivedOn, objectorName, text, madeBy } = this
    return { listId, entryId, objectionNo, receivedOn, objectorName, text, madeBy }
  }
}
