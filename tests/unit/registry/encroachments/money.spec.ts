import { test } from '@japa/runner'
import { bandOf, inspectionFee } from '#registry/encroachments/legalisation_fees'
import { usagePerDay } from '#registry/encroachments/usage_tariff'

const FARM = {
  of: 'feddan',
  examination: [
    { up_to: '10', fee: '2500' },
    { up_to: '100', fee: '5500' },
    { up_to: null, fee: '10000' },
  ],
  inspection_rate: '500',
} as const

test.group('Usage charge of a day', () => {
  test('is a 365th of the year, rounded half up to the piastre', ({ assert }) => {
    // 12 × 100 / 365 = 3.2876…
    assert.equal(String(usagePerDay({ rate: '12', of: 'm2' }, '100.0000')), '3.29')
    assert.equal(String(usagePerDay({ rate: '12', of: 'm2' }, '30.4166')), '1.00')
    // 3,000 a feddan: 4,200.8333 m² are a feddan but a third of a ten-thousandth.
    assert.equal(String(usagePerDay({ rate: '3000', of: 'feddan' }, '4200.8333')), '8.22')
    assert.equal(String(usagePerDay({ rate: '3650', of: 'feddan' }, '42008.3333')), '100.00')
  })

  test('a half piastre goes up and less is nothing', ({ assert }) => {
    // 1.825 / 365 = 0.005
    assert.equal(String(usagePerDay({ rate: '1.8250', of: 'm2' }, '1')), '0.01')
    assert.equal(String(usagePerDay({ rate: '1.8249', of: 'm2' }, '1')), '0.00')
  })
})

test.group('Fees of legalisation', () => {
  test('the examination fee is that of the band, whose upper end belongs to it', ({ assert }) => {
    assert.equal(bandOf(FARM, '42008.3333').fee, '2500')
    assert.equal(bandOf(FARM, '42008.3334').fee, '5500')
    assert.equal(bandOf(FARM, '420083.3333').fee, '5500')
    assert.equal(bandOf(FARM, '420083.3334').fee, '10000')
  })

  test('the inspection fee is the rate by area to the piastre', ({ assert }) => {
    assert.equal(String(inspectionFee(FARM, '10502.0833')), '1250.00')
    assert.equal(
      String(inspectionFee({ of: 'm2', examination: [], inspection_rate: '6' }, '100.5')),
      '603.00'
    )
  })
})
