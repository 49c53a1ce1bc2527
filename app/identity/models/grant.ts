import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { GrantSchema } from '#database/schema'
import { today } from '#core/fiscal'
import { visible, type Reader } from '#identity/access/visible'
import Role from '#identity/models/role'
import Unit from '#identity/models/unit'
import User from '#identity/models/user'

/** A role given to a person in a unit and all below it, from one day and until another. */
export default class Grant extends GrantSchema {
  @belongsTo(() => User)
  declare user: BelongsTo<typeof User>

  @belongsTo(() => Role)
  declare role: BelongsTo<typeof Role>

  @belongsTo(() => Unit)
  declare unit: BelongsTo<typeof Unit>

  static visibleTo(reader: Reader) {
    return visible(this.query(), reader, 'identity.grants.read')
  }

  /** How the grant stands on the day. */
  state(day = today()): 'in_force' | 'coming' | 'ended' | 'revoked' {
    if (this.revokedAt) return 'revoked'
    if (this.validFrom > day) return 'coming'
    return this.isInForce(day) ? 'in_force' : 'ended'
  }

  /** In force on the day: begun, not run out, not revoked. */
  isInForce(day = today()): boolean {
    if (this.revokedAt || this.validFrom > day) return false
    return this.validTo === null || this.validTo > day
  }
}
