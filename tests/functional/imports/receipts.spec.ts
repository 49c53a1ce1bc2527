import { test } from '@japa/runner'
import iconv from 'iconv-lite'
import db from '@adonisjs/lucid/services/db'
import { aUnit } from '#tests/support/units'
import { balanceOf, counts, importFile, loadImportReference, one } from '#tests/support/imports'

const HEADINGS =
  'رقم الدفتر,رقم القسيمة,تاريخ التحصيل,طريقة السداد,المبلغ,بند الإيراد,اسم الدافع,الرقم القومي,كود السداد,رقم الحافظة,ملغاة,سبب الإلغاء,كود الصراف'

const FILE = `${HEADINGS}
101,1,05/10/2026,نقدي,"1,250.50",ADV-USE,شركة النيل للإعلان,,PR-1,S-1,لا,,C01
101,2,05/10/2026,شيك,٣٠٠,مقابل إشغال طريق,محمد عبد الله,29001011234567,PR-2,S-1,,,C01
101,3,06/10/2026,إلكتروني,99.99,,أحمد,,,,نعم,خطأ في الاسم,C01
101,4,2026-10-06,إلكتروني,99.99,بند مجهول,أحمد,,,,لا,,C01
,,,,,,,,,,,,
101,5,31/02/2026,نقدي,10,ADV-USE,أحمد,,,,,,C01
101,6,06/10/2026,نقدي,عشرة,ADV-USE,أحمد,,,,,,C01
101,1,05/10/2026,نقدي,1250.5,ADV-USE,شركة النيل للإعلان,,PR-1,S-1,لا,,C01
101,2,05/10/2026,شيك,301,مقابل إشغال طريق,محمد عبد الله,,PR-2,S-1,,,C01
`

test.group('Receipts import', (group) => {
  group.setup(loadImportReference)

  test('lands what is new, keeps equal rows once, rejects the rest in words, posts every piastre', async ({
    assert,
  }) => {
    const unitId = await aUnit()
    const outcome = await importFile({ kind: 'receipts', unitId, content: FILE })

    assert.deepEqual(counts(outcome), [4, 0, 1, 3, 1])
    assert.deepEqual(
      outcome.reasons.map(({ row, field, code }) => [row, field, code]),
      [
        [7, 'received_on', 'not_a_day'],
        [8, 'amount', 'not_money'],
        [10, 'number', 'repeated_in_file'],
      ]
    )
    assert.include(outcome.reasons[1]!.message.ar, 'الصف 8، «المبلغ»')
    assert.include(outcome.reasons[2]!.message.en, 'row 3')
    assert.equal(outcome.totals.landed.amount, '1750.48')

    assert.equal(await balanceOf('INT-CASH', unitId), '1550.50')
    assert.equal(await balanceOf('INT-ECOLLECT', unitId), '99.99')
    assert.equal(await balanceOf('INT-REV-ADVERT', unitId), '-1250.50')
    assert.equal(await balanceOf('INT-REV-OCCUPANCY', unitId), '-300.00')
    assert.equal(await balanceOf('INT-REVSETTLE', unitId), '-99.99')
    const valid = await one('SELECT SUM(amount) FROM receipts WHERE unit_id = ? AND is_void = 0', [
      unitId,
    ])
    assert.equal(
      await one('SELECT SUM(total) FROM ledger_entries WHERE unit_id = ?', [unitId]),
      valid
    )
    assert.equal(
      await one(
        'SELECT COUNT(*) FROM receipts WHERE unit_id = ? AND is_void = 1 AND ledger_entry_id IS NULL',
        [unitId]
      ),
      '1'
    )
    assert.equal(
      await one(
        'SELECT COUNT(*) FROM receipts WHERE unit_id = ? AND is_void = 0 AND ledger_entry_id IS NULL',
        [unitId]
      ),
      '0'
    )
  })

  test('a void receipt of a file that gives no reasons says so itself', async ({ assert }) => {
    const unitId = await aUnit()
    const content =
      'book_no,number,received_on,method,amount,void\n9,1,2026-10-06,cash,10.00,yes\n9,2,2026-10-06,cash,10.00,no\n'
    assert.deepEqual(
      counts(await importFile({ kind: 'receipts', unitId, content })),
      [2, 0, 0, 0, 0]
    )
    assert.equal(
      await one(
        "SELECT COUNT(*) FROM receipts WHERE unit_id = ? AND void_reason = 'ملغاة حسب الملف'",
        [unitId]
      ),
      '1'
    )
  })

  test('makes the book and the cashier it names, and keeps of the payer only a blind index', async ({
    assert,
  }) => {
    const unitId = await aUnit()
    await importFile({ kind: 'receipts', unitId, content: FILE })
    const [[book]] = await db.rawQuery(
      'SELECT b.first_no, b.last_no, c.code FROM receipt_books b JOIN cashiers c ON c.id = b.cashier_id WHERE b.unit_id = ?',
      [unitId]
    )
    assert.deepEqual({ ...book }, { first_no: 1, last_no: 4, code: 'C01' })
    assert.equal(
      await one('SELECT COUNT(*) FROM receipts WHERE unit_id = ? AND payer_index IS NOT NULL', [
        unitId,
      ]),
      '1'
    )
    await importFile({
      kind: 'receipts',
      unitId,
      content: `${HEADINGS}\n101,90,07/10/2026,نقدي,5,,أحمد,,,,,,C01\n`,
    })
    assert.equal(await one('SELECT last_no FROM receipt_books WHERE unit_id = ?', [unitId]), '90')
  })

  test('the same file again changes nothing', async ({ assert }) => {
    const unitId = await aUnit()
    await importFile({ kind: 'receipts', unitId, content: FILE })
    const entries = await one('SELECT COUNT(*) FROM ledger_entries WHERE unit_id = ?', [unitId])
    const again = await importFile({ kind: 'receipts', unitId, content: FILE })
    assert.deepEqual(counts(again), [0, 0, 5, 3, 1])
    assert.equal(again.reasons[2]!.code, 'conflict')
    assert.equal(
      await one('SELECT COUNT(*) FROM ledger_entries WHERE unit_id = ?', [unitId]),
      entries
    )
  })

  test('another amount under a recorded number is refused, another head is corrected in the books', async ({
    assert,
  }) => {
    const unitId = await aUnit()
    await importFile({ kind: 'receipts', unitId, content: FILE })
    const outcome = await importFile({
      kind: 'receipts',
      unitId,
      content: `${HEADINGS}
101,1,05/10/2026,نقدي,1250.50,OCC-USE,شركة النيل للإعلان,,PR-1,S-1,لا,,C01
101,2,05/10/2026,شيك,300,,,,,,نعم,شيك مرتد,
101,3,06/10/2026,إلكتروني,99.99,,,,,,لا,,
101,4,06/10/2026,إلكتروني,100,,,,,,لا,,
`,
    })
    assert.deepEqual(counts(outcome), [0, 2, 0, 2, 0])
    assert.deepEqual(
      outcome.reasons.map((reason) => reason.code),
      ['void_is_final', 'conflict']
    )
    assert.include(outcome.reasons[1]!.message.ar, 'المسجل «99.99» وفي الملف «100.00»')
    assert.equal(await balanceOf('INT-CASH', unitId), '1250.50')
    assert.equal(await balanceOf('INT-REV-ADVERT', unitId), '0.00')
    assert.equal(await balanceOf('INT-REV-OCCUPANCY', unitId), '-1250.50')
    // Blank cells of the correction left what was recorded.
    assert.equal(
      await one('SELECT payer_name FROM receipts WHERE unit_id = ? AND number = 2', [unitId]),
      'محمد عبد الله'
    )
  })

  test('rows of a locked month are refused, the others land', async ({ assert }) => {
    const unitId = await aUnit()
    await db.rawQuery(
      "INSERT INTO accounting_periods (unit_id, month, state) VALUES (?, '2026-09-01', 'locked')",
      [unitId]
    )
    const outcome = await importFile({
      kind: 'receipts',
      unitId,
      content: `${HEADINGS}\n7,1,30/09/2026,نقدي,5,,,,,,,,\n7,2,01/10/2026,نقدي,6,,,,,,,,\n`,
    })
    assert.deepEqual(counts(outcome), [1, 0, 0, 1, 0])
    assert.equal(outcome.reasons[0]!.code, 'period_locked')
  })

  test('reads {$self} files alike')
    .with(['windows-1256', 'utf-16le', 'utf-8'])
    .run(async ({ assert }, encoding) => {
      const unitId = await aUnit()
      // Windows-1256 has no Arabic-Indic digits.
      const text = FILE.replace('٣٠٠', '300').replaceAll('\n', '\r\n')
      const content = iconv.encode(text, encoding, { addBOM: encoding.startsWith('utf') })
      const outcome = await importFile({ kind: 'receipts', unitId, content })
      assert.deepEqual(counts(outcome), [4, 0, 1, 3, 1])
      assert.equal(outcome.totals.landed.amount, '1750.48')
    })

  test('a row may name a unit below, never one beside', async ({ assert }) => {
    const parent = await aUnit()
    const child = await aUnit(parent)
    const beside = await aUnit()
    const codeOf = (id: number) => one('SELECT code FROM units WHERE id = ?', [id])
    const outcome = await importFile({
      kind: 'receipts',
      unitId: parent,
      content: `unit,book_no,number,received_on,method,amount
${await codeOf(child)},1,1,2026-10-01,cash,10.00
${await codeOf(beside)},1,1,2026-10-01,cash,20.00
,1,1,2026-10-01,cash,30.00
`,
    })
    assert.deepEqual(counts(outcome), [2, 0, 0, 1, 0])
    assert.equal(outcome.reasons[0]!.code, 'unit_outside')
    assert.equal(await balanceOf('INT-CASH', child), '10.00')
    assert.equal(await balanceOf('INT-CASH', parent), '30.00')
  })
})
