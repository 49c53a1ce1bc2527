import { test } from '@japa/runner'
import { Money } from '#core/money'
import { valueFormat } from '#core/documents/value_format'
import type { ColumnType } from '#core/sheets/columns'

test.group('Values on paper', () => {
  const cases: { type: ColumnType; value: unknown; ar: string; en?: string }[] = [
    { type: 'money', value: Money.of('1234567.5'), ar: '1,234,567.50' },
    { type: 'money', value: '-1234.5', ar: '-1,234.50' },
    { type: 'money', value: '12345678901234567.89', ar: '12,345,678,901,234,567.89' },
    { type: 'money', value: '1,234.50', ar: '1,234.50' },
    { type: 'money', value: 'لا ينطبق', ar: 'لا ينطبق' },
    { type: 'integer', value: 1234567, ar: '1,234,567' },
    { type: 'integer', value: 12n, ar: '12' },
    { type: 'decimal', value: '1234.125', ar: '1,234.125' },
    { type: 'percent', value: '0.2', ar: '20%' },
    { type: 'percent', value: 0.125, ar: '12.5%' },
    { type: 'percent', value: '-0.0005', ar: '-0.05%' },
    { type: 'percent', value: '12.345', ar: '1,234.5%' },
    { type: 'percent', value: 0, ar: '0%' },
    { type: 'date', value: '2026-10-05', ar: '05/10/2026' },
    { type: 'date', value: new Date(Date.UTC(2026, 9, 5)), ar: '05/10/2026' },
    { type: 'month', value: '2026-10', ar: 'أكتوبر 2026', en: 'October 2026' },
    { type: 'month', value: '2026-13', ar: '2026-13' },
    { type: 'text', value: true, ar: 'نعم', en: 'yes' },
    { type: 'text', value: 0, ar: '0' },
    { type: 'text', value: null, ar: '' },
    { type: 'money', value: undefined, ar: '' },
  ]

  test('{type} {value} is read as {ar}')
    .with(cases)
    .run(({ assert }, { type, value, ar, en }) => {
      assert.equal(valueFormat(type, 'ar')(value), ar)
      assert.equal(valueFormat(type, 'en')(value), en ?? ar)
    })

  test('an amount that comes as a JavaScript number is refused', ({ assert }) => {
    assert.throws(() => valueFormat('money', 'ar')(0.1 + 0.2), /pass Money or decimal text/)
  })
})
