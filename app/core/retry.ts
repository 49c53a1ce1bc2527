import { setTimeout as wait } from 'node:timers/promises'
import { DomainError, sentence } from '#core/domain_error'

/** MariaDB: row changed since the snapshot (1020), lock wait too long (1205), deadlock (1213). */
const TRANSIENT = new Set([1020, 1205, 1213])

/** The same rows stayed busy through every attempt; nothing was changed. */
export class BusyError extends DomainError {
  static override code = 'E_BUSY'
  static override status = 503

  constructor(attempts: number, cause: unknown) {
    super(
      sentence(
        'يعمل آخرون الآن على السجلات نفسها، ولم يتغير شيء.',
        'Others are working on the same records now, and nothing was changed.'
      ),
      {
        facts: { attempts },
        cure: sentence('أعد المحاولة بعد لحظات.', 'Try again in a moment.'),
        cause,
      }
    )
  }
}

export interface RetryOptions {
  /** Tries in all, the first included. */
  attempts?: number
  /** Ceiling of the first pause; it doubles with each try, up to a second. */
  pauseMs?: number
  /** 0 ≤ r < 1. Given in tests. */
  random?: () => number
  /** Given in tests. */
  sleep?: (ms: number) => Promise<unknown>
}

/**
 * Runs a whole transaction, and again when MariaDB undid it for reasons of timing alone. This is the
 * only place of retry in the house: the work must open, do and commit everything itself, and may not
 * touch anything outside the database, because it may run several times.
 * @throws BusyError after the last attempt; every other error at once, unchanged
 */
export async function retrying<T>(work: () => Promise<T>, options: RetryOptions = {}): Promise<T> {
  const { attempts = 12, pauseMs = 20, random = Math.random, sleep = wait } = options
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (!isTransient(error)) throw error
      if (attempt >= attempts) throw new BusyError(attempts, error)
      // Full jitter: contenders that collided once must not meet again at the same instant.
      await sleep(Math.ceil(random() * Math.min(1000, pauseMs * 2 ** (attempt - 1))))
    }
  }
}

/** Whether the database undid the work only because of others at the same moment. */
export function isTransient(error: unknown): boolean {
  for (let depth = 0, at = error; depth < 5 && at instanceof Error; depth++, at = at.cause) {
    const { errno } = at as Error & { errno?: number }
    if (errno !== undefined && TRANSIENT.has(errno)) return true
  }
  return false
}
