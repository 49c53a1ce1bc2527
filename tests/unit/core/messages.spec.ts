import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import { formatters } from '@adonisjs/i18n'
import { rememberingMessages } from '#core/web/messages'

const CASES: [message: string, data?: Record<string, unknown>][] = [
  ['المستحقات'],
  ['من {value}', { value: '2026-07-01' }],
  ['{ rows } rows of {total}', { rows: 3, total: 12_000 }],
  ["it''s {name}", { name: 'Ali' }],
  ["a '{hole}' in quotes", { hole: 'x' }],
  ['{rows, plural, one {a row} other {{rows, number} rows}}', { rows: 1 }],
  ['{rows, plural, one {a row} other {{rows, number} rows}}', { rows: 12_345 }],
  ['number # sign', {}],
  ['{name} twice {name}', { name: '$& {other}' }],
]

test.group('Texts that are remembered', () => {
  test('say what ICU says, the first time and the second', async ({ assert }) => {
    const plain = (await formatters.icu().resolver(app))({} as never)
    const ours = (await rememberingMessages().resolver(app))({} as never)
    for (const locale of ['ar', 'en']) {
      for (const [message, data] of CASES) {
        for (let turn = 0; turn < 2; turn++) {
          assert.equal(ours.format(message, locale, data), plain.format(message, locale, data))
        }
      }
    }
  })

  test('a hole without a value is an error, as before', async ({ assert }) => {
    const ours = (await rememberingMessages().resolver(app))({} as never)
    assert.throws(() => ours.format('from {value}', 'en', {}), /value/)
  })
})
