import fc from 'fast-check'
import { test } from '@japa/runner'
import {
  guessDayOrder,
  guessDecimal,
  readBoolean,
  readDay,
  readDecimal,
  readInteger,
  readMoney,
  type Reading,
} from '#core/readers/normalise'

const outcome = <T>(reading: Reading<T>) => (reading.ok ? reading.value : reading.problem.code)

test.group('Money as people write it', () => {
  const accepted: [string | null, string | null][] = [
    [null, null],
    ['  ', null],
    ['0', '0.00'],
    ['١٬٢٣٤٫٥٠', '1234.50'],
    ['۱۲۳۴', '1234.00'],
    [' 4,150.00 ', '4150.00'],
    ['(1.234,56)', '-1234.56'],
    ['(-5)', '-5.00'],
    ['1,234.5-', '-1234.50'],
    ['−7', '-7.00'],
    ['-1\u00a0234,50', '-1234.50'],
    ["11'613.94", '11613.94'],
    ['1,234', '1234.00'],
    ['1.234.567', '1234567.00'],
    ['1,234,567.890', '1234567.89'],
    ['4150.000', '4150.00'],
    ['12,5', '12.50'],
    ['.5', '0.50'],
    ['ج.م 500', '500.00'],
    ['٥٠٠ ج.م.', '500.00'],
    ['500 جنيهاً مصرياً', '500.00'],
    ['EGP 1,000', '1000.00'],
    ['-£20', '-20.00'],
    ['\u200f١٢٣\u200f', '123.00'],
    ['-0.00', '0.00'],
    ['1234567890123456.78', '1234567890123456.78'],
  ]
  for (const [text, value] of accepted) {
    test(`«${text}» is ${value}`, ({ assert }) => {
      assert.equal(outcome(readMoney(text)), value)
    })
  }

  const refusedTexts: [string, string][] = [
    ['1,234,567.891', 'too_many_decimals'],
    ['0.005', 'too_many_decimals'],
    ['1.234', 'number_ambiguous'],
    ['150.000', 'number_ambiguous'],
    ['1.5E+10', 'number_scientific'],
    ['12 قرش', 'not_a_number'],
    ['abc', 'not_a_number'],
    ['1,23,456', 'not_a_number'],
    ['12.34.56', 'not_a_number'],
    ['5)', 'not_a_number'],
    ['--5', 'not_a_number'],
    ['12 LE 34', 'not_a_number'],
    ['2026-10-01', 'not_a_number'],
    ['99999999999999999', 'number_too_big'],
  ]
  for (const [text, code] of refusedTexts) {
    test(`«${text}» is refused: ${code}`, ({ assert }) => {
      const reading = readMoney(text)
      assert.equal(outcome(reading), code)
      if (!reading.ok) assert.include(reading.problem.ar, text)
    })
  }

  test('the decimal sign of the column settles what a single value cannot', ({ assert }) => {
    assert.equal(outcome(readMoney('150.000', { decimal: '.' })), '150.00')
    assert.equal(outcome(readMoney('150.000', { decimal: ',' })), '150000.00')
    assert.equal(outcome(readMoney('1,234', { decimal: ',' })), 'too_many_decimals')
    assert.equal(guessDecimal(['150.000', '20.50', null]), '.')
    assert.equal(guessDecimal(['150.000', '1.234,56']), ',')
    assert.isNull(guessDecimal(['150.000', '10']))
    assert.isNull(guessDecimal(['1,5', '1.5']))
  })

  test('any amount written out with thousands and Arabic digits reads back to itself', ({
    assert,
  }) => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }), (piastres) => {
        const abs = String(piastres < 0n ? -piastres : piastres).padStart(3, '0')
        const plain = `${piastres < 0n ? '-' : ''}${abs.slice(0, -2)}.${abs.slice(-2)}`
        const grouped = plain.replace(/\B(?=(\d{3})+\.)/g, ',')
        const arabic = grouped
          .replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)))
          .replaceAll(',', '٬')
          .replace('.', '٫')
        assert.equal(outcome(readMoney(grouped)), plain)
        assert.equal(outcome(readMoney(arabic)), plain)
      })
    )
  })
})

test.group('Days, numbers, yes and no', () => {
  const days: [string, 'dmy' | 'mdy', string][] = [
    ['2026-10-05', 'mdy', '2026-10-05'],
    ['2026/1/5', 'dmy', '2026-01-05'],
    ['20261231', 'dmy', '2026-12-31'],
    ['٥/١٠/٢٠٢٦', 'dmy', '2026-10-05'],
    ['05/10/2026', 'mdy', '2026-05-10'],
    ['5.10.26', 'dmy', '2026-10-05'],
    ['31-12-99', 'dmy', '1999-12-31'],
    ['5 مايو 2026', 'dmy', '2026-05-05'],
    ['12 يونيه 2026', 'dmy', '2026-06-12'],
    ['23-Jan-15', 'dmy', '2015-01-23'],
    ['January 5, 2026', 'dmy', '2026-01-05'],
    ['2026-05-01T10:20:30', 'dmy', '2026-05-01'],
    ['12/31/2018 05:08 PM', 'mdy', '2018-12-31'],
    ['29/02/2024', 'dmy', '2024-02-29'],
    ['29/02/2025', 'dmy', 'day_impossible'],
    ['12/31/2018', 'dmy', 'day_impossible'],
    ['45292', 'dmy', 'not_a_day'],
    ['أمس', 'dmy', 'not_a_day'],
  ]
  for (const [text, order, value] of days) {
    test(`«${text}» in ${order} order is ${value}`, ({ assert }) => {
      assert.equal(outcome(readDay(text, { order })), value)
    })
  }

  test('a column of dates tells its own order, unless it contradicts itself', ({ assert }) => {
    assert.equal(guessDayOrder(['01/02/2026', '25/02/2026']), 'dmy')
    assert.equal(guessDayOrder(['01/02/2026', '02/25/2026 10:00']), 'mdy')
    assert.isNull(guessDayOrder(['01/02/2026', '2026-02-25']))
    assert.isNull(guessDayOrder(['25/02/2026', '02/25/2026']))
  })

  test('whole numbers and measured ones keep their digits', ({ assert }) => {
    assert.equal(outcome(readInteger('١٬٠٠٠')), 1000)
    assert.equal(outcome(readInteger('12.00')), 12)
    assert.equal(outcome(readInteger('12.5')), 'not_whole')
    assert.equal(outcome(readInteger('9007199254740993')), 'number_too_big')
    assert.equal(outcome(readDecimal('12.3456', 4)), '12.3456')
    assert.equal(outcome(readDecimal('12.34567', 4)), 'too_many_decimals')
    assert.throws(() => readDecimal('1', 1.5), RangeError)
  })

  test('yes and no are understood in both languages and nothing else is', ({ assert }) => {
    for (const text of ['نعم', 'Yes', '1', '١', 'TRUE']) assert.isTrue(outcome(readBoolean(text)))
    for (const text of ['لا', 'no', '0', '٠', 'false']) assert.isFalse(outcome(readBoolean(text)))
    assert.isNull(outcome(readBoolean('')))
    assert.equal(outcome(readBoolean('ربما')), 'not_yes_or_no')
  })
})
