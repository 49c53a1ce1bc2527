import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { CustodySchema } from '#database/schema'
import Unit from '#identity/models/unit'

/** Who holds an asset in one way from a day to a day (ولاية، إدارة، انتفاع، عهدة): what the log says, by period. */
export default class Custody extends CustodySchema {
  static override table = 'custodies'

  @belongsTo(() => Unit, { foreignKey: 'authorityUnitId' })
  declare authority: BelongsTo<typeof Unit>
}
