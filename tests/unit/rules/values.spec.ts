import { test } from '@japa/runner'
import { readValues } from '#rules/read_values'
import { choice, inferShape, money, record, rows, share, whole, type Shape } from '#rules/shapes'
import { ruleFields, shownValues } from '#rules/show_values'

const words = {
  locale: 'ar' as const,
  t: (key: string, data: Record<string, unknown> = {}, otherwise?: string) =>
    otherwise ?? [key, ...Object.values(data)].join(' '),
}
const VIREMENTS = rows({
  scope: choice({ item: ['بند', 'Item'], funds: ['صناديق', 'Funds'] }),
  upTo: money({ above: '0', optional: true }),
})

/** A form sent back as it was shown. */
const asSent = (shape: Shape, value: unknown) =>
  Object.fromEntries(
    ruleFields(shape, value, words).flatMap(({ fields }) =>
      fields.map((field) => [field.name, field.value])
    )
  )

test.group('Values of rules', () => {
  test('what a form shows and sends back unchanged is the same value', ({ assert }) => {
    const values: [Shape | null, unknown][] = [
      [
        VIREMENTS,
        [
          { scope: 'item', upTo: null },
          { scope: 'funds', upTo: '50000.00' },
        ],
      ],
      [
        record({ rate: share(), exempt: { kind: 'codes', none: 'empty' } }),
        { rate: '0.15', exempt: ['SF01', 'SF02'] },
      ],
      [
        record({
          parts: whole(1, 12),
          chapters: { kind: 'pairs', of: 'chapter', value: whole(1, 12) },
        }),
        { parts: 4, chapters: { 1: 12, 6: 2 } },
      ],
      [null, [80, 90, 100]],
      [null, 90],
      [null, { factor: '1' }],
      [null, { severity: 'critical', area_m2: 1, share: 0.001 }],
      [null, { opens: '2026-01-21', closes: '2026-07-20' }],
      [
        null,
        {
          built: {
            of: 'm2',
            examination: [
              { up_to: '10', fee: '0' },
              { up_to: null, fee: '5' },
            ],
          },
        },
      ],
    ]
    for (const [given, value] of values) {
      const shape = given ?? inferShape(value)
      assert.deepEqual(readValues(shape, asSent(shape, value)), { value, errors: [] })
    }
  })

  test('rates and amounts stay exact decimal text, in whichever digits they are typed', ({
    assert,
  }) => {
    const shape = record({ rate: share(), threshold: money() })
    const { value, errors } = readValues(shape, { v__rate: '٠٫٠١٥٠', v__threshold: '٥٠٬٠٠٠٫٢٥' })
    assert.deepEqual(errors, [])
    assert.deepEqual(value, { rate: '0.015', threshold: '50000.25' })
  })

  test('each wrong value is refused under the name of its field', ({ assert }) => {
    const wrong: [Shape, Record<string, string>, string][] = [
      [share(), { v: '15' }, 'v'],
      [share(), { v: '0' }, 'v'],
      [share(), { v: '0.1234567' }, 'v'],
      [whole(1, 12), { v: '13' }, 'v'],
      [whole(1, 12), { v: '1.5' }, 'v'],
      [record({ first: whole(), change: whole() }), { v__first: '3' }, 'v__change'],
      [VIREMENTS, { v__0__scope: 'elsewhere' }, 'v__0__scope'],
      [VIREMENTS, { v__0__scope: 'item', v__0__upTo: '-5' }, 'v__0__upTo'],
      [VIREMENTS, {}, 'v__0'],
      [{ kind: 'codes', numbers: true, none: 'refused' }, { v: '80, x' }, 'v'],
      [{ kind: 'codes', none: 'empty' }, { v: 'SF01، SF01' }, 'v'],
    ]
    for (const [shape, typed, field] of wrong) {
      assert.deepEqual(
        readValues(shape, typed).errors.map((one) => one.field),
        [field]
      )
    }
  })

  test('rows left empty count for nothing, and the rest keep their order', ({ assert }) => {
    const typed = { v__0__scope: 'funds', v__1__scope: '', v__1__upTo: ' ', v__3__scope: 'item' }
    assert.deepEqual(readValues(VIREMENTS, typed).value, [
      { scope: 'funds', upTo: null },
      { scope: 'item', upTo: null },
    ])
  })

  test('people read names and plain decimals, not codes and zeros', ({ assert }) => {
    const shape = record({ of: choice({ item: ['بند', 'Item'] }), rate: share() })
    assert.deepEqual(
      shownValues(shape, { of: 'item', rate: '0.010000' }, words).map(({ text }) => text),
      ['بند', '0.01']
    )
  })
})
