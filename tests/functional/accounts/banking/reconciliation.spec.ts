import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { Month } from '#core/fiscal'
import { Money } from '#core/money'
import { SYSTEM } from '#audit/actor'
import { SelfApprovalError } from '#identity/errors'
import { postEntry } from '#accounts/actions/post_entry'
import { ReconciliationError } from '#accounts/banking/errors'
import { shownFigures } from '#accounts/banking/reconciliation/frozen'
import ReconcileBank from '#accounts/banking/reconciliation/reconcile_bank'
import BankReconciliation from '#accounts/models/bank_reconciliation'
import { accountNo, answers, aSignedBatch, aStatement } from '#tests/support/banking'
import { importFile, loadImportReference } from '#tests/support/imports'
import { aPayingUnit, type PayingUnit } from '#tests/support/payments'

const OCTOBER = Month.of('2026-10')

test.group('Reconciliation statement of a bank account', (group) => {
  let world: PayingUnit
  const reconcile = new ReconcileBank()
  group.setup(loadImportReference)
  group.each.setup(async () => {
    world = await aPayingUnit()
    world.on = '2026-10-10'
  })

  const post = (on: string, debit: string, credit: string, amount: string, key: string) =>
    db.transaction((trx) =>
      postEntry(
        {
          ...{ unitId: world.unitId, postedOn: on, kind: 'manual', description: 'قيد' },
          businessKey: `${key}/${world.unitId}`,
          lines: [
            { account: debit, debit: Money.of(amount) },
            { account: credit, credit: Money.of(amount) },
          ],
        },
        { trx, by: SYSTEM }
      )
    )
  /** An opening of 100,000.00; four orders: shown, answered only, outstanding, found by the statement. */
  const october = async () => {
    await post('2026-10-01', 'INT-BANK', 'INT-RESULT', '100000.00', 'opening')
    const { orders } = await aSignedBatch(world, ['1250.50', '48.25', '700.00', '320.00'])
    const [a, b, c, d] = orders.map(({ label }) => label)
    await answers(world, [`${a},,1250.50,منفذ,,2026-10-12`, `${b},,48.25,منفذ,,2026-10-30`])
    await aStatement(world, [
      `-1250.50,${a},تحويل,2026-10-13`,
      `-320.00,FT7,${d},2026-10-14`,
      '-30.25,CHG,عمولة,2026-10-31',
      '500.00,IN,إضافة,2026-10-31',
    ])
    return { b, c, orders }
  }
  const prepare = (balance: string | null) =>
    reconcile.prepare(
      {
        bankAccountId: world.bankAccountId,
        month: OCTOBER,
        balance: balance === null ? null : Money.of(balance),
        statementNo: '10',
      },
      { by: world.clerk }
    )
  const figures = async (one: BankReconciliation) => {
    const shown = await shownFigures(one, db as never)
    return {
      ledgerBank: String(shown.ledgerBank),
      underSettlement: String(shown.underSettlement),
      book: String(shown.book),
      outstanding: String(shown.outstanding),
      executed: String(shown.executed),
      unknownDebits: String(shown.unknownDebits),
      unknownCredits: String(shown.unknownCredits),
      computed: String(shown.computed),
      difference: String(shown.difference),
    }
  }
  const OF_OCTOBER = {
    ledgerBank: '98899.25',
    underSettlement: '-18.00',
    book: '97681.25',
    outstanding: '700.00',
    executed: '48.25',
    unknownDebits: '30.25',
    unknownCredits: '500.00',
    computed: '98899.25',
    difference: '0.00',
  }

  test('books and statement meet through the papers between, to the piastre', async ({
    assert,
  }) => {
    const { b, c } = await october()
    const made = await prepare('98899.25')
    assert.equal(made.label, '1/2026/2027')
    assert.deepEqual(await figures(made), OF_OCTOBER)
    const { papers } = await shownFigures(made, db as never)
    assert.deepEqual(
      [papers.outstanding, papers.executed, papers.unknownDebits, papers.unknownCredits].map(
        (list) => list.map(({ said, amount }) => `${said} ${amount}`)
      ),
      [[`${c} 700.00`], [`${b} 48.25`], ['CHG 30.25'], ['IN 500.00']]
    )
  })

  test('what comes in November leaves October as it stood', async ({ assert }) => {
    const { b, c, orders } = await october()
    await aStatement(world, [`-48.25,${b},x,2026-11-03`, `-700.00,${c},x,2026-11-04`])
    await post('2026-11-05', 'INT-COMMISSION', 'INT-BANKDEBIT', '30.25', 'fee')
    assert.deepEqual(await figures(await prepare('98899.25')), OF_OCTOBER)
    const november = await reconcile.prepare(
      {
        bankAccountId: world.bankAccountId,
        month: Month.of('2026-11'),
        balance: Money.of('98151.00'),
      },
      { by: world.clerk }
    )
    const shown = await shownFigures(november, db as never)
    assert.equal(String(shown.outstanding), '0.00')
    assert.equal(String(shown.ledgerBank), '98151.00')
    // The entry of the fee does not name its line yet: 30.25 is unknown by papers and settled in the books.
    assert.equal(String(shown.difference), '30.25')
    assert.lengthOf(orders, 4)
  })

  test('two different people sign it, and then nothing changes it', async ({ assert }) => {
    const { c } = await october()
    const { clerk, head } = world
    const { id } = await prepare('98899.25')
    const signed = await reconcile.sign(id, { by: clerk })
    assert.equal(signed.status, 'signed')
    await assert.rejects(() => prepare('98899.25'), ReconciliationError as never)
    await assert.rejects(() => reconcile.sign(id, { by: clerk }), SelfApprovalError as never)
    await reconcile.sendBack(id, { by: head, reason: 'أرفق الكشف' })
    await reconcile.sign(id, { by: clerk })
    const closed = await reconcile.sign(id, { by: head })
    assert.equal(closed.status, 'closed')
    await answers(world, [`${c},,700.00,مرفوض,مغلق,2026-10-31`])
    const shown = await BankReconciliation.findOrFail(id)
    assert.deepEqual(await figures(shown), OF_OCTOBER)
    await assert.rejects(
      () => db.from('bank_reconciliations').where('id', id).update({ stated_balance: '1.00' }),
      /stays as it was signed/
    )
    await assert.rejects(
      () => db.from('bank_reconciliations').where('id', id).delete(),
      /not deleted/
    )
  })

  test('with a difference, or with figures changed since the first signature, it is not signed', async ({
    assert,
  }) => {
    const { c } = await october()
    const { clerk, head } = world
    const wrong = await prepare('98899.20')
    assert.equal(String(wrong.difference), '-0.05')
    await assert.rejects(() => reconcile.sign(wrong.id, { by: clerk }), /difference of -?0.05/)
    const { id } = await prepare('98899.25')
    assert.equal(id, wrong.id)
    await reconcile.sign(id, { by: clerk })
    await answers(world, [`${c},,700.00,منفذ,,2026-10-31`])
    await assert.rejects(() => reconcile.sign(id, { by: head }), /changed after the first/)
    await reconcile.sendBack(id, { by: head, reason: 'نفذ أمر' })
    const again = await BankReconciliation.findOrFail(id)
    assert.include(await figures(again), {
      outstanding: '0.00',
      executed: '748.25',
      difference: '0.00',
    })
    await post('2026-10-20', 'INT-BANK', 'INT-RESULT', '5.00', 'stray')
    assert.include(await figures(again), { difference: '-5.00' })
    await assert.rejects(() => reconcile.sign(id, { by: clerk }), /A difference of -?5.00 is left/)
  })

  test('the bank’s own balance wins, and a month that runs is not signed', async ({ assert }) => {
    const number = await accountNo(world)
    await post('2026-10-01', 'INT-BANK', 'INT-RESULT', '1000.00', 'opening')
    const content = `:20:D\n:25:${number}\n:28C:10/1\n:60F:C261001EGP1000,00\n:61:2610031003D20,50NCHGFEES\n:86:CHARGES\n:62F:C261031EGP979,50\n-\n`
    const { unitId, bankAccountId, clerk: by } = world
    await importFile({ kind: 'bank-statement', unitId, content, name: 'a.sta' })
    await assert.rejects(() => prepare('980.00'), /says 979.50, not 980.00/)
    const made = await prepare(null)
    assert.deepEqual(
      [String(made.statedBalance), String(made.difference), made.statementNo],
      ['979.50', '0.00', '10/1']
    )
    const now = Month.current()
    const running = { bankAccountId, month: now, balance: null }
    const { id } = await reconcile.prepare(running, { by })
    await assert.rejects(() => reconcile.sign(id, { by }), /not over yet/)
    const other = await aPayingUnit()
    await assert.rejects(
      () =>
        reconcile.prepare(
          { bankAccountId: other.bankAccountId, month: OCTOBER },
          { by: other.clerk }
        ),
      /Give the balance/
    )
  })
})
