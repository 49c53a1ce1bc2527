import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { FiscalYear } from '#core/fiscal'
import { Money } from '#core/money'
import { undoImport } from '#core/imports/undo'
import { SYSTEM } from '#audit/actor'
import { postEntry } from '#accounts/actions/post_entry'
import { explainLine } from '#accounts/banking/debits/explain_line'
import { BANK_DEBITS } from '#reporting/books_check/bank_debit_probes'
import { findPairs } from '#accounts/banking/debits/find_pairs'
import MatchDebit from '#accounts/banking/debits/match_debit'
import { findingsOf } from '#accounts/banking/debits/open_facts'
import { DebitMatchError } from '#accounts/banking/errors'
import PaymentOrder from '#accounts/models/payment_order'
import { answers, aSignedBatch, aStatement, linesOf } from '#tests/support/banking'
import { balanceOf, loadImportReference } from '#tests/support/imports'
import { aPayingUnit, AN_IBAN, type PayingUnit } from '#tests/support/payments'

test.group('Debits of statements', (group) => {
  let world: PayingUnit
  const match = new MatchDebit()
  group.setup(loadImportReference)
  group.each.setup(async () => {
    world = await aPayingUnit()
  })

  const pairs = () =>
    db.transaction(async (trx) => {
      const { bankAccountId, unitId } = world
      return (await findingsOf({ bankAccountId, unitId }, trx)).orders
    })
  const orderOf = (id: number) => PaymentOrder.findOrFail(id)

  test('a debit that names the order’s number executes it on its own day, with the statement as proof', async ({
    assert,
  }) => {
    const { orders } = await aSignedBatch(world, ['1250.50', '48.25'])
    await aStatement(world, [
      `-1250.50,FT26,تحويل امر ${orders[0]!.label} شركة`,
      `-48.26,${orders[1]!.label},مبلغ آخر`,
    ])
    const [first] = await linesOf(world)
    const paid = await orderOf(orders[0]!.id)
    assert.deepEqual([paid.status, paid.bankLineId, paid.answeredOn], ['executed', first, world.on])
    assert.equal((await orderOf(orders[1]!.id)).status, 'signed')
    assert.equal(await balanceOf('INT-BANK', world.unitId), '-1298.76')
    assert.equal(await balanceOf('INT-BANKDEBIT', world.unitId), '48.26')
    assert.equal(await balanceOf('INT-PAYORDERS', world.unitId), '-48.25')
  })

  test('an answer that came first finds its line when the statement comes, and nothing is posted again', async ({
    assert,
  }) => {
    const { orders } = await aSignedBatch(world, ['1250.50'])
    const { id, label } = orders[0]!
    await answers(world, [`${label},,1250.50,منفذ,,${world.on}`])
    await aStatement(world, [`-1250.50,${label},`])
    assert.equal((await orderOf(id)).bankLineId, (await linesOf(world))[0])
    const [[{ n }]] = await db.rawQuery(
      "SELECT COUNT(*) AS n FROM ledger_entries WHERE unit_id = ? AND kind = 'payment_order'",
      [world.unitId]
    )
    assert.equal(Number(n), 1)
    assert.equal(await balanceOf('INT-BANKDEBIT', world.unitId), '0.00')
  })

  test('a statement that came first is found by the answer', async ({ assert }) => {
    const { orders } = await aSignedBatch(world, ['1250.50'])
    const { id } = orders[0]!
    await aStatement(world, ['-1250.50,FT1,تحويل'])
    assert.equal((await orderOf(id)).status, 'signed')
    const [pair] = await pairs()
    assert.deepInclude(pair, { orderId: id, rule: 'amount_date', certain: false })
  })

  test('amount with account, and amount within days, are suggestions: accepted by a person, refused for good, undone with a reason', async ({
    assert,
  }) => {
    const { orders } = await aSignedBatch(world, ['500.00', '80.00', '80.00'])
    const { clerk: by } = world
    await aStatement(world, [`-500.00,FT9,TRF ${AN_IBAN}`, '-80.00,FT10,x', '-30.25,عمولة,'])
    const [whole, twin, fee] = await linesOf(world)
    const seen = await pairs()
    assert.deepEqual(
      seen.map(({ lineId, orderId, rule }) => [lineId, orderId, rule]),
      // The 80.00 could be either of two orders: nobody is told that it is one of them.
      [[whole, orders[0]!.id, 'amount_iban']]
    )
    const pair = { lineId: whole!, orderId: orders[0]!.id }
    await match.refuse(pair, { by })
    assert.deepEqual(
      (await pairs()).map(({ lineId }) => lineId),
      []
    )
    await match.match(pair, { by })
    assert.equal((await orderOf(pair.orderId)).status, 'executed')
    await assert.rejects(
      () => match.match({ lineId: whole!, orderId: orders[1]!.id }, { by }),
      DebitMatchError as never
    )
    await assert.rejects(
      () => match.match({ lineId: fee!, orderId: orders[1]!.id }, { by }),
      /no debit of 80.00/
    )
    await match.match({ lineId: twin!, orderId: orders[1]!.id }, { by })
    await match.unmatch(twin!, { by, reason: 'هو للأمر الآخر' })
    const freed = await orderOf(orders[1]!.id)
    assert.deepEqual([freed.status, freed.bankLineId], ['executed', null])
    assert.equal(await balanceOf('INT-BANKDEBIT', world.unitId), '30.25')
    await assert.rejects(
      () => match.unmatch(twin!, { by, reason: 'ثانية' }),
      DebitMatchError as never
    )
  })

  test('a charge of the bank is settled by its entry alone, once, and not by another amount', async ({
    assert,
  }) => {
    const { unitId, on, clerk: by } = world
    await aStatement(world, ['-30.25,عمولة,', '-30.25,عمولة أخرى,'])
    const [fee, other] = await linesOf(world)
    const fiscalYear = FiscalYear.containing(on).label
    const entry = (amount: string, key: string) =>
      db.transaction((trx) =>
        postEntry(
          {
            ...{ unitId, postedOn: on, kind: 'journal_manual', businessKey: `${key}/${unitId}` },
            description: 'عمولة بنك',
            lines: [
              { account: 'INT-COMMISSION', debit: Money.of(amount) },
              { account: 'INT-BANKDEBIT', credit: Money.of(amount) },
            ],
          },
          { trx, by: SYSTEM }
        )
      )
    const right = await entry('30.25', 'fee')
    const wrong = await entry('30.52', 'slip')
    const explain = (lineId: number, entryNo: number) =>
      explainLine({ lineId, entryNo, fiscalYear, note: 'عمولة' }, { by })
    await assert.rejects(() => explain(fee!, wrong.number), DebitMatchError as never)
    await explain(fee!, right.number)
    await assert.rejects(() => explain(fee!, right.number), DebitMatchError as never)
    await assert.rejects(() => explain(other!, right.number), DebitMatchError as never)
    await assert.rejects(() => explain(other!, 99999), DebitMatchError as never)
    // 60.50 debited, 30.25 of it settled: the auditor's question counts the other line alone.
    const [standing] = BANK_DEBITS.filter(({ code }) => code.startsWith('bank_debits_under'))
    const [rows] = await db.rawQuery((standing as { sql: string }).sql)
    const subject = `ledger/unit/${unitId}/INT-BANKDEBIT`
    assert.isUndefined(rows.find((row: { subject: string }) => row.subject === subject))
  })

  test('a statement whose lines prove orders is not taken back', async ({ assert }) => {
    const { orders } = await aSignedBatch(world, ['12.00'])
    const { id } = await aStatement(world, [`-12.00,${orders[0]!.label},`])
    await assert.rejects(
      () => undoImport(id, { by: SYSTEM, reason: 'خطأ' }),
      /payment orders matched with its lines/
    )
    assert.equal((await orderOf(orders[0]!.id)).status, 'executed')
  })

  test('a number inside a longer number names nothing, and days outside the window neither', ({
    assert,
  }) => {
    const order = {
      ...{ id: 1, reference: '7/2026/2027', iban: null, amount: '5.00' },
      madeOn: '2026-10-10',
    }
    const debit = (text: string, bookedOn = '2026-10-11') => ({
      ...{ id: 9, amount: '5.00', text, bookedOn },
    })
    const rule = {
      ...({ id: 'order_reference', certain: true } as const),
      ...{ window_before_days: 0, window_after_days: 10 },
    }
    const found = (text: string, day?: string) =>
      findPairs([debit(text, day)], [order], [rule]).length
    assert.equal(found('FT 7/2026/2027 x'), 1)
    assert.equal(found('٧/٢٠٢٦/٢٠٢٧'), 1)
    assert.equal(found('17/2026/2027'), 0)
    assert.equal(found('7/2026/20271'), 0)
    assert.equal(found('7/2026/2027', '2026-10-09'), 0)
    assert.equal(found('7/2026/2027', '2026-10-21'), 0)
  })

  test('a thousand equal amounts make no pair and take no time', ({ assert }) => {
    const many = Array.from({ length: 1000 }, (_, at) => at)
    const lines = many.map((id) => ({
      ...{ id, amount: '100.00', bookedOn: '2026-10-11', text: `تحويل ${id}/2026/2027` },
    }))
    const orders = many.map((id) => ({
      ...{
        id,
        reference: `${id}/2026/2027`,
        iban: AN_IBAN,
        amount: '100.00',
        madeOn: '2026-10-10',
      },
    }))
    const rule = (id: 'order_reference' | 'amount_date') => ({
      ...{ id, certain: true, window_before_days: 0, window_after_days: 10 },
    })
    const began = performance.now()
    assert.lengthOf(findPairs(lines, orders, [rule('amount_date')]), 0)
    const named = findPairs(lines, orders, [rule('order_reference')])
    assert.lengthOf(named, 1000)
    assert.isTrue(named.every(({ lineId, orderId, certain }) => lineId === orderId && certain))
    assert.isBelow(performance.now() - began, 10_000)
  })
})
