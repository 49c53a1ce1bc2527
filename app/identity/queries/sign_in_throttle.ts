import db from '@adonisjs/lucid/services/db'
import { clock } from '#core/clock'

/**
 * After how many failures a wait begins, how long the first is, and the longest (seconds). It doubles
 * with each further failure.
 */
interface Limit {
  free: number
  first: number
  longest: number
  /** How far back failures count, in hours. */
  hours: number
}

/** One account from one source: a person who mistypes waits little, a guesser soon waits long. */
const ACCOUNT_FROM_SOURCE: Limit = { free: 5, first: 10, longest: 900, hours: 24 }
/** One source over all accounts: a whole office may sit behind one address. */
const SOURCE: Limit = { free: 30, first: 5, longest: 900, hours: 1 }
/** One account from many sources. Sources from which its owner has come in before are let past. */
const ACCOUNT: Limit = { free: 20, first: 5, longest: 300, hours: 24 }

export interface Attempt {
  id: number
  account: string
  source: string
}

/** Seconds this attempt has to wait, judged by the failures before it; 0 when it may go on. */
export async function waitBefore(attempt: Attempt): Promise<number> {
  const { account, source } = attempt
  const [own, sourceWide, accountWide] = await Promise.all([
    failures(attempt, { account, source }, ACCOUNT_FROM_SOURCE),
    failures(attempt, { source }, SOURCE),
    failures(attempt, { account }, ACCOUNT),
  ])
  const waits = [wait(own, ACCOUNT_FROM_SOURCE), wait(sourceWide, SOURCE)]
  const accountWait = wait(accountWide, ACCOUNT)
  if (accountWait > 0 && !(await isKnown(attempt))) waits.push(accountWait)
  return Math.max(...waits)
}

interface Failures {
  count: number
  last: Date | null
}

async function failures(
  attempt: Attempt,
  where: { account?: string; source?: string },
  limit: Limit
): Promise<Failures> {
  const since = new Date(clock.now().getTime() - limit.hours * 3_600_000)
  // The owner's success wipes the slate of his account, but not that of a whole source: a guesser
  // with one account of his own could clean it at will.
  const slate = where.account === undefined ? 0 : await lastSuccess(attempt, where)
  const row = await db
    .from('sign_in_attempts')
    .where(where)
    .where('succeeded', 0)
    .where('id', '<', attempt.id)
    .where('id', '>', slate)
    .where('created_at', '>=', since)
    .count('* as count')
    .max('created_at as last')
    .first()
  return { count: Number(row.count), last: row.last }
}

async function lastSuccess(attempt: Attempt, where: object): Promise<number> {
  const row = await db
    .from('sign_in_attempts')
    .where(where)
    .where('succeeded', 1)
    .where('id', '<', attempt.id)
    .max('id as id')
    .first()
  return Number(row?.id ?? 0)
}

function wait({ count, last }: Failures, limit: Limit): number {
  if (count < limit.free || !last) return 0
  const seconds = Math.min(limit.longest, limit.first * 2 ** Math.min(count - limit.free, 20))
  const passed = (clock.now().getTime() - new Date(last).getTime()) / 1000
  return Math.max(0, Math.ceil(seconds - passed))
}

/** Whether the account's owner has signed in from this source before. */
async function isKnown({ account, source }: Attempt): Promise<boolean> {
  const row = await db
    .from('sign_in_attempts')
    .where({ account, source, succeeded: 1 })
    .select('id')
    .first()
  return Boolean(row)
}
