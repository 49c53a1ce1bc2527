import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import type User from '#identity/models/user'
import db from '@adonisjs/lucid/services/db'
import { APPROVER, ImportWalk, MAKER } from '#tests/support/import_walk'
import { aHolder } from '#tests/support/holders'
import { aUnit } from '#tests/support/units'

const CHARGES = [
  'كود السداد,بند الإيراد,الفترة,تاريخ الاستحقاق,المبلغ',
  'P-1,1.1,2026-10,05/10/2026,"1,250.50"',
  'P-2,1.1,2026-10,05/10/2026,٣٠٠',
  'P-3,لا وجود له,2026-10,05/10/2026,100.00',
  ',,,,',
  'P-4,1.1,2026-10,31/02/2026,75.25',
].join('\n')

test.group('Import pages', (group) => {
  let folder = ''
  let above = 0
  let unitId = 0
  let head = ''
  group.setup(async () => {
    folder = await mkdtemp(join(tmpdir(), 'imports-'))
    // Not a root: who holds something at a root holds it everywhere.
    above = await aUnit()
    unitId = await aUnit(above)
    head = (await db.from('revenue_heads').orderBy('id').firstOrFail()).code
    return () => rm(folder, { recursive: true })
  })

  async function walkWith(client: ImportWalk['client']) {
    const maker = await aHolder(MAKER, { unitId, fullName: 'هدى سالم' })
    const approver = await aHolder(APPROVER, { unitId, fullName: 'عادل منصور' })
    return new ImportWalk(client, maker, approver)
  }

  async function file(name: string, text: string) {
    const path = join(folder, name)
    await writeFile(path, text.replaceAll('1.1,', `${head},`))
    return path
  }

  test('charges land only after a second person approved, and an undo frees their references', async ({
    client,
    assert,
  }) => {
    const walk = await walkWith(client)
    const uploaded = await walk.upload('charges', unitId, await file('charges.csv', CHARGES))
    assert.equal(uploaded.status(), 303)
    assert.include(uploaded.header('location'), '/reading')
    const reading = await walk.get('reading')
    assert.equal(reading.status(), 200)
    assert.include(reading.text(), 'كود السداد')

    assert.equal((await walk.map()).status(), 303)
    assert.equal(await walk.work(), 'checked')
    const shown = await walk.figures()
    assert.deepInclude(shown, {
      rows: 5,
      landed: 2,
      updated: 0,
      unchanged: 0,
      rejected: 2,
      blank: 1,
    })
    assert.deepEqual(shown.totals, {
      file: '1,725.75',
      landed: '1,550.50',
      updated: '0.00',
      unchanged: '0.00',
      rejected: '175.25',
    })
    assert.include((await walk.get()).text(), 'بند الإيراد «لا وجود له» غير معروف')
    assert.equal(await chargesOf(walk.id), 0)
    const rejected = await walk.get('?format=csv')
    assert.include(rejected.header('content-type'), 'text/csv')
    assert.include(rejected.text(), 'الصف 6، «تاريخ الاستحقاق»')
    const workbook = await walk.get('?format=xlsx')
    assert.include(workbook.header('content-type'), 'spreadsheetml')

    const approver = await aHolder([...new Set([...MAKER, ...APPROVER])], {
      unitId,
      fullName: 'من رفع',
    })
    const own = new ImportWalk(client, approver, approver)
    await own.upload('charges', unitId, await file('own.csv', CHARGES))
    await own.map()
    assert.equal(await own.work(), 'checked')
    const refused = await own.approve(approver)
    assert.include(String(refused.flashMessage('error')), 'من رفع الملف لا يعتمده')
    const viaCommit = await own.commit()
    assert.include(String(viaCommit.flashMessage('error')), 'إلا بعد اعتماد شخص ثان')

    const waits = async (by: User) =>
      (await client.get('/waiting?kind=import').loginAs(by)).text().includes(`/imports/${walk.id}`)
    assert.deepEqual([await waits(walk.approver), await waits(walk.maker)], [true, false])
    assert.equal((await walk.approve()).status(), 303)
    assert.isFalse(await waits(walk.approver))
    assert.equal(await walk.work(), 'committed')
    assert.equal(await chargesOf(walk.id), 2)
    assert.deepInclude(await walk.figures(), { landed: 2, rejected: 2 })
    const [decision] = await db
      .from('approvals')
      .where({ subject_type: 'import', subject_id: walk.id })
    assert.equal(decision.decided_by, walk.approver.id)
    assert.lengthOf(decision.document_hash, 32)

    const again = await walkWith(client)
    await again.upload('charges', unitId, await file('charges.csv', CHARGES))
    await again.map()
    assert.equal(await again.work(), 'checked')
    assert.deepInclude(await again.figures(), { landed: 0, unchanged: 2, rejected: 2 })

    const short = await walk.undo('لا')
    assert.property(short.flashMessage('inputErrorsBag'), 'reason')
    assert.equal((await walk.undo('ملف الشهر الخطأ')).status(), 303)
    assert.equal(await walk.work(), 'undone')
    assert.equal(await chargesOf(walk.id), 0)
    const said = await db
      .from('trail')
      .where({ subject_type: 'import', subject_id: walk.id })
      .orderBy('seq')
    assert.deepEqual(
      said.map((row) => row.action),
      ['import.uploaded', 'import.mapped', 'import.approved', 'import.committed', 'import.undone']
    )
    assert.equal(said.at(-1).reason, 'ملف الشهر الخطأ')
  })

  test('every wrong field of a row is told at once, and the row counts once', async ({
    client,
    assert,
  }) => {
    const walk = await walkWith(client)
    const row = 'W-1,لا وجود له,2026-10,31/02/2026,مئة'
    await walk.upload(
      'charges',
      unitId,
      await file('wrong.csv', `${CHARGES.split('\n')[0]}\n${row}`)
    )
    await walk.map()
    assert.equal(await walk.work(), 'checked')
    assert.deepInclude(await walk.figures(), { rows: 1, landed: 0, rejected: 1 })
    const page = (await walk.get()).text()
    const sheet = (await walk.get('?format=csv')).text()
    for (const field of ['بند الإيراد', 'تاريخ الاستحقاق', 'المبلغ']) {
      assert.include(page, `الصف 2، «${field}»`)
      assert.include(sheet, `الصف 2، «${field}»`)
    }
  })

  test('the database itself refuses to commit what nobody approved', async ({ client, assert }) => {
    const walk = await walkWith(client)
    await walk.upload('charges', unitId, await file('unapproved.csv', CHARGES))
    await assert.rejects(
      () => db.rawQuery("UPDATE imports SET state = 'committing' WHERE id = ?", [walk.id]),
      /imports_approved_before_commit/
    )
    await assert.rejects(
      () => db.rawQuery('UPDATE imports SET approved_by = created_by WHERE id = ?', [walk.id]),
      /imports_maker_is_not_approver/
    )
  })

  test('an undo is refused in words while a later import stands on it', async ({
    client,
    assert,
  }) => {
    const charges = CHARGES.replaceAll('P-', 'U-')
    const heads = await db.from('revenue_heads').orderBy('id').limit(2)
    const first = await walkWith(client)
    const later = await walkWith(client)
    for (const [walk, text] of [
      [first, charges],
      [later, charges.replaceAll('1.1,', `${heads[1].code},`)],
    ] as const) {
      await walk.upload('charges', unitId, await file('corrected.csv', text))
      await walk.map()
      await walk.work()
      await walk.approve()
      assert.equal(await walk.work(), 'committed')
    }
    assert.deepInclude(await later.figures(), { landed: 0, updated: 2 })
    await first.undo('لم يعد يلزم')
    assert.equal(await first.work(), 'committed')
    const page = (await first.get()).text()
    assert.include(page, 'لم يتم التراجع')
    assert.include(page, `صحح الاستيراد رقم ${later.id}`)
    assert.equal(await chargesOf(first.id), 2)
  })

  test('what changed after its approval does not land', async ({ client, assert }) => {
    const walk = await walkWith(client)
    await walk.upload('charges', unitId, await file('changed.csv', CHARGES.replaceAll('P-', 'Q-')))
    await walk.map()
    await walk.work()
    await walk.approve()
    await db.rawQuery(
      `UPDATE imports SET mapping = JSON_SET(mapping, '$.amount', JSON_OBJECT('value', '1')) WHERE id = ?`,
      [walk.id]
    )
    await walk.work()
    assert.equal(await chargesOf(walk.id), 0)
    assert.include((await walk.get()).text(), 'تغير الاستيراد')
  })

  test('a file that cannot be read is refused beside its field', async ({ client, assert }) => {
    const walk = await walkWith(client)
    const response = await walk.upload('charges', unitId, await file('empty.csv', ''))
    assert.equal(walk.id, 0)
    assert.property(response.flashMessage('inputErrorsBag'), 'file')
    const nothing = await client
      .post('/imports')
      .loginAs(walk.maker)
      .withCsrfToken()
      .redirects(0)
      .header('accept', 'text/html')
      .fields({ kind: 'charges', unit_id: String(unitId) })
    assert.property(nothing.flashMessage('inputErrorsBag'), 'file')
  })

  test('a required field without a column is refused beside it', async ({ client, assert }) => {
    const walk = await walkWith(client)
    await walk.upload('charges', unitId, await file('unmapped.csv', CHARGES))
    const response = await walk.map({ amount: null })
    assert.property(response.flashMessage('inputErrorsBag'), 'source_amount')
  })

  test('who approves does not first choose the columns himself', async ({ client, assert }) => {
    const walk = await walkWith(client)
    await walk.upload('charges', unitId, await file('theirs.csv', CHARGES.replaceAll('P-', 'R-')))
    await walk.map()
    await walk.work()
    const both = await aHolder([...new Set([...MAKER, ...APPROVER])], { unitId })
    const remapped = await walk.send('mapping?_method=PUT', walk.chosen, both)
    assert.include(String(remapped.flashMessage('error')), 'إلا من رفعه')
    assert.notInclude((await walk.get('', both)).text(), 'تغيير الأعمدة')
  })

  test('who may not record a kind of data does not import it', async ({ client, assert }) => {
    const walk = await walkWith(client)
    const response = await walk.upload('receipts', unitId, await file('receipts.csv', CHARGES))
    assert.equal(walk.id, 0)
    const { kind } = response.flashMessage('inputErrorsBag') as Record<string, string[]>
    assert.include(String(kind), 'لا تملك صلاحية تسجيل هذا النوع')
    const page = await client.get('/imports/create').loginAs(walk.maker)
    assert.include(page.text(), 'value="charges"')
    assert.notInclude(page.text(), 'value="receipts"')
  })

  test('strangers of another unit do not find an import', async ({ client, assert }) => {
    const walk = await walkWith(client)
    await walk.upload('charges', unitId, await file('strange.csv', CHARGES))
    const stranger = await aHolder([...new Set([...MAKER, ...APPROVER])], {
      unitId: await aUnit(above),
      fullName: 'من وحدة أخرى',
    })
    assert.equal((await walk.get('', stranger)).status(), 404)
    assert.equal((await walk.get('mapping', stranger)).status(), 404)
    assert.equal((await walk.approve(stranger)).status(), 404)
    const there = new ImportWalk(client, stranger, stranger)
    assert.equal(
      (await there.upload('charges', unitId, await file('s.csv', CHARGES))).status(),
      404
    )
  })
})

async function chargesOf(importId: number): Promise<number> {
  const [[{ n }]] = await db.rawQuery('SELECT COUNT(*) AS n FROM charges WHERE import_id = ?', [
    importId,
  ])
  return Number(n)
}
