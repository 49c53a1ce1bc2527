import hash from '@adonisjs/core/services/hash'
import { DateTime } from 'luxon'
import { clock } from '#core/clock'
import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import EndSessions from '#identity/actions/end_sessions'
import { WeakPasswordError, WrongPasswordError } from '#identity/errors'
import type User from '#identity/models/user'
import { weakness } from '#identity/password_policy'
import { temporaryPassword } from '#identity/temporary_password'

interface Act {
  by: Actor
  trx?: Trx
  /** The session that stays: the one in which the person changes his own password. */
  keepSession?: string
}

/** Changes of a person's password. Each ends his sessions. */
export default class SetPassword {
  /**
   * The person's own change.
   * @throws WrongPasswordError, WeakPasswordError
   */
  async change(user: User, input: { current: string; wanted: string }, act: Act): Promise<void> {
    if (!(await hash.verify(user.password, input.current))) throw new WrongPasswordError()
    if (input.wanted === input.current) throw new WeakPasswordError(null)
    await this.#set(user, input.wanted, { temporary: false }, act)
  }

  /** Sets a password known to be the person's own, by command or sample. */
  async set(user: User, password: string, act: Act): Promise<void> {
    await this.#set(user, password, { temporary: false }, act)
  }

  /** Gives a temporary password, to be shown once and changed at the next sign-in. */
  async reset(user: User, act: Act): Promise<string> {
    const password = temporaryPassword()
    await this.#set(user, password, { temporary: true }, act)
    return password
  }

  async #set(user: User, password: string, { temporary }: { temporary: boolean }, act: Act) {
    const fault = weakness(password, user)
    if (fault) throw new WeakPasswordError(fault)
    // Hashed before the transaction: it takes a third of a second, and locks would wait for it.
    const hashed = await hash.make(password)
    await within(act.trx, async (trx) => {
      const fresh = await user.lock(trx)
      fresh.password = hashed
      fresh.passwordChangedAt = DateTime.fromJSDate(clock.now())
      fresh.mustChangePassword = temporary
      await fresh.save()
      const ended = await new EndSessions().handle({
        userIds: [user.id],
        because: 'password_changed',
        except: act.keepSession,
        trx,
      })
      await Trail.record(
        {
          action: temporary ? 'user.password_reset' : 'user.password_changed',
          unitId: fresh.homeUnitId,
          subjectType: 'user',
          subjectId: fresh.id,
          label: fresh.email,
          after: { sessionsEnded: ended },
        },
        { by: act.by, trx }
      )
    })
    user.merge({ password: hashed, mustChangePassword: temporary })
  }
}
