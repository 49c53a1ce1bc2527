import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import { failureText, progressOf } from '#core/jobs/progress'
import { cancelJob, JobStateError, retryJob } from '#core/jobs/steering'
import { jobEvents } from '#core/web/event_stream'
import { aHolder } from '#tests/support/holders'
import { aUnit } from '#tests/support/units'

const by = { name: 'سامية' }

async function aJob(values: Record<string, unknown> = {}): Promise<number> {
  const [id] = await db.table('jobs').insert({ kind: 'core.run_import', payload: '{}', ...values })
  return id
}

const stateOf = async (id: number) => (await db.from('jobs').where('id', id).first()).state

test.group('Steering jobs', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('a failed flow is tried again with its failed steps; done steps stay done', async ({
    assert,
  }) => {
    const flow = await aJob({ state: 'failed', attempts: 5, error: 'x', finished_at: new Date() })
    const done = await aJob({ state: 'done', parent_id: flow })
    const failed = await aJob({ state: 'failed', parent_id: flow, attempts: 5, error: 'x' })
    await retryJob(flow, by)
    assert.equal(await stateOf(flow), 'waiting')
    assert.equal(await stateOf(done), 'done')
    const step = await db.from('jobs').where('id', failed).first()
    assert.deepEqual([step.state, step.attempts, step.error], ['waiting', 0, null])
  })

  test('trying a step again makes its flow wait for it again', async ({ assert }) => {
    const flow = await aJob({ state: 'failed' })
    const step = await aJob({ state: 'failed', parent_id: flow })
    await retryJob(step, by)
    assert.equal(await stateOf(flow), 'waiting')
  })

  test('stopping overtakes the worker that runs it, and stops its steps', async ({ assert }) => {
    const flow = await aJob({ state: 'running', fence: 3 })
    const step = await aJob({ state: 'queued', parent_id: flow })
    await cancelJob(flow, by)
    const row = await db.from('jobs').where('id', flow).first()
    assert.deepEqual([row.state, Number(row.fence)], ['cancelled', 4])
    assert.equal(await stateOf(step), 'cancelled')
  })

  test('what has ended cannot be stopped, what runs cannot be tried again', async ({ assert }) => {
    for (const state of ['done', 'failed', 'cancelled']) {
      const id = await aJob({ state })
      await assert.rejects(() => cancelJob(id, by), JobStateError)
    }
    for (const state of ['waiting', 'queued', 'running', 'done', 'cancelled']) {
      const id = await aJob({ state })
      await assert.rejects(() => retryJob(id, by), JobStateError)
    }
  })

  test('a waiting flow shows the work its steps have done', async ({ assert }) => {
    const flow = await aJob({ state: 'queued' })
    await aJob({ state: 'done', progress: 100, parent_id: flow })
    await aJob({ state: 'running', progress: 50, parent_id: flow })
    assert.equal((await progressOf(flow))!.progress, 75)
    assert.isNull(await progressOf(99_999_999))
  })

  test('live progress tells each change once and ends with the job', async ({ assert }) => {
    const looks = [
      { state: 'running', progress: 10, note: null },
      { state: 'running', progress: 10, note: null },
      { state: 'running', progress: 60, note: 'كتابة الصفوف' },
      { state: 'done', progress: 100, note: null },
    ] as const
    let at = 0
    const told: string[] = []
    const look = async () => ({ ...looks[at++]! })
    for await (const text of jobEvents(7, look, { every: 1 })) told.push(text)
    const names = told.map((text) => /event: (\w+)/.exec(text)?.[1] ?? 'none')
    assert.deepEqual(names, ['none', 'progress', 'progress', 'progress', 'end'])
    assert.include(told[2]!, 'كتابة الصفوف')
  })

  test('a failure is told in the words of its rule, never with the insides of the program', ({
    assert,
  }) => {
    const rule = JSON.stringify({
      messages: { ar: 'لا رصيد.', en: 'No balance.' },
      cure: { ar: 'زد.' },
    })
    assert.equal(failureText(rule, 'ar'), 'لا رصيد. زد.')
    assert.equal(failureText('TypeError: x\n    at /somewhere/file.ts:1', 'ar'), 'TypeError: x')
    assert.isNull(failureText(null, 'ar'))
  })

  test('people see the jobs of their units alone, and stop them only with the permission', async ({
    client,
    assert,
  }) => {
    const mine = await aUnit()
    const other = await aUnit()
    const reader = await aHolder(['core.jobs.read'], { unitId: mine })
    const own = await aJob({ state: 'failed', unit_id: mine })
    const foreign = await aJob({ state: 'failed', unit_id: other })
    const list = await client.get('/jobs').loginAs(reader)
    assert.include(list.text(), `/jobs/${own}"`)
    assert.notInclude(list.text(), `/jobs/${foreign}"`)
    ;(await client.get(`/jobs/${foreign}`).loginAs(reader)).assertStatus(404)
    ;(await client.get(`/jobs/${foreign}/events`).loginAs(reader)).assertStatus(404)
    ;(await client.get(`/jobs/${own}`).loginAs(reader)).assertStatus(200)
    const refused = await client.post(`/jobs/${own}/retry`).loginAs(reader).withCsrfToken()
    refused.assertStatus(403)
    assert.equal(await stateOf(own), 'failed')
    const manager = await aHolder(['core.jobs.read', 'core.jobs.manage'], { unitId: mine })
    const tried = await client.post(`/jobs/${own}/retry`).loginAs(manager).withCsrfToken()
    tried.assertStatus(200)
    assert.equal(await stateOf(own), 'waiting')
  })
})
