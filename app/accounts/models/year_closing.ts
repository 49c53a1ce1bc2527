import { compose } from '@adonisjs/core/helpers'
import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { YearClosingSchema } from '#database/schema'
import { sentence } from '#core/domain_error'
import { Lockable } from '#core/lockable'
import { WithTransitions, type Transitions } from '#core/transitions'
import { visible, type Reader } from '#identity/access/visible'
import Unit from '#identity/models/unit'

/** The end of a unit's fiscal year: its result and the balances the next one opens with. */
export default class YearClosing extends compose(YearClosingSchema, Lockable, WithTransitions) {
  static override table = 'year_closings'
  static transitions = {
    closed: ['approved', 'undone'],
    undone: ['closed'],
    approved: [],
  } satisfies Transitions

  static stateNames = {
    closed: sentence('مقفلة في انتظار الاعتماد', 'closed, waiting for approval'),
    undone: sentence('متراجع عن إقفالها', 'undone'),
    approved: sentence('معتمدة', 'approved'),
  }

  @belongsTo(() => Unit, { foreignKey: 'unitId' })
  declare unit: BelongsTo<typeof Unit>

  static visibleTo(reader: Reader) {
    return visible(this.query(), reader, 'accounts.books.read', 'year_closings.unit_id')
  }
}
