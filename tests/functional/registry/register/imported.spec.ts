import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { SYSTEM } from '#audit/actor'
import { undoImport } from '#core/imports/undo'
import { assetAsOf } from '#registry/register/as_of'
import { importFile, loadImportReference, one } from '#tests/support/imports'
import { change, anOffice } from '#tests/support/register'
import { readChanges } from '#registry/register/changes'
import RefreshCompletenessJob from '#registry/jobs/refresh_completeness_job'
import { aUnit } from '#tests/support/units'

const HEAD = 'site_no,name,street,class,latitude,longitude,faces,in_use'
const FIRST = `${HEAD}\nS-1,لوحة,شارع النيل,advertising,29.3084000,30.8428000,2,yes\nS-2,كشك,شارع الجيش,advertising,,,1,\n`
const SECOND = `${HEAD}\nS-1,لوحة,شارع النيل,advertising,29.3084000,30.8428000,4,yes\n`

/** A moment after everything so far and before everything to come. */
async function aMoment(): Promise<Date> {
  await new Promise((done) => setTimeout(done, 20))
  const moment = new Date()
  await new Promise((done) => setTimeout(done, 20))
  return moment
}

test.group('A register that is imported', (group) => {
  group.setup(loadImportReference)

  test('writes the log of every asset, and only what a later file changes', async ({ assert }) => {
    const { unitId } = await anOffice()
    const kind = 'sites-and-licences'
    await importFile({ kind, unitId, content: FIRST })
    const id = Number(
      await one("SELECT id FROM assets WHERE unit_id = ? AND site_no = 'S-1'", [unitId])
    )
    const known = await aMoment()
    const { id: second } = await importFile({ kind, unitId, content: SECOND })
    const changes = await readChanges(id)
    assert.lengthOf(changes, 2)
    assert.deepEqual(changes[1]!.facts, { faces: 4 })
    assert.equal(changes[1]!.import_id, second)
    const before = (await assetAsOf(id, { known }))!
    assert.deepEqual(
      [before.faces, before.latitude, before.is_in_use, before.unit_id, before.domain],
      [2, '29.3084000', 1, unitId, 'unknown']
    )
    assert.equal((await assetAsOf(id))!.faces, 4)
    assert.equal(await one('SELECT version FROM assets WHERE id = ?', [id]), '2')
  })

  test('taken back, its history stays readable and says so', async ({ assert }) => {
    const { unitId } = await anOffice()
    const kind = 'sites-and-licences'
    const first = await importFile({ kind, unitId, content: FIRST })
    const id = Number(
      await one("SELECT id FROM assets WHERE unit_id = ? AND site_no = 'S-1'", [unitId])
    )
    const second = await importFile({ kind, unitId, content: SECOND })
    const known = await aMoment()
    await undoImport(second.id, { by: SYSTEM })
    assert.equal((await assetAsOf(id))!.faces, 2)
    assert.equal((await assetAsOf(id, { known }))!.faces, 4)
    assert.equal(await one('SELECT faces FROM assets WHERE id = ?', [id]), '2')
    await undoImport(first.id, { by: SYSTEM })
    assert.equal(await one('SELECT COUNT(*) FROM assets WHERE id = ?', [id]), '0')
    assert.equal((await assetAsOf(id))!.record_status, 'superseded')
    assert.equal((await assetAsOf(id, { known }))!.record_status, 'recorded')
    const [last] = (await readChanges(id)).slice(-1)
    assert.equal(last!.reason, `تراجع عن الاستيراد رقم ${first.id}`)
  })

  test('is not taken back once the register went on with its assets', async ({ assert }) => {
    const office = await anOffice()
    const { unitId } = office
    const { id: importId } = await importFile({
      kind: 'sites-and-licences',
      unitId,
      content: FIRST,
    })
    const id = Number(
      await one("SELECT id FROM assets WHERE unit_id = ? AND site_no = 'S-1'", [unitId])
    )
    await change(
      office,
      'correction',
      { asset_id: id, facts: { landmark: 'المسجد' } },
      { effectiveOn: new Date().toISOString().slice(0, 10) }
    )
    const error = await undoImport(importId, { by: SYSTEM }).then(
      () => null,
      (e) => e
    )
    assert.equal(error.code, 'E_IMPORT_IN_USE')
    assert.equal(await one('SELECT COUNT(*) FROM assets WHERE id = ?', [id]), '1')
  })

  test('has the completeness of its units worked out once, and again when it is taken back', async ({
    assert,
  }) => {
    const office = await aUnit()
    const below = await aUnit(office)
    const code = await one('SELECT code FROM units WHERE id = ?', [below])
    const asked = async () =>
      (await db.from('jobs').where('kind', RefreshCompletenessJob.kind).where('unit_id', office))
        .map(({ payload }) => (typeof payload === 'string' ? JSON.parse(payload) : payload))
        .map(({ unitIds }) => (unitIds as number[]).toSorted((a, b) => a - b))
    const rows = `unit,site_no,name,street,class\n,S-1,لوحة,النيل,advertising\n${code},S-2,لوحة,الجيش,advertising\n`
    for (const kind of ['sites-and-licences', 'land-register']) {
      const before = (await asked()).length
      const first = await importFile({ kind, unitId: office, content: rows })
      assert.deepEqual((await asked()).slice(before), [[office, below]])
      await importFile({ kind, unitId: office, content: rows })
      assert.lengthOf(await asked(), before + 1, 'nothing changed, nothing is asked')
      await RefreshCompletenessJob.runHere({ unitIds: [office, below] })
      assert.equal(
        await one('SELECT COUNT(*) FROM asset_completeness WHERE unit_id IN (?, ?)', [
          office,
          below,
        ]),
        '2'
      )
      await undoImport(first.id, { by: SYSTEM })
      assert.deepEqual((await asked()).slice(before + 1), [[office, below]])
    }
  })

  test('a recorded asset is not deleted by SQL', async ({ assert }) => {
    const { unitId } = await anOffice()
    await importFile({ kind: 'sites-and-licences', unitId, content: FIRST })
    const error = await db.rawQuery('DELETE FROM assets WHERE unit_id = ?', [unitId]).then(
      () => null,
      (e) => e
    )
    assert.match(error.message, /not deleted/)
  })
})
