import { setTimeout as wait } from 'node:timers/promises'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import redis from '@adonisjs/redis/services/main'
import { DomainError, sentence } from '#core/domain_error'
import { Job, type JobPayload } from '#core/jobs/job'
import { JobContext } from '#core/jobs/context'
import { runTaken, take } from '#core/jobs/run'
import { WorkerProcess } from '#core/jobs/worker'
import SealTrailJob from '#audit/jobs/seal_trail_job'

const rowOf = async (id: number) =>
  (await db.rawQuery('SELECT * FROM jobs WHERE id = ?', [id]))[0][0]

async function until(id: number, state: string) {
  for (let turn = 0; turn < 200; turn++) {
    if ((await rowOf(id)).state === state) return
    await wait(100)
  }
  throw new Error(`job ${id} is ${(await rowOf(id)).state}, not ${state}`)
}

class RefusedJob extends Job {
  static override readonly kind = 'test.refused'
  override async execute() {
    throw new DomainError(sentence('لا يجوز', 'Not allowed'))
  }
}

class SlowJob extends Job {
  static override readonly kind = 'test.slow'
  override async execute(payload: JobPayload, context: JobContext) {
    await context.progress(40, 'نصف الطريق')
    await db.transaction((trx) => context.guard(trx))
    return payload
  }
}

test.group('Jobs', (group) => {
  group.tap((each) => each.timeout(60_000))

  test('a job exists exactly if its transaction commits', async ({ assert }) => {
    let id = 0
    await assert.rejects(() =>
      db.transaction(async (trx) => {
        id = await SealTrailJob.enqueue({}, { trx })
        throw new Error('the business change failed')
      })
    )
    assert.isUndefined(await rowOf(id))
  })

  test('asking twice for one effect gives the one live job', async ({ assert }) => {
    const key = `test-effect-${Date.now()}`
    const first = await SealTrailJob.enqueue({}, { effectKey: key })
    assert.equal(await SealTrailJob.enqueue({}, { effectKey: key }), first)
    await db.rawQuery("UPDATE jobs SET state = 'cancelled' WHERE id = ?", [first])
    const second = await SealTrailJob.enqueue({}, { effectKey: key })
    assert.notEqual(second, first)
    await db.rawQuery("UPDATE jobs SET state = 'cancelled' WHERE id = ?", [second])
  })

  test('runs on the record in this process, with progress and result', async ({ assert }) => {
    const { id, result } = await SlowJob.runHere({ answer: 42 })
    assert.deepEqual(result, { answer: 42 })
    const row = await rowOf(id)
    assert.equal(row.state, 'done')
    assert.equal(row.progress, 100)
    assert.equal(row.progress_note, 'نصف الطريق')
  })

  test('a rule that refuses is recorded with its sentence and not tried again', async ({
    assert,
  }) => {
    await assert.rejects(() => RefusedJob.runHere({}), /لا يجوز/)
    const [[row]] = await db.rawQuery(
      "SELECT * FROM jobs WHERE kind = 'test.refused' ORDER BY id DESC LIMIT 1"
    )
    assert.equal(row.state, 'failed')
    assert.equal(JSON.parse(row.error).messages.ar, 'لا يجوز')
  })

  test('a holder that was overtaken can write nothing more', async ({ assert }) => {
    const id = await SealTrailJob.enqueue({})
    const sleeper = await take(id)
    const taker = await take(id)
    const old = new JobContext(id, sleeper!.fence, null, null)
    await assert.rejects(() => db.transaction((trx) => old.guard(trx)), /held by another worker/)
    await runTaken(taker!, new SlowJob())
    await assert.rejects(() => runTaken(sleeper!, new SlowJob()), /held by another worker/)
    assert.equal((await rowOf(id)).state, 'done')
  })

  test('progress moves and the lease is prolonged while a step still writes; a taker waits for its end', async ({
    assert,
  }) => {
    const id = await SealTrailJob.enqueue({})
    const held = (await take(id))!
    const context = new JobContext(id, held.fence, null, null)
    const written = Promise.withResolvers<void>()
    const step = db.transaction(async (trx) => {
      await context.guard(trx)
      await written.promise
    })
    const began = Date.now()
    await context.progress(35, 'خطوة طويلة')
    await db.rawQuery('UPDATE jobs SET lease_until = NOW(3) WHERE id = ?', [id])
    assert.isBelow(Date.now() - began, 2_000)
    assert.equal((await rowOf(id)).progress, 35)

    let taken = false
    const taking = take(id).then((taker) => {
      taken = true
      return taker!
    })
    await wait(500)
    assert.isFalse(taken)
    written.resolve()
    await step
    const taker = await taking
    assert.equal(taker.fence, held.fence + 1)
    await assert.rejects(() => db.transaction((trx) => context.guard(trx)), /held by another/)
    await runTaken(taker, new SlowJob())
  })

  test('a worker runs jobs and flows; a wiped Redis loses none', async ({ assert }) => {
    const worker = new WorkerProcess()
    await worker.start()
    try {
      const single = await SealTrailJob.enqueue({})
      await until(single, 'done')

      const parent = await db.transaction((trx) =>
        SealTrailJob.enqueueFlow(
          {},
          [
            { job: SealTrailJob, payload: {} },
            { job: SealTrailJob, payload: {} },
          ],
          { trx }
        )
      )
      await until(parent, 'done')
      const [children] = await db.rawQuery(
        'SELECT state, finished_at FROM jobs WHERE parent_id = ?',
        [parent]
      )
      assert.deepEqual(
        children.map((child: { state: string }) => child.state),
        ['done', 'done']
      )

      await worker.stop()
      const lost = await SealTrailJob.enqueue({})
      const again = new WorkerProcess()
      await redis.flushdb()
      await again.start()
      await until(lost, 'done')
      await again.stop()
    } finally {
      await worker.stop()
    }
  })
})
