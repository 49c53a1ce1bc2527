import { DateTime } from 'luxon'
import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { SignInSchema } from '#database/schema'
import { clock } from '#core/clock'
import User from '#identity/models/user'

/** Why a session ended before its time. */
export type SignInEnd = 'sign_out' | 'revoked' | 'password_changed' | 'access_changed' | 'suspended'

/** One session of a person: from where, since when, and how it ended. */
export default class SignIn extends SignInSchema {
  @belongsTo(() => User)
  declare user: BelongsTo<typeof User>

  /** Writes down the beginning of a session. */
  static begin(user: User, from: { sessionId: string; source: string; agent: string }) {
    return this.create({
      userId: user.id,
      sessionId: from.sessionId,
      source: from.source.slice(0, 64),
      agent: from.agent.slice(0, 300),
      createdAt: DateTime.fromJSDate(clock.now()),
    })
  }

  /**
   * A person's sessions that go on, newest first: not ended, and not run out, which the session's own
   * row tells. Reading a page moves that row's expiry alone, so looking leaves no other mark.
   */
  static openOf(userId: number) {
    return this.query()
      .where('sign_ins.user_id', userId)
      .whereNull('ended_at')
      .leftJoin('sessions', 'sessions.id', 'sign_ins.session_id')
      .select('sign_ins.*', 'sessions.expires_at as expires_at')
      .orderBy('sign_ins.id', 'desc')
  }
}
