import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { clock } from '#core/clock'
import { today } from '#core/fiscal'
import { DATA_STATE, stateWasRead } from '#core/rarely_changed'
import { accountName, sourceName } from '#identity/actions/sign_in_attempt'
import { NotSignedInError, SignInThrottledError } from '#identity/errors'
import User from '#identity/models/user'
import { waitBefore } from '#identity/queries/sign_in_throttle'
import type { SentSecret } from '#identity/tokens/credentials'
import type { TokenScope } from '#identity/tokens/scopes'
import { hashOfSecret } from '#identity/tokens/secret'

/** The token, its person and the state of what processes remember: one question per request. */
const QUESTION = `
  SELECT t.id AS token_id, t.last_used_at AS token_used_at, u.*, ${DATA_STATE} AS data_state
  FROM api_tokens t JOIN users u ON u.id = t.user_id
  WHERE t.hash = ? AND t.scope = ? AND t.revoked_at IS NULL AND t.expires_on > ? AND u.status = 'active'`

const NOTED_EVERY_MS = 60_000

/**
 * Lets a program in by its token. A right one always passes; wrong ones are counted with the failed
 * sign-ins, under names of their own, so that a program with an old secret locks nobody out of the page.
 */
export default class AdmitToken {
  /** @throws NotSignedInError, SignInThrottledError */
  async handle(
    sent: SentSecret | null,
    { scope, source }: { scope: TokenScope; source: string },
    ctx?: HttpContext
  ): Promise<User> {
    if (!sent) throw new NotSignedInError()
    const [[row]] = await db.rawQuery(QUESTION, [hashOfSecret(sent.secret), scope, today()])
    if (!row || (sent.account !== null && accountName(sent.account) !== row.email)) {
      return this.#refuse(sent, source)
    }
    const { token_id: id, token_used_at: usedAt, data_state: state, ...person } = row
    if (ctx) stateWasRead(ctx, state)
    await this.#noteUse(id, usedAt, source)
    return User.$createFromAdapterResult(person, {}, { client: db.connection() } as never) as User
  }

  async #refuse({ account }: SentSecret, from: string): Promise<never> {
    const source = `token:${sourceName(from)}`.slice(0, 64)
    const named = `token:${accountName(account ?? 'bearer')}`.slice(0, 190)
    const [id] = await db
      .insertQuery()
      .table('sign_in_attempts')
      .insert({ account: named, source, succeeded: 0, created_at: clock.now() })
    const wait = await waitBefore({ id: Number(id), account: named, source })
    if (wait === 0) throw new NotSignedInError()
    await db.from('sign_in_attempts').where('id', id).delete()
    throw new SignInThrottledError(wait)
  }

  /** Once a minute is enough to see whether a token is still in use. */
  async #noteUse(id: number, usedAt: Date | null, source: string): Promise<void> {
    const now = clock.now()
    if (usedAt && now.getTime() - new Date(usedAt).getTime() < NOTED_EVERY_MS) return
    await db
      .from('api_tokens')
      .where('id', id)
      .update({ last_used_at: now, last_used_from: sourceName(source) })
  }
}
