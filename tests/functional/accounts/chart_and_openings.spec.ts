import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { SYSTEM } from '#audit/actor'
import { undoImport } from '#core/imports/undo'
import { balanceOf, counts, importFile, loadImportReference, one } from '#tests/support/imports'
import { aUnit } from '#tests/support/units'

const account = async (code: string) => db.from('ledger_accounts').where({ code }).first()

test.group('The official chart comes in by file', (group) => {
  group.setup(loadImportReference)

  const tree = [
    'كود الحساب,اسم الحساب',
    '35170000,حسابات مدينة',
    '35170100,حسابات مدينة جارية',
    '35170106,ح/ مدينة – تأمينات لدى الغير',
    '91170501,كفالات عن تأمينات نهائية',
    '61170106,ليس حسابًا',
    '3517010,ناقص',
  ].join('\n')

  test('classes come from the first digit, headings from what stands under them, and the file again changes nothing', async ({
    assert,
  }) => {
    const unitId = await aUnit()
    const file = { kind: 'chart-of-accounts', unitId, content: tree }
    const done = await importFile(file)
    assert.deepEqual(counts(done), [4, 0, 0, 2, 0])
    const leaf = await account('35170106')
    assert.deepInclude(
      { ...leaf },
      { class: 'asset', parent_code: '35170100', is_postable: 1, confirmed: 1 }
    )
    const middle = await account('35170100')
    assert.deepInclude({ ...middle }, { parent_code: '35170000', is_postable: 0 })
    assert.equal((await account('91170501')).class, 'memo')
    assert.deepEqual(counts(await importFile(file)), [0, 0, 4, 2, 0])

    const lost = 'كود الحساب,اسم الحساب,الحساب الأعلى\n35180001,بلا أب,35189999'
    const refused = await importFile({ ...file, content: lost })
    assert.deepEqual(counts(refused), [0, 0, 0, 1, 0])
    await undoImport(done.id, { by: SYSTEM })
    assert.isNull(await account('35170106'))
  })
})

test.group('Opening balances', (group) => {
  group.setup(loadImportReference)

  const rows = (...lines: string[]) => ['كود الحساب,تاريخ الافتتاح,مدين,دائن', ...lines].join('\n')

  test('what balances is posted on the first of July, once; the same file again posts nothing', async ({
    assert,
  }) => {
    const unitId = await aUnit()
    const content = rows(
      'INT-BANK,2026-07-01,1500.50,',
      'INT-CASH,2026-07-01,0.25,',
      'INT-DEPOSITS,2026-07-01,,1500.75'
    )
    const done = await importFile({ kind: 'opening-balances', unitId, content })
    assert.deepEqual(counts(done), [3, 0, 0, 0, 0])
    assert.equal(await balanceOf('INT-BANK', unitId), '1500.50')
    assert.equal(await balanceOf('INT-DEPOSITS', unitId), '-1500.75')
    assert.equal(
      await one('SELECT SUM(debit) FROM ledger_totals WHERE unit_id = ? AND month = ?', [
        unitId,
        '2026-07-01',
      ]),
      '1500.75'
    )
    const again = await importFile({ kind: 'opening-balances', unitId, content })
    assert.deepEqual(counts(again), [0, 0, 3, 0, 0])
    assert.equal(await one('SELECT COUNT(*) FROM ledger_entries WHERE unit_id = ?', [unitId]), '1')

    await undoImport(done.id, { by: SYSTEM })
    assert.equal(await balanceOf('INT-BANK', unitId), '0.00')
    assert.equal(
      await one('SELECT COUNT(*) FROM opening_balances WHERE unit_id = ?', [unitId]),
      '0'
    )
  })

  test('a file that does not balance lands nothing, and other mistakes are told row by row', async ({
    assert,
  }) => {
    const unitId = await aUnit()
    const crooked = rows('INT-BANK,2026-07-01,100,', 'INT-DEPOSITS,2026-07-01,,99.99')
    const first = await importFile({ kind: 'opening-balances', unitId, content: crooked })
    assert.deepEqual(counts(first), [0, 0, 0, 2, 0])
    assert.equal(
      await one('SELECT code FROM import_rejections WHERE import_id = ? LIMIT 1', [first.id]),
      'opening_unbalanced'
    )
    const wrong = rows(
      '31110300,2026-07-01,10,',
      'INT-BANK,2026-08-01,10,',
      'INT-BANK,2026-07-01,10,10',
      'INT-BANK,2026-07-01,,'
    )
    const second = await importFile({ kind: 'opening-balances', unitId, content: wrong })
    assert.deepEqual(counts(second), [0, 0, 0, 4, 0])
    assert.equal(await balanceOf('INT-BANK', unitId), '0.00')
  })
})
