import { belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { RoundFindingSchema } from '#database/schema'
import User from '#identity/models/user'
import type { Result } from '#registry/rounds/life'

/** What a team found at one visit (or at a desk, with its reason). Never changed; a later one stands over it. */
export default class RoundFinding extends RoundFindingSchema {
  static override table = 'round_findings'

  @column()
  declare result: Result

  @belongsTo(() => User, { foreignKey: 'foundBy' })
  declare finder: BelongsTo<typeof User>
}
