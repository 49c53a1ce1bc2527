import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import { aPerson } from '#tests/support/people'
import { RECORDS } from '#tests/support/records'
import { aUnit } from '#tests/support/units'

test.group('Biography of an asset', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('one page tells what an asset is, where it lies and what proves it', async ({ client }) => {
    const unit = await aUnit()
    const officer = await aPerson({ unitId: unit, roles: ['property_officer'] })
    const id = await RECORDS.assets!.make(unit, 'كشك ميدان السواقي')
    await db.from('assets').where('id', id).update({
      domain: 'public',
      street: 'شارع الجمهورية',
      latitude: '29.3084000',
      longitude: '30.8428000',
    })
    const page = await client.get(`/registry/assets/${id}`).loginAs(officer)
    page.assertStatus(200)
    for (const text of ['كشك ميدان السواقي', 'ملكية عامة', 'شارع الجمهورية', '29.3084000']) {
      page.assertTextIncludes(text)
    }
    page.assertTextIncludes(`/registry/assets/${id}/documents/create`)
  })

  test('who may not add documents is not offered to', async ({ client, assert }) => {
    const unit = await aUnit()
    const auditor = await aPerson({ unitId: unit, roles: ['ministry_auditor'] })
    const id = await RECORDS.assets!.make(unit, 'كشك')
    const page = await client.get(`/registry/assets/${id}`).loginAs(auditor)
    page.assertStatus(200)
    assert.notInclude(page.text(), '/documents/create')
  })
})
