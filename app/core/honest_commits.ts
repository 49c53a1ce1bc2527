import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

interface Beginner {
  transaction(...args: unknown[]): Promise<unknown>
}

/**
 * Makes a failed COMMIT fail. Knex answers `commit()` in the affirmative even when the server refused
 * it or was gone, and tells the truth only through the transaction's `executionPromise`, which Lucid
 * does not await: work would be acknowledged that was never kept. (Found by `npm run faults`.)
 * @param client any connection of Lucid; all of them share the prototype that is mended
 */
export function makeCommitsHonest(client: object): void {
  const clients = Object.getPrototypeOf(client) as Beginner
  const begin = clients.transaction
  clients.transaction = function (this: unknown, work?: unknown, ...options: unknown[]) {
    if (typeof work === 'function') {
      return begin.call(this, (trx: TransactionClientContract) => work(mended(trx)), ...options)
    }
    return begin.call(this, work, ...options).then((trx) => mended(trx as never))
  }
}

const seen = new WeakSet<object>()

/** Savepoints share the prototype too, so the first transaction mends them all. */
function mended(trx: TransactionClientContract): TransactionClientContract {
  const transactions = Object.getPrototypeOf(trx) as TransactionClientContract
  if (seen.has(transactions)) return trx
  seen.add(transactions)
  const commit = transactions.commit
  transactions.commit = function (this: TransactionClientContract) {
    const knex = this.knexClient as unknown as {
      commit: (value?: unknown) => Promise<unknown>
      executionPromise: Promise<unknown>
    }
    const send = knex.commit
    knex.commit = async (value) => {
      await send(value)
      return knex.executionPromise
    }
    return commit.call(this)
  }
  return trx
}
