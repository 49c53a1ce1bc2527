import { test } from '@japa/runner'
import { answers, aSignedBatch } from '#tests/support/banking'
import { BANKING_CORRUPTIONS } from '#tests/support/books/banking_corruptions'
import { HouseOfItsOwn } from '#tests/support/books/house_of_its_own'
import { Scratch } from '#tests/support/books/scratch'
import { blamedBy, namesEach } from '#tests/support/books/spoiled_house'
import { loadImportReference } from '#tests/support/imports'
import { aPayingUnit } from '#tests/support/payments'

test.group('The check of the books | batches and answers of the bank', (group) => {
  const house = new HouseOfItsOwn(`diwan_banking_${process.pid}`)
  const copy = new Scratch(`diwan_banking_${process.pid}_copy`)

  group.setup(async () => {
    try {
      await house.enter()
      await loadImportReference()
      const world = await aPayingUnit()
      const { orders } = await aSignedBatch(world, ['1250.50', '48.25', '700.00'])
      const [paid, refused] = orders.map(({ label }) => label)
      await answers(world, [
        `${paid},,1250.50,منفذ,,${world.on}`,
        `${refused},,48.25,مرفوض,الحساب مغلق,${world.on}`,
      ])
      await copy.create()
      await copy.copyFrom(house)
    } finally {
      await house.leave()
    }
  })
  group.teardown(() => copy.drop())

  const found = blamedBy(['I2'], ['order_batches', 'payment_orders', 'bank_answers'])

  test('finds nothing to blame while two orders are answered and one still waits', async ({
    assert,
  }) => {
    assert.deepEqual(await found(copy.client), [])
    const [rows] = await copy.client.rawQuery(
      'SELECT o.status, a.result FROM payment_orders o LEFT JOIN bank_answers a ON a.order_id = o.id ORDER BY o.id'
    )
    assert.deepEqual(
      rows.map((row: Record<string, string>) => [row.status, row.result]),
      [
        ['executed', 'executed'],
        ['rejected', 'rejected'],
        ['signed', null],
      ]
    )
  })

  namesEach(copy, BANKING_CORRUPTIONS, found, { byEvery: true })
})
