import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { SYSTEM } from '#audit/actor'
import { Money } from '#core/money'
import { retrying } from '#core/retry'
import { within } from '#core/within'
import { postEntries, postEntry, reverseEntry, type Entry } from '#accounts/actions/post_entry'
import { TOTALS_OF_MONTHS } from '#reporting/books_check/total_probes'
import { LEDGER } from '#reporting/books_check/ledger_probes'
import { aBudgetLine } from '#tests/support/budget'
import { loadImportReference } from '#tests/support/imports'
import { aUnit } from '#tests/support/units'

const entry = (unitId: number, key: string, facts: Partial<Entry> = {}): Entry => ({
  unitId,
  postedOn: '2026-10-05',
  kind: 'test',
  businessKey: `posting/${unitId}/${key}`,
  description: 'قيد',
  lines: [
    { account: 'INT-CASH', debit: Money.of('10.05') },
    { account: 'INT-REV-ADVERT', credit: Money.of('10.05') },
  ],
  ...facts,
})

const post = (...entries: Entry[]) =>
  db.transaction((trx) => postEntries(entries, { trx, by: SYSTEM }))

async function totals(unitId: number) {
  const [rows] = await db.rawQuery(
    `SELECT t.month, a.code, t.fund_id AS fund, t.debit, t.credit, t.line_count AS n FROM ledger_totals t
     JOIN ledger_accounts a ON a.id = t.account_id WHERE t.unit_id = ? ORDER BY t.month, a.code, t.fund_id`,
    [unitId]
  )
  return rows.map((row: any) => [
    row.month,
    row.code,
    Number(row.fund),
    row.debit,
    row.credit,
    Number(row.n),
  ])
}

async function aFund(): Promise<number> {
  const [[row]] = await db.rawQuery(
    "SELECT id FROM budget_codes WHERE axis = 'fund' AND code <> '00' ORDER BY id LIMIT 1"
  )
  return Number(row.id)
}

async function memoAccount(code: string): Promise<string> {
  await db.rawQuery(
    `INSERT IGNORE INTO ledger_accounts (code, name_ar, name_en, class) VALUES (?, 'كفالات', 'Letters', 'memo')`,
    [code]
  )
  return code
}

const found = async (sql: string) => (await db.rawQuery(sql))[0]

test.group('Posting in batches', (group) => {
  group.setup(loadImportReference)

  test('a thousand and more entries post at once, in their order, numbered without a gap per unit and year', async ({
    assert,
  }) => {
    const [first, second] = [await aUnit(), await aUnit()]
    const entries = Array.from({ length: 1203 }, (_, at) =>
      entry(at % 3 === 2 ? second : first, String(at), {
        postedOn: at % 2 ? '2026-10-05' : '2026-06-30',
      })
    )
    const posted = await post(...entries)
    assert.lengthOf(posted, 1203)
    const [rows] = await db.rawQuery(
      `SELECT e.id, e.number, e.business_key, s.entry_id IS NOT NULL AS sealed FROM ledger_entries e
       LEFT JOIN ledger_seals s ON s.entry_id = e.id WHERE e.unit_id IN (?, ?)`,
      [first, second]
    )
    const byKey = new Map(rows.map((row: any) => [row.business_key, row]))
    entries.forEach(({ businessKey }, at) => {
      const row: any = byKey.get(businessKey)
      assert.deepEqual([Number(row.id), Number(row.number)], [posted[at]!.id, posted[at]!.number])
      assert.equal(Number(row.sealed), 1)
    })
    const [series] = await db.rawQuery(
      `SELECT unit_id, fiscal_year, MIN(number) AS low, MAX(number) AS high, COUNT(*) AS n FROM ledger_entries
       WHERE unit_id IN (?, ?) GROUP BY unit_id, fiscal_year ORDER BY unit_id, fiscal_year`,
      [first, second]
    )
    assert.deepEqual(
      series.map((row: any) => [Number(row.low), Number(row.high), Number(row.n)]),
      [
        [1, 401, 401],
        [1, 401, 401],
        [1, 201, 201],
        [1, 200, 200],
      ]
    )
    // 10.05 × 401 and × 201: the months hold what their lines hold.
    assert.deepEqual(await totals(first), [
      ['2026-06-01', 'INT-CASH', 0, '4030.05', '0.00', 401],
      ['2026-06-01', 'INT-REV-ADVERT', 0, '0.00', '4030.05', 401],
      ['2026-10-01', 'INT-CASH', 0, '4030.05', '0.00', 401],
      ['2026-10-01', 'INT-REV-ADVERT', 0, '0.00', '4030.05', 401],
    ])
  })

  test('one entry that cannot be posted keeps the whole batch out, and no number is lost', async ({
    assert,
  }) => {
    const unitId = await aUnit()
    const crooked = entry(unitId, 'b', {
      lines: [
        { account: 'INT-CASH', debit: Money.of('10') },
        { account: 'INT-REV-ADVERT', credit: Money.of('9.99') },
      ],
    })
    await assert.rejects(() => post(entry(unitId, 'a'), crooked), /المدين 10.00 والدائن 9.99/)
    await assert.rejects(() => post(entry(unitId, 'a'), entry(unitId, 'a')), /مرحل من قبل/)
    assert.deepEqual(await totals(unitId), [])
    const [posted] = await post(entry(unitId, 'a'))
    assert.equal(posted!.number, 1)
  })

  test('a line keeps its fund, budget line and centre, its total stands by the fund, and its reversal has them too', async ({
    assert,
  }) => {
    const { lineId, unitId } = await aBudgetLine('1000.00')
    const fundId = await aFund()
    const told = { fundId, budgetLineId: lineId, centre: 'C-12' }
    const { id } = await db.transaction((trx) =>
      postEntry(
        entry(unitId, 'dimensions', {
          lines: [
            { account: 'INT-FA-LOSS', debit: Money.of('250.25'), ...told },
            { account: 'INT-BANK', credit: Money.of('250.25'), fundId },
          ],
        }),
        { trx, by: SYSTEM }
      )
    )
    assert.deepEqual(await totals(unitId), [
      ['2026-10-01', 'INT-BANK', fundId, '0.00', '250.25', 1],
      ['2026-10-01', 'INT-FA-LOSS', fundId, '250.25', '0.00', 1],
    ])
    const back = await db.transaction((trx) =>
      reverseEntry(id, { reason: 'بند غير صحيح', trx, by: SYSTEM })
    )
    const [lines] = await db.rawQuery(
      'SELECT debit, credit, fund_id, budget_line_id, centre FROM ledger_lines WHERE entry_id = ? ORDER BY id',
      [back.id]
    )
    assert.deepEqual(
      lines.map((row: any) => [row.debit, row.credit, Number(row.fund_id), row.centre]),
      [
        ['0.00', '250.25', fundId, 'C-12'],
        ['250.25', '0.00', fundId, null],
      ]
    )
    assert.equal(Number(lines[0].budget_line_id), lineId)
    assert.deepEqual(await totals(unitId), [
      ['2026-10-01', 'INT-BANK', fundId, '250.25', '250.25', 2],
      ['2026-10-01', 'INT-FA-LOSS', fundId, '250.25', '250.25', 2],
    ])
  })

  test('memo accounts stand against memo accounts, beside money or alone, never against money', async ({
    assert,
  }) => {
    const unitId = await aUnit()
    const [letters, opposite] = [await memoAccount('91130501'), await memoAccount('92130501')]
    const mixed = entry(unitId, 'mixed', {
      lines: [
        { account: letters, debit: Money.of('500') },
        { account: 'INT-CASH', credit: Money.of('500') },
      ],
    })
    await assert.rejects(() => post(mixed), /النظامية في القيد لا تتقابل/)
    await post(
      entry(unitId, 'beside', {
        lines: [
          { account: letters, debit: Money.of('500') },
          { account: opposite, credit: Money.of('500') },
          { account: 'INT-CASH', debit: Money.of('20') },
          { account: 'INT-REV-FEES', credit: Money.of('20') },
        ],
      })
    )
    assert.deepEqual(await totals(unitId), [
      ['2026-10-01', '91130501', 0, '500.00', '0.00', 1],
      ['2026-10-01', '92130501', 0, '0.00', '500.00', 1],
      ['2026-10-01', 'INT-CASH', 0, '20.00', '0.00', 1],
      ['2026-10-01', 'INT-REV-FEES', 0, '0.00', '20.00', 1],
    ])
  })

  test('a thousand entries are sealed at once only when each of them balances, and a seal is not borrowed', async ({
    assert,
  }) => {
    const unitId = await aUnit()
    await post(entry(unitId, 's1'), entry(unitId, 's2'), entry(unitId, 's3'))
    const [[sealing]] = await db.rawQuery(
      'SELECT g.* FROM ledger_sealings g JOIN ledger_entries e ON e.id = g.first_entry_id WHERE e.unit_id = ?',
      [unitId]
    )
    assert.equal(Number(sealing.last_entry_id) - Number(sealing.first_entry_id), 2)
    const [[account]] = await db.rawQuery("SELECT id FROM ledger_accounts WHERE code = 'INT-CASH'")
    const bare = async (
      lines: [number, number][],
      sealed: (id: number) => string,
      places = Math.max(lines.length, 1)
    ) => {
      const trx = await db.transaction()
      try {
        const [{ insertId }] = await trx.rawQuery(
          `INSERT INTO ledger_entries (unit_id, posted_on, fiscal_year, number, kind, business_key, description, total, line_count)
           VALUES (?, '2026-10-05', '2026/2027', 900, 'test', 'bare/1', 'قيد', 5, ?)`,
          [unitId, places]
        )
        for (const [at, [debit, credit]] of lines.entries()) {
          await trx.rawQuery(
            `INSERT INTO ledger_lines (entry_id, line_count, line_no, account_id, unit_id, posted_on, debit, credit)
             VALUES (?, ?, ?, ?, ?, '2026-10-05', ?, ?)`,
            [insertId, places, at + 1, account.id, unitId, debit, credit]
          )
        }
        await trx.rawQuery(sealed(Number(insertId)))
      } finally {
        await trx.rollback()
      }
    }
    const range = (id: number) =>
      `INSERT INTO ledger_sealings (first_entry_id, last_entry_id) VALUES (${id}, ${id})`
    const balanced: [number, number][] = [
      [5, 0],
      [0, 5],
    ]
    await bare(balanced, range)
    await assert.rejects(() => bare([[5, 0]], range), /do not all balance/)
    await assert.rejects(() => bare([], range), /do not all balance/)
    await assert.rejects(
      () =>
        bare(
          [[5, 0]],
          (id) =>
            `INSERT INTO ledger_seals (entry_id, first_entry_id, last_entry_id)
             VALUES (${id}, ${sealing.first_entry_id}, ${sealing.last_entry_id})`
        ),
      /ledger_seals_in_their_range/
    )
    for (const [first, last] of [
      ['id', 'id'],
      ['id - 1', 'id'],
    ]) {
      await assert.rejects(
        () =>
          bare(
            [[5, 0]],
            (id) => `INSERT INTO ledger_seals (entry_id, first_entry_id, last_entry_id)
              SELECT id, ${first}, ${last} FROM ledger_entries WHERE id = ${id}`
          ),
        /ledger_seals_sealing_fk/
      )
    }
    await assert.rejects(
      () =>
        bare(
          balanced,
          (id) => `INSERT INTO ledger_seals (entry_id, last_entry_id) VALUES (${id}, ${id})`
        ),
      /ledger_seals_in_their_range/
    )
    const alone = (id: number) => `INSERT INTO ledger_seals (entry_id) VALUES (${id})`
    await bare(balanced, alone)
    await assert.rejects(() => bare([[5, 0]], alone), /does not balance/)
    await assert.rejects(() => bare(balanced, alone, 3), /places without lines/)
    await assert.rejects(() => bare(balanced, range, 3), /do not all balance/)
    await assert.rejects(
      () => db.rawQuery('DELETE FROM ledger_sealings WHERE id = ?', [sealing.id]),
      /denied|append-only/
    )
  })

  test('a sealed entry takes no further line: every place has one, and there is no other place', async ({
    assert,
  }) => {
    const unitId = await aUnit()
    const batch = await post(entry(unitId, 'p1'), entry(unitId, 'p2'))
    const single = await post(entry(unitId, 'p3'))
    const add = (id: number, places: number, place: number) =>
      db.rawQuery(
        `INSERT INTO ledger_lines (entry_id, line_count, line_no, account_id, unit_id, posted_on, debit, credit)
         SELECT entry_id, ?, ?, account_id, unit_id, posted_on, 7, 0 FROM ledger_lines WHERE entry_id = ? LIMIT 1`,
        [places, place, id]
      )
    for (const { id } of [...batch, ...single]) {
      const [lines] = await db.rawQuery(
        'SELECT line_count, line_no FROM ledger_lines WHERE entry_id = ? ORDER BY id',
        [id]
      )
      assert.deepEqual(
        lines.map((line: Record<string, unknown>) => [line.line_count, line.line_no].map(Number)),
        [
          [2, 1],
          [2, 2],
        ]
      )
      await assert.rejects(() => add(id, 2, 1), /ledger_lines_places/)
      await assert.rejects(() => add(id, 2, 2), /ledger_lines_places/)
      for (const place of [0, 3]) {
        await assert.rejects(() => add(id, 2, place), /ledger_lines_at_a_place/)
      }
      for (const places of [1, 3]) {
        await assert.rejects(() => add(id, places, places), /ledger_lines_entry_fk/)
      }
      await assert.rejects(
        () => db.rawQuery('UPDATE ledger_entries SET line_count = 3 WHERE id = ?', [id]),
        /denied|append-only/
      )
    }
  })

  test('eight clients post batches of one unit, month and accounts at once: no number is lost, no total is off, nobody sees a deadlock', async ({
    assert,
  }) => {
    const [first, second] = [await aUnit(), await aUnit()]
    const accounts = ['INT-CASH', 'INT-BANK', 'INT-DEPOSITS', 'INT-COMMISSION']
    const batch = (client: number) =>
      Array.from({ length: 150 }, (_, at) =>
        // Units and accounts in another order for each client: whoever locks as he meets them would deadlock.
        entry((at + client) % 2 ? first : second, `many/${client}/${at}`, {
          lines: [
            { account: accounts[(at + client) % 4]!, debit: Money.of('1.01') },
            { account: accounts[(at * 3 + client + 1) % 4]!, credit: Money.of('1.01') },
          ],
        })
      )
    const posting = (client: number) =>
      within(null, (trx) => postEntries(batch(client), { trx, by: SYSTEM }))
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, (_, at) => posting(at)))
    assert.deepEqual(
      outcomes.map(({ status }) => status),
      Array.from({ length: 8 }, () => 'fulfilled')
    )
    for (const unitId of [first, second]) {
      const [[series]] = await db.rawQuery(
        'SELECT MIN(number) AS low, MAX(number) AS high, COUNT(DISTINCT number) AS n FROM ledger_entries WHERE unit_id = ?',
        [unitId]
      )
      assert.deepEqual([Number(series.low), Number(series.high), Number(series.n)], [1, 600, 600])
      const rows = await totals(unitId)
      const sum = (side: 3 | 4) => Money.sum(rows.map((row: any) => Money.of(row[side]))).toString()
      assert.deepEqual([sum(3), sum(4)], ['606.00', '606.00'])
      for (const { sql } of TOTALS_OF_MONTHS as { sql: string }[]) {
        const off = (await found(sql)).filter(({ subject }: any) =>
          subject.startsWith(`ledger_totals/${unitId}/`)
        )
        assert.deepEqual(off, [])
      }
    }
  })

  test('twelve clients post to one unit at once: every total is the sum of its lines', async ({
    assert,
  }) => {
    const unitId = await aUnit()
    await Promise.all(
      Array.from({ length: 12 }, (_, at) => retrying(() => post(entry(unitId, `at-once/${at}`))))
    )
    assert.deepEqual(await totals(unitId), [
      ['2026-10-01', 'INT-CASH', 0, '120.60', '0.00', 12],
      ['2026-10-01', 'INT-REV-ADVERT', 0, '0.00', '120.60', 12],
    ])
    const ours = `ledger_totals/${unitId}/`
    for (const { sql } of TOTALS_OF_MONTHS as { sql: string }[]) {
      const rows = (await found(sql)).filter(({ subject }: any) => subject.startsWith(ours))
      assert.deepEqual(rows, [])
    }
    const memo = LEDGER[0]!.probes.find(({ code }) => code === 'memo_accounts_against_money')
    const entries = await db.from('ledger_entries').where('unit_id', unitId).select('id')
    const own = new Set(entries.map(({ id }) => `ledger_entries/${id}`))
    const against = await found((memo as { sql: string }).sql)
    assert.deepEqual(
      against.filter(({ subject }: any) => own.has(subject)),
      []
    )
  })
})
