import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { aParcel, freshGround, polygon, rectangle } from '#tests/support/parcels'
import { aPerson } from '#tests/support/people'
import { aUnit } from '#tests/support/units'

test.group('The sketch of a parcel', () => {
  test('shows numbered corners with eastings and northings, sides, neighbours and the deed’s words', async ({
    assert,
    client,
  }) => {
    const [unit, ground] = [await aUnit(), await freshGround()]
    const officer = await aPerson({ unitId: unit, roles: ['property_officer'] })
    const id = await aParcel(
      unit,
      polygon(ground, [
        [100, 100],
        [142, 103],
        [147, 155],
        [97, 138],
      ])
    )
    const beside = await aParcel(unit, rectangle(ground, 150, 60, 40, 40))
    const hidden = await aParcel(unit, rectangle(ground, 60, 60, 30, 30), {
      securityClass: 'strategic',
    })
    const elsewhere = await aParcel(await aUnit(), rectangle(ground, 100, 60, 30, 30))
    await db.table('asset_boundaries').insert({
      asset_id: id,
      side: 'north',
      neighbour_text: 'شارع الجمهورية <b>',
      length_deed_m: '47.300',
      valid_from: '2026-01-01',
    })
    const codes = new Map<number, string>()
    for (const row of await db.from('assets').whereIn('id', [id, beside, hidden, elsewhere])) {
      codes.set(Number(row.id), row.code)
    }

    const page = await client.get(`/registry/assets/${id}/sketch`).loginAs(officer)
    page.assertStatus(200)
    const text = page.text()
    for (const [east, north] of [
      [100, 100],
      [142, 103],
      [147, 155],
      [97, 138],
    ]) {
      assert.include(text, `${(ground.east + east!).toFixed(3)}`)
      assert.include(text, `${(ground.north + north!).toFixed(3)}`)
    }
    assert.include(text, '42.11')
    assert.include(text, 'بحري: شارع الجمهورية &lt;b&gt; (بطول 47.30 م)')
    assert.include(text, codes.get(beside)!)
    assert.notInclude(text, codes.get(hidden)!)
    assert.notInclude(text, codes.get(elsewhere)!)
    assert.match(text, /مقياس الرسم 1:1000/)

    const picture = await client.get(`/registry/assets/${id}/sketch?format=svg`).loginAs(officer)
    assert.match(String(picture.header('content-type')), /^image\/svg\+xml/)
    assert.match(String(picture.text() ?? picture.body()), /^<svg xmlns/)
    const english = await client
      .get(`/registry/assets/${id}/sketch`)
      .loginAs(officer)
      .withCookie('locale', 'en')
    english.assertStatus(200)
  })

  test('an asset without a shape says so', async ({ client }) => {
    const unit = await aUnit()
    const officer = await aPerson({ unitId: unit, roles: ['property_officer'] })
    const id = await aParcel(unit, rectangle(await freshGround(), 0, 0, 10, 10))
    await db.from('asset_shapes').where('asset_id', id).delete()
    const page = await client.get(`/registry/assets/${id}/sketch`).loginAs(officer)
    page.assertTextIncludes('لا يوجد شكل مساحي')
  })
})
