import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import RunImportJob from '#core/jobs/run_import_job'
import ImportBatch from '#core/imports/import_batch'
import { importKinds } from '#core/imports/kinds'
import { importSteps } from '#core/imports/steps'
import { openBatch } from '#core/imports/open_batch'
import { isPermission } from '#identity/permissions'
import Receipt from '#accounts/models/receipt'
import Charge from '#revenue/models/charge'
import Right from '#registry/models/right'
import Party from '#registry/models/party'
import { aUnit } from '#tests/support/units'
import { importFile, loadImportReference, one, uploadFile } from '#tests/support/imports'
import { writeFile } from 'node:fs/promises'

const RECEIPTS =
  'book_no,number,received_on,method,amount,head\n1,1,2026-10-01,cash,10.00,ADV-USE\n'

async function aPerson(unitId: number) {
  const email = `p${process.pid}-${Date.now()}-${Math.random()}@example.test`
  const [made] = await db.rawQuery(
    "INSERT INTO users (email, full_name, home_unit_id, password) VALUES (?, 'موظف', ?, 'x')",
    [email, unitId]
  )
  return { id: Number(made.insertId), name: 'موظف' }
}

/** Runs what a step enqueued, as a worker would. */
async function work(jobId: number) {
  const payload = JSON.parse(
    (await one('SELECT CAST(payload AS CHAR) FROM jobs WHERE id = ?', [jobId]))!
  )
  const createdBy = await one('SELECT created_by FROM jobs WHERE id = ?', [jobId])
  await db.rawQuery("UPDATE jobs SET state = 'cancelled' WHERE id = ?", [jobId])
  return RunImportJob.runHere(payload, { by: { id: Number(createdBy) } })
}

test.group('Import by two people', (group) => {
  group.setup(loadImportReference)

  test('one uploads and checks, another approves, and only then it lands', async ({ assert }) => {
    const unitId = await aUnit()
    const [maker, checker] = [await aPerson(unitId), await aPerson(unitId)]
    const path = `${process.env.STORAGE_DIR}/steps-${unitId}.csv`
    await writeFile(path, RECEIPTS)
    const batch = await openBatch({ kind: 'receipts', unitId, path, by: maker })
    await work(await importSteps.check(batch, { by: maker }))
    assert.equal((await batch.refresh()).state, 'checked')

    await assert.rejects(() => importSteps.approve(batch, { by: maker }), /من رفع الملف لا يعتمده/)
    await assert.rejects(
      () => db.rawQuery('UPDATE imports SET approved_by = created_by WHERE id = ?', [batch.id]),
      /imports_maker_is_not_approver/
    )
    await work(await importSteps.approve(batch, { by: checker }))
    await batch.refresh()
    assert.deepEqual([batch.state, batch.landed, batch.approvedBy], ['committed', 1, checker.id])
    assert.equal(
      await one("SELECT actor_id FROM trail WHERE unit_id = ? AND action = 'import.approved'", [
        unitId,
      ]),
      String(checker.id)
    )

    await work(await importSteps.undo(batch, { by: checker }))
    assert.equal((await batch.refresh()).state, 'undone')
    await assert.rejects(() => importSteps.undo(batch, { by: checker }), /متراجع عنه/)
  })

  test('a file can be mapped anew, and laid aside', async ({ assert }) => {
    const unitId = await aUnit()
    const person = await aPerson(unitId)
    const id = await uploadFile({ kind: 'receipts', unitId, content: RECEIPTS })
    const batch = await ImportBatch.findOrFail(id)
    const mapping = { ...batch.mapping, method: { value: 'cheque' } }
    await work(await importSteps.check(batch, { by: person, mapping }))
    await batch.refresh()
    assert.equal(batch.totals.sample.new[0].method, 'cheque')
    await importSteps.cancel(batch, { by: person })
    await assert.rejects(() => importSteps.approve(batch, { by: person }), /ملغى/)
  })

  test('every kind asks for a permission of the catalogue', async ({ assert }) => {
    assert.isAtLeast(importKinds.names().length, 16)
    for (const kind of importKinds.names()) {
      const definition = await importKinds.definition(kind)
      assert.equal(definition.kind, kind)
      assert.isTrue(isPermission(definition.permission), definition.permission)
    }
  })

  test('models read what landed, each within its reader’s units', async ({ assert }) => {
    const unitId = await aUnit()
    await importFile({
      kind: 'sites-and-licences',
      unitId,
      content: `site_no,class,area_m2,right_no,right_kind,party_no,party_name,valid_from,valid_until,billing,period_amount
A-1,advertising.unipole,24.5,L-1,licence,P-1,شركة النيل,2026-01-01,2026-12-31,monthly,1000
`,
    })
    await importFile({
      kind: 'parties',
      unitId,
      content: 'party_no,name,tax_no\nP-1,شركة النيل,123-456-789\n',
    })
    await importFile({ kind: 'receipts', unitId, content: RECEIPTS })
    await importFile({
      kind: 'charges',
      unitId,
      content:
        'payment_ref,head,right_no,period,due_on,amount\nX-1,ADV-USE,L-1,2026-10,2026-10-15,1000\n',
    })
    const own = { unitIds: () => [unitId] }
    const other = { unitIds: () => [] as number[] }
    const charge = await Charge.visibleTo(own)
      .preload('right')
      .preload('asset')
      .preload('party')
      .preload('head')
      .firstOrFail()
    assert.equal(charge.amount.toString(), '1000.00')
    assert.equal(charge.asset.areaM2, '24.500')
    assert.equal(charge.head.code, 'ADV-USE')
    assert.isTrue(charge.right.coversDay('2026-12-31'))
    assert.isFalse((await Right.visibleTo(own).firstOrFail()).coversDay('2027-01-01'))
    const receipt = await Receipt.visibleTo(own)
      .preload('book')
      .preload('entry', (entry) => entry.preload('lines'))
      .firstOrFail()
    assert.equal(receipt.label, '1/1')
    assert.lengthOf(receipt.entry.lines, 2)
    assert.equal((await Party.visibleTo(own).firstOrFail()).reveal('taxNo'), '123456789')
    assert.lengthOf(await Charge.visibleTo(other), 0)
  })
})
