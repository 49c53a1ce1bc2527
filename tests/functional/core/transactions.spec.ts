import { test } from '@japa/runner'
import { compose } from '@adonisjs/core/helpers'
import { BaseModel, column } from '@adonisjs/lucid/orm'
import db from '@adonisjs/lucid/services/db'
import { fiscalDateColumn, jsonColumn } from '#core/columns'
import { Lockable } from '#core/lockable'
import { Money } from '#core/money'
import { TransitionError, WithTransitions } from '#core/transitions'
import { within } from '#core/within'
import { aUnit } from '#tests/support/units'

/** A dated setting serves as the shared record: its value is all that these tests change. */
class Tally extends compose(BaseModel, Lockable, WithTransitions) {
  static table = 'dated_settings'
  static transitions = { open: ['closed'], closed: [] }
  static stateColumn = 'note'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare name: string

  @jsonColumn()
  declare value: { spent: string }

  @fiscalDateColumn()
  declare validFrom: string

  @column()
  declare legalReference: string

  @column()
  declare note: string
}

const spend = (tally: Tally, amount: string) => {
  tally.value = { spent: Money.of(tally.value.spent).add(Money.of(amount)).toString() }
  return tally.save()
}

test.group('Transactions on the real database', (group) => {
  let tally: Tally
  let other: Tally

  group.each.setup(async () => {
    const make = (name: string) =>
      Tally.create({
        name,
        value: { spent: '0.00' },
        validFrom: '2026-07-01',
        legalReference: 'test',
        note: 'open',
      })
    tally = await make('test.tally.one')
    other = await make('test.tally.two')
    return async () => {
      await db.from('dated_settings').where('name', 'like', 'test.tally.%').delete()
    }
  })

  test('twenty who spend at once from a locked row all count', async ({ assert }) => {
    await Promise.all(
      Array.from({ length: 20 }, () =>
        within(null, async (trx) => spend(await tally.lock(trx), '10.05'))
      )
    )
    await tally.refresh()
    assert.equal(tally.value.spent, '201.00')
    assert.equal(tally.validFrom, '2026-07-01')
  })

  test('a row changed since it was read is refused by the database and tried again', async ({
    assert,
  }) => {
    let runs = 0
    await within(undefined, async (trx) => {
      runs++
      const mine = await Tally.findOrFail(tally.id, { client: trx })
      // Another transaction commits between our reading and our writing.
      if (runs === 1) await within(null, async (second) => spend(await tally.lock(second), '1.00'))
      await spend(mine, '2.00')
    })
    await tally.refresh()
    assert.equal(runs, 2)
    assert.equal(tally.value.spent, '3.00')
  })

  test('two who lock the same rows in opposite order both come through', async ({ assert }) => {
    const both = (first: Tally, second: Tally) => {
      let meet = true
      return within(null, async (trx) => {
        await spend(await first.lock(trx), '1.00')
        if (meet) await new Promise((resolve) => setTimeout(resolve, 200))
        meet = false
        await spend(await second.lock(trx), '1.00')
      })
    }
    await Promise.all([both(tally, other), both(other, tally)])
    await tally.refresh()
    await other.refresh()
    assert.deepEqual([tally.value.spent, other.value.spent], ['2.00', '2.00'])
  })

  test('a refusal undoes everything the transaction did', async ({ assert }) => {
    const work = within(null, async (trx) => {
      const fresh = await tally.lock(trx)
      await spend(fresh, '5.00')
      await within(trx, async (joined) => spend(await other.lock(joined), '5.00'))
      fresh.moveTo('approved')
    })
    await work.then(
      () => assert.fail('was committed'),
      (error) => assert.instanceOf(error, TransitionError)
    )
    await tally.refresh()
    await other.refresh()
    assert.deepEqual([tally.value.spent, other.value.spent], ['0.00', '0.00'])
  })

  test('of two who close the same record only the first can', async ({ assert }) => {
    const close = () =>
      within(null, async (trx) => {
        const fresh = await tally.lock(trx)
        fresh.moveTo('closed')
        await fresh.save()
      })
    const outcomes = await Promise.allSettled([close(), close()])
    assert.deepEqual(outcomes.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
    const refused = outcomes.find((outcome) => outcome.status === 'rejected')
    assert.instanceOf(refused!.reason, TransitionError)
  })

  test('a row that is gone cannot be locked', async ({ assert }) => {
    await db.from('dated_settings').where('id', tally.id).delete()
    await assert.rejects(() => within(null, (trx) => tally.lock(trx)), /Row not found/)
  })

  test('amounts and days leave the driver as text, and a sum of amounts is exact', async ({
    assert,
  }) => {
    const [row] = await db
      .rawQuery(
        `SELECT CAST('9999999999999999.99' AS DECIMAL(18,2)) AS amount,
                CAST('2026-10-31' AS DATE) AS day,
                SUM(x) AS total
           FROM (SELECT CAST(0.1 AS DECIMAL(18,2)) AS x UNION ALL SELECT 0.2) AS amounts`
      )
      .then(([rows]: any) => rows)
    assert.equal(Money.of(row.amount).toString(), '9999999999999999.99')
    assert.equal(row.day, '2026-10-31')
    assert.equal(Money.of(row.total).toString(), '0.30')
  })
})

test.group('A commit', () => {
  test('that the server never took is told as a failure, not as done', async ({ assert }) => {
    const unit = await aUnit()
    await assert.rejects(() =>
      db.transaction(async (trx) => {
        await trx.rawQuery(
          "INSERT INTO number_counters (unit_id, book, fiscal_year) VALUES (?, 'x', '2026/2027')",
          [unit]
        )
        const [[{ id }]] = await trx.rawQuery('SELECT CONNECTION_ID() AS id')
        // What a server that dies between the last statement and the commit looks like.
        await db.rawQuery(`KILL CONNECTION ${Number(id)}`)
      })
    )
    const [[{ n }]] = await db.rawQuery(
      'SELECT COUNT(*) AS n FROM number_counters WHERE unit_id = ?',
      [unit]
    )
    assert.equal(Number(n), 0)
  })

  test('inside a savepoint and by hand is as honest', async ({ assert }) => {
    const trx = await db.transaction()
    const [[{ id }]] = await trx.rawQuery('SELECT CONNECTION_ID() AS id')
    await db.rawQuery(`KILL CONNECTION ${Number(id)}`)
    await assert.rejects(() => trx.commit())
  })
})
