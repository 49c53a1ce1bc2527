import { test } from '@japa/runner'
import { readFile } from 'node:fs/promises'
import { ABSENT, isShared, sharedPath } from '#tests/support/shared_data'
import { aUnit } from '#tests/support/units'
import { aBankAccount, counts, importFile, loadImportReference, one } from '#tests/support/imports'

const FILE = 'spending/trafford/trafford-supplier-spend-2024-25.zip'

test.group('Real payments of a council', (group) => {
  group.setup(loadImportReference)

  test('all 210,068 land, 50,470 equal ones among them, to the last piastre; again nothing changes', async ({
    assert,
  }) => {
    const unitId = await aUnit()
    const { number } = await aBankAccount(unitId)
    const file = {
      kind: 'bank-statement',
      unitId,
      content: await readFile(sharedPath(FILE)),
      name: 'spend.zip',
      mapping: {
        account: { value: number },
        booked_on: 'PaymentDate',
        amount: 'Amount',
        reference: 'TransactionNumber',
        counterparty: 'BeneficiaryName',
        narrative: 'Purpose',
      },
    }
    const first = await importFile(file)
    assert.deepEqual(counts(first), [210_068, 0, 0, 0, 0])
    assert.equal(first.totals.landed.amount, '565219573.74')
    assert.equal(
      await one('SELECT SUM(amount) FROM bank_lines WHERE unit_id = ?', [unitId]),
      '565219573.74'
    )
    const again = await importFile(file)
    assert.deepEqual(counts(again), [0, 0, 210_068, 0, 0])
    assert.equal(
      await one('SELECT SUM(amount) FROM bank_lines WHERE unit_id = ?', [unitId]),
      '565219573.74'
    )
  })
    .timeout(240_000)
    .skip(!isShared(FILE), ABSENT)
})
