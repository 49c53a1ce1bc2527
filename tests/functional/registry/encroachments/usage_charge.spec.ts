import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import type { Day } from '#core/days'
import type { Trx } from '#core/within'
import AccrueUsage from '#registry/encroachments/actions/accrue_usage'
import { USAGE_TARIFF } from '#registry/encroachments/usage_tariff'
import ChargeUsageJob from '#registry/jobs/charge_usage_job'
import LegalisationFile from '#registry/models/legalisation_file'
import EncroachmentCase from '#registry/models/encroachment_case'
import { ago, CasesWorld } from '#tests/support/cases_world'

async function tariff(unitId: number, from: Day, rate: string) {
  const value = {
    agricultural: { rate: '3000', of: 'feddan' },
    built: { rate, of: 'm2' },
    vacant: { rate: '4', of: 'm2' },
  }
  await db
    .insertQuery()
    .table('dated_settings')
    .insert({
      name: USAGE_TARIFF,
      unit_id: unitId,
      value: JSON.stringify(value),
      valid_from: from,
      legal_reference: `قرار ${rate}`,
    })
}

test.group('Usage charge', (group) => {
  let world: CasesWorld
  const accrue = (kase: EncroachmentCase, to: Day) =>
    db.transaction((trx: Trx) => new AccrueUsage().upTo(kase, to, trx))
  const rows = (caseId: number) =>
    db
      .from('usage_accruals')
      .where('case_id', caseId)
      .orderBy('valid_from')
      .select('valid_from', 'valid_to', 'days', 'per_day', 'amount', 'tariff')

  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(async () => {
    world = await CasesWorld.make()
  })

  test('is exact over a change of tariff and a leap day', async ({ assert }) => {
    await tariff(world.unitId, '2024-01-01', '10')
    await tariff(world.unitId, '2024-03-01', '20')
    const kase = await world.open()
    await world.minutes(kase, { possessionFrom: '2024-02-27', areaM2: '365.0000' })
    const found = await EncroachmentCase.findOrFail(kase.id)
    const { days, amount } = await accrue(found, '2024-03-04')
    // 27, 28 and 29 February at 10 × 365 ÷ 365; 1, 2 and 3 March at 20.
    assert.deepEqual(
      [days, String(amount), await rows(kase.id)],
      [
        6,
        '90.00',
        [
          {
            ...{ valid_from: '2024-02-27', valid_to: '2024-03-01', days: 3 },
            ...{ per_day: '10.00', amount: '30.00', tariff: 'قرار 10' },
          },
          {
            ...{ valid_from: '2024-03-01', valid_to: '2024-03-04', days: 3 },
            ...{ per_day: '20.00', amount: '60.00', tariff: 'قرار 20' },
          },
        ],
      ]
    )
  })

  test('day by day or at once it is the same sum', async ({ assert }) => {
    await tariff(world.unitId, '2024-01-01', '7.77')
    const [daily, once] = [await world.open(), await world.open()]
    for (const kase of [daily, once]) {
      await world.minutes(kase, { possessionFrom: '2025-01-01', areaM2: '83.4567' })
    }
    const [a, b] = await EncroachmentCase.findMany([daily.id, once.id])
    for (let day = 2; day <= 20; day++) {
      await accrue(a!, `2025-01-${String(day).padStart(2, '0')}`)
    }
    await accrue(b!, '2025-01-20')
    assert.deepEqual(await world.accrued(daily.id), await world.accrued(once.id))
    // 7.77 × 83.4567 ÷ 365 = 1.7765… → 1.78
    assert.deepEqual(await world.accrued(once.id), { amount: '33.82', days: 19 })
  })

  test('running again adds nothing, and the database lets no day in twice', async ({ assert }) => {
    const kase = await world.at('minuted')
    const first = await accrue(kase, ago(10))
    assert.equal(first.days, 300)
    assert.equal((await accrue(kase, ago(10))).days, 0)
    const again = {
      ...{ unit_id: world.unitId, case_id: kase.id, episode: 1, days: 1 },
      ...{ valid_from: ago(11), valid_to: ago(10), area_m2: '1', annual_rate: '1', rate_of: 'm2' },
      ...{ per_day: '1', amount: '1', tariff: 'x' },
    }
    await assert.rejects(() => db.insertQuery().table('usage_accruals').insert(again), /Duplicate/)
    const wrong = { ...again, valid_from: ago(5), valid_to: ago(4), amount: '2' }
    await assert.rejects(
      () => db.insertQuery().table('usage_accruals').insert(wrong),
      /usage_accruals_exact/
    )
  })

  test('the daily run charges what is open through yesterday, and not what is only detected', async ({
    assert,
  }) => {
    const kase = await world.at('minuted')
    await world.open()
    const run = (trx: Trx) => new AccrueUsage().unit(world.unitId, { trx })
    const first = await db.transaction(run)
    assert.deepEqual([first.cases, first.days, String(first.amount)], [1, 310, '1019.90'])
    assert.deepEqual(await world.accrued(kase.id), { amount: '1019.90', days: 310 })
    assert.equal((await db.transaction(run)).cases, 0)
  })

  test('the daily job charges, and brings a rejected file back to removal after its time of grievance', async ({
    assert,
  }) => {
    const kase = await world.at('rejected')
    await world.at('minuted')
    const { result } = await ChargeUsageJob.runHere({})
    assert.isAtLeast((result as { fallenBack: number }).fallenBack, 1)
    const back = await EncroachmentCase.findOrFail(kase.id)
    assert.equal(back.status, 'minuted')
    const file = await LegalisationFile.findByOrFail('caseId', kase.id)
    assert.equal(file.status, 'rejected')
    assert.deepEqual(await world.accrued(kase.id), { amount: '1019.90', days: 310 })
    const trail = await db
      .from('trail')
      .where({ unit_id: world.unitId, action: 'encroachments.charged' })
    // One row for the unit: the case of the minutes; the fallen-back one was charged by its step.
    assert.equal(trail.length, 1)
  })

  test('days before the first tariff are not charged', async ({ assert }) => {
    const kase = await world.open()
    await world.minutes(kase, { possessionFrom: '2000-06-21', areaM2: '365.0000' })
    const found = await EncroachmentCase.findOrFail(kase.id)
    const { days, amount } = await accrue(found, '2000-07-11')
    assert.deepEqual([days, String(amount)], [10, '120.00'])
  })
})
