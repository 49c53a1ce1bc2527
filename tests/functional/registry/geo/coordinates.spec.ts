import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { diagnose } from '#registry/coordinates/diagnosis'
import { aLimit } from '#tests/support/parcels'
import { aPerson } from '#tests/support/people'
import { aUnit } from '#tests/support/units'

const SHEET =
  '1 637570.862 814926.671\n2 637600.1 814926.7\n3 637600.2 814960.3\n4 637570.9 814960.2'

/** Ground of Cairo and Giza, as a limit. */
const CAIRO = {
  type: 'Polygon' as const,
  coordinates: [
    [
      [31, 29.8],
      [31.6, 29.8],
      [31.6, 30.3],
      [31, 30.3],
      [31, 29.8],
    ] as [number, number][],
  ],
}

test.group('The coordinate doctor', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('names the Red Belt first for a sheet of Cairo, with area, feddan and the unit it lies in', async ({
    assert,
  }) => {
    const unit = await aUnit()
    await aLimit(unit, CAIRO)
    const { candidates } = await diagnose(SHEET, { unitId: unit, source: '' })
    const [first] = candidates
    assert.equal(first!.epsg, 22992)
    assert.equal(first!.order, 'en')
    assert.isFalse(first!.wrongBelt)
    // 29.3 m by 33.6 m: half the sum of the corners' cross products.
    assert.equal(first!.gridAreaM2, '982.39')
    assert.closeTo(Number(first!.areaM2), 982.39, 0.02)
    assert.isNotNull(first!.ground)
    assert.lengthOf(first!.corners, 4)
    assert.equal(first!.corners[0]!.lon, '31.2357000')
  })

  test('warns of a belt that is not the one of the place', async ({ assert }) => {
    const { candidates } = await diagnose('540000 814926', { unitId: await aUnit(), source: '' })
    const wrong = candidates.find(({ wrongBelt }) => wrongBelt)
    assert.isNotNull(wrong!.rightBelt)
  })

  test('a traverse that does not close tells by how much', async ({ assert }) => {
    const open = `${SHEET}\n5 637571.162 814927.071`
    const { candidates } = await diagnose(open, { unitId: await aUnit(), source: '' })
    assert.equal(candidates[0]!.closingM, '0.500')
    assert.lengthOf(candidates[0]!.corners, 4)
  })

  test('what a person chose is remembered for the unit and the source, however it is spelt', async ({
    assert,
    client,
  }) => {
    const unit = await aUnit()
    const officer = await aPerson({ unitId: unit, roles: ['property_officer'] })
    const made = await client
      .post('/registry/coordinates')
      .loginAs(officer)
      .withCsrfToken()
      .form({ unit_id: unit, source: 'كشف المساحة', pasted: SHEET })
      .redirects(0)
    made.assertStatus(303)
    const path = String(made.header('location'))
    const page = await client.get(path).loginAs(officer)
    page.assertStatus(200)
    page.assertTextIncludes('الحزام الأحمر')
    page.assertTextIncludes('982.39')

    const chosen = await client
      .put(`${path}/choice`)
      .loginAs(officer)
      .withCsrfToken()
      .form({ epsg: 22994, order: 'en' })
      .redirects(0)
    chosen.assertStatus(303)
    const after = await client.get(path).loginAs(officer)
    after.assertTextIncludes(`/registry/assets/create?coordinates=${path.split('/').at(-1)}`)

    const id = path.split('/').at(-1)
    const choosing = await client.get(`/registry/assets/create?coordinates=${id}`).loginAs(officer)
    choosing.assertTextIncludes(`name="coordinates" value="${id}"`)
    const { id: land } = await db.from('asset_classes').where('subtype', 'land').firstOrFail()
    const form = await client
      .get(`/registry/assets/create?unit_id=${unit}&class_id=${land}&coordinates=${id}`)
      .loginAs(officer)
    form.assertTextIncludes('637570.862 814926.671')
    assert.match(form.text(), /value="22994"[^>]*selected/)

    const again = await diagnose(SHEET, { unitId: unit, source: 'كشف  المساحه' })
    assert.equal(again.candidates[0]!.epsg, 22994)
    assert.isTrue(again.candidates[0]!.remembered)
    const elsewhere = await diagnose(SHEET, { unitId: await aUnit(), source: 'كشف المساحة' })
    assert.notEqual(elsewhere.candidates[0]!.epsg, 22994)
  })

  test('text without numbers comes back to the form with a sentence beside the field', async ({
    assert,
    client,
  }) => {
    const unit = await aUnit()
    const officer = await aPerson({ unitId: unit, roles: ['property_officer'] })
    const answer = await client
      .post('/registry/coordinates')
      .loginAs(officer)
      .withCsrfToken()
      .form({ unit_id: unit, pasted: 'لا أرقام' })
      .headers({
        'accept': 'text/html',
        'x-up-version': '3.14.3',
        'x-back-to': '/registry/coordinates',
      })
    answer.assertStatus(422)
    answer.assertTextIncludes('لا يوجد في النص زوج واحد من الإحداثيات')
    assert.lengthOf(await db.from('coordinate_readings').where('unit_id', unit), 0)
  })

  test('a person of another unit does not see the reading', async ({ client }) => {
    const [mine, theirs] = [await aUnit(), await aUnit()]
    const officer = await aPerson({ unitId: mine, roles: ['property_officer'] })
    const [id] = await db
      .insertQuery()
      .table('coordinate_readings')
      .insert({ unit_id: theirs, pasted: SHEET })
    const page = await client.get(`/registry/coordinates/${id}`).loginAs(officer)
    page.assertStatus(404)
  })
})
