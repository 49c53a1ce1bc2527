import { test } from '@japa/runner'
import { BusyError, isTransient, retrying } from '#core/retry'
import { within, type Transactor, type Trx } from '#core/within'

function databaseError(errno: number, cause?: unknown): Error {
  return Object.assign(new Error(`errno ${errno}`, { cause }), { errno })
}

/** Counts the runs and fails the first ones. */
function failing(times: number, error: unknown) {
  const work = async () => {
    work.runs++
    if (work.runs <= times) throw error
    return `done in ${work.runs}`
  }
  work.runs = 0
  return work
}

test.group('Retry of whole transactions', () => {
  test('errno {$self} is tried again until it succeeds')
    .with([1020, 1205, 1213])
    .run(async ({ assert }, errno) => {
      const work = failing(3, databaseError(errno))
      assert.equal(await retrying(work, { sleep: async () => {} }), 'done in 4')
    })

  test('is recognised under the errors that wrap it', ({ assert }) => {
    assert.isTrue(isTransient(new Error('wrapped', { cause: databaseError(1213) })))
    assert.isFalse(isTransient(databaseError(1062)))
    assert.isFalse(isTransient({ errno: 1213 }))
    assert.isFalse(isTransient(null))
  })

  test('any other error is passed on at once, unchanged', async ({ assert }) => {
    const duplicate = databaseError(1062)
    const work = failing(9, duplicate)
    await assert.rejects(() => retrying(work), 'errno 1062')
    assert.equal(work.runs, 1)
  })

  test('after the last attempt people are told that nothing was changed', async ({ assert }) => {
    const work = failing(99, databaseError(1213))
    try {
      await retrying(work, { attempts: 4, sleep: async () => {} })
      assert.fail('succeeded')
    } catch (error) {
      assert.instanceOf(error, BusyError)
      const busy = error as BusyError
      assert.equal(busy.status, 503)
      assert.equal(busy.messageFor('ar'), 'يعمل آخرون الآن على السجلات نفسها، ولم يتغير شيء.')
      assert.equal((busy.cause as { errno: number }).errno, 1213)
    }
    assert.equal(work.runs, 4)
  })

  test('pauses double, are spread at random and never pass a second', async ({ assert }) => {
    const pauses: number[] = []
    const sleep = async (ms: number) => void pauses.push(ms)
    const always = failing(99, databaseError(1205))
    await assert.rejects(() => retrying(always, { attempts: 9, sleep, random: () => 0.999 }))
    assert.deepEqual(pauses, [20, 40, 80, 160, 320, 640, 999, 999])
    pauses.length = 0
    await assert.rejects(() => retrying(always, { attempts: 3, sleep, random: () => 0 }))
    assert.deepEqual(pauses, [0, 0])
  })
})

test.group('Within a transaction', () => {
  const trx = { isTransaction: true } as Trx
  const transactor = (): Transactor & { opened: number } => ({
    opened: 0,
    async transaction(work) {
      this.opened++
      return work(trx)
    },
  })

  test('joins the one that is given and opens none', async ({ assert }) => {
    const db = transactor()
    assert.equal(await within(trx, async (given) => given, { db }), trx)
    assert.equal(db.opened, 0)
  })

  test('opens one when none is given, and a new one for each retry', async ({ assert }) => {
    const db = transactor()
    const work = failing(2, databaseError(1213))
    assert.equal(await within(undefined, work, { db, sleep: async () => {} }), 'done in 3')
    assert.equal(db.opened, 3)
  })

  test('inside another transaction a deadlock goes up to the one who opened it', async ({
    assert,
  }) => {
    const work = failing(1, databaseError(1213))
    await assert.rejects(() => within(trx, work), 'errno 1213')
    assert.equal(work.runs, 1)
  })
})
