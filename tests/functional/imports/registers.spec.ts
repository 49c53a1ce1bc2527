import { test } from '@japa/runner'
import { mkdtemp } from 'node:fs/promises'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import db from '@adonisjs/lucid/services/db'
import { verifyCheckCharacter } from '#core/identifiers'
import { fieldCipher } from '#core/field_cipher'
import { aUnit } from '#tests/support/units'
import { counts, importFile, loadImportReference, one } from '#tests/support/imports'

const SITES = `رقم الموقع;نوع الموقع;اسم الموقع;الشارع;درجة الشارع;خط العرض;خط الطول;مستغل;تاريخ المعاينة;رقم الترخيص;نوع السند;رقم الطرف;المرخص له;بداية السريان;نهاية السريان;دورية السداد;قيمة الفترة
A-1;لوحة حرة;لوحة الكورنيش;شارع الجمهورية;أولى;29.3084;30.8428;نعم;01/10/2026;L-1;ترخيص;P-1;شركة النيل للإعلان;01/01/2026;31/12/2026;شهري;1500
A-1;لوحة حرة;لوحة الكورنيش;شارع الجمهورية;أولى;29.3084;30.8428;نعم;01/10/2026;L-2;ترخيص;P-2;محمد علي;01/01/2027;31/12/2027;شهري;1600
A-2;كشك;;شارع الحرية;ثانية;;;نعم;01/10/2026;;;;;;;;
A-1;لوحة حرة;اسم آخر;شارع الجمهورية;أولى;29.3084;30.8428;نعم;01/10/2026;L-4;ترخيص;P-1;;01/01/2028;31/12/2028;شهري;1600
A-5;نوع غريب;;;;;;;;;;;;;;;
A-6;كشك;;;;;;;;L-6;ترخيص;P-9;;01/01/2026;31/12/2026;شهري;10
A-7;كشك;;;;;;;;L-7;ترخيص;P-1;;01/01/2026;;شهري;10
A-8;كشك;;;;29.3;;;;;;;;;;;
`

test.group('Registers import', (group) => {
  group.setup(loadImportReference)

  test('sites get a permanent code, rights their last day, parties are made from their name', async ({
    assert,
  }) => {
    const unitId = await aUnit()
    const outcome = await importFile({ kind: 'sites-and-licences', unitId, content: SITES })
    assert.deepEqual(counts(outcome), [3, 0, 0, 5, 0])
    assert.deepEqual(
      outcome.reasons.map((reason) => reason.code),
      ['site_differs', 'unknown_class', 'unknown_party', 'right_incomplete', 'point_incomplete']
    )
    const [assets] = await db.rawQuery(
      'SELECT code, site_no, name, street_grade FROM assets WHERE unit_id = ? ORDER BY site_no',
      [unitId]
    )
    assert.deepEqual(
      assets.map((asset: any) => [asset.site_no, asset.name, asset.street_grade]),
      [
        ['A-1', 'لوحة الكورنيش', 'first'],
        ['A-2', 'شارع الحرية', 'second'],
      ]
    )
    assert.isTrue(assets.every((asset: any) => verifyCheckCharacter(asset.code)))
    const [[right]] = await db.rawQuery(
      "SELECT valid_from, valid_to, status, kind FROM rights WHERE unit_id = ? AND right_no = 'L-1'",
      [unitId]
    )
    assert.deepEqual(
      { ...right },
      { valid_from: '2026-01-01', valid_to: '2027-01-01', status: 'active', kind: 'licence' }
    )
    assert.equal(
      await one("SELECT kind FROM parties WHERE unit_id = ? AND party_no = 'P-1'", [unitId]),
      'organisation'
    )

    assert.deepEqual(
      counts(await importFile({ kind: 'sites-and-licences', unitId, content: SITES })),
      [0, 0, 3, 5, 0]
    )
  })

  test('an older file does not take back the state that the house moved a right on to', async ({
    assert,
  }) => {
    const unitId = await aUnit()
    await importFile({ kind: 'sites-and-licences', unitId, content: SITES })
    await db
      .from('rights')
      .where({ unit_id: unitId, right_no: 'L-1' })
      .update({ status: 'holdover' })
    const again = await importFile({ kind: 'sites-and-licences', unitId, content: SITES })
    assert.deepEqual(counts(again), [0, 0, 3, 5, 0])
    assert.equal(
      await one("SELECT status FROM rights WHERE unit_id = ? AND right_no = 'L-1'", [unitId]),
      'holdover'
    )
  })

  test('a later inspection updates the site, another amount of a licence is a conflict', async ({
    assert,
  }) => {
    const unitId = await aUnit()
    await importFile({ kind: 'sites-and-licences', unitId, content: SITES })
    const outcome = await importFile({
      kind: 'sites-and-licences',
      unitId,
      content: `site_no,class,in_use,in_use_on,right_no,right_kind,party_no,valid_from,valid_until,billing,period_amount,status
A-2,كشك,لا,2026-11-01,,,,,,,,
A-1,لوحة حرة,,,L-1,ترخيص,P-1,2026-01-01,2026-12-31,شهري,1500.00,موقوف
A-1,لوحة حرة,,,L-2,ترخيص,P-2,2027-01-01,2027-12-31,شهري,1700.00,
`,
    })
    assert.deepEqual(counts(outcome), [0, 2, 0, 1, 0])
    assert.equal(outcome.reasons[0]!.field, 'period_amount')
    assert.equal(
      await one("SELECT is_in_use FROM assets WHERE unit_id = ? AND site_no = 'A-2'", [unitId]),
      '0'
    )
    assert.equal(
      await one("SELECT name FROM assets WHERE unit_id = ? AND site_no = 'A-1'", [unitId]),
      'لوحة الكورنيش'
    )
    assert.equal(
      await one("SELECT status FROM rights WHERE unit_id = ? AND right_no = 'L-1'", [unitId]),
      'suspended'
    )
  })

  test('a workbook with real dates and numbers reads like the text file', async ({ assert }) => {
    const unitId = await aUnit()
    const workbook = new ExcelJS.Workbook()
    const sheet = workbook.addWorksheet('المواقع', { views: [{ rightToLeft: true }] })
    sheet.addRow(['سجل مواقع الإعلانات'])
    sheet.addRow([
      'رقم الموقع',
      'نوع الموقع',
      'خط العرض',
      'خط الطول',
      'رقم الترخيص',
      'نوع السند',
      'رقم الطرف',
      'المرخص له',
      'بداية السريان',
      'نهاية السريان',
      'دورية السداد',
      'قيمة الفترة',
    ])
    sheet.addRow([
      'A-1',
      'لوحة حرة',
      29.3084,
      30.8428,
      'L-1',
      'ترخيص',
      'P-1',
      'شركة النيل',
      new Date(Date.UTC(2026, 0, 1)),
      new Date(Date.UTC(2026, 11, 31)),
      'شهري',
      1500.5,
    ])
    const path = join(await mkdtemp(join(tmpdir(), 'diwan-xlsx-')), 'sites.xlsx')
    await workbook.xlsx.writeFile(path)
    const outcome = await importFile({
      kind: 'sites-and-licences',
      unitId,
      content: await readFile(path),
      name: 'sites.xlsx',
    })
    assert.deepEqual(counts(outcome), [1, 0, 0, 0, 0])
    const [[right]] = await db.rawQuery(
      'SELECT valid_from, valid_to, period_amount FROM rights WHERE unit_id = ?',
      [unitId]
    )
    assert.deepEqual(
      { ...right },
      { valid_from: '2026-01-01', valid_to: '2027-01-01', period_amount: '1500.50' }
    )
  })

  test('numbers that name people are sealed to their row, found by index, and shown nowhere', async ({
    assert,
  }) => {
    const unitId = await aUnit()
    const content =
      'party_no,kind,name,national_id,phone\nP-1,شخص,محمد أحمد,٢٩٠٠١٠١١٢٣٤٥٦٧,01012345678\nP-2,جهة,شركة النيل,not/a number!!,\n'
    const outcome = await importFile({ kind: 'parties', unitId, content })
    assert.deepEqual(counts(outcome), [1, 0, 0, 1, 0])
    assert.notInclude(JSON.stringify(outcome), 'not/a')
    const [[party]] = await db.rawQuery(
      'SELECT CAST(national_id_cipher AS CHAR) AS cipher, LOWER(HEX(national_id_index)) AS idx FROM parties WHERE unit_id = ?',
      [unitId]
    )
    const place = { table: 'parties', column: 'national_id', row: `${unitId}/P-1` }
    assert.equal(fieldCipher.open(party.cipher, place), '29001011234567')
    assert.equal(party.idx, fieldCipher.blindIndex('national_id', '29001011234567'))

    assert.deepEqual(
      counts(await importFile({ kind: 'parties', unitId, content })),
      [0, 0, 1, 1, 0]
    )
    const renamed = await importFile({
      kind: 'parties',
      unitId,
      content: 'party_no,name\nP-1,محمد أحمد علي\n',
    })
    assert.deepEqual(counts(renamed), [0, 1, 0, 0, 0])
    assert.equal(await one('SELECT phone FROM parties WHERE unit_id = ?', [unitId]), '01012345678')
  })
})
