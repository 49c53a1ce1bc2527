import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { SYSTEM } from '#audit/actor'
import RunImportJob from '#core/jobs/run_import_job'
import { commitImport } from '#core/imports/run_import'
import { aUnit } from '#tests/support/units'
import { balanceOf, loadImportReference, one, uploadFile } from '#tests/support/imports'

const ROWS = 60_000

/** A file long enough to be interrupted while it lands. */
function longFile(): string {
  const lines = ['book_no,number,received_on,method,amount,head']
  for (let n = 1; n <= ROWS; n++)
    lines.push(`1,${n},2026-10-${String((n % 28) + 1).padStart(2, '0')},cash,1.25,ADV-USE`)
  return lines.join('\n')
}

/** Waits for the statement that lands the receipts and cuts its connection, as a crash would. */
async function killTheLanding(): Promise<boolean> {
  for (let tries = 0; tries < 4000; tries++) {
    const [rows] = await db.rawQuery(
      "SELECT id FROM information_schema.processlist WHERE info LIKE 'INSERT INTO receipts (%' AND db = DATABASE()"
    )
    if (rows[0]) {
      await db.rawQuery(`KILL ${rows[0].id}`)
      return true
    }
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  return false
}

test.group('An interrupted import', (group) => {
  group.setup(loadImportReference)

  test('leaves nothing half done, and the next try lands it exactly once', async ({ assert }) => {
    const unitId = await aUnit()
    const id = await uploadFile({ kind: 'receipts', unitId, content: longFile() })
    const committing = commitImport(id, { by: SYSTEM })
    const [refusal, killed] = await Promise.all([
      committing.then(
        () => null,
        (error: Error) => error
      ),
      killTheLanding(),
    ])
    assert.isTrue(killed, 'the landing statement was seen and its connection cut')
    assert.match(refusal!.message, /Connection lost|was killed|closed/i)
    assert.equal(await one('SELECT state FROM imports WHERE id = ?', [id]), 'failed')
    assert.equal(await one('SELECT COUNT(*) FROM receipts WHERE unit_id = ?', [unitId]), '0')
    assert.equal(await one('SELECT COUNT(*) FROM ledger_entries WHERE unit_id = ?', [unitId]), '0')
    assert.equal(await one('SELECT COUNT(*) FROM trail WHERE unit_id = ?', [unitId]), '0')
    assert.equal(await one('SELECT COUNT(*) FROM receipt_books WHERE unit_id = ?', [unitId]), '0')

    const { result } = await RunImportJob.runHere({ importId: id, step: 'commit' }, { unitId })
    assert.equal((result as { landed: number }).landed, ROWS)
    const again = await RunImportJob.runHere({ importId: id, step: 'commit' }, { unitId })
    assert.equal((again.result as { landed: number }).landed, ROWS)
    assert.equal(
      await one('SELECT COUNT(*) FROM receipts WHERE unit_id = ?', [unitId]),
      String(ROWS)
    )
    assert.equal(await balanceOf('INT-CASH', unitId), '75000.00')
    assert.equal(await one('SELECT COUNT(*) FROM ledger_entries WHERE unit_id = ?', [unitId]), '28')
  }).timeout(120_000)

  test('two commits of one import at once land it once', async ({ assert }) => {
    const unitId = await aUnit()
    const content = 'book_no,number,received_on,method,amount\n1,1,2026-10-01,cash,1.00\n'
    const id = await uploadFile({ kind: 'receipts', unitId, content })
    const both = await Promise.all([
      commitImport(id, { by: SYSTEM }),
      commitImport(id, { by: SYSTEM }),
    ])
    assert.deepEqual(
      both.map((outcome) => outcome.landed),
      [1, 1]
    )
    assert.equal(await balanceOf('INT-CASH', unitId), '1.00')
  })

  test('two files with the same rows at once land them once', async ({ assert }) => {
    const unitId = await aUnit()
    const content =
      'book_no,number,received_on,method,amount\n1,1,2026-10-01,cash,1.00\n1,2,2026-10-01,cash,2.00\n'
    const ids = [
      await uploadFile({ kind: 'receipts', unitId, content }),
      await uploadFile({ kind: 'receipts', unitId, content }),
    ]
    const outcomes = await Promise.all(ids.map((id) => commitImport(id, { by: SYSTEM })))
    assert.deepEqual(outcomes.map((outcome) => outcome.landed).sort(), [0, 2])
    assert.equal(await balanceOf('INT-CASH', unitId), '3.00')
  })
})
