import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { clock } from '#core/clock'
import { addDays, today, type Day } from '#core/days'
import { NotYetEffectiveError } from '#registry/register/errors'
import DecideChange from '#registry/register/decide_change'
import DecideMany from '#registry/register/decide_many'
import TakeEffect from '#registry/register/take_effect'
import WithdrawChange from '#registry/register/withdraw_change'
import TakeEffectJob from '#registry/jobs/take_effect_job'
import RegisterTransaction from '#registry/models/register_transaction'
import { assetAsOf } from '#registry/register/as_of'
import { aKiosk, spot } from '#tests/support/rounds_world'
import { anOffice, assetRow, change, newGround, propose } from '#tests/support/register'

const thrown = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error as any
  )

async function aWorld(effectiveOn: Day = addDays(today(), 30)) {
  const office = await anOffice()
  const id = await aKiosk(office, {
    unitId: office.unitId,
    name: 'كشك الميدان',
    at: spot(newGround(), 0),
  })
  const made = await propose(
    office,
    'reclassify',
    { asset_id: id, facts: { life_status: 'idle' } },
    { effectiveOn }
  )
  return { office, id, made }
}

test.group('Changes approved ahead of their day', (group) => {
  group.each.teardown(() => clock.restore())

  test('an approved change waits for its day, shows on the asset, and takes effect on it once', async ({
    assert,
    client,
  }) => {
    const { office, id, made } = await aWorld()
    const day = made.effectiveOn
    const approval = await client
      .post(`/registry/transactions/${made.id}/approval`)
      .loginAs(office.checker)
      .withCsrfToken()
      .redirects(0)
    approval.assertStatus(303)
    await made.refresh()
    assert.equal(made.status, 'scheduled')
    assert.equal((await assetRow(id)).life_status, 'in_service')
    assert.isNull(made.effectiveAt)
    const page = await client.get(`/registry/assets/${id}`).loginAs(office.maker)
    page.assertTextIncludes('معتمدة وتسري يوم')
    const shown = await client.get(`/registry/transactions/${made.id}`).loginAs(office.checker)
    shown.assertTextIncludes('معتمدة لم تسر بعد')
    shown.assertTextIncludes('ارجع عن الاعتماد')

    // The evening before, on Cairo's clock: 23:30 of the day before is 21:30 UTC.
    clock.freeze(new Date(`${addDays(day, -1)}T21:30:00Z`))
    await TakeEffectJob.runHere({})
    assert.equal((await made.refresh()).status, 'scheduled')

    // Half past midnight in Cairo.
    clock.freeze(new Date(`${addDays(day, -1)}T22:30:00Z`))
    await TakeEffectJob.runHere({})
    await made.refresh()
    assert.equal(made.status, 'approved')
    assert.isNotNull(made.effectiveAt)
    const row = await assetRow(id)
    assert.equal(row.life_status, 'idle')
    assert.equal((await assetAsOf(id, { on: addDays(day, -1) }))!.life_status, 'in_service')
    assert.equal((await assetAsOf(id, { on: day }))!.life_status, 'idle')
    const changes = await db.from('asset_changes').where('transaction_id', made.id)
    assert.deepEqual(
      changes.map((one) => [one.valid_from, one.recorded_by]),
      [[day, null]]
    )
    assert.equal(await new TakeEffect().handle(made.id), 'nothing')
    assert.equal((await assetRow(id)).version, row.version)
  })

  test('one that no longer fits on its day is a task with its reason for who decides, until it is settled', async ({
    assert,
    client,
  }) => {
    const { office, id, made } = await aWorld(addDays(today(), 3))
    await new DecideChange().approve(made.id, { by: office.checker })
    await change(office, 'correction', { asset_id: id, facts: { street: 'شارع البحر' } })

    clock.freeze(new Date(`${made.effectiveOn}T03:00:00Z`))
    assert.equal(await new TakeEffect().handle(made.id), 'failed')
    assert.equal(await new TakeEffect().handle(made.id), 'failed')
    await made.refresh()
    assert.equal(made.status, 'scheduled')
    assert.equal(made.effectFailure!.code, 'E_STALE_ASSET')
    assert.equal((await assetRow(id)).life_status, 'in_service')
    const told = await db
      .from('trail')
      .where({ subject_type: 'register_transaction', subject_id: made.id })
      .where('action', 'register_transaction.effect_failed')
    assert.lengthOf(told, 1)
    const waiting = await client.get('/registry/waiting').loginAs(office.checker)
    waiting.assertTextIncludes(made.label)
    const page = await client.get(`/registry/transactions/${made.id}`).loginAs(office.checker)
    page.assertTextIncludes('لم تسر المعاملة في يومها')
    const asset = await client.get(`/registry/assets/${id}`).loginAs(office.maker)
    asset.assertTextIncludes('ولم تسر في يومها')

    await new DecideChange().refuse(made.id, {
      by: office.checker,
      reason: 'تغير الأصل بعد الاعتماد',
    })
    assert.equal((await made.refresh()).status, 'refused')
    assert.equal(await new TakeEffect().handle(made.id), 'nothing')
  })

  test('before its day the approval is taken back by who decides, or the proposal by its maker; nobody else', async ({
    assert,
  }) => {
    const first = await aWorld()
    await new DecideChange().approve(first.made.id, { by: first.office.checker })
    const again = await thrown(
      new DecideChange().approve(first.made.id, { by: first.office.checker })
    )
    assert.equal(again.constructor.code, 'E_TRANSITION')
    await new DecideChange().refuse(first.made.id, {
      by: first.office.checker,
      reason: 'تراجعت اللجنة',
    })
    const second = await aWorld()
    await new DecideChange().approve(second.made.id, { by: second.office.checker })
    await new WithdrawChange().handle(second.made.id, {
      by: second.office.maker.asActor() as never,
    })
    assert.equal((await second.made.refresh()).status, 'withdrawn')
    clock.freeze(new Date(`${second.made.effectiveOn}T03:00:00Z`))
    await TakeEffectJob.runHere({})
    for (const { id } of [first, second])
      assert.equal((await assetRow(id)).life_status, 'in_service')
  })

  test('the night job does what it can: one that fails does not hold up another', async ({
    assert,
  }) => {
    const bad = await aWorld(addDays(today(), 2))
    const good = await aWorld(addDays(today(), 2))
    for (const one of [bad, good]) {
      await new DecideChange().approve(one.made.id, { by: one.office.checker })
    }
    await change(bad.office, 'correction', { asset_id: bad.id, facts: { street: 'غيره' } })
    clock.freeze(new Date(`${bad.made.effectiveOn}T00:10:00Z`))
    const { result } = await TakeEffectJob.runHere({})
    assert.isAtLeast((result as any).effective, 1)
    assert.isAtLeast((result as any).failed, 1)
    assert.equal((await RegisterTransaction.findOrFail(good.made.id)).status, 'approved')
    assert.equal((await RegisterTransaction.findOrFail(bad.made.id)).status, 'scheduled')
    await TakeEffectJob.ofToday()
    await TakeEffectJob.ofToday()
    const jobs = await db
      .from('jobs')
      .where('effect_key', `registry.take_effect/${bad.made.effectiveOn}`)
    assert.lengthOf(jobs, 1)
  })

  test('what must follow at once is not scheduled, and the database keeps the decider of what is', async ({
    assert,
  }) => {
    const { office, made } = await aWorld()
    const early = await thrown(
      new DecideMany().approve([made.id], { by: office.checker, atOnce: true })
    )
    assert.instanceOf(early, NotYetEffectiveError)
    assert.equal((await made.refresh()).status, 'proposed')
    const forged = await thrown(
      db.rawQuery("UPDATE register_transactions SET status = 'scheduled' WHERE id = ?", [made.id])
    )
    assert.match(forged.message, /register_transactions_decided/)
  })
})
