import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { SYSTEM } from '#audit/actor'
import { undoImport } from '#core/imports/undo'
import { aUnit } from '#tests/support/units'
import {
  aBankAccount,
  balanceOf,
  counts,
  importFile,
  loadImportReference,
  one,
} from '#tests/support/imports'

const RECEIPTS =
  'book_no,number,received_on,method,amount,head\n1,1,2026-10-01,cash,10.00,ADV-USE\n1,2,2026-10-02,cash,20.00,ADV-USE\n'
const CHARGES = 'payment_ref,head,period,due_on,amount\nU-1,ADV-USE,2026-10,2026-10-15,10.00\n'

test.group('Undo of an import', (group) => {
  group.setup(loadImportReference)

  test('reverses its entries, frees its numbers and leaves its trail', async ({ assert }) => {
    const unitId = await aUnit()
    const { id } = await importFile({ kind: 'receipts', unitId, content: RECEIPTS })
    await undoImport(id, { by: SYSTEM })

    assert.equal(await balanceOf('INT-CASH', unitId), '0.00')
    assert.equal(await one('SELECT COUNT(*) FROM receipts WHERE unit_id = ?', [unitId]), '0')
    assert.equal(
      await one(
        'SELECT COUNT(*) FROM ledger_entries WHERE unit_id = ? AND reverses_id IS NOT NULL',
        [unitId]
      ),
      '2'
    )
    assert.equal(
      await one('SELECT MAX(number) FROM ledger_entries WHERE unit_id = ?', [unitId]),
      '4'
    )
    assert.equal(await one('SELECT state FROM imports WHERE id = ?', [id]), 'undone')
    assert.equal(
      await one("SELECT COUNT(*) FROM trail WHERE unit_id = ? AND action = 'import.undone'", [
        unitId,
      ]),
      '1'
    )

    assert.deepEqual(
      counts(await importFile({ kind: 'receipts', unitId, content: RECEIPTS })),
      [2, 0, 0, 0, 0]
    )
    assert.equal(await balanceOf('INT-CASH', unitId), '30.00')
  })

  test('gives back what a correction replaced, in the register and in the books', async ({
    assert,
  }) => {
    const unitId = await aUnit()
    await importFile({ kind: 'receipts', unitId, content: RECEIPTS })
    const { id } = await importFile({
      kind: 'receipts',
      unitId,
      content: RECEIPTS.replaceAll('ADV-USE', 'OCC-USE'),
    })
    assert.equal(await balanceOf('INT-REV-OCCUPANCY', unitId), '-30.00')
    await undoImport(id, { by: SYSTEM })
    assert.equal(await balanceOf('INT-REV-OCCUPANCY', unitId), '0.00')
    assert.equal(await balanceOf('INT-REV-ADVERT', unitId), '-30.00')
    assert.equal(
      await one(
        'SELECT COUNT(*) FROM receipts WHERE unit_id = ? AND head_code = ? AND payer_index IS NULL',
        [unitId, 'ADV-USE']
      ),
      '2'
    )
  })

  test('takes its own records back and no other import’s, and nothing where it made none', async ({
    assert,
  }) => {
    const unitId = await aUnit()
    const charge = (number: number) =>
      `payment_ref,head,period,due_on,amount\nR-${number},ADV-USE,2026-10,2026-10-15,10.00\n`
    await importFile({ kind: 'charges', unitId, content: charge(1) })
    const middle = await importFile({ kind: 'charges', unitId, content: charge(2) })
    await importFile({ kind: 'charges', unitId, content: charge(3) })
    const idle = await importFile({ kind: 'charges', unitId, content: charge(3) })
    // As two units at once leave it: a record of another import between the first and the last.
    await db.rawQuery(
      `UPDATE imports SET first_record_id = first_record_id - 1, last_record_id = last_record_id + 1 WHERE id = ?`,
      [middle.id]
    )
    await undoImport(idle.id, { by: SYSTEM })
    await undoImport(middle.id, { by: SYSTEM })
    assert.equal(
      await one(
        'SELECT GROUP_CONCAT(payment_ref ORDER BY payment_ref) FROM charges WHERE unit_id = ?',
        [unitId]
      ),
      'R-1,R-3'
    )
  })

  test('is refused while a later import has corrected the same records', async ({ assert }) => {
    const unitId = await aUnit()
    const first = await importFile({ kind: 'receipts', unitId, content: RECEIPTS })
    const later = await importFile({
      kind: 'receipts',
      unitId,
      content: RECEIPTS.replaceAll('ADV-USE', 'OCC-USE'),
    })
    await assert.rejects(
      () => undoImport(first.id, { by: SYSTEM }),
      new RegExp(`Import ${later.id} corrected`)
    )
    assert.equal(await one('SELECT state FROM imports WHERE id = ?', [first.id]), 'committed')
    await undoImport(later.id, { by: SYSTEM })
    await undoImport(first.id, { by: SYSTEM })
    assert.equal(await balanceOf('INT-CASH', unitId), '0.00')
  })

  test('is refused once a match uses its rows, and names the match', async ({ assert }) => {
    const unitId = await aUnit()
    const charges = await importFile({ kind: 'charges', unitId, content: CHARGES })
    await importFile({ kind: 'receipts', unitId, content: RECEIPTS })
    await db.rawQuery(
      `INSERT INTO allocations (unit_id, charge_id, receipt_id, amount, charge_amount, receipt_amount, charge_share, receipt_share, rule)
       SELECT c.unit_id, c.id, r.id, 10.00, c.amount, r.amount, 1, 1, 'reference_exact' FROM charges c JOIN receipts r ON r.unit_id = c.unit_id AND r.number = 1
       WHERE c.unit_id = ?`,
      [unitId]
    )
    await assert.rejects(() => undoImport(charges.id, { by: SYSTEM }), /مطابقة مع متحصلات/)
    assert.equal(await one('SELECT COUNT(*) FROM charges WHERE unit_id = ?', [unitId]), '1')
  })

  test('is refused when its month has been locked since', async ({ assert }) => {
    const unitId = await aUnit()
    const { id } = await importFile({ kind: 'receipts', unitId, content: RECEIPTS })
    await db.rawQuery(
      "INSERT INTO accounting_periods (unit_id, month, state) VALUES (?, '2026-10-01', 'locked')",
      [unitId]
    )
    await assert.rejects(() => undoImport(id, { by: SYSTEM }), /2026-10/)
    assert.equal(await one('SELECT COUNT(*) FROM receipts WHERE unit_id = ?', [unitId]), '2')
  })

  test('a statement comes back out with its lines', async ({ assert }) => {
    const unitId = await aUnit()
    const { number } = await aBankAccount(unitId)
    const content = `account,booked_on,amount\n${number},2026-10-01,5\n${number},2026-10-01,-2\n`
    const { id } = await importFile({ kind: 'bank-statement', unitId, content })
    await undoImport(id, { by: SYSTEM })
    assert.equal(await one('SELECT COUNT(*) FROM bank_lines WHERE unit_id = ?', [unitId]), '0')
    assert.equal(await balanceOf('INT-BANK', unitId), '0.00')
  })
})
