import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { ApiTokenSchema } from '#database/schema'
import { today } from '#core/fiscal'
import User from '#identity/models/user'

/**
 * كلمة مرور تطبيق: what a program (QGIS, GDAL) shows instead of its owner's password. It opens the
 * addresses of its scope alone, with its owner's access as it stands at that moment.
 */
export default class ApiToken extends ApiTokenSchema {
  static override table = 'api_tokens'

  @belongsTo(() => User, { foreignKey: 'userId' })
  declare user: BelongsTo<typeof User>

  /** A person's tokens, the newest first. */
  static of(userId: number) {
    return this.query().where('user_id', userId).orderBy('id', 'desc')
  }

  /** How it stands: opens doors, past its day, or taken back. */
  get state(): 'open' | 'expired' | 'revoked' {
    if (this.revokedAt) return 'revoked'
    return this.expiresOn > today() ? 'open' : 'expired'
  }
}
