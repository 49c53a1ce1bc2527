import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import type { Steerer } from '#core/jobs/journal'
import { failureText, progressOf } from '#core/jobs/progress'
import { JobContext, JobLostError } from '#core/jobs/context'
import { cancelJob, JobStateError, retryJob } from '#core/jobs/steering'
import { jobEvents } from '#core/web/event_stream'
import { aHolder } from '#tests/support/holders'
import { aUnit } from '#tests/support/units'

let by: Steerer

async function aJob(values: Record<string, unknown> = {}): Promise<number> {
  const [id] = await db.table('jobs').insert({ kind: 'core.run_import', payload: '{}', ...values })
  return id
}

const stateOf = async (id: number) => (await db.from('jobs').where('id', id).first()).state

test.group('Steering jobs', (group) => {
  group.each.setup(async () => {
    const rollBack = await testUtils.db().wrapInGlobalTransaction()
    by = { id: 7, name: 'سامية', homeUnitId: await aUnit() }
    return rollBack
  })

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
    const holder = new JobContext(flow, 3, null, null)
    await cancelJob(flow, by)
    const row = await db.from('jobs').where('id', flow).first()
    assert.deepEqual([row.state, Number(row.fence)], ['cancelled', 4])
    assert.equal(await stateOf(step), 'cancelled')
    await assert.rejects(() => db.transaction((trx) => holder.guard(trx)), JobLostError)
  })

  test('stopping a step stops its flow, which has no end without it', async ({ assert }) => {
    const flow = await aJob({ state: 'queued' })
    const done = await aJob({ state: 'done', parent_id: flow })
    const step = await aJob({ state: 'running', parent_id: flow })
    await cancelJob(step, by)
    assert.equal(await stateOf(flow), 'cancelled')
    assert.equal(await stateOf(done), 'done')
  })

  test('trying one step again takes every step that is missing with it', async ({ assert }) => {
    const flow = await aJob({ state: 'failed' })
    const step = await aJob({ state: 'failed', parent_id: flow })
    const other = await aJob({ state: 'failed', parent_id: flow })
    await retryJob(step, by)
    assert.equal(await stateOf(other), 'waiting')
    const stopped = await aJob({ state: 'cancelled' })
    const late = await aJob({ state: 'failed', parent_id: stopped })
    await assert.rejects(() => retryJob(late, by), JobStateError)
  })

  test('what was taken up by another job meanwhile is not tried again', async ({ assert }) => {
    const failed = await aJob({ state: 'failed', effect_key: 'reconcile/1/2026-10' })
    await aJob({ state: 'queued', effect_key: 'reconcile/1/2026-10' })
    await assert.rejects(() => retryJob(failed, by), JobStateError)
    assert.equal(await stateOf(failed), 'failed')
  })

  test('each hand on a job leaves its row in the trail, with who and what was before', async ({
    assert,
  }) => {
    const unit = await aUnit()
    const flow = await aJob({ state: 'failed', error: 'x', unit_id: unit })
    const step = await aJob({ state: 'failed', parent_id: flow, unit_id: unit })
    await retryJob(flow, by)
    await cancelJob(flow, by)
    const ofNoUnit = await aJob({ state: 'running' })
    await cancelJob(ofNoUnit, by)
    const rows = await db.from('trail').where('subject_type', 'job').orderBy('id')
    assert.deepEqual(
      rows.map((row) => [row.unit_id, row.action, row.subject_id, row.actor_name]),
      [
        [unit, 'job.retried', flow, 'سامية'],
        [unit, 'job.cancelled', flow, 'سامية'],
        [by.homeUnitId, 'job.cancelled', ofNoUnit, 'سامية'],
      ]
    )
    assert.deepEqual(JSON.parse(rows[0].before_value), { state: 'failed', error: 'x' })
    assert.deepEqual(JSON.parse(rows[0].after_value), { state: 'waiting', jobs: [flow, step] })
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
    assert.equal(failureText(`#12: ${rule}`, 'ar'), '#12: لا رصيد. زد.')
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
    const said = await db.from('trail').where({ subject_type: 'job', subject_id: own })
    assert.deepEqual(
      said.map((row) => [row.action, row.actor_id, row.unit_id]),
      [['job.retried', manager.id, mine]]
    )
    assert.isNotNull(said[0].request_id)
  })
})
