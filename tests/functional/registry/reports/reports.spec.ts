import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import { Money } from '#core/money'
import { today } from '#core/days'
import DecideOrder from '#registry/books/orders/decide_order'
import ProposeOrder from '#registry/books/orders/propose_order'
import { REPORTS } from '#registry/reports/catalogue'
import { aPerson } from '#tests/support/people'
import { aRightsWorld } from '#tests/support/rights_world'

test.group('Reports of the register', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  for (const name of REPORTS.keys()) {
    test(`${name} is a page, an Excel file, a CSV and a PDF, and keeps to the reader’s units`, async ({
      client,
      assert,
    }) => {
      const world = await aRightsWorld()
      const other = await aRightsWorld()
      const { id: classId } = await db
        .from('asset_classes')
        .where('code', 'land.vacant')
        .firstOrFail()
      const land = await world.asset({ class_id: classId, life_status: 'idle' })
      const foreign = await other.asset({ class_id: classId, life_status: 'idle' })
      for (const asset of [land, foreign]) {
        await db
          .insertQuery()
          .table('asset_lands')
          .insert({ asset_id: asset.id, use_actual: 'فضاء' })
        await db
          .insertQuery()
          .table('asset_changes')
          .insert({
            asset_id: asset.id,
            valid_from: today(),
            facts: '{"name":"أرض"}',
            reason: `سبب ${asset.id}`,
          })
        const { officer, head, unitId } = asset === land ? world : other
        const maker = await aPerson({ unitId, roles: ['finance_officer'] })
        assert.notEqual(maker.id, officer.id)
        const order = await new ProposeOrder().handle(
          {
            kind: 'capitalisation',
            assetId: asset.id,
            effectiveOn: today(),
            amount: Money.of('750000.00'),
          },
          { by: { id: maker.id, name: maker.fullName } }
        )
        await new DecideOrder().approve(order.id, { by: head })
      }

      const csv = await client
        .get(`/registry/reports/${name}`)
        .qs({ format: 'csv' })
        .loginAs(world.head)
      csv.assertStatus(200)
      const lines = String(csv.text()).trim().split('\n')
      const ours = await db.from('units').where('id', world.unitId).firstOrFail()
      const theirs = await db.from('units').where('id', other.unitId).firstOrFail()
      assert.isTrue(
        lines.some((line) => line.includes(ours.name_ar)),
        csv.text()
      )
      assert.isFalse(csv.text().includes(theirs.name_ar))
      if (['register-by-class', 'book-roll-forward', 'vacant-assets'].includes(name)) {
        assert.isTrue(csv.text().includes(name === 'vacant-assets' ? land.code : '750000.00'))
      }

      const page = await client.get(`/registry/reports/${name}`).loginAs(world.head)
      page.assertStatus(200)
      page.assertTextIncludes(ours.name_ar)
      for (const format of ['xlsx', 'pdf']) {
        const file = await client
          .get(`/registry/reports/${name}`)
          .qs({ format })
          .loginAs(world.head)
        file.assertStatus(200)
      }
    })
  }

  test('the shelf names only what the reader may open, and an unknown report is not found', async ({
    client,
  }) => {
    const world = await aRightsWorld()
    const clerk = await aPerson({ unitId: world.unitId, roles: ['citizen_centre_clerk'] })
    const shelf = await client.get('/registry/reports').loginAs(clerk)
    shelf.assertStatus(200)
    shelf.assertTextIncludes('/registry/reports/land-by-use')
    const head = await client.get('/registry/reports').loginAs(world.head)
    for (const path of ['/expiries', '/holdovers', '/encroachments/by-age', '/rounds']) {
      head.assertTextIncludes(`href="/registry${path}"`)
    }
    const values = await client.get('/registry/reports/book-roll-forward').loginAs(clerk)
    values.assertStatus(404)
    const unknown = await client.get('/registry/reports/nothing').loginAs(clerk)
    unknown.assertStatus(404)
  })
})
