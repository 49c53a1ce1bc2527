import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import PersonalCustody from '#registry/personal_custody/personal_custody'
import { aPerson } from '#tests/support/people'
import { RECORDS } from '#tests/support/records'
import { aUnit } from '#tests/support/units'

const BY = { id: 7, name: 'منى' }

async function aThing() {
  const unit = await aUnit()
  return { unit, asset: await RECORDS.assets!.make(unit, 'حاسب محمول') }
}

const given = (assetId: number, more = {}) => ({
  assetId,
  holderUserId: null,
  holderName: 'كريم سعد',
  holderJob: 'مهندس',
  on: '2026-10-01',
  condition: 'جديد',
  ...more,
})

test.group('Personal custody', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('a thing is in one person’s hands at a time, until it is handed back', async ({
    assert,
  }) => {
    const { asset } = await aThing()
    const custody = new PersonalCustody()
    const id = await custody.handOver(given(asset), { by: BY })
    await assert.rejects(
      () => custody.handOver(given(asset, { holderName: 'آخر' }), { by: BY }),
      /في عهدة كريم سعد/
    )
    await custody.handBack(id, { on: '2026-11-01', condition: 'سليم', by: BY })
    await custody.handOver(given(asset, { holderName: 'آخر', on: '2026-11-01' }), { by: BY })
    assert.lengthOf(await db.from('personal_custodies').where('asset_id', asset), 2)
  })

  test('the holder signs himself, and nobody in his name', async ({ client, assert }) => {
    const { unit, asset } = await aThing()
    const officer = await aPerson({ unitId: unit, roles: ['property_officer'] })
    const holder = await aPerson({ unitId: unit, roles: ['surveyor'], fullName: 'هالة منير' })
    const sent = await client
      .post(`/registry/assets/${asset}/custodies`)
      .loginAs(officer)
      .withCsrfToken()
      .redirects(0)
      .form({ holder_email: holder.email, on: '2026-10-01', condition: 'سليم' })
    const path = sent.header('location')!
    const id = Number(path.split('/').at(-1))
    const sign = (by: typeof officer) =>
      client.post(`${path}/signature`).loginAs(by).withCsrfToken().redirects(0).fields({ x: '1' })
    await sign(officer)
    const unsigned = await db.from('personal_custodies').where('id', id).firstOrFail()
    assert.isNull(unsigned.signed_at)
    const page = await client.get(path).loginAs(holder)
    page.assertTextIncludes('أقر أنا هالة منير')
    await sign(holder)
    const signed = await db.from('personal_custodies').where('id', id).firstOrFail()
    assert.equal(Number(signed.signed_by), holder.id)
    const trail = await db.from('trail').where('unit_id', unit).orderBy('seq')
    assert.deepEqual(
      trail.map(({ action }) => action),
      ['personal_custody.handed', 'personal_custody.signed']
    )
  })

  test('or his signed paper is kept with it', async ({ client, assert }) => {
    const { unit, asset } = await aThing()
    const officer = await aPerson({ unitId: unit, roles: ['property_officer'] })
    const id = await new PersonalCustody().handOver(given(asset), { by: BY })
    const sent = await client
      .post(`/registry/custodies/${id}/signature`)
      .loginAs(officer)
      .withCsrfToken()
      .redirects(0)
      .file('file', Buffer.from(`%PDF-1.4 ${id} ${Date.now()}`), { filename: 'receipt.pdf' })
    sent.assertStatus(303)
    const row = await db.from('personal_custodies').where('id', id).firstOrFail()
    assert.isNotNull(row.signature_document_id)
    const page = await client.get(`/registry/custodies/${id}`).loginAs(officer)
    page.assertTextIncludes(`/registry/documents/${row.signature_document_id}`)
  })

  test('it is not handed back before it was handed over', async ({ assert }) => {
    const { asset } = await aThing()
    const id = await new PersonalCustody().handOver(given(asset), { by: BY })
    await assert.rejects(
      () => new PersonalCustody().handBack(id, { on: '2026-09-30', condition: 'سليم', by: BY }),
      /2026-10-01/
    )
  })
})
