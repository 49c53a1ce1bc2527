import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import { today } from '#core/days'
import { aPerson } from '#tests/support/people'
import { aRightsWorld } from '#tests/support/rights_world'

test.group('Pages of the books of assets', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('an order is written, refused a maker’s own approval, approved by the head and seen on the asset', async ({
    client,
    assert,
  }) => {
    const world = await aRightsWorld()
    const maker = await aPerson({ unitId: world.unitId, roles: ['finance_officer'] })
    const { id: classId } = await db
      .from('asset_classes')
      .where({ code: 'movable.vehicle' })
      .firstOrFail()
    const car = await world.asset({ class_id: classId })

    const form = await client
      .get('/registry/book-orders/create')
      .qs({ asset: car.id })
      .loginAs(maker)
    form.assertStatus(200)
    form.assertTextIncludes(car.code)

    const made = await client
      .post('/registry/book-orders')
      .redirects(0)
      .withCsrfToken()
      .loginAs(maker)
      .form({
        asset_code: car.code,
        kind: 'capitalisation',
        effective_on: today(),
        amount: '٨٤٠٬٠٠٠٫٠٠',
      })
    made.assertStatus(303)
    const page = made.header('location')!
    const shown = await client.get(page).loginAs(maker)
    shown.assertStatus(200)
    assert.notInclude(shown.text(), `${page}/decision`)

    const decided = await client
      .post(`${page}/decision`)
      .redirects(0)
      .withCsrfToken()
      .loginAs(world.head)
    decided.assertStatus(303)
    const after = await client.get(page).loginAs(world.head)
    after.assertTextIncludes('/papers/ledger-entries/')

    const values = await client.get('/registry/books').loginAs(world.head)
    values.assertTextIncludes(car.code)
    const orders = await client.get('/registry/book-orders').loginAs(maker)
    orders.assertStatus(200)
    orders.assertTextIncludes('/registry/depreciations')
    const biography = await client.get(`/registry/assets/${car.id}`).loginAs(world.head)
    biography.assertTextIncludes(page)
  })

  test('a run of a month out of turn is answered with the month whose turn it is', async ({
    client,
  }) => {
    const world = await aRightsWorld()
    const maker = await aPerson({ unitId: world.unitId, roles: ['finance_officer'] })
    const answer = await client
      .post('/registry/depreciations')
      .withCsrfToken()
      .accept('json')
      .loginAs(maker)
      .form({ unit: world.unitId, month: '2026-07' })
    answer.assertStatus(422)
    answer.assertBodyContains({ code: 'E_MONTH_OUT_OF_TURN' })
  })
})
