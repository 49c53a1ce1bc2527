import { test } from '@japa/runner'
import fc from 'fast-check'
import {
  feddan,
  FeddanError,
  parseFeddan,
  sahmApart,
  squareMetres,
  writtenFeddan,
} from '#registry/geo/feddan'

test.group('Feddan, qirat and sahm are counted exactly', () => {
  test('{0} m² are {1}')
    .with<[string | number, string][]>([
      [10_000, '2 f 9 q 3.16 s'],
      ['4200.83', '1 f 0 q 0 s'],
      ['4200.8333', '1 f 0 q 0 s'],
      ['4200.79', '0 f 23 q 23.99 s'],
      [0, '0 f 0 q 0 s'],
      ['175.0347', '0 f 1 q 0 s'],
      ['7.2931', '0 f 0 q 1 s'],
      ['42008333.3333', '10000 f 0 q 0 s'],
    ])
    .run(({ assert }, [m2, text]) => assert.equal(writtenFeddan(m2, 'en'), text))

  test('deeds write them in Arabic', ({ assert }) => {
    assert.equal(writtenFeddan(10_000), '2 ف 9 ط 3.16 س')
  })

  test('one feddan is 25,205/6 m²', ({ assert }) => {
    assert.equal(squareMetres({ feddan: 1 }), '4200.8333')
    assert.equal(squareMetres({ feddan: 6 }), '25205.0000')
    assert.equal(squareMetres({ qirat: 1 }), '175.0347')
    assert.equal(squareMetres({ sahm: 1 }), '7.2931')
    assert.equal(squareMetres({ feddan: 2, qirat: 9, sahm: '3.16' }), '10000.0254')
  })

  test('never 24 qirat or 24 sahm, and back again within half a hundredth of a sahm', ({
    assert,
  }) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000_000_000 }), (units) => {
        const m2 = `${Math.floor(units / 10_000)}.${String(units % 10_000).padStart(4, '0')}`
        const parts = feddan(m2)
        assert.isBelow(parts.qirat, 24)
        assert.isBelow(Number(parts.sahm), 24)
        assert.isAtMost(sahmApart(parts, m2), 0.0051)
      }),
      { numRuns: 500 }
    )
  })
})

test.group('Areas are read as people write them', () => {
  test('«{0}»')
    .with<[string, [number, number, string]][]>([
      ['٢ ف ٩ ط ٣٫١٦ س', [2, 9, '3.16']],
      ['2 f 9 q 3.16 s', [2, 9, '3.16']],
      ['٣ فدان و ٥ قيراط', [3, 5, '0']],
      ['١٢ سهم، ٧ قراريط، ٢ فدان', [2, 7, '12']],
      ['١ ف', [1, 0, '0']],
      ['2-9-3.16', [2, 9, '3.16']],
      ['١٠ / ٢٣ / ٢٣٫٥', [10, 23, '23.5']],
      ['20 f', [20, 0, '0']],
    ])
    .run(({ assert }, [text, [whole, qirat, sahm]]) =>
      assert.deepEqual(parseFeddan(text), { feddan: whole, qirat, sahm })
    )

  test('«{0}» is refused with a sentence')
    .with(['', 'فدان', '2 f 24 q', '1 ف ٣ ط ٢٤ س', '1.5 f', 'مساحة كبيرة', '1-2', '-1-2-3'])
    .run(({ assert }, text) => {
      assert.throws(() => parseFeddan(text), FeddanError)
    })
})
