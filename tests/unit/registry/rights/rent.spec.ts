import { test } from '@japa/runner'
import { Money } from '#core/money'
import { holdoverPerDay, rentSchedule } from '#registry/rights/rent'

const base = {
  validFrom: '2026-07-01',
  validTo: '2029-07-01',
  billing: 'monthly' as const,
  periodAmount: Money.of('1000.05'),
}

test.group('Rent of a right', () => {
  test('a rent without raises is one term', ({ assert }) => {
    assert.deepEqual(rentSchedule(base), [
      {
        validFrom: '2026-07-01',
        validTo: '2029-07-01',
        billing: 'monthly',
        periodAmount: base.periodAmount,
      },
    ])
  })

  test('raises compound on the amount as it was charged and close without a gap', ({ assert }) => {
    const terms = rentSchedule({ ...base, escalationPercent: '10.0000', escalationMonths: 12 })
    assert.deepEqual(
      terms.map((term) => `${term.validFrom} ${term.validTo} ${term.periodAmount}`),
      [
        '2026-07-01 2027-07-01 1000.05',
        // 10 % of 1000.05 is 100.005: a half piastre goes up.
        '2027-07-01 2028-07-01 1100.06',
        '2028-07-01 2029-07-01 1210.07',
      ]
    )
  })

  test('a raise that would fall on the last day is not made', ({ assert }) => {
    const terms = rentSchedule({ ...base, escalationPercent: '5.5', escalationMonths: 36 })
    assert.lengthOf(terms, 1)
    assert.equal(
      String(
        rentSchedule({ ...base, escalationPercent: '5.5', escalationMonths: 24 })[1]!.periodAmount
      ),
      '1055.05'
    )
  })

  test('a day after the end costs a 365th of the last year of rent times the factor', ({
    assert,
  }) => {
    const last = rentSchedule(base)[0]!
    assert.equal(String(holdoverPerDay(last, '1')), '32.88')
    assert.equal(String(holdoverPerDay(last, '1.5')), '49.32')
    assert.equal(String(holdoverPerDay({ ...last, billing: 'once' }, '1')), '0.00')
  })
})
