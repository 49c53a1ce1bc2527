import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import { aPerson } from '#tests/support/people'
import { aReconciledWorld, type World } from '#tests/support/reconciled_world'
import { ticked } from '#tests/support/ticked'
import { aUnit } from '#tests/support/units'

test.group('Differences on the page', (group) => {
  let world: World
  group.each.setup(async () => {
    const rollback = await testUtils.db().wrapInGlobalTransaction()
    world = await aReconciledWorld(await aUnit())
    return rollback
  })

  const idOf = async (key: string, unit: number) =>
    (await db.from('differences').where({ subject_key: key, unit_id: unit }).firstOrFail()).id

  test('who sees the whole governorate assigns differences of several units at once', async ({
    client,
    assert,
  }) => {
    const secretary = await aPerson({ unitId: world.governorate, roles: ['secretary_general'] })
    const officer = await aPerson({ unitId: world.governorate, roles: ['finance_officer'] })
    const ids = [await idOf('C3', world.district), await idOf('C5', world.other)]
    const response = await client
      .post('/revenue/differences/assignments')
      .loginAs(secretary)
      .withCsrfToken()
      .redirects(0)
      .form({ ids, assignee: officer.id })
    response.assertStatus(303)
    const rows = await db.from('differences').whereIn('id', ids).select('assigned_to')
    assert.deepEqual(
      rows.map((row) => row.assigned_to),
      [officer.id, officer.id]
    )
    const trail = await db.from('trail').where('action', 'difference.assigned').select('unit_id')
    assert.sameMembers(
      trail.map((row) => row.unit_id),
      [world.district, world.other]
    )
  })

  test('nobody is given a difference of a unit where he may not explain it', async ({
    client,
    assert,
  }) => {
    const secretary = await aPerson({ unitId: world.governorate, roles: ['secretary_general'] })
    const elsewhere = await aPerson({ unitId: world.other, roles: ['finance_officer'] })
    const id = await idOf('C3', world.district)
    const response = await client
      .post('/revenue/differences/assignments')
      .loginAs(secretary)
      .withCsrfToken()
      .header('accept', 'application/json')
      .redirects(0)
      .form({ 'ids[]': String(id), 'assignee': elsewhere.id })
    response.assertStatus(422)
    assert.include(response.text(), 'E_ASSIGNEE_NOT_ALLOWED')
    assert.isNull((await db.from('differences').where('id', id).firstOrFail()).assigned_to)
  })

  test('differences of another unit cannot be assigned, alone or hidden among one’s own', async ({
    client,
    assert,
  }) => {
    const head = await aPerson({ unitId: world.district, roles: ['accounts_head'] })
    const officer = await aPerson({ unitId: world.governorate, roles: ['finance_officer'] })
    const own = await idOf('C3', world.district)
    const foreign = await idOf('C5', world.other)
    const before = await db.from('trail').count('* as n')
    const give = (ids: number[]) =>
      client
        .post('/revenue/differences/assignments')
        .loginAs(head)
        .withCsrfToken()
        .redirects(0)
        .form({ ...ticked(ids), assignee: officer.id })
    for (const ids of [[foreign], [own, foreign], [own, 999_999_999]]) {
      ;(await give(ids)).assertStatus(404)
    }
    const rows = await db.from('differences').whereIn('id', [own, foreign]).select('assigned_to')
    assert.deepEqual(
      rows.map((row) => row.assigned_to),
      [null, null]
    )
    assert.deepEqual(await db.from('trail').count('* as n'), before)
    ;(await give([own])).assertStatus(303)
    assert.equal(
      (await db.from('differences').where('id', own).firstOrFail()).assigned_to,
      officer.id
    )
  })

  test('a stranger to one of the ticked differences changes none of them', async ({
    client,
    assert,
  }) => {
    const officer = await aPerson({ unitId: world.district, roles: ['finance_officer'] })
    const ids = [await idOf('C3', world.district), await idOf('C5', world.other)]
    const response = await client
      .post('/revenue/differences/explanations')
      .loginAs(officer)
      .withCsrfToken()
      .redirects(0)
      .form({ ids, text: 'لا صلة لي بأحدهما' })
    response.assertStatus(404)
    const rows = await db.from('differences').whereIn('id', ids).select('state')
    assert.deepEqual(
      rows.map(({ state }) => state),
      ['open', 'open']
    )
  })

  test('a note stays a note, an explanation changes the state, and both show with their author', async ({
    client,
    assert,
  }) => {
    const officer = await aPerson({ unitId: world.district, roles: ['finance_officer'] })
    const id = await idOf('C3', world.district)
    const say = (text: string, as: string) =>
      client
        .post(`/revenue/differences/${id}/notes`)
        .loginAs(officer)
        .withCsrfToken()
        .redirects(0)
        .form({ text, as })
    ;(await say('اتصلت بالمنتفع.', 'note')).assertStatus(303)
    const state = async () => (await db.from('differences').where('id', id).firstOrFail()).state
    assert.equal(await state(), 'open')
    ;(await say('تعهد بالسداد كتابة.', 'explained')).assertStatus(303)
    assert.equal(await state(), 'explained')
    const page = await client.get(`/revenue/differences/${id}`).loginAs(officer)
    for (const said of ['اتصلت بالمنتفع.', 'تعهد بالسداد كتابة.', officer.fullName]) {
      assert.include(page.text(), said)
    }
  })

  test('the list counts and sums what stands, and shows cleared ones only when asked', async ({
    client,
    assert,
  }) => {
    const officer = await aPerson({ unitId: world.governorate, roles: ['finance_officer'] })
    const get = (query: string) => client.get(`/revenue/differences?${query}`).loginAs(officer)
    const standing = await get('month=2026-10')
    assert.include(standing.text(), '245.75')
    assert.notInclude(standing.text(), '7,777.00')
    assert.include((await get('month=2026-10&state=cleared')).text(), '7,777.00')
    assert.include((await get('month=2026-10&code=unpaid')).text(), '155.25')
    assert.include((await get('month=2026-10&assignee=nobody&amount_from=80')).text(), '80.00')
  })

  test('a run is ordered on the page and shows its progress there', async ({ client, assert }) => {
    const officer = await aPerson({ unitId: world.governorate, roles: ['finance_officer'] })
    const response = await client
      .post('/revenue/reconciliations')
      .loginAs(officer)
      .withCsrfToken()
      .redirects(0)
      .form({ unit: world.governorate, month: '2026-10', from: 'secretary' })
    response.assertStatus(303)
    response.assertHeader('location', `/secretary?unit=${world.governorate}&month=2026-10`)
    const run = await db
      .from('reconciliation_runs')
      .where({ unit_id: world.governorate, state: 'running' })
      .firstOrFail()
    const page = await client
      .get(`/secretary?unit=${world.governorate}&month=2026-10`)
      .loginAs(officer)
    assert.include(page.text(), `/jobs/${run.job_id}/events`)
  })

  test('the first page tells each by his roles: how the month stood, and what is his to do', async ({
    client,
    assert,
  }) => {
    const officer = await aPerson({ unitId: world.governorate, roles: ['finance_officer'] })
    const storekeeper = await aPerson({ unitId: world.governorate, roles: ['storekeeper'] })
    await db
      .from('differences')
      .where('id', await idOf('C3', world.district))
      .update({ assigned_to: officer.id })
    const his = (await client.get('/').loginAs(officer)).text()
    for (const said of ['1,505.75', '245.75', 'فروق مسندة إليك']) assert.include(his, said)
    const other = (await client.get('/').loginAs(storekeeper)).text()
    assert.notInclude(other, '1,505.75')
    assert.notInclude(other, 'فروق مسندة إليك')
  })
})
