import { readFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'

/** A row of the table: its number, and the tests that it names. */
interface Rule {
  number: number
  proofs: { file: string; title: string }[]
}

async function rules(): Promise<Rule[]> {
  const text = await readFile(app.makePath('docs/defects.md'), 'utf8')
  return text
    .split('\n')
    .map((line) => /^\| *(\d+) *\|[^|]+\|(.+)\|$/.exec(line))
    .filter((row) => row !== null)
    .map((row) => ({
      number: Number(row[1]),
      proofs: [...row[2]!.matchAll(/`(tests\/[^`]+)`: “([^”]+)”/g)].map((proof) => ({
        file: proof[1]!,
        title: proof[2]!,
      })),
    }))
}

/** Those that come with parts of the house that are not built. */
const NOT_YET = [12, 13, 14, 15, 22, 26]

test.group('What never happens here', () => {
  test('the table has its 34 rules, and all but those of later parts are proved by a test', async ({
    assert,
  }) => {
    const table = await rules()
    assert.deepEqual(
      table.map(({ number }) => number),
      Array.from({ length: 34 }, (_, index) => index + 1)
    )
    assert.deepEqual(
      table.filter(({ proofs }) => proofs.length === 0).map(({ number }) => number),
      NOT_YET
    )
  })

  test('each test that it names is there under that title', async ({ assert }) => {
    const missing = []
    for (const { number, proofs } of await rules()) {
      for (const { file, title } of proofs) {
        const source = await readFile(app.makePath(file), 'utf8').catch(() => '')
        const text = source.replaceAll(/test\(\s+/g, 'test(')
        const isThere = ["'", '"', '`'].some((quote) =>
          text.includes(`test(${quote}${title}${quote},`)
        )
        if (!isThere) missing.push(`${number}: ${file}: ${title}`)
      }
    }
    assert.deepEqual(missing, [])
  })
})
