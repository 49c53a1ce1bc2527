import { cleanText } from '#core/arabic'
import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import EndSessions from '#identity/actions/end_sessions'
import { accountName } from '#identity/actions/sign_in_attempt'
import { AccountTakenError } from '#identity/errors'
import User from '#identity/models/user'

export interface UserFacts {
  email: string
  fullName: string
  jobTitle: string | null
  phone: string | null
  homeUnitId: number
}

interface Act {
  by: Actor
  trx?: Trx
  reason?: string | null
}

/** Changes to the account of a person by those who manage people. */
export default class ChangeUser {
  /** @throws AccountTakenError */
  async facts(user: User, facts: UserFacts, act: Act): Promise<void> {
    await this.#change(user, 'user.changed', act, async (fresh, trx) => {
      const email = accountName(facts.email)
      const holder = await User.findBy('email', email, { client: trx })
      if (holder && holder.id !== fresh.id) throw new AccountTakenError(email)
      fresh.merge({
        email,
        fullName: cleanText(facts.fullName),
        jobTitle: facts.jobTitle ? cleanText(facts.jobTitle) : null,
        phone: facts.phone,
        homeUnitId: facts.homeUnitId,
      })
      fresh.searchText = User.searchTextOf(fresh)
    })
  }

  /** Shuts the account at once: every session ends, and no new one begins. Grants stay as they are. */
  async suspend(user: User, act: Act): Promise<void> {
    await this.#change(user, 'user.suspended', act, async (fresh, trx) => {
      fresh.status = 'suspended'
      await new EndSessions().handle({ userIds: [fresh.id], because: 'suspended', trx })
    })
  }

  async reinstate(user: User, act: Act): Promise<void> {
    await this.#change(user, 'user.reinstated', act, async (fresh) => {
      fresh.status = 'active'
    })
  }

  async #change(
    user: User,
    action: string,
    act: Act,
    apply: (fresh: User, trx: Trx) => Promise<void>
  ): Promise<void> {
    await within(act.trx, async (trx) => {
      const fresh = await user.lock(trx)
      const before = fresh.picture()
      await apply(fresh, trx)
      if (!fresh.$isDirty) return
      await fresh.save()
      await Trail.record(
        {
          action,
          unitId: fresh.homeUnitId,
          subjectType: 'user',
          subjectId: fresh.id,
          label: fresh.email,
          before,
          after: fresh.picture(),
          reason: act.reason,
        },
        { by: act.by, trx }
      )
    })
  }
}
