import { test } from '@japa/runner'
import { amountInWords } from '#core/amount_in_words'
import { Money } from '#core/money'
import { computeDeductions, type DeductionRate } from '#accounts/payments/deductions'
import {
  DeductionReferenceError,
  DeductionsAboveGrossError,
  UnknownDeductionError,
} from '#accounts/payments/errors'
import { DEDUCTION_RATES } from '#database/reference/data/payment_rules'

const money = (text: string) => Money.of(text)

/** The seeded table of a type, as it comes out of the database. */
const seeded = (type: string): DeductionRate[] =>
  DEDUCTION_RATES[type]!.map((one, index) => ({
    id: index + 1,
    kind: one.kind,
    nameAr: one.nameAr,
    nameEn: one.nameEn,
    method: one.method,
    base: one.base ?? null,
    ofKind: one.ofKind ?? null,
    rate: one.rate ?? null,
    appliesAbove: money(one.above ?? '0.00'),
    exempt: money(one.exempt ?? '0.00'),
    roundTo: money(one.roundTo ?? '0.01'),
  }))

const due = (beforeVat: string, vat = '0.00') => ({ beforeVat: money(beforeVat), vat: money(vat) })
const told = ({ deductions, total, net }: ReturnType<typeof computeDeductions>) => [
  ...deductions.map(({ kind, amount }) => `${kind} ${amount}`),
  `= ${total}`,
  `net ${net}`,
]

test.group('Deductions of payments', () => {
  test('48,410.00 of supplies: 1% withheld, the stamp and its treble, to the piastre', ({
    assert,
  }) => {
    assert.deepEqual(told(computeDeductions(due('48410.00'), seeded('supplies'))), [
      'withholding 484.10',
      'stamp 290.46',
      'stamp_extra 871.38',
      '= 1645.94',
      'net 46764.06',
    ])
  })

  test('48,410.00 of services: 3% is withheld, not the 1% of supplies', ({ assert }) => {
    const computed = computeDeductions(due('48410.00'), seeded('services'))
    assert.deepEqual(told(computed), [
      'withholding 1452.30',
      'stamp 290.46',
      'stamp_extra 871.38',
      '= 2614.14',
      'net 45795.86',
    ])
    assert.equal(
      amountInWords(computed.net),
      'خمسة وأربعون ألفًا وسبعمائة وخمسة وتسعون جنيهًا وستة وثمانون قرشًا فقط لا غير'
    )
  })

  test('the wrong practice of 484.10 + 1,452.30 + 387.00 + 1,452.30 on every payment is no table of ours', ({
    assert,
  }) => {
    for (const type of ['supplies', 'services', 'works', 'fees']) {
      const { net, deductions } = computeDeductions(due('48410.00'), seeded(type))
      assert.notEqual(String(net), '44634.30')
      assert.notInclude(
        deductions.map(({ amount }) => String(amount)),
        '387.00'
      )
    }
  })

  test('works with 14% VAT: a fifth of the VAT is withheld; insurance and retention are stated with their papers', ({
    assert,
  }) => {
    const computed = computeDeductions(due('100000.00', '14000.00'), seeded('works'), [
      {
        kind: 'insurance',
        amount: money('3600.00'),
        reference: 'مطالبة التأمينات 12 في 2026-11-01',
      },
      { kind: 'retention', amount: money('5000.00'), reference: 'العقد 7 لسنة 2026' },
    ])
    assert.equal(String(computed.gross), '114000.00')
    assert.deepEqual(told(computed), [
      'withholding 1000.00',
      'vat_withheld 2800.00',
      'stamp 600.00',
      'stamp_extra 1800.00',
      'insurance 3600.00',
      'retention 5000.00',
      '= 14800.00',
      'net 99200.00',
    ])
  })

  test('nothing is withheld of 300 pounds and the rate of all of it just above', ({ assert }) => {
    const kinds = (amount: string) => told(computeDeductions(due(amount), seeded('supplies')))
    assert.notInclude(kinds('300.00').join(), 'withholding')
    assert.include(kinds('300.01'), 'withholding 3.00')
  })

  test('an exempt part, a step of half a pound and halves away from zero round once', ({
    assert,
  }) => {
    const rule: DeductionRate = {
      ...seeded('supplies')[1]!,
      rate: '0.008',
      exempt: money('50.00'),
      roundTo: money('0.50'),
    }
    const amount = (gross: string) => String(computeDeductions(due(gross), [rule]).total)
    // 48,360 × 0.8% = 386.88 → 387.00; 31.25 × 0.8% = 0.25, a half of the step, goes up.
    assert.equal(amount('48410.00'), '387.00')
    assert.equal(amount('81.25'), '0.50')
    assert.equal(amount('81.24'), '0.00')
    assert.equal(amount('50.00'), '0.00')
  })

  test('a deduction foreign to the type, without its paper, or above what is due is refused', ({
    assert,
  }) => {
    const take = (
      type: string,
      kind: 'insurance' | 'penalty',
      amount: string,
      reference = 'قرار 3'
    ) =>
      computeDeductions(due('1000.00'), seeded(type), [{ kind, amount: money(amount), reference }])
    assert.throws(() => take('supplies', 'insurance', '10.00'), UnknownDeductionError as never)
    assert.throws(() => take('supplies', 'penalty', '0.00'), UnknownDeductionError as never)
    assert.throws(() => take('supplies', 'penalty', '10.00', ' '), DeductionReferenceError as never)
    assert.throws(() => take('supplies', 'penalty', '966.01'), DeductionsAboveGrossError as never)
    assert.equal(String(take('supplies', 'penalty', '966.00').net), '0.00')
  })
})
