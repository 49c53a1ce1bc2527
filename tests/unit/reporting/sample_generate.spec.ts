import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import iconv from 'iconv-lite'
import { Month } from '#core/fiscal'
import { Money } from '#core/money'
import { CODES } from '#reporting/sample/facts'
import { FolderTakenError, TooFewSitesError } from '#reporting/sample/errors'
import { generateSample } from '#reporting/sample/generate'
import { KINDS } from '#reporting/sample/truth'
import type { ManifestEntry } from '#reporting/sample/files/manifest'

const LAST = Month.of('2026-10')

interface TruthFile {
  months: string[]
  counts: Record<string, number>
  inputs: Record<string, { count: number; amount: string }>[]
  differences: {
    code: string
    unit: string
    month: string
    subject: { type: string; key: string }
    amount: string
  }[]
}

async function sample(seed: number, sites = 300, months = 12) {
  const folder = await mkdtemp(join(tmpdir(), 'diwan-sample-'))
  await generateSample({ seed, sites, months, lastMonth: LAST, folder })
  const json = async (name: string) => JSON.parse(await readFile(join(folder, name), 'utf8'))
  return {
    folder,
    truth: (await json('truth.json')) as TruthFile,
    files: (await json('manifest.json')).files as ManifestEntry[],
    remove: () => rm(folder, { recursive: true }),
  }
}

async function fingerprint(folder: string): Promise<string> {
  const hash = createHash('sha256')
  for (const name of (await readdir(folder)).sort()) {
    hash.update(name).update(await readFile(join(folder, name)))
  }
  return hash.digest('hex')
}

test.group('Sample governorate', () => {
  test('the same seed writes the same files, byte for byte; another seed other ones', async ({
    assert,
  }) => {
    const [first, again, other] = [await sample(7), await sample(7), await sample(8)]
    assert.equal(await fingerprint(first.folder), await fingerprint(again.folder))
    assert.notEqual(await fingerprint(first.folder), await fingerprint(other.folder))
    for (const one of [first, again, other]) await one.remove()
  }).timeout(60_000)

  test('every code is planted twenty times at least, three of them in the last month', async ({
    assert,
  }) => {
    for (const seed of [1, 2, 3]) {
      const { truth, remove } = await sample(seed)
      for (const code of CODES) {
        const all = truth.differences.filter((difference) => difference.code === code)
        const last = all.filter(({ month }) => month === '2026-10')
        assert.isAtLeast(all.length, 20, `seed ${seed}: ${code}`)
        assert.isAtLeast(last.length, 3, `seed ${seed}: ${code} in the last month`)
        assert.equal(truth.counts[code], all.length)
      }
      await remove()
    }
  }).timeout(60_000)

  test('no difference is told twice, and none has a negative amount', async ({ assert }) => {
    const { truth, remove } = await sample(4)
    const keys = truth.differences.map(
      ({ code, unit, month, subject }) => `${code} ${unit} ${month} ${subject.type} ${subject.key}`
    )
    assert.equal(new Set(keys).size, keys.length)
    assert.isEmpty(truth.differences.filter(({ amount }) => Money.of(amount).isNegative()))
    await remove()
  })

  test('each statement opens where the one before closed, and its lines add up', async ({
    assert,
  }) => {
    const { folder, files, remove } = await sample(5)
    const balance = (text: string, tag: string) => {
      const [, side, amount] = new RegExp(`^:${tag}:([CD])\\d{6}EGP([\\d,]+)`, 'm').exec(text)!
      return Money.parse(`${side === 'D' ? '-' : ''}${amount}`, { decimal: ',' })
    }
    const movements = (text: string) =>
      [...text.matchAll(/^:61:\d{10}([CD])([\d,]+)N/gm)].map(([, side, amount]) =>
        Money.parse(`${side === 'D' ? '-' : ''}${amount}`, { decimal: ',' })
      )
    const accounts = files.filter(({ kind }) => kind === 'bank-statement')
    assert.equal(accounts.length, 11)
    for (const { file, rows, totals } of accounts) {
      const text = await readFile(join(folder, file), 'utf8')
      const statements = text.split(/^(?=\{1:)/m)
      assert.isAtLeast(statements.length, 12, file)
      assert.equal(movements(text).length, rows, file)
      assert.equal(Money.sum(movements(text)).toString(), totals.amount, file)
      let before: string | null = null
      for (const statement of statements) {
        if (before) assert.equal(balance(statement, '60F').toString(), before, file)
        const closing = balance(statement, '60F')
          .add(Money.sum(movements(statement)))
          .toString()
        assert.equal(closing, balance(statement, '62F').toString(), file)
        before = closing
      }
      for (const [, rest] of text.matchAll(/^:61:(.*)\r$/gm)) {
        assert.match(rest!, /^\d{10}[CD]\d{1,12},\d{2}N[A-Z]{3}.{1,16}$/)
      }
    }
    await remove()
  })

  test('the truth counts what the files hold', async ({ assert }) => {
    const { truth, files, remove } = await sample(6)
    const counted = (kind: string) =>
      truth.inputs.reduce((sum, month) => sum + month[kind]!.count, 0)
    const summed = (kind: string) =>
      Money.sum(truth.inputs.map((month) => Money.of(month[kind]!.amount))).toString()
    const of = (kind: string) => files.filter((file) => file.kind === kind)
    for (const kind of ['charges', 'receipts']) {
      assert.equal(
        counted(kind),
        of(kind).reduce((sum, { rows }) => sum + rows, 0)
      )
      const total = Money.sum(of(kind).map(({ totals }) => Money.of(totals.amount!)))
      assert.equal(summed(kind), total.toString())
    }
    // The last slips and credits fall into the month after the last.
    for (const [kind, file] of [
      ['slips', 'deposit-slips'],
      ['bankLines', 'bank-statement'],
    ] as const) {
      const rows = of(file).reduce((sum, entry) => sum + entry.rows, 0)
      assert.isAtLeast(rows, counted(kind))
      assert.isBelow(rows - counted(kind), rows / 10)
    }
    assert.deepEqual(Object.keys(truth.inputs[0]!), ['month', ...KINDS])
    await remove()
  })

  test('a gap is a number that no receipt carries, between two that are there', async ({
    assert,
  }) => {
    const { folder, truth, files, remove } = await sample(9)
    const numbers = new Set<string>()
    for (const { kind, file, sha256 } of files) {
      if (kind !== 'receipts') continue
      const bytes = await readFile(join(folder, file))
      assert.equal(createHash('sha256').update(bytes).digest('hex'), sha256, file)
      const old = bytes[0] !== 0xef
      const text = old ? iconv.decode(bytes, 'windows1256') : bytes.toString('utf8')
      assert.include(text, 'رقم القسيمة')
      for (const line of text.split('\r\n').slice(1, -1)) {
        const [book, number] = line.split(/[,;]/)
        const latin = number!.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
        numbers.add(`${book}/${latin}`)
      }
    }
    const gaps = truth.differences.filter(({ code }) => code === 'receipt_number_gap')
    for (const { subject } of gaps) {
      const [book, number] = subject.key.split('/')
      assert.isFalse(numbers.has(subject.key), subject.key)
      assert.isTrue(numbers.has(`${book}/${Number(number) - 1}`), subject.key)
      assert.isTrue(numbers.has(`${book}/${Number(number) + 1}`), subject.key)
    }
    await remove()
  })

  test('a shorter sample keeps the twenty of each code', async ({ assert }) => {
    const { truth, remove } = await sample(3, 3000, 3)
    assert.deepEqual(truth.months, ['2026-08', '2026-09', '2026-10'])
    for (const code of CODES) assert.isAtLeast(truth.counts[code]!, 20, code)
    await remove()
  }).timeout(60_000)

  test('too few sites are refused with the code that found no place', async ({ assert }) => {
    const folder = await mkdtemp(join(tmpdir(), 'diwan-sample-'))
    const small = generateSample({ seed: 1, sites: 10, months: 12, lastMonth: LAST, folder })
    await assert.rejects(() => small, TooFewSitesError as never)
    await rm(folder, { recursive: true })
  })

  test('what an interrupted writing left is written anew', async ({ assert }) => {
    const { folder, remove } = await sample(7)
    const whole = await fingerprint(folder)
    await rm(join(folder, 'manifest.json'))
    await writeFile(join(folder, 'charges-EG-FYM-OLD.csv'), 'x')
    await writeFile(join(folder, 'parties-EG-FYM-SNR.xlsx.4711.partial'), 'x')
    await generateSample({ seed: 7, sites: 300, months: 12, lastMonth: LAST, folder })
    assert.equal(await fingerprint(folder), whole)
    await remove()
  })

  test('a folder with somebody else’s files is left alone', async ({ assert }) => {
    const folder = await mkdtemp(join(tmpdir(), 'diwan-sample-'))
    await writeFile(join(folder, 'letter.txt'), 'x')
    const taken = generateSample({ seed: 1, sites: 300, months: 12, lastMonth: LAST, folder })
    await assert.rejects(() => taken, FolderTakenError as never)
    assert.deepEqual(await readdir(folder), ['letter.txt'])
    await rm(folder, { recursive: true })
  })
})
