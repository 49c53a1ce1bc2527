import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { FiscalYear, Month } from '#core/fiscal'
import { TransitionError } from '#core/transitions'
import { SelfApprovalError } from '#identity/errors'
import CloseYear from '#accounts/books/close_year'
import { YearNotReadyError } from '#accounts/books/errors'
import { trialBalance } from '#accounts/books/figures'
import PreparePeriodAccount from '#accounts/books/period_account'
import { linesOf } from '#accounts/books/period_account_lines'
import {
  anAccountsOffice,
  everyMonthSigned,
  loadBooks,
  type AccountsOffice,
} from '#tests/support/account_books'

const YEAR = FiscalYear.of('2025/2026')

test.group('The end of a fiscal year', (group) => {
  let office: AccountsOffice
  group.tap((one) => one.timeout(60_000))
  group.setup(loadBooks)
  group.each.setup(async () => {
    office = await anAccountsOffice()
    await office.post('2025-07-05', 'INT-BANK', 'INT-REV-FEES', '1000.00')
    await office.post('2025-09-10', 'INT-BANK', 'INT-DEPOSITS', '400.00')
    await office.post('2026-01-20', 'INT-COMMISSION', 'INT-BANK', '312.25')
    await office.post('2026-02-11', '91130501', '92130501', '5000.00')
    await office.post('2026-07-02', 'INT-BANK', 'INT-REV-FEES', '50.00')
  })

  const close = () =>
    new CloseYear().close({ unitId: office.unitId, year: YEAR }, { by: office.manager })
  const balances = async (first: string, last: string) => {
    const period = { unitId: office.unitId, first, last }
    const rows = await trialBalance(period, { trx: db as never })
    return rows.map(
      ({ code, brought, carried }) =>
        `${code} ${brought.debit}/${brought.credit} → ${carried.debit}/${carried.credit}`
    )
  }
  const openings = (id: number) =>
    db
      .from('year_closing_lines')
      .join('ledger_accounts', 'ledger_accounts.id', 'account_id')
      .where('closing_id', id)
      .orderBy('code')
      .select('code', 'opening_debit', 'opening_credit')
      .then((rows) => rows.map((row) => `${row.code} ${row.opening_debit}/${row.opening_credit}`))

  test('everything in the way is said at once: months, signatures, commitments, memorandum accounts', async ({
    assert,
  }) => {
    await office.lock('2025-07')
    // The ledger takes no memo account against money: an account is called one afterwards.
    await db.rawQuery(
      `INSERT INTO ledger_accounts (code, name_ar, name_en, class) VALUES ('91130502', 'كفالات', 'Letters', 'asset')
       ON DUPLICATE KEY UPDATE class = 'asset'`
    )
    await office.post('2026-03-01', '91130502', 'INT-DEPOSITS', '80.00')
    await db.rawQuery("UPDATE ledger_accounts SET class = 'memo' WHERE code = '91130502'")
    const refusal = (await close().catch((error) => error)) as YearNotReadyError
    assert.instanceOf(refusal, YearNotReadyError)
    assert.match(refusal.messages.ar, /أشهر مفتوحة للقيد: أغسطس 2025/)
    assert.match(refusal.messages.ar, /حسابات 75 لم يكتمل توقيعها: يوليو 2025/)
    assert.match(refusal.messages.ar, /النظامية لا تتقابل والفرق 80\.00/)
    assert.equal(refusal.facts.obstacles, 3)
  })

  test('revenue and expense go to the result; the rest opens the next year as it closed this one', async ({
    assert,
  }) => {
    await everyMonthSigned(office, YEAR)
    const closing = await close()
    assert.deepEqual([closing.revenue, closing.expense].map(String), ['1000.00', '312.25'])
    const [entry] = await db
      .from('ledger_lines')
      .join('ledger_accounts as a', 'a.id', 'account_id')
      .where('entry_id', closing.entryId!)
      .orderBy('code')
      .select('code', 'debit', 'credit', 'posted_on')
      .then((rows) => [
        rows.map((row) => `${row.code} ${row.debit}/${row.credit} ${row.posted_on}`),
      ])
    assert.deepEqual(entry, [
      'INT-COMMISSION 0.00/312.25 2026-06-30',
      'INT-RESULT 0.00/687.75 2026-06-30',
      'INT-REV-FEES 1000.00/0.00 2026-06-30',
    ])
    assert.deepEqual(await openings(closing.id), [
      '91130501 5000.00/0.00',
      '92130501 0.00/5000.00',
      'INT-BANK 1087.75/0.00',
      'INT-COMMISSION 0.00/0.00',
      'INT-DEPOSITS 0.00/400.00',
      'INT-RESULT 0.00/687.75',
      'INT-REV-FEES 0.00/0.00',
    ])
    assert.deepEqual(await balances('2026-07-01', '2026-07-31'), [
      '91130501 5000.00/0.00 → 5000.00/0.00',
      '92130501 0.00/5000.00 → 0.00/5000.00',
      'INT-BANK 1087.75/0.00 → 1137.75/0.00',
      'INT-DEPOSITS 0.00/400.00 → 0.00/400.00',
      'INT-RESULT 0.00/687.75 → 0.00/687.75',
      'INT-REV-FEES 0.00/0.00 → 0.00/50.00',
    ])
  })

  test('the figures of the closed year stay the same after its closing entry, and June stays locked', async ({
    assert,
  }) => {
    await everyMonthSigned(office, YEAR)
    const before = await balances(YEAR.first, YEAR.last)
    await close()
    assert.deepEqual(await balances(YEAR.first, YEAR.last), before)
    await assert.rejects(
      () => office.post('2026-06-30', 'INT-BANK', 'INT-REV-FEES', '1.00'),
      /2026-06 مقفل/
    )
  })

  test('July begins as June ended whether or not the closing entry is made yet', async ({
    assert,
  }) => {
    await everyMonthSigned(office, YEAR)
    await office.lock('2026-07')
    const july = { unitId: office.unitId, span: 'month', month: Month.of('2026-07') } as const
    const prepare = () => new PreparePeriodAccount().prepare(july, { by: office.clerk })
    const { id } = await prepare()
    const before = await linesOf(id, { trx: db as never })
    assert.equal(String(before.find(({ code }) => code === 'INT-RESULT')!.brought.credit), '687.75')
    await close()
    assert.equal((await prepare()).id, id)
    assert.deepEqual(
      (await linesOf(id, { trx: db as never })).map((row) => String(row.carried.debit)),
      before.map((row) => String(row.carried.debit))
    )
  })

  test('it is undone while nobody approved it, closed again, and approved by another for good', async ({
    assert,
  }) => {
    await everyMonthSigned(office, YEAR)
    const year = new CloseYear()
    const { id } = await close()
    await year.undo(id, { by: office.manager, reason: 'تسوية لم تقيد' })
    const net = () =>
      db
        .rawQuery(
          `SELECT SUM(l.credit - l.debit) AS net FROM ledger_lines l JOIN ledger_accounts a ON a.id = l.account_id
           WHERE l.unit_id = ? AND a.code = 'INT-RESULT'`,
          [office.unitId]
        )
        .then(([[row]]) => row.net)
    assert.equal(await net(), '0.00')
    const again = await close()
    assert.deepEqual([again.id, again.attempt], [id, 2])
    assert.equal(await net(), '687.75')
    const approve = (by: 'manager' | 'head') =>
      year.approve(id, { by: office[by], decisionNo: '118' })
    await assert.rejects(() => approve('manager'), SelfApprovalError as never)
    assert.equal((await approve('head')).status, 'approved')
    const undo = () => year.undo(id, { by: office.manager, reason: 'تسوية لم تقيد' })
    await assert.rejects(undo, TransitionError as never)
    await assert.rejects(
      () =>
        db.rawQuery("UPDATE year_closings SET status = 'undone', approved_by = NULL WHERE id = ?", [
          id,
        ]),
      /stays closed/
    )
  })

  test('a year is approved only while the next opens with what it rolled over, to the piastre; its balances are then held by the database', async ({
    assert,
  }) => {
    await everyMonthSigned(office, YEAR)
    const { id } = await close()
    const nudge = (by: string) =>
      db.rawQuery(
        `UPDATE ledger_totals t JOIN ledger_accounts a ON a.id = t.account_id SET t.debit = t.debit + ?
         WHERE t.unit_id = ? AND t.month = '2025-07-01' AND a.code = 'INT-BANK'`,
        [by, office.unitId]
      )
    const approve = () => new CloseYear().approve(id, { by: office.head, decisionNo: '118' })
    await nudge('0.01')
    await assert.rejects(approve, /يرحل الحساب INT-BANK 1,087\.75 وتبدأ السنة التالية بـ 1,087\.76/)
    await nudge('-0.01')
    assert.equal((await approve()).status, 'approved')
    const byHand = (sql: string) => () => db.rawQuery(sql, [id])
    await assert.rejects(
      byHand(
        'UPDATE year_closing_lines SET opening_debit = 1 WHERE closing_id = ? AND opening_debit > 0'
      ),
      /never changed/
    )
    await assert.rejects(
      byHand('DELETE FROM year_closing_lines WHERE closing_id = ?'),
      /keeps its balances/
    )
  })
})
