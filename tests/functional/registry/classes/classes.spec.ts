import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import { completenessOf, refreshCompleteness } from '#registry/completeness/refresh'
import ChangeClass from '#registry/classes/change_class'
import { aPerson } from '#tests/support/people'
import { RECORDS } from '#tests/support/records'
import { aUnit } from '#tests/support/units'

const ASKED = {
  name_ar: 'أرض فضاء',
  name_en: 'Vacant land',
  required_fields: ['name', 'hod'],
  required_documents: ['deed'],
  photos_required: 0,
  gps_limit_m: 5,
}

test.group('Classes of assets', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('the tree tells what each class asks', async ({ client }) => {
    const unit = await aUnit(await aUnit())
    const officer = await aPerson({ unitId: unit, roles: ['property_officer'] })
    const page = await client.get('/registry/classes').loginAs(officer)
    page.assertStatus(200)
    for (const text of ['أرض فضاء', 'land.vacant', 'سند ملكية', 'الحوض'])
      page.assertTextIncludes(text)
  })

  test('only who approves for the whole house changes a class, and the trail keeps both states', async ({
    client,
    assert,
  }) => {
    const head = await aPerson({ unitId: await aUnit(await aUnit()), roles: ['property_head'] })
    const { id } = await db.from('asset_classes').where('code', 'land.vacant').firstOrFail()
    const page = await client.get(`/registry/classes/${id}/edit`).loginAs(head)
    assert.include([403, 404], page.status())

    await new ChangeClass().handle(Number(id), ASKED, { by: { id: 7, name: 'منى' } })
    const row = await db
      .from('trail')
      .where('action', 'asset_class.changed')
      .orderBy('id', 'desc')
      .firstOrFail()
    assert.include(row.before_value, 'plot_no')
    assert.notInclude(row.after_value, 'plot_no')
    const job = await db
      .from('jobs')
      .where('kind', 'registry.refresh_completeness')
      .orderBy('id', 'desc')
      .firstOrFail()
    assert.include(JSON.stringify(job.payload), `${id}`)
  })

  test('completeness counts facts, papers and photographs, and is whole only when nothing lacks', async ({
    assert,
  }) => {
    const { id: classId } = await db
      .from('asset_classes')
      .where('code', 'land.vacant')
      .firstOrFail()
    await new ChangeClass().handle(Number(classId), ASKED, { by: { id: 7, name: 'منى' } })
    const asset = await RECORDS.assets!.make(await aUnit(), 'أرض')
    await db.from('assets').where('id', asset).update({ class_id: classId })
    assert.deepEqual(await completenessOf(asset), { score: 33, missing: ['hod', 'doc:deed'] })
    await db.table('asset_lands').insert({ asset_id: asset, hod: 'البحر' })
    await refreshCompleteness({ assetIds: [asset] })
    const row = await db.from('asset_completeness').where('asset_id', asset).firstOrFail()
    assert.deepInclude(row, { score: 66, missing: 'doc:deed' })
    const [document] = await db
      .insertQuery()
      .table('documents')
      .insert({ unit_id: row.unit_id, kind: 'deed', title: 'عقد' })
    await db
      .table('document_links')
      .insert({ document_id: document, subject_type: 'asset', subject_id: asset })
    assert.deepEqual(await completenessOf(asset), { score: 100, missing: [] })
  })
})
