import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { Month } from '#core/fiscal'
import { explainLine } from '#accounts/banking/debits/explain_line'
import { shownFigures } from '#accounts/banking/reconciliation/frozen'
import ReconcileBank from '#accounts/banking/reconciliation/reconcile_bank'
import { pounds } from '#tests/support/budget'
import { unreconciledBankMonths } from '#accounts/books/bank_months'
import { counts } from '#tests/support/imports'
import { statement } from '#tests/scenarios/fiscal_year/forms'
import { YEAR, type FiscalYearWorld } from '#tests/scenarios/fiscal_year/world'

/** What left the account, as the bank's statements tell it: orders by their numbers. */
const DEBITS = [
  ['2025-12-29', '-315000.00', '1/2025/2026'],
  ['2026-01-29', '-46764.06', '2/2025/2026'],
  ['2026-02-04', '-5000.00', '6/2025/2026'],
  ['2026-02-13', '-7488.00', '3/2025/2026'],
  ['2026-02-16', '-20000.00', '7/2025/2026'],
  ['2026-03-04', '-45795.86', '5/2025/2026'],
  ['2026-03-25', '-89200.00', '8/2025/2026'],
  ['2026-05-22', '-39600.00', '9/2025/2026'],
  ['2026-06-30', '-35.50', 'charges'],
] as const

/**
 * The bank's balance at the end of each month in which the account moved; beside it the books', with orders
 * executed that no statement shows yet, and debits and credits that no paper explains. June: wages of
 * 720,000.00 on no statement yet, charges, and the letter's 3,000.00 that no entry written by hand names.
 */
const STATEMENTS = [
  ['2025-10', '1810000.00', '1810000.00', '0.00', '0.00', '0.00'],
  ['2025-12', '1495000.00', '1495000.00', '0.00', '0.00', '0.00'],
  ['2026-01', '1448235.94', '1448235.94', '0.00', '0.00', '0.00'],
  ['2026-02', '1415747.94', '1415747.94', '0.00', '0.00', '0.00'],
  ['2026-03', '1280752.08', '1280752.08', '0.00', '0.00', '0.00'],
  ['2026-04', '1570752.08', '1570752.08', '0.00', '0.00', '0.00'],
  ['2026-05', '1531152.08', '1531152.08', '0.00', '0.00', '0.00'],
  ['2026-06', '1534116.58', '811152.08', '720000.00', '35.50', '3000.00'],
] as const

/** The account as the bank has it beside the account as the books have it. */
export function bankChapter(world: FiscalYearWorld): void {
  const explains = async (entryId: number, amount: string) => {
    const { number } = await db.from('ledger_entries').where('id', entryId).firstOrFail()
    const line = await db
      .from('bank_lines')
      .where({ bank_account_id: world.bankAccountId, amount })
      .firstOrFail()
    const told = { entryNo: Number(number), fiscalYear: '2025/2026', note: 'تسوية' }
    await explainLine({ lineId: Number(line.id), ...told }, { by: world.people.clerk })
  }

  test('the statements credit the bank once and find each order by its number: 1,534,116.58 on 30 June', async ({
    assert,
  }) => {
    const landed = await statement(world, 'year', DEBITS)
    assert.deepEqual(counts(landed), [9, 0, 0, 0, 0])
    const again = await statement(world, 'year', DEBITS)
    assert.deepEqual(counts(again), [0, 0, 9, 0, 0])
    const orders = await db.from('payment_orders').where('unit_id', world.city).orderBy('number')
    assert.deepEqual(
      orders.map(
        ({ number, status, bank_line_id: line }) => `${number} ${status} ${line ? 'shown' : '-'}`
      ),
      [
        ...['1 executed shown', '2 executed shown', '3 executed shown', '4 rejected -'],
        ...['5 executed shown', '6 executed shown', '7 executed shown', '8 executed shown'],
        ...['9 executed shown', '10 executed -'],
      ]
    )
    assert.equal((await world.standing())['INT-BANK'], '1534116.58')
  })

  test('what no order explains is settled by entries: the fees of the year; 35.50 of charges stay unknown', async ({
    assert,
  }) => {
    for (const [name, amount] of [
      ['fees-1', '310000.00'],
      ['fees-2', '290000.00'],
    ] as const) {
      await explains(world.id(name), amount)
    }
    const all = await world.standing()
    assert.equal(all['INT-BANKDEBIT'], '-719964.50')
    assert.isUndefined(all['INT-PAYORDERS'])
  })

  test('each month in which the account moved is reconciled to the piastre and closed by two; then no bank month keeps the year open', async ({
    assert,
  }) => {
    const asked = { unitId: world.city, year: YEAR }
    const waiting = () => db.transaction((trx) => unreconciledBankMonths(asked, trx))
    const months = (await waiting()).map(({ number }) => number.slice(-7))
    assert.deepEqual(
      months,
      STATEMENTS.map(([month]) => month)
    )
    const reconcile = new ReconcileBank()
    const clerk = { by: world.people.clerk }
    const { bankAccountId } = world
    for (const [of, stated, ...figures] of STATEMENTS) {
      const month = Month.of(of)
      const made = await reconcile.prepare(
        { bankAccountId, month, balance: pounds(stated), statementNo: of },
        clerk
      )
      const shown = await shownFigures(made, db as never)
      const { ledgerBank, book, executed, unknownDebits, unknownCredits } = shown
      const said = [ledgerBank, book, executed, unknownDebits, unknownCredits].map(String)
      assert.deepEqual(said, [stated, ...figures], of)
      assert.deepEqual([shown.outstanding, shown.difference].map(String), ['0.00', '0.00'], of)
      await reconcile.sign(made.id, clerk)
      const closed = await reconcile.sign(made.id, { by: world.people.head })
      assert.equal(closed.status, 'closed')
    }
    assert.deepEqual(await waiting(), [])
  })
}
