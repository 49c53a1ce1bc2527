import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { Month } from '#core/fiscal'
import { undoImport } from '#core/imports/undo'
import { SYSTEM } from '#audit/actor'
import MatchBatch from '#accounts/banking/debits/match_batch'
import MatchDebit from '#accounts/banking/debits/match_debit'
import { findingsOf } from '#accounts/banking/debits/open_facts'
import { DebitMatchError } from '#accounts/banking/errors'
import { figuresOf } from '#accounts/banking/reconciliation/figures'
import EndVoucher from '#accounts/payments/end_voucher'
import { BankAnswerError } from '#accounts/payments/errors'
import PaymentOrder from '#accounts/models/payment_order'
import { BANK_DEBITS } from '#reporting/books_check/bank_debit_probes'
import { answers, aSignedBatch, aStatement, linesOf } from '#tests/support/banking'
import { balanceOf, loadImportReference } from '#tests/support/imports'
import { aPayingUnit, type PayingUnit } from '#tests/support/payments'

const DAY = '2026-10-10'

test.group('One debit for a whole batch', (group) => {
  let world: PayingUnit
  const batches = new MatchBatch()
  group.setup(loadImportReference)
  group.each.setup(async () => {
    world = await aPayingUnit()
    world.on = DAY
  })

  const stands = async () => [
    await balanceOf('INT-PAYORDERS', world.unitId),
    await balanceOf('INT-BANKDEBIT', world.unitId),
    await balanceOf('INT-BANK', world.unitId),
  ]
  const seen = async (ids: readonly { id: number }[]) => {
    const found = await PaymentOrder.query()
      .whereIn(
        'id',
        ids.map(({ id }) => id)
      )
      .orderBy('id')
    return found.map(({ status, bankLineId, answeredOn }) => [status, bankLineId, answeredOn])
  }
  const findings = () =>
    db.transaction((trx) =>
      findingsOf({ bankAccountId: world.bankAccountId, unitId: world.unitId }, trx)
    )
  /** Codes of the auditor's questions that name something of this unit. */
  const named = async (client: Pick<typeof db, 'rawQuery'> = db) => {
    const lines = (await linesOf(world)).map((id) => `bank_lines/${id}`)
    const [orders] = await db.rawQuery('SELECT id FROM payment_orders WHERE unit_id = ?', [
      world.unitId,
    ])
    const own = new Set([
      `ledger/unit/${world.unitId}/INT-BANKDEBIT`,
      ...lines,
      ...orders.map(({ id }: { id: number }) => `payment_orders/${id}`),
    ])
    const codes: string[] = []
    for (const probe of BANK_DEBITS) {
      if (!('sql' in probe)) continue
      const [rows] = await client.rawQuery(probe.sql)
      if (rows.some(({ subject }: { subject: string }) => own.has(subject))) codes.push(probe.code)
    }
    return codes
  }

  test('a debit with the batch’s number and exact sum executes every order of it on its day, order by order, and nothing stays under settlement', async ({
    assert,
  }) => {
    const { batch, orders } = await aSignedBatch(world, ['1250.50', '48.25', '700.00'])
    await aStatement(world, [
      `-1998.74,FT1,دفعة ${batch.label},2026-10-12`,
      `-1998.75,FT2,ملف رواتب دفعة ${batch.label},2026-10-13`,
    ])
    const [slip, whole] = await linesOf(world)
    assert.deepEqual(await seen(orders), [
      ['executed', whole, '2026-10-13'],
      ['executed', whole, '2026-10-13'],
      ['executed', whole, '2026-10-13'],
    ])
    // Three entries of an order each, not one of the sum: each keeps its fund, its payee and its undoing.
    const [entries] = await db.rawQuery(
      "SELECT total FROM ledger_entries WHERE unit_id = ? AND kind = 'payment_order' ORDER BY id",
      [world.unitId]
    )
    assert.deepEqual(
      entries.map(({ total }: { total: string }) => String(total)),
      ['1250.50', '48.25', '700.00']
    )
    // The debit that is a piastre short stays unknown.
    assert.deepEqual(await stands(), ['0.00', '1998.74', '-3997.49'])
    const debit = await db.from('batch_debits').where('bank_line_id', whole!).firstOrFail()
    assert.deepEqual(
      [Number(debit.batch_id), debit.order_count, String(debit.amount)],
      [batch.id, 3, '1998.75']
    )
    assert.isNull(await db.from('batch_debits').where('bank_line_id', slip!).first())
    assert.deepEqual(await named(), [])
  })

  test('of a batch with a refused order the debit is the sum of what was executed, whichever file came first', async ({
    assert,
  }) => {
    const { batch, orders } = await aSignedBatch(world, ['1250.50', '48.25', '700.00'])
    const [a, b, c] = orders.map(({ label }) => label)
    const paid = (day: string) => [
      `${a},,1250.50,منفذ,,${day}`,
      `${b},,48.25,مرفوض,الحساب مغلق,${day}`,
      `${c},,700.00,منفذ,,${day}`,
    ]
    await aStatement(world, [`-1950.50,${batch.label},تحويل,2026-10-12`])
    const [line] = await linesOf(world)
    assert.deepEqual(await stands(), ['-1998.75', '1950.50', '-1950.50'])
    assert.deepEqual((await findings()).batches, [])
    await answers(world, paid('2026-10-12'))
    assert.deepEqual(await seen(orders), [
      ['executed', line, '2026-10-12'],
      ['rejected', null, '2026-10-12'],
      ['executed', line, '2026-10-12'],
    ])
    assert.deepEqual(await stands(), ['-48.25', '0.00', '-1950.50'])
    assert.deepEqual(await named(), [])
  })

  test('where an order is not answered yet, those that were executed are the debit’s and the other waits for its own', async ({
    assert,
  }) => {
    const { batch, orders } = await aSignedBatch(world, ['100.00', '50.00', '30.00'])
    const [a, b, c] = orders.map(({ label }) => label)
    await answers(world, [`${a},,100.00,منفذ,,2026-10-11`, `${b},,50.00,منفذ,,2026-10-11`])
    await aStatement(world, [
      `-150.00,${batch.label},تحويل,2026-10-12`,
      `-30.00,${c},تحويل,2026-10-14`,
    ])
    const [line, own] = await linesOf(world)
    assert.deepEqual(await seen(orders), [
      ['executed', line, '2026-10-11'],
      ['executed', line, '2026-10-11'],
      ['executed', own, '2026-10-14'],
    ])
    assert.deepEqual(await stands(), ['0.00', '0.00', '-180.00'])
    assert.deepEqual(await named(), [])
  })

  test('by its sum alone a batch is suggested, accepted by a person, undone with a reason, and a refused one does not return', async ({
    assert,
  }) => {
    const { clerk: by } = world
    const { batch, orders } = await aSignedBatch(world, ['1250.50', '48.25'])
    await aStatement(world, ['-1298.75,FT9,تحويلات,2026-10-12', '-1298.75,FT10,أخرى,2026-12-01'])
    const [line, late] = await linesOf(world)
    const { batches: found } = await findings()
    assert.deepEqual(
      found.map(({ lineId, batchId, rule, certain }) => [lineId, batchId, rule, certain]),
      [[line, batch.id, 'amount_date', false]]
    )
    await batches.refuse({ lineId: line!, batchId: batch.id }, { by })
    assert.deepEqual((await findings()).batches, [])
    await batches.match({ lineId: line!, batchId: batch.id }, { by })
    assert.deepEqual(await stands(), ['0.00', '1298.75', '-2597.50'])
    await assert.rejects(
      () => batches.match({ lineId: late!, batchId: batch.id }, { by }),
      /neither refused nor on a statement \(0.00\)/
    )
    await assert.rejects(
      () => batches.match({ lineId: line!, batchId: batch.id }, { by }),
      DebitMatchError as never
    )
    await new MatchDebit().unmatch(line!, { by, reason: 'خصم دفعة أخرى' })
    assert.deepEqual(await seen(orders), [
      ['executed', null, '2026-10-12'],
      ['executed', null, '2026-10-12'],
    ])
    assert.isNull(await db.from('batch_debits').where('bank_line_id', line!).first())
    // Both debits are unknown again; the orders stay executed, on no statement.
    assert.deepEqual(await stands(), ['0.00', '1298.75', '-2597.50'])
    assert.deepEqual(await named(), [])
    const told = await db
      .from('trail')
      .where({ subject_type: 'order_batch', subject_id: batch.id })
      .whereIn(
        'action',
        ['matched', 'unmatched', 'match_refused'].map((one) => `order_batch.${one}`)
      )
      .orderBy('id')
    assert.deepEqual(
      told.map(({ action, reason }) => [action, reason]),
      [
        ['order_batch.match_refused', null],
        ['order_batch.matched', null],
        ['order_batch.unmatched', 'خصم دفعة أخرى'],
      ]
    )
  })

  test('a debit of another sum, before the batch, of another account or matched already is refused with the figures', async ({
    assert,
  }) => {
    const { clerk: by } = world
    const { batch, orders } = await aSignedBatch(world, ['100.00', '50.00', '30.00'])
    await answers(world, [
      `${orders[0]!.label},,100.00,منفذ,,2026-10-11`,
      `${orders[1]!.label},,50.00,مرفوض,الحساب مغلق,2026-10-11`,
    ])
    await aStatement(world, [
      '-180.00,FT1,x,2026-10-12',
      '-130.00,FT2,x,2026-10-09',
      '-100.00,FT3,x,2026-10-12',
    ])
    const [whole, early, first] = await linesOf(world)
    const error = await batches
      .match({ lineId: whole!, batchId: batch.id }, { by })
      .then(() => assert.fail('it matched'))
      .catch((caught) => caught)
    assert.instanceOf(error, DebitMatchError)
    assert.deepEqual(error.facts, { debit: '180.00', whole: '130.00', executed: '100.00' })
    await assert.rejects(
      () => batches.match({ lineId: early!, batchId: batch.id }, { by }),
      /9 October 2026 is before batch .* was made on 10 October 2026/
    )
    const other = await aPayingUnit()
    other.on = DAY
    await aStatement(other, ['-130.00,FT4,x,2026-10-12'])
    const [foreign] = await linesOf(other)
    await assert.rejects(
      () => batches.match({ lineId: foreign!, batchId: batch.id }, { by }),
      DebitMatchError as never
    )
    await batches.match({ lineId: first!, batchId: batch.id }, { by })
    const alone = { by, on: '2026-10-12', reference: 'كشف', bankLineId: first! }
    await assert.rejects(
      () => new EndVoucher().execute(orders[2]!.id, alone),
      BankAnswerError as never
    )
    assert.deepEqual(await seen(orders), [
      ['executed', first, '2026-10-11'],
      ['rejected', null, '2026-10-11'],
      ['signed', null, null],
    ])
  })

  test('two papers that claim one debit make nothing certain: an order and a batch of one number and amount', async ({
    assert,
  }) => {
    // Batch 1 of 80.00 and 20.00; order 1 is of 100.00: "1/2026/2027" and 100.00 could be either.
    const lone = await aSignedBatch(world, ['100.00'])
    const { batch, orders } = await aSignedBatch(world, ['80.00', '20.00'])
    assert.deepEqual([lone.orders[0]!.number, batch.number], [1, 2])
    await aStatement(world, ['-100.00,2/2026/2027,تحويل,2026-10-12'])
    // Order 2 is of 80.00: the number with 100.00 is the batch's alone.
    assert.deepEqual(await seen(orders), [
      ['executed', (await linesOf(world))[0], '2026-10-12'],
      ['executed', (await linesOf(world))[0], '2026-10-12'],
    ])
    // Batch 1 holds order 1 alone: one paper, found once.
    await aStatement(world, ['-100.00,1/2026/2027,تحويل,2026-10-13'])
    const [, second] = await linesOf(world)
    assert.deepEqual(await seen(lone.orders), [['executed', second, '2026-10-13']])
    assert.isNull(await db.from('batch_debits').where('bank_line_id', second!).first())
    assert.deepEqual(await named(), [])
  })

  test('an order named alone and its batch named whole quarrel: neither is matched by itself', async ({
    assert,
  }) => {
    const { batch, orders } = await aSignedBatch(world, ['80.00', '20.00'])
    await aStatement(world, [
      `-80.00,أمر ${orders[0]!.label},تحويل,2026-10-12`,
      `-100.00,دفعة ${batch.label},تحويل,2026-10-12`,
    ])
    assert.deepEqual(await seen(orders), [
      ['signed', null, null],
      ['signed', null, null],
    ])
    assert.deepEqual(await findings(), { orders: [], batches: [] })
  })

  test('the reconciliation statement counts of the batch’s debit what was executed by its day, and the rest as outstanding', async ({
    assert,
  }) => {
    const { batch, orders } = await aSignedBatch(world, ['1250.50', '48.25', '700.00'])
    const [a, b] = orders.map(({ label }) => label)
    await answers(world, [
      `${a},,1250.50,منفذ,,2026-10-30`,
      // The bank booked both on one day of October and answered of this one in November.
      `${b},,48.25,منفذ,,2026-11-02`,
    ])
    await aStatement(world, [`-1298.75,${batch.label},تحويل,2026-10-30`])
    const of = async (month: string) => {
      const { bankAccountId } = world
      const figures = await figuresOf({ bankAccountId, month: Month.of(month) }, db as never)
      const { ledgerBank, underSettlement, outstanding, executed, unknownDebits } = figures
      return [ledgerBank, underSettlement, outstanding, executed, unknownDebits, figures.computed]
        .map(String)
        .join(' ')
    }
    assert.equal(await of('2026-10'), '-1298.75 48.25 748.25 0.00 48.25 -1298.75')
    assert.equal(await of('2026-11'), '-1298.75 0.00 700.00 0.00 0.00 -1298.75')
    assert.deepEqual(await named(), [])
  })

  test('a statement whose debit paid a batch is not taken back; an answer that a batch’s debit proves neither', async ({
    assert,
  }) => {
    const { batch, orders } = await aSignedBatch(world, ['100.00', '50.00'])
    const [a, b] = orders.map(({ label }) => label)
    const told = await answers(world, [
      `${a},,100.00,منفذ,,2026-10-11`,
      `${b},,50.00,منفذ,,2026-10-11`,
    ])
    const { id } = await aStatement(world, [`-150.00,${batch.label},تحويل,2026-10-12`])
    await assert.rejects(() => undoImport(id, { by: SYSTEM, reason: 'خطأ' }), /cannot be undone/)
    await assert.rejects(
      () => undoImport(told.id, { by: SYSTEM, reason: 'خطأ' }),
      /matched with a line of the statement/
    )
    const [line] = await linesOf(world)
    await new MatchDebit().unmatch(line!, { by: world.clerk, reason: 'للتراجع' })
    await undoImport(id, { by: SYSTEM, reason: 'خطأ' })
    await undoImport(told.id, { by: SYSTEM, reason: 'خطأ' })
    assert.deepEqual(await seen(orders), [
      ['signed', null, null],
      ['signed', null, null],
    ])
    assert.deepEqual(await stands(), ['-150.00', '0.00', '0.00'])
  })

  test('what the database itself refuses, and what the auditor names: orders that share a line without their batch', async ({
    assert,
  }) => {
    const { batch, orders } = await aSignedBatch(world, ['100.00', '50.00'])
    await aStatement(world, [`-150.00,${batch.label},تحويل,2026-10-12`, '-100.00,FT2,x,2026-10-12'])
    const [whole, other] = await linesOf(world)
    const set = (fields: string) =>
      db.rawQuery(`UPDATE payment_orders SET ${fields} WHERE id IN (?, ?)`, [
        orders[0]!.id,
        orders[1]!.id,
      ])
    await assert.rejects(
      () => set('batch_line_id = NULL'),
      /Duplicate entry|payment_orders_bank_line/
    )
    await assert.rejects(
      () => set(`batch_line_id = ${other}, bank_line_id = ${other}`),
      /payment_orders_batch_debit_fk/
    )
    await assert.rejects(() => set('bank_line_id = NULL'), /payment_orders_batch_line/)
    assert.deepEqual(await named(), [])
    const spoil = async (sql: string) => {
      const trx = await db.transaction()
      try {
        await trx.rawQuery(sql)
        return await named(trx)
      } finally {
        await trx.rollback()
      }
    }
    const forgotten = `UPDATE payment_orders SET bank_line_id = NULL, batch_line_id = NULL WHERE id = ${orders[1]!.id}`
    assert.deepEqual(await spoil(forgotten), [
      'bank_debits_under_settlement_differ',
      'batch_debit_differs_from_its_orders',
    ])
    assert.deepEqual(
      await spoil(`UPDATE batch_debits SET amount = 149.99 WHERE bank_line_id = ${whole}`),
      ['batch_debit_differs_from_its_orders']
    )
    assert.deepEqual(
      await spoil(
        `UPDATE payment_orders SET bank_line_id = ${other}, batch_line_id = NULL WHERE id = ${orders[1]!.id}`
      ),
      [
        'bank_debits_under_settlement_differ',
        'order_proved_by_another_debit',
        'batch_debit_differs_from_its_orders',
      ]
    )
  })
})
