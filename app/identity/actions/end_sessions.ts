import db from '@adonisjs/lucid/services/db'
import { clock } from '#core/clock'
import type { Trx } from '#core/within'
import SignIn, { type SignInEnd } from '#identity/models/sign_in'

interface Ending {
  userIds: number[]
  because: SignInEnd
  /** Only this sign-in… */
  only?: number
  /** …or only the session with this id… */
  session?: string
  /** …or all but the session with this id. */
  except?: string
  trx?: Trx
}

/**
 * Ends sessions of people: their rows go, and the sign-in remembers why. A request under way at that
 * moment may write its session row back, so the door also asks the sign-in whether it has ended.
 */
export default class EndSessions {
  /** Gives how many sessions ended. */
  async handle(ending: Ending): Promise<number> {
    const { userIds, because, only, session, except, trx } = ending
    if (userIds.length === 0) return 0
    const open = await SignIn.query({ client: trx })
      .whereIn('user_id', userIds)
      .whereNull('ended_at')
      .if(only !== undefined, (query) => query.where('id', only!))
      .if(session !== undefined, (query) => query.where('session_id', session!))
      .if(except !== undefined, (query) => query.whereNot('session_id', except!))
      .select('id', 'session_id')
    if (open.length === 0) return 0

    const client = trx ?? db
    await client
      .from('sign_ins')
      .whereIn(
        'id',
        open.map((signIn) => signIn.id)
      )
      .update({ ended_at: clock.now(), ended_because: because })
    await client
      .from('sessions')
      .whereIn(
        'id',
        open.map((signIn) => signIn.sessionId)
      )
      .delete()
    return open.length
  }
}
