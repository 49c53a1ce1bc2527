import { test } from '@japa/runner'
import fc from 'fast-check'
import { Month } from '#core/fiscal'
import { Money } from '#core/money'
import { sharingOf } from '#registry/books/sharing'
import { spreadUntil } from '#registry/books/spread'

const straight = { method: 'straight_line', lifeMonths: 120, yearlyRate: null } as const
const declining = { method: 'declining', lifeMonths: null, yearlyRate: '0.250000' } as const

test.group('Sharing a value out over months', () => {
  test('the months of any amount and life add up to the amount, and none takes back', ({
    assert,
  }) => {
    fc.assert(
      fc.property(
        fc.bigInt(1n, 10n ** 15n),
        fc.integer({ min: 1, max: 900 }),
        (piastres, months) => {
          const amount = Money.piastres(piastres)
          let before = Money.zero
          for (let month = 1; month <= months; month++) {
            const now = spreadUntil(amount, months, month)
            assert.isFalse(now.subtract(before).isNegative())
            before = now
          }
          assert.isTrue(before.equals(amount))
        }
      ),
      { numRuns: 60 }
    )
  })

  test('1,000.00 over three months is 333.33, 333.34 and 333.33', ({ assert }) => {
    const until = [1, 2, 3].map((month) => spreadUntil(Money.of('1000.00'), 3, month).toString())
    assert.deepEqual(until, ['333.33', '666.67', '1000.00'])
  })

  test('a straight line shares cost less salvage over the life', ({ assert }) => {
    const sharing = sharingOf(
      Money.of('12500.00'),
      Money.of('500.00'),
      straight,
      Month.of('2026-10')
    )
    assert.equal(sharing.spread.toString(), '12000.00')
    assert.equal(sharing.spreadMonths, 120)
  })

  test('a declining value bought in October takes nine twelfths of its first year', ({
    assert,
  }) => {
    const sharing = sharingOf(Money.of('10000.00'), Money.zero, declining, Month.of('2026-10'))
    assert.equal(sharing.spread.toString(), '1875.00')
    assert.equal(sharing.spreadMonths, 9)
  })

  test('land is not depreciated, nor is what is worth its salvage', ({ assert }) => {
    const land = { method: 'none', lifeMonths: null, yearlyRate: null } as const
    const month = Month.of('2026-10')
    assert.isNull(sharingOf(Money.of('9.00'), Money.zero, land, month).spreadMonths)
    assert.isNull(sharingOf(Money.of('9.00'), Money.of('9.00'), straight, month).spreadMonths)
  })
})
