import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import Party from '#registry/models/party'
import { aPerson } from '#tests/support/people'
import { aUnit } from '#tests/support/units'

async function anOfficer() {
  const unitId = await aUnit()
  return { unitId, officer: await aPerson({ unitId, roles: ['property_officer'] }) }
}

type Office = Awaited<ReturnType<typeof anOfficer>>

const records = (client: ApiClient, { unitId, officer }: Office, fields: Record<string, unknown>) =>
  client
    .post('/registry/parties')
    .loginAs(officer)
    .withCsrfToken()
    .redirects(0)
    .form({ unit_id: unitId, kind: 'person', name: 'منى فؤاد السيد', ...fields })

test.group('A new party', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('he takes the unit’s next number, and his own numbers are kept sealed', async ({
    client,
    assert,
  }) => {
    const office = await anOfficer()
    await db.table('parties').insert({
      ...{ unit_id: office.unitId, party_no: '1', kind: 'person' },
      ...{ name: 'سابق', folded_name: 'سابق' },
    })
    const answer = await records(client, office, { national_id: '٢٩٠٠١٠١٢٣٠١٢٣٤' })
    answer.assertStatus(303)
    const party = await Party.query()
      .where('unit_id', office.unitId)
      .orderBy('id', 'desc')
      .firstOrFail()
    assert.deepInclude(party.$attributes, { partyNo: '2', kind: 'person', name: 'منى فؤاد السيد' })
    assert.equal(party.reveal('nationalId'), '29001012301234')
    const trail = await db
      .from('trail')
      .where('unit_id', office.unitId)
      .where('action', 'party.recorded')
      .firstOrFail()
    assert.notInclude(JSON.stringify(trail), '29001012301234')
  })

  test('who is known by one of his numbers is not recorded twice in the unit', async ({
    client,
    assert,
  }) => {
    const office = await anOfficer()
    await records(client, office, { tax_no: '214365879' })
    const answer = await records(client, office, { name: 'منى فؤاد', tax_no: '214-365-879' })
    answer.assertFlashMessage('inputErrorsBag')
    const rows = await db.from('parties').where('unit_id', office.unitId)
    assert.lengthOf(rows, 1)
    await records(client, office, { party_no: rows[0].party_no })
    assert.lengthOf(await db.from('parties').where('unit_id', office.unitId), 1)
  })

  test('on the way to a lease he is already chosen in its form', async ({ client }) => {
    const office = await anOfficer()
    const answer = await records(client, office, { asset: 12 })
    answer.assertHeader('location', '/registry/rights/create?asset=12&party=1')
  })

  test('only who manages the parties of the unit records one', async ({ client, assert }) => {
    const office = await anOfficer()
    const { officer } = await anOfficer()
    const answer = await records(client, { ...office, officer }, {})
    assert.notEqual(answer.status(), 303)
    assert.lengthOf(await db.from('parties').where('unit_id', office.unitId), 0)
  })
})
