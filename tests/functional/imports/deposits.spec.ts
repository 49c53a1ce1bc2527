import { test } from '@japa/runner'
import { aUnit } from '#tests/support/units'
import {
  aBankAccount,
  balanceOf,
  counts,
  importFile,
  loadImportReference,
} from '#tests/support/imports'

test.group('Deposit slips and settlements import', (group) => {
  group.setup(loadImportReference)

  test('slips move cash into transit; another amount under a number is a conflict', async ({
    assert,
  }) => {
    const unitId = await aUnit()
    const { number } = await aBankAccount(unitId)
    const file = (amount: string) =>
      `رقم الحافظة;رقم الحساب;تاريخ التوريد;المبلغ;كود الصراف\nS-1;${number};05/10/2026;${amount};C01\nS-2;${number};06/10/2026;50;C01\n`
    const outcome = await importFile({ kind: 'deposit-slips', unitId, content: file('1550.50') })
    assert.deepEqual(counts(outcome), [2, 0, 0, 0, 0])
    assert.equal(await balanceOf('INT-TRANSIT', unitId), '1600.50')
    assert.equal(await balanceOf('INT-CASH', unitId), '-1600.50')
    const again = await importFile({ kind: 'deposit-slips', unitId, content: file('1550.51') })
    assert.deepEqual(counts(again), [0, 0, 1, 1, 0])
    assert.equal(again.reasons[0]!.code, 'conflict')
  })

  test('settlements post gross, commission and net; a net that is not their difference is refused', async ({
    assert,
  }) => {
    const unitId = await aUnit()
    const { number } = await aBankAccount(unitId)
    const outcome = await importFile({
      kind: 'settlements',
      unitId,
      content: `batch_no,account,settled_on,gross,commission,net,provider
B-1,${number},2026-10-05,1000.00,12.50,987.50,e-finance
B-2,${number},2026-10-05,500.00,0,500.00,e-finance
B-3,${number},2026-10-05,500.00,1,500.00,e-finance
B-4,EG000,2026-10-05,500.00,0,500.00,e-finance
`,
    })
    assert.deepEqual(counts(outcome), [2, 0, 0, 2, 0])
    assert.deepEqual(
      outcome.reasons.map((reason) => reason.code),
      ['net_differs', 'unknown_account']
    )
    assert.equal(await balanceOf('INT-TRANSIT', unitId), '1487.50')
    assert.equal(await balanceOf('INT-COMMISSION', unitId), '12.50')
    assert.equal(await balanceOf('INT-ECOLLECT', unitId), '-1500.00')
    assert.equal(outcome.totals.landed.gross, '1500.00')
  })
})
