import { inspect } from 'node:util'
import { test } from '@japa/runner'
import fc from 'fast-check'
import { Money, MoneyError } from '#core/money'

const LARGEST = 10n ** 18n - 1n
const anyMoney = fc
  .bigInt({ min: -LARGEST, max: LARGEST })
  .map((piastres) => Money.piastres(piastres))
const modestMoney = fc
  .bigInt({ min: -(10n ** 12n), max: 10n ** 12n })
  .map((piastres) => Money.piastres(piastres))

test.group('Money is read exactly', () => {
  test('reads {0} as {1} piastres')
    .with<[string, bigint][]>([
      ['0', 0n],
      ['1234.50', 123450n],
      ['1234.5', 123450n],
      ['1234', 123400n],
      ['-0.05', -5n],
      ['0.10', 10n],
      ['9999999999999999.99', LARGEST],
      ['-9999999999999999.99', -LARGEST],
    ])
    .run(({ assert }, [text, piastres]) => {
      assert.equal(Money.of(text).piastres, piastres)
    })

  test('the machine form refuses {$self}')
    .with([
      '12.345',
      '1e3',
      'NaN',
      'Infinity',
      '',
      ' 1',
      '1,000',
      '.5',
      '5.',
      '--1',
      '+1',
      '١٢',
      '0x10',
      '10000000000000000.00',
    ])
    .run(({ assert }, text) => {
      assert.throws(() => Money.of(text), MoneyError as any)
    })

  test('a number is never taken as money', ({ assert }) => {
    assert.throws(() => Money.of(12.5 as any), /cannot be read/)
    assert.throws(() => Money.parse(12.5 as any), /not text/)
  })

  test('0.1 + 0.2 is 0.30', ({ assert }) => {
    assert.equal(Money.of('0.1').add(Money.of('0.2')).toString(), '0.30')
  })

  test('a sum beyond DECIMAL(18,2) is refused, not rounded', ({ assert }) => {
    assert.throws(() => Money.piastres(LARGEST).add(Money.of('0.01')), /16 digits of pounds/)
  })
})

test.group('Money as people and files write it', () => {
  test('reads «{0}» as {1}')
    .with<[string, string][]>([
      ['١٬٢٣٤٫٥٠', '1234.50'],
      ['۱۲۳۴٫۵', '1234.50'],
      ['1,234,567.89', '1234567.89'],
      ['1 234 567.89', '1234567.89'],
      ['1\u00A0234\u202F567.89', '1234567.89'],
      ["1'234.50", '1234.50'],
      ['(1,234.50)', '-1234.50'],
      ['1234.50-', '-1234.50'],
      ['- 1234.50', '-1234.50'],
      ['\u200E-1,234.50', '-1234.50'],
      ['−5', '-5.00'],
      ['+5', '5.00'],
      ['.5', '0.50'],
      ['5.', '5.00'],
      ['٠٫٠٥', '0.05'],
      ['１２３', '123.00'],
      ['100 جنيه', '100.00'],
      ['100 جنيهًا', '100.00'],
      ['ج.م 100', '100.00'],
      ['100 ج.م.', '100.00'],
      ['EGP 1,234.50', '1234.50'],
      ['LE 20', '20.00'],
      ['000012.30', '12.30'],
    ])
    .run(({ assert }, [text, expected]) => {
      assert.equal(Money.parse(text).toString(), expected)
    })

  test('refuses «{0}» because {1}')
    .with<[string, string][]>([
      ['', 'it is blank'],
      ['   ', 'it is blank'],
      ['-', 'letters or signs'],
      ['1,23', 'thousands separators'],
      ['1,234,56', 'thousands separators'],
      ['1.234.567', 'thousands separators'],
      ['1.234,50', 'thousands separators'],
      ['12 34', 'thousands separators'],
      ['1,234 567', 'letters or signs|thousands separators'],
      ['12.345', 'more than two decimals'],
      ['12.500', 'more than two decimals'],
      ['1e5', 'exponent'],
      ['NaN', 'letters or signs'],
      ['12a', 'letters or signs'],
      ['--5', 'sign'],
      ['(-5)', 'more than one sign'],
      ['-5-', 'more than one sign'],
      ['100 USD', 'letters or signs'],
      ['=1+1', 'letters or signs'],
      ['9'.repeat(500), 'letters or signs'],
    ])
    .run(({ assert }, [text, reason]) => {
      assert.throws(() => Money.parse(text), new RegExp(reason))
    })

  test('a file that writes the comma before the piastres is read when it is said so', ({
    assert,
  }) => {
    assert.equal(Money.parse('1.234,50', { decimal: ',' }).toString(), '1234.50')
    assert.equal(Money.parse('1234,5', { decimal: ',' }).toString(), '1234.50')
    assert.equal(Money.parse('1234,', { decimal: ',' }).toString(), '1234.00')
    assert.throws(() => Money.parse('1,234.50', { decimal: ',' }), MoneyError as any)
  })

  test('the refusal speaks both languages, names the text and says how to write it', ({
    assert,
  }) => {
    try {
      Money.parse('١٢٫٣٤٥')
      assert.fail('was read')
    } catch (error) {
      assert.instanceOf(error, MoneyError)
      const said = (error as MoneyError).toJSON()
      assert.equal(said.code, 'E_MONEY')
      assert.equal(said.message, 'لا يقرأ المبلغ «١٢٫٣٤٥»: فيه أكثر من رقمين بعد العلامة العشرية.')
      assert.equal(
        said.messages.en,
        'The amount "١٢٫٣٤٥" cannot be read: it has more than two decimals.'
      )
      assert.equal(said.cure?.en, 'Write it like 1234.50.')
    }
  })

  test('a spreadsheet cell is taken as its fifteen digits', ({ assert }) => {
    assert.equal(Money.fromCell(0.1 + 0.2).toString(), '0.30')
    assert.equal(Money.fromCell(1234.4999999999998).toString(), '1234.50')
    assert.equal(Money.fromCell(-1000).toString(), '-1000.00')
    assert.equal(Money.fromCell(0).toString(), '0.00')
    assert.equal(Money.fromCell(9999999999999.98).toString(), '9999999999999.98')
    assert.throws(() => Money.fromCell(12.345), /more than two decimals/)
    assert.throws(() => Money.fromCell(1e-7), /more than two decimals/)
    assert.throws(() => Money.fromCell(1e21), /exponent/)
    assert.throws(() => Money.fromCell(Number.NaN), /not a number/)
  })
})

test.group('Money is computed exactly', () => {
  test('{0} at {1} rounded {2} is {3}')
    .with<[string, string, 'half_up' | 'half_even' | 'down', string][]>([
      ['100.00', '0.14', 'half_up', '14.00'],
      ['33.33', '0.14', 'half_up', '4.67'],
      ['0.05', '0.5', 'half_up', '0.03'],
      ['0.05', '0.5', 'half_even', '0.02'],
      ['0.15', '0.5', 'half_even', '0.08'],
      ['0.05', '0.5', 'down', '0.02'],
      ['-0.05', '0.5', 'half_up', '-0.03'],
      ['-0.05', '0.5', 'half_even', '-0.02'],
      ['-0.05', '0.5', 'down', '-0.02'],
      ['120000.00', '1.1', 'half_up', '132000.00'],
      ['1000.00', '-0.005', 'half_up', '-5.00'],
      ['9999999999999999.99', '1.000000000000', 'down', '9999999999999999.99'],
    ])
    .run(({ assert }, [amount, rate, round, expected]) => {
      assert.equal(Money.of(amount).times(rate, { round }).toString(), expected)
    })

  test('a rate that is not decimal text is refused', ({ assert }) => {
    for (const rate of ['14%', '1/3', '1e-2', '', '.5']) {
      assert.throws(
        () => Money.of('1').times(rate, { round: 'down' }),
        /rate is not a decimal number/
      )
    }
  })

  test('a hundred pounds in twelve months is 8.34 four times and 8.33 eight times', ({
    assert,
  }) => {
    const parts = Money.of('100.00').split(12).map(String)
    assert.deepEqual(parts, [...Array(4).fill('8.34'), ...Array(8).fill('8.33')])
  })

  test('shares follow their weights and the lost piastre goes to the largest fraction', ({
    assert,
  }) => {
    assert.deepEqual(Money.of('100.00').share(['1', '1', '1']).map(String), [
      '33.34',
      '33.33',
      '33.33',
    ])
    assert.deepEqual(Money.of('0.05').share(['0.7', '0.3']).map(String), ['0.04', '0.01'])
    assert.deepEqual(Money.of('-10.00').share(['2', '0', '1']).map(String), [
      '-6.67',
      '0.00',
      '-3.33',
    ])
  })

  test('no shares, shares of nothing and negative shares are refused', ({ assert }) => {
    for (const weights of [[], ['0', '0'], ['1', '-1'], ['x']]) {
      assert.throws(() => Money.of('1').share(weights), /shares must be numbers/)
    }
    assert.throws(() => Money.of('1').split(0), /cannot be split/)
    assert.throws(() => Money.of('1').split(2.5), /cannot be split/)
  })

  test('any amount split or shared sums back to itself', ({ assert }) => {
    fc.assert(
      fc.property(anyMoney, fc.integer({ min: 1, max: 60 }), (amount, parts) => {
        const pieces = amount.split(parts)
        assert.isTrue(Money.sum(pieces).equals(amount))
        const sizes = pieces.map((piece) => piece.piastres)
        const least = sizes.reduce((a, b) => (a < b ? a : b))
        const most = sizes.reduce((a, b) => (a > b ? a : b))
        assert.isTrue(most - least <= 1n)
      })
    )
    const weight = fc.tuple(fc.nat(9999), fc.nat(999)).map(([whole, part]) => `${whole}.${part}`)
    fc.assert(
      fc.property(
        anyMoney,
        fc.array(weight, { minLength: 1, maxLength: 20 }),
        (amount, weights) => {
          fc.pre(weights.some((text) => /[1-9]/.test(text)))
          assert.isTrue(Money.sum(amount.share(weights)).equals(amount))
        }
      )
    )
  })

  test('text and back, and format and back, change no amount', ({ assert }) => {
    fc.assert(
      fc.property(anyMoney, (amount) => {
        assert.isTrue(Money.of(amount.toString()).equals(amount))
        for (const locale of ['ar', 'en'] as const) {
          for (const digits of ['latin', 'arabic'] as const) {
            assert.isTrue(Money.parse(amount.format(locale, { digits })).equals(amount))
          }
        }
      })
    )
  })

  test('adding and taking away again gives the amount; order agrees with the difference', ({
    assert,
  }) => {
    fc.assert(
      fc.property(modestMoney, modestMoney, (a, b) => {
        assert.isTrue(a.add(b).subtract(b).equals(a))
        assert.equal(a.compare(b), Number(a.subtract(b).compare(Money.zero)))
        assert.isTrue(a.add(a.negate()).isZero())
        assert.isFalse(a.abs().isNegative())
      })
    )
  })

  test('a rounded product is within half a piastre of the exact one', ({ assert }) => {
    fc.assert(
      fc.property(modestMoney, fc.nat(99_999), (amount, rate) => {
        const text = `0.${String(rate).padStart(5, '0')}`
        const exact = amount.piastres * BigInt(rate)
        for (const round of ['half_up', 'half_even'] as const) {
          const error = amount.times(text, { round }).piastres * 100_000n - exact
          assert.isTrue((error < 0n ? -error : error) * 2n <= 100_000n)
        }
      })
    )
  })
})

test.group('Money is shown', () => {
  test('with thousands in groups, Latin digits unless Arabic-Indic are asked for', ({ assert }) => {
    const amount = Money.of('1234567.8')
    assert.equal(amount.format('ar'), '1,234,567.80')
    assert.equal(amount.format('en'), '1,234,567.80')
    assert.equal(amount.format('ar', { digits: 'arabic' }), '١٬٢٣٤٬٥٦٧٫٨٠')
    assert.equal(Money.of('999').format('en'), '999.00')
    assert.equal(Money.of('-1000').format('en'), '-1,000.00')
    assert.equal(Money.of('-1000').format('ar'), '\u200E-1,000.00')
  })

  test('in JSON and in sentences as decimal text', ({ assert }) => {
    assert.equal(JSON.stringify({ due: Money.of('7.5') }), '{"due":"7.50"}')
    assert.equal(`${Money.of('7.5')}`, '7.50')
    assert.equal(inspect(Money.of('7.5')), 'Money(7.50)')
  })

  test('operators on amounts are stopped, and an amount cannot be changed', ({ assert }) => {
    const [one, two] = [Money.of('1'), Money.of('2')]
    assert.throws(() => (one as any) + (two as any), /takes no operators/)
    assert.throws(() => (one as any) < (two as any), /takes no operators/)
    assert.throws(() => Number(one), /takes no operators/)
    assert.throws(() => {
      ;(one as any).piastres = 5n
    })
  })
})
