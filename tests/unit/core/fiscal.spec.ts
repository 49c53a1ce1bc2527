import { test } from '@japa/runner'
import fc from 'fast-check'
import {
  addDays,
  addMonths,
  clock,
  daysBetween,
  FiscalYear,
  formatDay,
  isDay,
  Month,
  parseDay,
  PeriodError,
  today,
} from '#core/fiscal'
import { DayError, dayOf } from '#core/days'

const anyDay = fc.integer({ min: 0, max: 109_000 }).map((days) => addDays('1900-01-01', days))

test.group('The fiscal calendar', (group) => {
  group.each.teardown(() => clock.restore())

  test('{0} lies in the fiscal year {1}, quarter {2}, month {3} of the year')
    .with<[string, string, number, number][]>([
      ['2026-07-01', '2026/2027', 1, 1],
      ['2026-09-30', '2026/2027', 1, 3],
      ['2026-10-01', '2026/2027', 2, 4],
      ['2026-12-31', '2026/2027', 2, 6],
      ['2027-01-01', '2026/2027', 3, 7],
      ['2027-06-30', '2026/2027', 4, 12],
      ['2027-07-01', '2027/2028', 1, 1],
      ['2028-02-29', '2027/2028', 3, 8],
    ])
    .run(({ assert }, [day, label, quarter, index]) => {
      const month = Month.containing(day)
      assert.equal(FiscalYear.containing(day).label, label)
      assert.equal(month.fiscalYear.label, label)
      assert.equal(month.quarter, quarter)
      assert.equal(month.index, index)
    })

  test('a fiscal year is twelve months from July to June without a gap', ({ assert }) => {
    const year = FiscalYear.of('2026/2027')
    assert.equal(year.first, '2026-07-01')
    assert.equal(year.last, '2027-06-30')
    assert.equal(year.slug, '2026-2027')
    assert.equal(year.days, 365)
    assert.equal(FiscalYear.of('2027/2028').days, 366)
    assert.equal(
      year.months.map(String).join(' '),
      '2026-07 2026-08 2026-09 2026-10 2026-11 2026-12 2027-01 2027-02 2027-03 2027-04 2027-05 2027-06'
    )
    assert.deepEqual(
      year.months.map((month) => month.index),
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
    )
    assert.equal(year.quarter(3).first, '2027-01-01')
    assert.equal(year.quarter(3).last, '2027-03-31')
    assert.isTrue(year.next().previous().equals(year))
    assert.equal(JSON.stringify({ year }), '{"year":"2026/2027"}')
  })

  test('labels are read in their usual spellings', ({ assert }) => {
    for (const text of ['2026/2027', '2026-2027', '2026/27', '٢٠٢٦/٢٠٢٧', ' 2026 / 2027 ']) {
      assert.equal(FiscalYear.of(text).label, '2026/2027')
    }
    assert.equal(FiscalYear.of('1999/2000').label, '1999/2000')
    assert.equal(FiscalYear.of('1999/00').label, '1999/2000')
  })

  test('years that do not follow each other are refused', ({ assert }) => {
    for (const text of ['2026', '2026/2026', '2026/2028', '2027/2026', '2026/26', 'abc', '']) {
      assert.throws(() => FiscalYear.of(text), PeriodError as any)
    }
  })

  test('a month knows its days, its neighbours and its Egyptian name', ({ assert }) => {
    const february = Month.of('2028-02')
    assert.equal(february.first, '2028-02-01')
    assert.equal(february.last, '2028-02-29')
    assert.equal(february.days, 29)
    assert.equal(String(Month.of('2026-12').next()), '2027-01')
    assert.equal(String(Month.of('2026-01').previous()), '2025-12')
    assert.equal(String(Month.of('2026-01').plus(-13)), '2024-12')
    assert.isTrue(february.contains('2028-02-29'))
    assert.isFalse(february.contains('2028-03-01'))
    assert.equal(Month.of('2026-10').label('ar'), 'أكتوبر 2026')
    assert.equal(Month.of('2026-10').label('en'), 'October 2026')
    assert.equal(
      FiscalYear.of('2026/2027')
        .months.map((month) => month.label('ar').split(' ')[0])
        .join(' '),
      'يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر يناير فبراير مارس أبريل مايو يونيو'
    )
  })

  test('what is no month is refused', ({ assert }) => {
    for (const text of ['2026-13', '2026-00', '2026-1', '202610', '2026-10-01', '']) {
      assert.throws(() => Month.of(text), PeriodError as any)
    }
    assert.throws(() => Month.containing('2026-02-30'), PeriodError as any)
  })

  test('every day is in its own month, and that month in the year that has the day', ({
    assert,
  }) => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const month = Month.containing(day)
        assert.isTrue(month.contains(day) && month.first <= day && day <= month.last)
        assert.isTrue(month.fiscalYear.contains(day))
        assert.equal(addDays(month.last, 1), month.next().first)
        assert.equal(String(month.next().previous()), String(month))
        assert.equal(String(month.fiscalYear.months[month.index - 1]), String(month))
      })
    )
  })
})

test.group('What day it is in Egypt', (group) => {
  group.each.teardown(() => clock.restore())

  test('at {0} UTC it is {1} in Cairo')
    .with<[string, string][]>([
      // Winter: UTC+2.
      ['2026-12-31T21:59:59Z', '2026-12-31'],
      ['2026-12-31T22:00:00Z', '2027-01-01'],
      // Summer time, from the last Friday of April: UTC+3.
      ['2026-06-30T20:59:59Z', '2026-06-30'],
      ['2026-06-30T21:00:00Z', '2026-07-01'],
      // The night the clocks go forward (24 April 2026) and back (29 October 2026).
      ['2026-04-23T21:59:59Z', '2026-04-23'],
      ['2026-04-23T22:00:00Z', '2026-04-24'],
      ['2026-10-29T20:30:00Z', '2026-10-29'],
      ['2026-10-29T21:30:00Z', '2026-10-29'],
      ['2026-10-29T22:00:00Z', '2026-10-30'],
    ])
    .run(({ assert }, [moment, day]) => {
      clock.freeze(moment)
      assert.equal(today(), day)
      assert.equal(dayOf(new Date(moment)), day)
      assert.equal(String(Month.current()), day.slice(0, 7))
    })

  test('the fiscal year turns at midnight in Cairo, three hours before UTC', ({ assert }) => {
    clock.freeze('2026-06-30T20:59:59Z')
    assert.equal(FiscalYear.current().label, '2025/2026')
    clock.freeze('2026-06-30T21:00:00Z')
    assert.equal(FiscalYear.current().label, '2026/2027')
  })

  test('the frozen clock stands still and runs again when restored', ({ assert }) => {
    clock.freeze('2020-01-01T00:00:00Z')
    clock.now().setFullYear(1990)
    assert.equal(clock.now().toISOString(), '2020-01-01T00:00:00.000Z')
    clock.restore()
    assert.isAbove(clock.now().getTime(), Date.parse('2026-01-01'))
    assert.throws(() => clock.freeze('nonsense'), /Not a moment/)
  })
})

test.group('Days', () => {
  test('a month later is the same day or the last one', ({ assert }) => {
    assert.equal(addMonths('2026-01-31', 1), '2026-02-28')
    assert.equal(addMonths('2028-01-31', 1), '2028-02-29')
    assert.equal(addMonths('2026-03-15', -3), '2025-12-15')
    assert.equal(addMonths('2026-11-30', 14), '2028-01-30')
  })

  test('days are counted over the ends of months and years', ({ assert }) => {
    assert.equal(addDays('2026-12-31', 1), '2027-01-01')
    assert.equal(addDays('2028-03-01', -1), '2028-02-29')
    assert.equal(daysBetween('2026-07-01', '2027-07-01'), 365)
    assert.equal(daysBetween('2026-07-02', '2026-07-01'), -1)
  })

  test('a text that is no day is refused before it is counted with', ({ assert }) => {
    assert.isFalse(isDay('2026-02-29'))
    assert.isFalse(isDay('2026-2-1'))
    assert.isFalse(isDay(null))
    assert.throws(() => addDays('2026-02-29', 1), DayError as any)
    assert.throws(() => daysBetween('2026-01-01', 'x'), DayError as any)
  })

  test('a day is written out in both languages', ({ assert }) => {
    assert.equal(formatDay('2026-10-05', 'ar'), '5 أكتوبر 2026')
    assert.equal(formatDay('2026-10-05', 'en'), '5 October 2026')
  })
})

test.group('Dates as people and files write them', () => {
  test('reads «{0}» as {1}')
    .with<[string, string][]>([
      ['2026-10-05', '2026-10-05'],
      ['2026/10/05', '2026-10-05'],
      ['2026.10.5', '2026-10-05'],
      ['05/10/2026', '2026-10-05'],
      ['5/10/2026', '2026-10-05'],
      ['5-10-26', '2026-10-05'],
      ['5.10.1998', '1998-10-05'],
      ['5-10-98', '1998-10-05'],
      ['٠٥/١٠/٢٠٢٦', '2026-10-05'],
      ['۵/۱۰/۲۰۲۶', '2026-10-05'],
      ['\u200F05/10/2026\u200F', '2026-10-05'],
      ['٥ أكتوبر ٢٠٢٦', '2026-10-05'],
      ['5 اكتوبر 2026', '2026-10-05'],
      ['05-Oct-26', '2026-10-05'],
      ['5 October, 2026', '2026-10-05'],
      ['20261005', '2026-10-05'],
      ['2026-10-05 14:30:00', '2026-10-05'],
      ['05/10/2026 14:30', '2026-10-05'],
      ['05/10/2026 02:30:10 PM', '2026-10-05'],
      ['2026-10-05T21:30:00Z', '2026-10-06'],
      ['2026-10-05T20:30:00.123Z', '2026-10-05'],
      ['2026-10-05T23:30:00+03:00', '2026-10-05'],
      ['2026-10-06T00:30:00+0300', '2026-10-06'],
      ['46300', '2026-10-05'],
      ['46300.75', '2026-10-05'],
      ['29/02/2028', '2028-02-29'],
    ])
    .run(({ assert }, [text, day]) => {
      assert.equal(parseDay(text), day)
    })

  test('the order of day and month is the file’s to say, and day first otherwise', ({ assert }) => {
    assert.equal(parseDay('05/10/2026'), '2026-10-05')
    assert.equal(parseDay('05/10/2026', { order: 'mdy' }), '2026-05-10')
    assert.equal(parseDay('26/10/05', { order: 'ymd' }), '2026-10-05')
    assert.equal(parseDay('2026-10-05', { order: 'mdy' }), '2026-10-05')
  })

  test('refuses «{0}» because {1}')
    .with<[string, string][]>([
      ['', 'it is blank'],
      ['03/25/2026', 'month is above 12'],
      ['31/04/2026', 'no such day'],
      ['29/02/2026', 'no such day'],
      ['2026-02-30', 'no such day'],
      ['00/10/2026', 'no such day'],
      ['15/03/1447', 'Hijri'],
      ['01/01/0001', 'outside'],
      ['01/01/2300', 'outside'],
      ['12', 'form is not known'],
      ['غدا', 'form is not known'],
      ['5 Foo 2026', 'form is not known'],
      ['5/10', 'form is not known'],
      ['1/2/3', 'form is not known'],
      ['999999', 'form is not known'],
      ['2026-10-05T99:99:99Z', 'form is not known'],
      ['x'.repeat(1000), 'form is not known'],
    ])
    .run(({ assert }, [text, reason]) => {
      assert.throws(() => parseDay(text), new RegExp(reason))
    })

  test('spreadsheet numbers and dates are read, the day that never was is refused', ({
    assert,
  }) => {
    assert.equal(parseDay(46300), '2026-10-05')
    assert.equal(parseDay(61), '1900-03-01')
    assert.equal(parseDay(59), '1900-02-28')
    assert.throws(() => parseDay(60), /not a spreadsheet date/)
    assert.throws(() => parseDay(0), /not a spreadsheet date/)
    assert.throws(() => parseDay(Number.NaN), /not a spreadsheet date/)
    assert.throws(() => parseDay(1e300), /not a spreadsheet date/)
    assert.equal(parseDay(new Date('2026-10-05T00:00:00Z')), '2026-10-05')
    assert.equal(parseDay(new Date('2026-10-04T23:59:59.999Z')), '2026-10-05')
    assert.throws(() => parseDay(new Date('x')), /form is not known/)
    assert.throws(() => parseDay(null), /form is not known/)
    assert.throws(() => parseDay({}), /form is not known/)
  })

  test('every day written in any of the usual forms is read back', ({ assert }) => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const [year, month, date] = day.split('-')
        assert.equal(parseDay(`${date}/${month}/${year}`), day)
        assert.equal(parseDay(`${month}/${date}/${year}`, { order: 'mdy' }), day)
        assert.equal(parseDay(`${year}${month}${date}`), day)
        assert.equal(parseDay(formatDay(day, 'ar')), day)
        assert.equal(parseDay(formatDay(day, 'en')), day)
        const serial = daysBetween('1899-12-30', day)
        if (serial > 60) assert.equal(parseDay(serial), day)
      })
    )
  })
})
