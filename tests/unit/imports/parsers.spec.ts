import { test } from '@japa/runner'
import { type Problem } from '#core/imports/problem'
import * as parsers from '#core/imports/parsers'
import { METHODS } from '#core/imports/common_fields'

const said = (value: string | Problem) => (typeof value === 'string' ? value : `!${value.code}`)

test.group('Import parsers', () => {
  test('money: {0} is {1}')
    .with([
      ['1234.5', '1234.5'],
      ['1,234.50', '1234.50'],
      ['١٬٢٣٤٫٥٠', '1234.50'],
      ['1250 جنيه', '1250.00'],
      ['0', '!not_positive'],
      ['-5', '!not_positive'],
      ['12.345', '!not_money'],
      ['1e5', '!not_money'],
      ['12345678901234567', '!not_money'],
    ] as [string, string][])
    .run(({ assert }, [text, expected]) => {
      assert.equal(said(parsers.amount(text)), expected)
    })

  test('days: {0} is {1}')
    .with([
      ['2026-10-05', '2026-10-05'],
      ['05/10/2026', '2026-10-05'],
      ['٥/١٠/٢٠٢٦', '2026-10-05'],
      ['2026-10-05T00:00:00.000Z', '2026-10-05'],
      ['31/12/2026', '2026-12-31'],
      ['31/02/2026', '!not_a_day'],
      ['10/13/2026', '!not_a_day'],
      ['29/02/2026', '!not_a_day'],
    ] as [string, string][])
    .run(({ assert }, [text, expected]) => {
      assert.equal(said(parsers.day(text)), expected)
    })

  test('months: {0} is {1}')
    .with([
      ['2026-10', '2026-10-01'],
      ['10/2026', '2026-10-01'],
      ['٢٠٢٦/١٠', '2026-10-01'],
      ['أكتوبر 2026', '2026-10-01'],
      ['Oct-2026', '2026-10-01'],
      ['05/10/2026', '2026-10-01'],
      ['2026', '!not_a_month'],
    ] as [string, string][])
    .run(({ assert }, [text, expected]) => {
      assert.equal(said(parsers.month(text)), expected)
    })

  test('codes, numbers and words: {0}')
    .with([
      ['latin digits in codes', parsers.code(60)('رخصة-١٢'), 'رخصة-12'],
      ['spaces leave ASCII codes', parsers.asciiCode(60)('PR ٠٠١'), 'PR001'],
      ['Arabic has no place in them', parsers.asciiCode(60)('م-1'), '!not_latin'],
      ['too long', parsers.code(3)('abcd'), '!too_long'],
      ['whole numbers', parsers.integer(100)('٠٤٢'), '42'],
      ['above the bound', parsers.integer(100)('101'), '!not_a_number'],
      ['decimals of a sheet', parsers.integer(100)('7.0'), '7'],
      ['yes', parsers.yesNo('نعم'), '1'],
      ['no', parsers.yesNo('لا'), '0'],
      ['maybe', parsers.yesNo('ربما'), '!not_yes_no'],
      ['a method', parsers.choice(METHODS)('الكترونى'), 'electronic'],
      ['no method', parsers.choice(METHODS)('مقايضة'), '!not_a_choice'],
      ['a point', parsers.measure(-90, 90, 7)('29.30841234'), '29.3084123'],
      ['outside the globe', parsers.measure(-90, 90, 7)('91'), '!not_a_measure'],
      ['control marks go', parsers.text(20)('محمد\u202E  علي'), 'محمد علي'],
    ] as [string, string | Problem, string][])
    .run(({ assert }, [, value, expected]) => {
      assert.equal(said(value), expected)
    })
})
