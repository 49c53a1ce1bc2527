import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { addDays, today } from '#core/days'
import RaiseAlerts from '#budget/alerts/raise_alerts'
import RaiseAlertsJob from '#budget/jobs/raise_alerts_job'
import { aBudgetLine, pounds } from '#tests/support/budget'

test.group('Alerts of the budget', () => {
  const standing = async (lineId: number) => {
    const rows = await db
      .from('budget_alerts')
      .where('line_id', lineId)
      .whereNull('cleared_on')
      .orderBy('percent')
    return rows.map(({ percent, taken }) => [Number(percent), String(taken)])
  }

  test('a line is told once at each percentage it passes, and no more when it is below again', async ({
    assert,
  }) => {
    const { unitId, lineId, move } = await aBudgetLine('1000.00')
    const raise = () => new RaiseAlerts().unit(unitId, {})
    await move('commit', { committed: pounds('799.99') })
    assert.deepEqual(await raise(), { raised: 0, cleared: 0 })
    await move('reserve', { reserved: pounds('0.01') })
    assert.deepEqual(await raise(), { raised: 1, cleared: 0 })
    assert.deepEqual(await raise(), { raised: 0, cleared: 0 })
    await move('commit', { committed: pounds('200.00') })
    assert.deepEqual(await raise(), { raised: 2, cleared: 0 })
    assert.deepEqual(await standing(lineId), [
      [80, '800.00'],
      [90, '1000.00'],
      [100, '1000.00'],
    ])
    await move('uncommit', { committed: pounds('150.00').negate() })
    assert.deepEqual(await raise(), { raised: 0, cleared: 2 })
    assert.deepEqual(await standing(lineId), [[80, '800.00']])
    await move('commit', { committed: pounds('100.00') })
    assert.deepEqual(await raise(), { raised: 1, cleared: 0 })
  })

  test('the percentages are the unit’s own from their day on', async ({ assert }) => {
    const { unitId, lineId, move } = await aBudgetLine('1000.00')
    await db.rawQuery(
      `INSERT INTO dated_settings (name, unit_id, value, valid_from, legal_reference)
       VALUES ('budget.alerts.percents', ?, '[50]', ?, 'قرار')`,
      [unitId, today()]
    )
    await move('pay', { paid: pounds('600.00') })
    await new RaiseAlerts().unit(unitId, { on: addDays(today(), -1) })
    assert.deepEqual(await standing(lineId), [])
    await new RaiseAlerts().unit(unitId, {})
    assert.deepEqual(await standing(lineId), [[50, '600.00']])
  })

  test('the hourly job goes over every unit with lines of the running year', async ({ assert }) => {
    const { lineId, move } = await aBudgetLine('10.00')
    await move('pay', { paid: pounds('10.00') })
    await RaiseAlertsJob.runHere({ on: today() })
    assert.lengthOf(await standing(lineId), 3)
  })
})
