import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { addDays, today } from '#core/days'
import { balanceOf } from '#budget/balances/balance_as_of'
import { FIGURES } from '#budget/balances/figures'
import { MoreThanWasTakenError, MovedAlreadyError, NotEnoughCreditError } from '#budget/errors'
import { aBudgetLine, pounds } from '#tests/support/budget'

const thrown = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error
  )

const figuresOf = async (lineId: number) => {
  const balance = await balanceOf(lineId)
  return Object.fromEntries(Object.entries(balance).map(([name, money]) => [name, String(money)]))
}

test.group('Balance of a budget line', () => {
  test('of two requests of 90,000 on a line of 100,000 one passes, and the other is told what is left', async ({
    assert,
  }) => {
    const line = await aBudgetLine('100000.00')
    await line.move('commit', { committed: pounds('90000.00') })
    const error = await thrown(line.move('commit', { committed: pounds('90000.00') }))
    assert.instanceOf(error, NotEnoughCreditError)
    assert.match((error as Error).message, /10,000\.00.*90,000\.00|١٠٬٠٠٠.*٩٠٬٠٠٠/)
    assert.equal((await figuresOf(line.lineId)).committed, '90000.00')
  })

  test('a paid commitment is not counted twice: 60,000 stay of 100,000', async ({ assert }) => {
    const line = await aBudgetLine('100000.00')
    await line.move('commit', { committed: pounds('40000.00') })
    await line.move('pay', { committed: pounds('-40000.00'), paid: pounds('40000.00') })
    assert.deepInclude(await figuresOf(line.lineId), {
      available: '60000.00',
      committed: '0.00',
      paid: '40000.00',
    })
  })

  test('what is not released cannot be committed, and no more is released than appropriated', async ({
    assert,
  }) => {
    const line = await aBudgetLine('0.00')
    await line.move('appropriation', { appropriated: pounds('120000.00') })
    await line.move('release', { released: pounds('10000.00') })
    assert.instanceOf(
      await thrown(line.move('commit', { committed: pounds('10000.01') })),
      NotEnoughCreditError
    )
    assert.instanceOf(
      await thrown(line.move('release', { released: pounds('110000.01') })),
      NotEnoughCreditError
    )
    await line.move('release', { released: pounds('110000.00') })
    assert.equal((await figuresOf(line.lineId)).available, '120000.00')
  })

  test('frozen credit is not available, and credit that is committed cannot be frozen or taken away', async ({
    assert,
  }) => {
    const line = await aBudgetLine('50000.00')
    await line.move('commit', { committed: pounds('30000.00') })
    assert.instanceOf(
      await thrown(line.move('freeze', { frozen: pounds('20000.01') })),
      NotEnoughCreditError
    )
    await line.move('freeze', { frozen: pounds('20000.00') })
    assert.equal((await figuresOf(line.lineId)).available, '0.00')
    const away = { appropriated: pounds('-1.00'), released: pounds('-1.00') }
    assert.instanceOf(await thrown(line.move('virement', away)), NotEnoughCreditError)
  })

  test('more than was committed cannot be given back', async ({ assert }) => {
    const line = await aBudgetLine('50000.00')
    await line.move('commit', { committed: pounds('100.00') })
    assert.instanceOf(
      await thrown(line.move('uncommit', { committed: pounds('-100.01') })),
      MoreThanWasTakenError
    )
  })

  test('the same effect of the same document moves a line once', async ({ assert }) => {
    const line = await aBudgetLine('50000.00')
    const key = `commitment/1/approve/${line.lineId}`
    await line.move('commit', { committed: pounds('100.00') }, key)
    assert.instanceOf(
      await thrown(line.move('commit', { committed: pounds('100.00') }, key)),
      MovedAlreadyError
    )
    assert.equal((await figuresOf(line.lineId)).committed, '100.00')
  })

  test('of sixty at once on a line of 100,000 exactly twenty take their 5,000, and the row is the sum of what was moved', async ({
    assert,
  }) => {
    const line = await aBudgetLine('100000.00')
    const results = await Promise.all(
      Array.from({ length: 60 }, () =>
        thrown(line.move('commit', { committed: pounds('5000.00') }))
      )
    )
    assert.lengthOf(
      results.filter((error) => error === null),
      20
    )
    for (const error of results.filter(Boolean)) assert.instanceOf(error, NotEnoughCreditError)
    const [stands, moved] = [
      await balanceOf(line.lineId),
      await balanceOf(line.lineId, { on: today() }),
    ]
    assert.equal(String(stands.available), '0.00')
    for (const figure of FIGURES) assert.equal(String(stands[figure]), String(moved[figure]))
    assert.equal(
      String((await balanceOf(line.lineId, { on: addDays(today(), -1) })).released),
      '0.00'
    )
  })

  test('the database itself refuses to overdraw a line and to change what was moved', async ({
    assert,
  }) => {
    const line = await aBudgetLine('100.00')
    await assert.rejects(
      () =>
        db.from('budget_balances').where('line_id', line.lineId).update({ committed: '100.01' }),
      /budget_balances_never_over/
    )
    await assert.rejects(
      () => db.from('budget_movements').where('line_id', line.lineId).update({ released: '1.00' }),
      /append-only|denied/
    )
  })
})
