import { test } from '@japa/runner'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { verifyTrail } from '#audit/verify'
import { checkBooks, type BooksVerdict } from '#reporting/books_check/check_books'
import { fillHouse } from '#tests/support/books/clean_house'
import {
  LEDGER_CORRUPTIONS,
  PAPER_CORRUPTIONS,
  TOTAL_CORRUPTIONS,
  type Corruption,
} from '#tests/support/books/corruptions'
import { HOUSE_CORRUPTIONS, MATCH_CORRUPTIONS } from '#tests/support/books/further_corruptions'
import { copiedHouse } from '#tests/support/books/spoiled_house'
import { Chance } from '../../../faults/random.js'

/** Rows spoiled by each way. */
const TIMES = 2

const codesOf = (verdict: BooksVerdict) =>
  new Set(verdict.invariants.flatMap(({ examples }) => examples.map(({ code }) => code)))

/** Nothing else changed, so only the questions about these tables can have another answer. */
const tablesOf = (statements: string[]) =>
  statements.flatMap((sql) =>
    [...sql.matchAll(/(?:UPDATE|INTO|DELETE FROM) (\w+)/g)].map(([, table]) => table!)
  )

/** Spoils one row, asks the checker, takes it back. Returns what it named. */
async function plant(
  client: QueryClientContract,
  { does }: Corruption,
  row: Record<string, never>
): Promise<Set<string>> {
  const trx = await client.transaction()
  try {
    await trx.rawQuery('SET check_constraint_checks = 0')
    for (const sql of does) {
      const [{ affectedRows }] = await trx.rawQuery(sql, row)
      if (!affectedRows) throw new Error(`Nothing was spoiled: ${sql} ${JSON.stringify(row)}`)
    }
    return codesOf(await checkBooks(trx, tablesOf(does)))
  } finally {
    await trx.rollback()
  }
}

test.group('The check of the books', (group) => {
  const copy = copiedHouse(group, 'check', fillHouse)

  test('finds nothing to blame in a house run by its own rules', async ({ assert }) => {
    const verdict = await checkBooks(copy.client)
    assert.deepEqual(
      verdict.invariants.flatMap(({ examples }) => examples),
      []
    )
    assert.isTrue(verdict.ok)
    const [[{ entries, receipts, statement_lines: lines }]] = await copy.client.rawQuery(
      `SELECT (SELECT COUNT(*) FROM ledger_entries) AS entries, (SELECT COUNT(*) FROM receipts) AS receipts,
         (SELECT COUNT(*) FROM bank_lines) AS statement_lines`
    )
    assert.isAbove(Number(entries), 100)
    assert.isAbove(Number(receipts), 200)
    assert.isAbove(Number(lines), 200)
  }).timeout(300_000)

  test('names every one of more than two hundred planted corruptions', async ({ assert }) => {
    const chance = new Chance(7)
    const missed: string[] = []
    let planted = 0
    for (const corruption of [
      ...LEDGER_CORRUPTIONS,
      ...PAPER_CORRUPTIONS,
      ...MATCH_CORRUPTIONS,
      ...HOUSE_CORRUPTIONS,
      ...TOTAL_CORRUPTIONS,
    ]) {
      const [rows] = await copy.client.rawQuery(corruption.among)
      if (!rows.length) missed.push(`${corruption.what}: there is nothing to spoil`)
      for (let time = 0; time < Math.min(TIMES, rows.length); time++) {
        const row = rows[Math.floor(chance.next() * rows.length)]
        const named = await plant(copy.client, corruption, row)
        planted++
        if (!corruption.named.some((code) => named.has(code))) {
          missed.push(
            `${corruption.what} ${JSON.stringify(row)}: named ${[...named].join(', ') || 'nothing'}`
          )
        }
      }
    }
    assert.deepEqual(missed, [])
    assert.isAtLeast(planted, 200)
    assert.isTrue((await checkBooks(copy.client)).ok)
  }).timeout(900_000)

  test('a line of the ledger and a row of the trail edited by the administrator are both named', async ({
    assert,
  }) => {
    const [[line]] = await copy.client.rawQuery(
      'SELECT MAX(id) AS id, MAX(entry_id) AS entry FROM ledger_lines'
    )
    const [[row]] = await copy.client.rawQuery(
      'SELECT id, unit_id AS unit, seq FROM trail ORDER BY id LIMIT 1 OFFSET 20'
    )
    const trx = await copy.client.transaction()
    try {
      await trx.rawQuery(
        'UPDATE ledger_lines SET debit = debit * 2, credit = credit * 2 WHERE id = ?',
        [line.id]
      )
      await trx.rawQuery("UPDATE trail SET reason = 'بلا سبب' WHERE id = ?", [row.id])
      const { invariants } = await checkBooks(trx)
      const subjects = invariants.flatMap(({ examples }) => examples.map(({ subject }) => subject))
      assert.include(subjects, `ledger_entries/${line.entry}`)
      assert.include(subjects, `trail/${row.id}`)
      const trail = await verifyTrail(trx)
      assert.deepEqual(
        trail.problems.map(({ unit, seq, id, problem }) => ({ unit, seq, id, problem })),
        [
          {
            unit: Number(row.unit),
            seq: Number(row.seq),
            id: Number(row.id),
            problem: 'row_changed',
          },
        ]
      )
    } finally {
      await trx.rollback()
    }
  }).timeout(300_000)
})
