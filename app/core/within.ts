import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { retrying, type RetryOptions } from '#core/retry'

/** A transaction of Lucid, as passed from the outermost action to the inner ones. */
export type Trx = TransactionClientContract

/** What opens a transaction: the application's database, or one given in tests. */
export interface Transactor {
  transaction<T>(work: (trx: Trx) => Promise<T>): Promise<T>
}

/**
 * Joins the caller's transaction or opens one. Only the opener retries, because only it can run the
 * whole intent again. A throw rolls back; a returned value commits, so refusals must be thrown.
 */
export async function within<T>(
  outer: Trx | undefined | null,
  work: (trx: Trx) => Promise<T>,
  options: RetryOptions & { db?: Transactor } = {}
): Promise<T> {
  if (outer) return work(outer)
  const db = options.db ?? (await applicationDatabase())
  return retrying(() => db.transaction(work), options)
}

let service: typeof import('@adonisjs/lucid/services/db') | undefined

/**
 * Loaded when first needed: units that never open a transaction need no running application. Kept,
 * because even a module that is loaded already costs half a millisecond to import again.
 */
async function applicationDatabase(): Promise<Transactor> {
  service ??= await import('@adonisjs/lucid/services/db')
  const { default: db } = service
  return { transaction: (work) => db.transaction(work) }
}
