import fc from 'fast-check'
import { test } from '@japa/runner'
import RecordSplitter from '#core/readers/record_splitter'

function split(text: string, delimiter: string, step: number): string[][] {
  const records: string[][] = []
  const splitter = new RecordSplitter(delimiter, (_, fields) => records.push([...fields]))
  for (let at = 0; at < text.length; at += step) splitter.push(text.slice(at, at + step))
  splitter.end()
  return records
}

const field = fc.string({ unit: fc.constantFrom('a', 'ب', '"', ',', ';', '\n', ' ', '1') })
const quote = (text: string) => `"${text.replaceAll('"', '""')}"`

test.group('Record splitter', () => {
  test('whatever was written with quotes is read back exactly, however the text is cut', ({
    assert,
  }) => {
    fc.assert(
      fc.property(
        fc.array(fc.array(field, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 }),
        fc.constantFrom(',', ';'),
        fc.integer({ min: 1, max: 9 }),
        (rows, delimiter, step) => {
          const text = rows.map((row) => row.map(quote).join(delimiter)).join('\n')
          assert.deepEqual(split(text, delimiter, step), rows)
        }
      ),
      { numRuns: 500 }
    )
  })

  test('any text at all gives the same records in one piece or letter by letter', ({ assert }) => {
    fc.assert(
      fc.property(field, (text) => {
        assert.deepEqual(split(text, ',', 1), split(text, ',', text.length || 1))
      }),
      { numRuns: 500 }
    )
  })
})
