import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import env from '#start/env'
import { clock } from '#core/clock'
import type { Day } from '#core/days'
import { Month } from '#core/fiscal'
import { verifyTrail } from '#audit/verify'
import { waitingFor } from '#identity/waiting'
import { accountsWaits } from '#accounts/waiting'
import { budgetWaits } from '#budget/waiting'
import { checkSample } from '#reporting/sample/check'
import { checkBooks } from '#reporting/books_check/check_books'
import { generateSample } from '#reporting/sample/generate'
import { loadSample } from '#reporting/sample/load'
import { workInSample } from '#reporting/sample/office/work'
import { deskOfSample } from '#reporting/sample/spending/desk'
import StartReconciliation from '#revenue/actions/start_reconciliation'
import { HouseOfItsOwn } from '#tests/support/books/house_of_its_own'

const counted = async (table: string, column = 'status') => {
  const rows = await db.from(table).groupBy(column).orderBy(column).select(column).count('* as n')
  return rows.map((row) => `${row[column]} ${row.n}`)
}

/** A newcomer's house on a day: the sample of the twelve months before it, and all its people's work. */
function houseOn(day: Day, name: string, body: (about: { folder: string }) => void): void {
  test.group(`The people of a small sample at work on ${day}`, (group) => {
    const house = new HouseOfItsOwn(`diwan_${name}_${process.pid}`)
    const about = { folder: '' }

    group.tap((one) => one.timeout(300_000))
    group.setup(async () => {
      await house.enter()
      clock.freeze(`${day}T09:00:00Z`)
      about.folder = house.file('sample')
      const last = Month.containing(day).previous()
      // The least that twelve months bear: less land and fewer parties than there is work for.
      const world = { seed: 3, sites: 200, months: 12, lastMonth: last }
      await generateSample({ ...world, folder: about.folder })
      await loadSample(about.folder)
    })
    group.teardown(async () => {
      clock.restore()
      await rm(join(env.get('STORAGE_DIR'), 'sample_accounts.json'), { force: true })
      await house.leave()
    })

    body(about)

    test('books and trail are clean after it', async ({ assert }) => {
      const { ok, invariants } = await checkBooks()
      assert.deepEqual(
        invariants.flatMap(({ examples }) => examples.map(({ code, subject }) => [code, subject])),
        []
      )
      assert.isTrue(ok)
      assert.deepEqual((await verifyTrail()).problems, [])
    })

    test('once more, nothing changes', async ({ assert }) => {
      const before = await counted('trail', 'action')
      await workInSample()
      assert.deepEqual(await counted('trail', 'action'), before)
    })
  })
}

houseOn('2026-11-22', 'sample_autumn', (about) => {
  test('forms 50 stand in every state; batches went to the bank and came back, one waits', async ({
    assert,
  }) => {
    await workInSample()
    assert.deepEqual(await counted('payment_vouchers'), [
      ...['archived 15', 'cleared 1', 'draft 1', 'executed 1', 'ordered 2', 'posted 1'],
      ...['registered 1', 'rejected 1', 'returned 1', 'reviewed 1', 'signed 1'],
      ...['signed_first 1', 'submitted 2', 'void 1'],
    ])
    assert.deepEqual(await counted('order_batches'), ['made 1', 'signed 7'])
    assert.deepEqual(await counted('bank_answers', 'result'), ['executed 14', 'rejected 1'])
    const files = await db.from('imports').where('kind', 'payment-results').orderBy('id', 'desc')
    assert.deepEqual([files.length, files[0].state], [7, 'checked'])
  })

  test('the city reconciles three months to 0.00: closed, signed once, a draft; 35.50 a month stay unknown', async ({
    assert,
  }) => {
    const statements = await db.from('bank_reconciliations').orderBy('month')
    assert.deepEqual(
      statements.map(({ month, status, difference }) => `${month} ${status} ${difference}`),
      ['2026-08-01 closed 0.00', '2026-09-01 signed 0.00', '2026-10-01 draft 0.00']
    )
    const [unknown] = await db
      .from('bank_lines as l')
      .join('bank_accounts as b', 'b.id', 'l.bank_account_id')
      .where('b.purpose', 'expenditure')
      .whereNotExists(db.from('payment_orders as o').whereColumn('o.bank_line_id', 'l.id'))
      .count('* as n')
      .sum('l.amount as amount')
    assert.deepEqual([Number(unknown!.n), String(unknown!.amount)], [3, '-106.50'])
  })

  test('days, months and the year before are closed as far as each has come', async ({
    assert,
  }) => {
    assert.deepEqual(await counted('daily_reckonings'), [
      ...['checked 2', 'counted 1', 'draft 1', 'signed 8'],
    ])
    assert.deepEqual(await counted('period_accounts'), [
      ...['controlled 1', 'managed 1', 'signed 13', 'submitted 1'],
    ])
    assert.deepEqual(await counted('book_folios'), ['audited 6', 'closed 6', 'open 2'])
    assert.deepEqual(await counted('year_closings'), ['approved 1'])
    assert.includeMembers(await counted('holding_notices', 'kind'), ['guarantee 1'])
  })

  test('each of its people finds work waiting', async ({ assert }) => {
    const { officer, head, manager, chief } = await deskOfSample()
    const kinds = async (person: typeof officer) => {
      const rows = await waitingFor(person, [...budgetWaits, ...accountsWaits])
      return [...new Set(rows.map(({ kind, step }) => `${kind} ${step}`))]
    }
    assert.includeMembers(await kinds(officer), ['payment post', 'payment bank', 'payment reorder'])
    assert.includeMembers(await kinds(head), ['payment review', 'period_account control'])
    assert.includeMembers(await kinds(manager), ['period_account manage'])
    assert.includeMembers(await kinds(chief), ['payment sign', 'period_account endorse'])
  })

  test('the reconciliation of revenue finds what was planted and nothing of the spending', async ({
    assert,
  }) => {
    const { id: unitId } = await db.from('units').where('code', 'EG-FYM').firstOrFail()
    for (const month of Month.range(Month.of('2026-08'), Month.of('2026-10'))) {
      await new StartReconciliation().runHere({
        ...{ unitId: Number(unitId), month },
        by: { id: null, name: 'مشغل' },
      })
    }
    const { extra, otherAmount, inputs } = await checkSample(about.folder)
    assert.deepEqual([extra, otherAmount, inputs], [[], [], []])
  })
})

houseOn('2026-07-03', 'sample_july', () => {
  test('on the third day of a fiscal year nothing is over yet, and the work still goes through', async ({
    assert,
  }) => {
    await workInSample()
    assert.includeMembers(await counted('payment_vouchers'), ['archived 3', 'executed 1'])
    assert.deepEqual(await counted('bank_reconciliations'), [])
    const [last] = await db.from('payment_vouchers').max('posted_on as day')
    assert.equal(last!.day, '2026-07-01')
  })
})
