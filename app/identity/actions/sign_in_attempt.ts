import { isIPv6 } from 'node:net'
import db from '@adonisjs/lucid/services/db'
import hash from '@adonisjs/core/services/hash'
import { clock } from '#core/clock'
import { SignInRefusedError, SignInThrottledError } from '#identity/errors'
import User from '#identity/models/user'
import { temporaryPassword } from '#identity/temporary_password'
import { waitBefore } from '#identity/queries/sign_in_throttle'

export interface Credentials {
  account: string
  password: string
  /** Address of the machine that asks. */
  source: string
}

/** Unknown accounts are answered after the same work as known ones. */
let decoy: Promise<string> | undefined

/**
 * One try to sign in. It is written down before the password is looked at, so that a hundred tries at
 * the same moment count each other; the record is in MariaDB and outlives Redis.
 */
export default class SignInAttempt {
  /**
   * The person, when account and password are right and he may come in.
   * @throws SignInThrottledError saying for how long; SignInRefusedError, the same for a wrong
   * password, an unknown account and a suspended one
   */
  async handle(credentials: Credentials): Promise<User> {
    const account = accountName(credentials.account)
    const source = sourceName(credentials.source)
    const attempt = await this.#writeDown(account, source)
    const wait = await waitBefore({ id: attempt, account, source })
    if (wait > 0) {
      // A refused knock is not a guess: it neither counts nor prolongs the wait.
      await db.from('sign_in_attempts').where('id', attempt).delete()
      throw new SignInThrottledError(wait)
    }

    decoy ??= hash.make(temporaryPassword())
    const user = await User.findBy('email', account)
    const right = await hash.verify(user?.password ?? (await decoy), credentials.password)
    if (!user || !right || !user.isActive) throw new SignInRefusedError()

    await db.from('sign_in_attempts').where('id', attempt).update({ succeeded: 1 })
    return user
  }

  async #writeDown(account: string, source: string): Promise<number> {
    const [id] = await db
      .insertQuery()
      .table('sign_in_attempts')
      .insert({ account, source, succeeded: 0, created_at: clock.now() })
    return Number(id)
  }
}

/** How an account is kept and looked for: trimmed, lower case, within the column. */
export function accountName(typed: string): string {
  return typed.trim().toLowerCase().slice(0, 190)
}

/** The source as it is counted: an IPv4 address, or the /64 of an IPv6 one, which one machine owns whole. */
export function sourceName(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  if (!isIPv6(plain)) return plain.slice(0, 64)
  const [head = '', tail] = plain.split('%')[0]!.split('::')
  const front = head.split(':').filter(Boolean)
  const back = tail === undefined ? [] : tail.split(':').filter(Boolean)
  const zeros = Array(Math.max(0, 8 - front.length - back.length)).fill('0')
  return `${[...front, ...zeros, ...back].slice(0, 4).join(':').toLowerCase()}::/64`
}
