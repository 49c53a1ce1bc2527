import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { aUnit } from '#tests/support/units'
import { counts, importFile, loadImportReference, one } from '#tests/support/imports'

const FILE = `payment_ref,head,period,due_on,amount
PR-1,ADV-USE,2026-10,2026-10-15,1000.00
PR-2,مقابل إشغال طريق,10/2026,15/10/2026,"2,000.50"
PR-3,لا شيء,2026-10,2026-10-15,10
PR-4,ADV-USE,2026-10,2026-10-15,0
,ADV-USE,2026-10,2026-10-15,5
`

test.group('Charges import', (group) => {
  group.setup(loadImportReference)

  test('a dry run says everything and leaves no trace but its verdict', async ({ assert }) => {
    const unitId = await aUnit()
    const outcome = await importFile({ kind: 'charges', unitId, content: FILE, dryRun: true })
    assert.deepEqual(counts(outcome), [2, 0, 0, 3, 0])
    assert.deepEqual(
      outcome.reasons.map(({ row, code }) => [row, code]),
      [
        [4, 'unknown_head'],
        [5, 'not_positive'],
        [6, 'missing'],
      ]
    )
    assert.equal(outcome.sample.new.length, 2)
    assert.equal(outcome.totals.landed.amount, '3000.50')
    assert.equal(await one('SELECT COUNT(*) FROM charges WHERE unit_id = ?', [unitId]), '0')
    assert.equal(await one('SELECT COUNT(*) FROM trail WHERE unit_id = ?', [unitId]), '0')
    const [[row]] = await db.rawQuery(
      'SELECT state, row_count, landed, rejected FROM imports WHERE id = ?',
      [outcome.id]
    )
    assert.deepEqual({ ...row }, { state: 'checked', row_count: 5, landed: 2, rejected: 3 })
    assert.equal(
      await one('SELECT COUNT(*) FROM import_rejections WHERE import_id = ?', [outcome.id]),
      '3'
    )
  })

  test('a row that is wrong in several fields is told all of them at once, and counts once', async ({
    assert,
  }) => {
    const unitId = await aUnit()
    const outcome = await importFile({
      kind: 'charges',
      unitId,
      content: [
        'payment_ref,head,period,due_on,amount,site_no,party_no',
        ',لا شيء,2026-13,2026-02-31,مئة,S-404,P-404',
        'PR-9,ADV-USE,2026-10,2026-10-15,10,S-404,P-404',
        'PR-10,ADV-USE,2026-10,2026-10-15,7.50,,',
      ].join('\n'),
    })
    assert.deepEqual(counts(outcome), [1, 0, 0, 2, 0])
    assert.equal(outcome.reasonCount, 9)
    const told = (row: number) =>
      outcome.reasons.filter((reason) => reason.row === row).map((reason) => reason.field)
    assert.sameMembers(told(2), [
      ...['payment_ref', 'head', 'period', 'due_on', 'amount', 'site_no', 'party_no'],
    ])
    assert.equal(told(2)[0], 'payment_ref')
    assert.sameMembers(told(3), ['site_no', 'party_no'])
    for (const { message } of outcome.reasons) assert.match(message.ar, /^الصف [23]، «.+»: .+/)
    const kept = await one('SELECT COUNT(*) FROM import_rejections WHERE import_id = ?', [
      outcome.id,
    ])
    assert.equal(kept, '9')
  })

  test('commits once, with one row in the trail that carries counts, totals and the hash of the file', async ({
    assert,
  }) => {
    const unitId = await aUnit()
    const outcome = await importFile({ kind: 'charges', unitId, content: FILE })
    assert.equal(outcome.landed, 2)
    const [[trail]] = await db.rawQuery('SELECT action, after_value FROM trail WHERE unit_id = ?', [
      unitId,
    ])
    const after = JSON.parse(trail.after_value)
    assert.equal(trail.action, 'import.committed')
    assert.equal(after.landed, 2)
    assert.equal(after.totals.landed.amount, '3000.50')
    assert.match(after.sha256, /^[0-9a-f]{64}$/)

    const again = await importFile({ kind: 'charges', unitId, content: FILE })
    assert.deepEqual(counts(again), [0, 0, 2, 3, 0])
    assert.equal(
      await one('SELECT SUM(amount) FROM charges WHERE unit_id = ?', [unitId]),
      '3000.50'
    )
  })

  test('another day or amount is a conflict, another head an update', async ({ assert }) => {
    const unitId = await aUnit()
    await importFile({ kind: 'charges', unitId, content: FILE })
    const outcome = await importFile({
      kind: 'charges',
      unitId,
      content:
        'payment_ref,head,period,due_on,amount\nPR-1,ADV-LIC,2026-10,2026-10-15,1000\nPR-2,OCC-USE,2026-10,2026-10-16,2000.50\n',
    })
    assert.deepEqual(counts(outcome), [0, 1, 0, 1, 0])
    assert.equal(outcome.reasons[0]!.field, 'due_on')
    const head =
      'SELECT h.code FROM charges c JOIN revenue_heads h ON h.id = c.head_id WHERE c.unit_id = ? AND c.payment_ref = ?'
    assert.equal(await one(head, [unitId, 'PR-1']), 'ADV-LIC')
    assert.equal(await one(head, [unitId, 'PR-2']), 'OCC-USE')
  })

  test('a charge takes site and party from its right; unknown rights and sites are named', async ({
    assert,
  }) => {
    const unitId = await aUnit()
    await importFile({
      kind: 'sites-and-licences',
      unitId,
      content: `site_no,class,right_no,right_kind,party_no,party_name,valid_from,valid_until,billing,period_amount
A-1,advertising.unipole,L-1,licence,P-1,شركة النيل,2026-01-01,2026-12-31,monthly,1000
`,
    })
    const outcome = await importFile({
      kind: 'charges',
      unitId,
      content: `payment_ref,head,right_no,site_no,period,due_on,amount
X-1,ADV-USE,L-1,,2026-10,2026-10-15,1000
X-2,ADV-USE,L-9,,2026-10,2026-10-15,1000
X-3,ADV-USE,,A-9,2026-10,2026-10-15,1000
`,
    })
    assert.deepEqual(counts(outcome), [1, 0, 0, 2, 0])
    assert.deepEqual(
      outcome.reasons.map((reason) => reason.code),
      ['unknown_right', 'unknown_site']
    )
    const [[charge]] = await db.rawQuery(
      'SELECT right_id, asset_id, party_id FROM charges WHERE unit_id = ?',
      [unitId]
    )
    assert.isNotNull(charge.right_id)
    assert.isNotNull(charge.asset_id)
    assert.isNotNull(charge.party_id)
  })

  test('twins that both correct a recorded charge correct it once', async ({ assert }) => {
    const unitId = await aUnit()
    await importFile({ kind: 'charges', unitId, content: FILE })
    const row = 'PR-1,ADV-LIC,2026-10,2026-10-15,1000\n'
    const outcome = await importFile({
      kind: 'charges',
      unitId,
      content: `payment_ref,head,period,due_on,amount\n${row}${row}`,
    })
    assert.deepEqual(counts(outcome), [0, 1, 1, 0, 0])
  })

  test('asks for the columns it cannot do without', async ({ assert }) => {
    const unitId = await aUnit()
    await assert.rejects(
      () =>
        importFile({
          kind: 'charges',
          unitId,
          content: 'payment_ref,head,period\nA,ADV-USE,2026-10\n',
        }),
      /لا يوجد في الملف عمود للحقل/
    )
  })

  test('remembers the mapping of these headings for the next file', async ({ assert }) => {
    const unitId = await aUnit()
    const content = (ref: string) => `a,b,c,d,e\n${ref},ADV-USE,2026-10,2026-10-15,10\n`
    const mapping = { payment_ref: 'a', head: 'b', period: 'c', due_on: 'd', amount: 'e' }
    await importFile({ kind: 'charges', unitId, content: content('M-1'), mapping })
    const next = await importFile({ kind: 'charges', unitId, content: content('M-2') })
    assert.equal(next.landed, 1)
  })
})
