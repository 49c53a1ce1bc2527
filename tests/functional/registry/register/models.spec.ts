import { test } from '@japa/runner'
import Asset from '#registry/models/asset'
import { aParcel, anOffice, change, outputOf } from '#tests/support/register'

test.group('An asset with its details', () => {
  test('gives what its kind of detail knows, its log and its holders', async ({ assert }) => {
    const office = await anOffice()
    const id = await aParcel(office, {
      shape: null,
      facts: { hod: 'الحوض', custody_use: { name: 'الصحة' } },
    })
    const built = await change(office, 'create', {
      class: 'building.office',
      facts: { name: 'مبنى', gross_area_m2: 120.5, built_year: 1990, parent_id: id },
    })
    const land = await Asset.query()
      .where('id', id)
      .preload('land')
      .preload('changes')
      .preload('custodies')
      .preload('children')
      .firstOrFail()
    assert.equal(land.land.hod, 'الحوض')
    assert.lengthOf(land.changes, 1)
    assert.equal(land.custodies[0]!.authorityName, 'الصحة')
    const building = await Asset.query()
      .where('id', await outputOf(built))
      .preload('building')
      .preload('parent')
      .firstOrFail()
    assert.equal(building.building.grossAreaM2, '120.500')
    assert.equal(building.parent.id, id)
    assert.deepEqual(
      land.children.map((child) => child.id),
      [building.id]
    )
  })
})
