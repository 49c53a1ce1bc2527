import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { SYSTEM } from '#audit/actor'
import { Trail } from '#audit/trail'
import { sealTrail } from '#audit/seal'
import { verifyTrail } from '#audit/verify'
import { aUnit } from '#tests/support/units'

const record = (unitId: number, action: string) =>
  db.transaction((trx) =>
    Trail.record(
      {
        action,
        unitId,
        subjectType: 'charge',
        subjectId: 7,
        label: 'مستحق 7',
        after: { amount: '1.00' },
      },
      { by: SYSTEM, trx }
    )
  )

const problemsOf = async (unit: number) =>
  (await verifyTrail()).problems.filter((problem) => problem.unit === unit)

test.group('The trail', () => {
  test('chains the rows of a unit from 1 and verifies', async ({ assert }) => {
    const unit = await aUnit()
    for (const action of ['charge.made', 'charge.changed', 'charge.cancelled']) {
      await record(unit, action)
    }
    const [rows] = await db.rawQuery('SELECT seq FROM trail WHERE unit_id = ? ORDER BY seq', [unit])
    assert.deepEqual(
      rows.map((row: { seq: number }) => Number(row.seq)),
      [1, 2, 3]
    )
    assert.deepEqual(await problemsOf(unit), [])
  })

  test('leaves no row when the change is rolled back', async ({ assert }) => {
    const unit = await aUnit()
    await assert.rejects(() =>
      db.transaction(async (trx) => {
        await Trail.record(
          { action: 'charge.made', unitId: unit, subjectType: 'charge' },
          { by: SYSTEM, trx }
        )
        throw new Error('the change failed')
      })
    )
    const [[{ n }]] = await db.rawQuery('SELECT COUNT(*) AS n FROM trail WHERE unit_id = ?', [unit])
    assert.equal(Number(n), 0)
    assert.deepEqual(await problemsOf(unit), [])
  })

  test('keeps one chain when many record at once', async ({ assert }) => {
    const unit = await aUnit()
    await Promise.all(Array.from({ length: 20 }, (_, at) => record(unit, `charge.made_${at}`)))
    const [[{ n, last }]] = await db.rawQuery(
      'SELECT COUNT(*) AS n, MAX(seq) AS last FROM trail WHERE unit_id = ?',
      [unit]
    )
    assert.equal(Number(n), 20)
    assert.equal(Number(last), 20)
    assert.deepEqual(await problemsOf(unit), [])
  })

  test('refuses a change or deletion, whoever asks', async ({ assert }) => {
    const unit = await aUnit()
    await record(unit, 'charge.made')
    await assert.rejects(
      () => db.rawQuery("UPDATE trail SET reason = 'x' WHERE unit_id = ?", [unit]),
      /denied|append-only/
    )
    await assert.rejects(
      () => db.rawQuery('DELETE FROM trail WHERE unit_id = ?', [unit]),
      /denied|append-only/
    )
  })

  test('a sealed history that is later cut short is named', async ({ assert }) => {
    const unit = await aUnit()
    await record(unit, 'charge.made')
    const seal = await sealTrail()
    assert.match(seal.code, /^[0-9A-F]{4}(-[0-9A-F]{4}){3}$/)
    assert.equal((await sealTrail()).id, seal.id)
    // The head is the only part the run-time user may move: moving it is found as well.
    await db.rawQuery('UPDATE trail_heads SET seq = 9 WHERE unit_id = ?', [unit])
    assert.deepEqual(
      (await problemsOf(unit)).map((problem) => problem.problem),
      ['head_differs']
    )
    await db.rawQuery('UPDATE trail_heads SET seq = 1 WHERE unit_id = ?', [unit])
  })
})
