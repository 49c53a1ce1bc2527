import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { nextNumber, nextNumbers } from '#core/numbering'
import { within } from '#core/within'
import { aUnit } from '#tests/support/units'

test.group('Numbering', () => {
  test('a rolled back document gives its number back', async ({ assert }) => {
    const series = { unitId: await aUnit(), book: 'receipts', fiscalYear: '2026/2027' }
    assert.equal(await db.transaction((trx) => nextNumber(series, trx)), 1)
    await assert.rejects(() =>
      db.transaction(async (trx) => {
        await nextNumber(series, trx)
        throw new Error('the document failed')
      })
    )
    assert.equal(await db.transaction((trx) => nextNumber(series, trx)), 2)
  })

  test('thirty clerks at once get thirty numbers without a gap', async ({ assert }) => {
    const series = { unitId: await aUnit(), book: 'vouchers', fiscalYear: '2026/2027' }
    const numbers = await Promise.all(
      Array.from({ length: 30 }, () => within(null, (trx) => nextNumber(series, trx)))
    )
    assert.deepEqual(
      numbers.sort((a, b) => a - b),
      Array.from({ length: 30 }, (_, at) => at + 1)
    )
  })

  test('a block is taken whole and the years are numbered apart', async ({ assert }) => {
    const unitId = await aUnit()
    const old = { unitId, book: 'ledger', fiscalYear: '2025/2026' }
    const next = { ...old, fiscalYear: '2026/2027' }
    assert.equal(await db.transaction((trx) => nextNumbers(old, 500, trx)), 1)
    assert.equal(await db.transaction((trx) => nextNumber(old, trx)), 501)
    assert.equal(await db.transaction((trx) => nextNumber(next, trx)), 1)
    await assert.rejects(() => db.transaction((trx) => nextNumbers(next, 0, trx)), /0 numbers/)
  })
})
