import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { DomainError, sentence } from '#core/domain_error'
import { Month } from '#core/fiscal'
import { runTaken, take } from '#core/jobs/run'
import { cancelJob } from '#core/jobs/steering'
import { SYSTEM } from '#audit/actor'
import ReconcileMonth from '#revenue/actions/reconcile_month'
import StartReconciliation from '#revenue/actions/start_reconciliation'
import MatchUnitJob from '#revenue/jobs/match_unit_job'
import ReconcileMonthJob from '#revenue/jobs/reconcile_month_job'
import { aHolder } from '#tests/support/holders'
import { ReconciliationWorld } from '#tests/support/reconciliation_world'

const MONTH = Month.of('2026-10')

class RefusingStep extends MatchUnitJob {
  override async execute(): Promise<never> {
    throw new DomainError(sentence('قفلت الفترة.', 'The period is closed.'))
  }
}

const jobsOf = async (runId: number) => {
  const [rows] = await db.rawQuery(
    "SELECT id, kind, state, parent_id FROM jobs WHERE JSON_VALUE(payload, '$.runId') = ? ORDER BY parent_id IS NULL, id",
    [runId]
  )
  return rows as { id: number; kind: string; state: string; parent_id: number | null }[]
}

test.group('Runs of the reconciliation', () => {
  test('a run is a flow: a step for each unit with papers, then the rest', async ({ assert }) => {
    const world = await ReconciliationWorld.make()
    const city = await world.city()
    await world.city()
    await world.clean('10.00')
    await world.charge({ unit: city, amount: '20.00' })
    const request = { unitId: world.gov, month: MONTH, by: SYSTEM }
    const { runId, jobId } = await new StartReconciliation().handle(request)
    assert.deepEqual(await new StartReconciliation().handle(request), { runId, jobId })

    const jobs = await jobsOf(runId)
    assert.deepEqual(
      jobs.map((job) => job.kind),
      ['revenue.match_unit', 'revenue.match_unit', 'revenue.reconcile_month']
    )
    await assert.rejects(() => new StartReconciliation().runHere(request), /تعمل الآن/)
    for (const { id, kind } of jobs) {
      const job = kind === MatchUnitJob.kind ? new MatchUnitJob() : new ReconcileMonthJob()
      await runTaken((await take(Number(id)))!, job)
    }
    const [[run]] = await db.rawQuery(
      'SELECT state, changed, figures FROM reconciliation_runs WHERE id = ?',
      [runId]
    )
    assert.equal(run.state, 'done')
    assert.equal(JSON.parse(run.figures).inputs.charges.amount, '30.00')
    assert.equal(run.changed, JSON.parse(run.figures).changed)
    const [trail] = await db.rawQuery(
      "SELECT action FROM trail WHERE subject_type = 'reconciliation_run' AND subject_id = ?",
      [runId]
    )
    assert.deepEqual(trail, [{ action: 'reconciliation.finished' }])
  })

  test('steps killed half way or run twice double nothing, and far papers wait for the end', async ({
    assert,
  }) => {
    const world = await ReconciliationWorld.make()
    const charge = await world.charge({ ref: 'A', amount: '10.00', due: '2026-09-05' })
    await world.run('2026-09')
    await world.receipt({ ref: 'A', amount: '10.00' })
    const { runId } = await new StartReconciliation().handle({
      unitId: world.gov,
      month: MONTH,
      by: SYSTEM,
    })

    const killed = new ReconcileMonth()
    await assert.rejects(() =>
      db.transaction(async () => {
        await killed.match(runId, world.unit)
        throw new Error('killed after the first step')
      })
    )
    assert.equal(await killed.match(runId, world.unit), 0)
    // Readers see the old judgement until the run ends.
    assert.equal(await world.disposition('charge', charge), 'unpaid')
    const figures = await new ReconcileMonth().judge(runId)
    assert.equal(await world.disposition('charge', charge), 'paid')
    assert.deepEqual(await new ReconcileMonth().judge(runId), figures)
    const [[{ n }]] = await db.rawQuery('SELECT COUNT(*) AS n FROM allocations WHERE unit_id = ?', [
      world.unit,
    ])
    assert.equal(n, 1)
    const [[left]] = await db.rawQuery(
      'SELECT COUNT(*) AS n FROM facts_to_judge WHERE unit_id = ?',
      [world.unit]
    )
    assert.equal(left.n, 0)
  })

  test('a failed step fails its run with its sentence, and trying again heals it', async ({
    assert,
    client,
  }) => {
    const world = await ReconciliationWorld.make()
    await world.clean('10.00')
    const request = { unitId: world.gov, month: MONTH, by: SYSTEM }
    const { runId, jobId } = await new StartReconciliation().handle(request)
    const [step] = await jobsOf(runId)
    const taken = (await take(Number(step!.id)))!
    await assert.rejects(() => runTaken(taken, new RefusingStep()), /قفلت/)
    const runOf = async () =>
      (await db.rawQuery('SELECT * FROM reconciliation_runs WHERE id = ?', [runId]))[0][0]
    const failed = await runOf()
    assert.equal(failed.state, 'failed')
    assert.isNotNull(failed.finished_at)

    const manager = await aHolder(
      ['revenue.reconciliation.read', 'core.jobs.read', 'core.jobs.manage'],
      { unitId: world.gov }
    )
    const page = await client.get(`/revenue/reconciliations/${runId}`).loginAs(manager)
    assert.include(page.text(), 'قفلت الفترة.')
    const month = `/revenue/reconciliations?unit=${world.gov}&month=2026-10`
    assert.include((await client.get(month).loginAs(manager)).text(), 'قفلت الفترة.')
    const job = await client.get(`/jobs/${jobId}`).loginAs(manager)
    assert.include(job.text(), `#${step!.id}: قفلت الفترة.`)

    await client.post(`/jobs/${jobId}/retry`).loginAs(manager).withCsrfToken()
    assert.deepInclude(await runOf(), { state: 'running', error: null, finished_at: null })
    const shown = await client.get(month).loginAs(manager)
    assert.include(shown.text(), `/jobs/${jobId}/events`)
    for (const { id, kind } of await jobsOf(runId)) {
      const again = kind === MatchUnitJob.kind ? new MatchUnitJob() : new ReconcileMonthJob()
      const held = await take(Number(id))
      if (held) await runTaken(held, again)
    }
    const healed = await runOf()
    assert.equal(healed.state, 'done')
    assert.equal(JSON.parse(healed.figures).inputs.charges.amount, '10.00')
    assert.notInclude((await client.get(month).loginAs(manager)).text(), 'قفلت الفترة.')
  })

  test('a run that was stopped says so, and the next one begins anew', async ({ assert }) => {
    const world = await ReconciliationWorld.make()
    const request = { unitId: world.gov, month: MONTH, by: SYSTEM }
    const { runId, jobId } = await new StartReconciliation().handle(request)
    await cancelJob(jobId, { id: 1, name: 'سامية', homeUnitId: world.gov })
    const [[run]] = await db.rawQuery('SELECT * FROM reconciliation_runs WHERE id = ?', [runId])
    assert.equal(run.state, 'failed')
    assert.include(run.error, 'أوقف هذا التشغيل')
    assert.notEqual((await new StartReconciliation().handle(request)).runId, runId)
  })

  test('an overtaken worker writes nothing', async ({ assert }) => {
    const world = await ReconciliationWorld.make()
    await world.clean('10.00')
    const { runId } = await new StartReconciliation().handle({
      unitId: world.gov,
      month: MONTH,
      by: SYSTEM,
    })
    const [step] = await jobsOf(runId)
    const old = (await take(Number(step!.id)))!
    await take(Number(step!.id))
    await assert.rejects(() => runTaken(old, new MatchUnitJob()), /held by another/)
    const [[{ n }]] = await db.rawQuery('SELECT COUNT(*) AS n FROM allocations WHERE unit_id = ?', [
      world.unit,
    ])
    assert.equal(n, 0)
  })

  test('two runs of one unit at the same time end as one would', async ({ assert }) => {
    const world = await ReconciliationWorld.make()
    for (let n = 0; n < 20; n++) await world.clean(`${100 + n}.00`)
    await Promise.all([
      world.run('2026-10', world.unit),
      world.run('2026-10'),
      world.run('2026-11'),
    ])
    assert.equal((await world.run()).changed, 0)
    assert.deepEqual(await world.differences(), [])
  })

  test('the database refuses to consume a charge or a receipt twice', async ({ assert }) => {
    const world = await ReconciliationWorld.make()
    const { charge, receipt } = await world.clean('100.00')
    const other = await world.receipt({ amount: '60.00' })
    await world.run()
    const allocate = (
      c: number,
      r: number,
      amount: string,
      shares: [number, number],
      whole: [string, string]
    ) =>
      db.rawQuery(
        `INSERT INTO allocations (unit_id, charge_id, receipt_id, amount, charge_amount, receipt_amount, charge_share, receipt_share, rule)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'test')`,
        [world.unit, c, r, amount, ...whole, ...shares] as string[]
      )
    await assert.rejects(
      () => allocate(charge, other, '60.00', [1, 1], ['100.00', '60.00']),
      /Duplicate/
    )
    await assert.rejects(
      () => allocate(charge, other, '0.01', [2, 1], ['100.00', '60.00']),
      /more than the charge/
    )
    await assert.rejects(
      () => allocate(charge, other, '0.01', [3, 1], ['100.00', '60.00']),
      /follow each other/
    )
    const free = await world.charge({ ref: 'F', amount: '500.00' })
    await assert.rejects(
      () => allocate(free, receipt, '0.01', [1, 2], ['500.00', '100.00']),
      /more than the receipt/
    )
    await assert.rejects(
      () => allocate(free, other, '60.01', [1, 1], ['500.00', '60.00']),
      /allocations_within/
    )
    await assert.rejects(
      () => allocate(free, other, '60.01', [1, 1], ['500.00', '70.00']),
      /allocations_receipt_fk/
    )
    await allocate(free, other, '30.00', [1, 1], ['500.00', '60.00'])
    const third = await world.receipt({ amount: '60.00' })
    await allocate(free, third, '60.00', [2, 1], ['500.00', '60.00'])
    await assert.rejects(
      () => db.rawQuery('DELETE FROM allocations WHERE charge_id = ? AND charge_share = 1', [free]),
      /go first/
    )
  })
})
