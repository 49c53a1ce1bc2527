import { test } from '@japa/runner'
import { addMonths } from '#core/days'
import { FiscalYear, Month } from '#core/fiscal'
import { Money } from '#core/money'
import { rentSchedule } from '#registry/rights/rent'
import { spreadUntil } from '#registry/books/spread'
import { sharingOf } from '#registry/books/sharing'

const money = (text: string) => Money.of(text)

/** A lease of 120,000 a year by quarters, raised by a tenth each year. */
const lease = (validTo: string) =>
  rentSchedule({
    ...{ validFrom: '2026-07-01', validTo, billing: 'quarterly' },
    ...{ periodAmount: money('30000.00'), escalationPercent: '10', escalationMonths: 12 },
  })

/** Beginnings of quarters within the terms, with what each is due. */
function instalments(validTo: string): string[] {
  const due: string[] = []
  for (let from = '2026-07-01', step = 1; from < validTo; step++) {
    const term = lease(validTo).find((one) => from >= one.validFrom && from < one.validTo)!
    due.push(String(term.periodAmount))
    from = addMonths('2026-07-01', 3 * step)
  }
  return due
}
const sum = (amounts: string[]) => String(Money.sum(amounts.map(money)))

test.group('Results that others get wrong', () => {
  test('a lease of three years is twelve quarters of 30,000, 33,000 and 36,300: 397,200.00 together', ({
    assert,
  }) => {
    const due = instalments('2029-07-01')
    assert.deepEqual(due, [
      ...Array.from({ length: 4 }, () => '30000.00'),
      ...Array.from({ length: 4 }, () => '33000.00'),
      ...Array.from({ length: 4 }, () => '36300.00'),
    ])
    assert.equal(sum(due), '397200.00')
  })

  test('the end is the first day that is not leased: no thirteenth quarter of 39,930 makes it 437,130', ({
    assert,
  }) => {
    const terms = lease('2029-07-01')
    assert.lengthOf(terms, 3)
    assert.equal(terms.at(-1)!.validTo, '2029-07-01')
    assert.notInclude(instalments('2029-07-01'), '39930.00')
    assert.notEqual(sum(instalments('2029-07-01')), '437130.00')
    assert.notEqual(sum(instalments('2029-06-30')), '437130.00')
  })

  test('100,000 with a residual of a tenth at 20 % takes 18,000 a year and stands at 10,000 in the end, not at 20,000', ({
    assert,
  }) => {
    const method = { method: 'straight_line', lifeMonths: 60, yearlyRate: null } as const
    const [cost, salvage] = [money('100000.00'), money('10000.00')]
    const { spread, spreadMonths } = sharingOf(cost, salvage, method, Month.of('2026-07'))
    const taken = (months: number) => spreadUntil(spread, spreadMonths!, months)
    const years = [12, 24, 36, 48, 60].map((months) =>
      String(taken(months).subtract(taken(months - 12)))
    )
    assert.deepEqual(
      years,
      Array.from({ length: 5 }, () => '18000.00')
    )
    assert.equal(String(cost.subtract(taken(60))), '10000.00')
  })

  test('a rate of 15 % lasts 80 months and one of 8 % 150, never six or twelve whole years', ({
    assert,
  }) => {
    for (const [life, yearly] of [
      [80, '15000.00'],
      [150, '8000.00'],
    ] as const) {
      const method = { method: 'straight_line', lifeMonths: life, yearlyRate: null } as const
      const { spread, spreadMonths } = sharingOf(
        money('100000.00'),
        Money.zero,
        method,
        Month.of('2026-07')
      )
      assert.equal(spreadMonths, life)
      assert.equal(String(spreadUntil(spread, life, 12)), yearly)
      assert.isTrue(spreadUntil(spread, life, life).equals(spread))
    }
  })

  test('July begins a fiscal year and January does not: the month number alone tells nothing', ({
    assert,
  }) => {
    assert.equal(FiscalYear.containing('2026-06-30').label, '2025/2026')
    assert.equal(FiscalYear.containing('2026-07-01').label, '2026/2027')
    assert.equal(FiscalYear.containing('2027-01-01').label, '2026/2027')
    assert.equal(String(Month.of('2026-07').previous()), '2026-06')
    assert.equal(Month.of('2026-07').index, 1)
    assert.equal(Month.of('2027-01').index, 7)
  })
})
