import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { BANK_DEBITS } from '#reporting/books_check/bank_debit_probes'
import { POSTINGS_OF_FACTS } from '#reporting/books_check/posting_probes'
import EndVoucher from '#accounts/payments/end_voucher'
import { balanceOf, importFile, loadImportReference, one } from '#tests/support/imports'
import { aPayingUnit, aSignedOrder, type PayingUnit } from '#tests/support/payments'

test.group('Bank debits under settlement', (group) => {
  let world: PayingUnit
  const ends = new EndVoucher()

  group.setup(loadImportReference)
  group.each.setup(async () => {
    world = await aPayingUnit()
  })

  const stand = async () => [
    await balanceOf('INT-PAYORDERS', world.unitId),
    await balanceOf('INT-BANKDEBIT', world.unitId),
    await balanceOf('INT-BANK', world.unitId),
  ]
  const statement = async (amount: string) => {
    const number = await one('SELECT account_no FROM bank_accounts WHERE id = ?', [
      world.bankAccountId,
    ])
    return importFile({
      kind: 'bank-statement',
      unitId: world.unitId,
      content: `account,booked_on,amount,reference,narrative\n${number},${world.on},${amount},R,N`,
    })
  }
  /** What the auditor's questions name of this unit. */
  const named = async (orderId: number) => {
    const { unitId, on } = world
    const own = [
      `ledger/unit/${unitId}/INT-BANKDEBIT`,
      `ledger/unit/${unitId}/${on}`,
      `payment_orders/${orderId}`,
    ]
    const probes = [
      ...BANK_DEBITS,
      ...POSTINGS_OF_FACTS.filter(({ code }) => code.startsWith('payment_orders')),
    ]
    const found: string[] = []
    for (const probe of probes) {
      if (!('sql' in probe)) continue
      const [rows] = await db.rawQuery(probe.sql)
      if (rows.some(({ subject }: { subject: string }) => own.includes(subject)))
        found.push(probe.code)
    }
    return found
  }

  test('the answer before the statement: the order leaves payment orders at once, the bank account with its statement', async ({
    assert,
  }) => {
    const { order } = await aSignedOrder(world)
    assert.deepEqual(await stand(), ['-46764.06', '0.00', '0.00'])
    await ends.execute(order.id, { by: world.clerk, on: world.on, reference: 'GPS 77' })
    assert.deepEqual(await stand(), ['0.00', '-46764.06', '0.00'])
    assert.deepEqual(await named(order.id), [])
    await statement('-46764.06')
    assert.deepEqual(await stand(), ['0.00', '0.00', '-46764.06'])
    assert.deepEqual(await named(order.id), [])
  })

  test('the statement before the answer: the debit stands as unknown until the order is told executed', async ({
    assert,
  }) => {
    const { order } = await aSignedOrder(world)
    await statement('-46764.06')
    assert.deepEqual(await stand(), ['-46764.06', '46764.06', '-46764.06'])
    assert.deepEqual(await named(order.id), [])
    const bankLineId = Number(
      await one('SELECT id FROM bank_lines WHERE bank_account_id = ?', [world.bankAccountId])
    )
    const { clerk: by, on } = world
    await ends.execute(order.id, { by, on, reference: 'كشف 3', bankLineId })
    assert.deepEqual(await stand(), ['0.00', '0.00', '-46764.06'])
    assert.deepEqual(await named(order.id), [])
  })

  test('an unknown debit stays on it to the piastre, and what breaks the figure is named', async ({
    assert,
  }) => {
    const { order } = await aSignedOrder(world)
    await statement('-30.25')
    await ends.execute(order.id, { by: world.clerk, on: world.on, reference: 'GPS 77' })
    assert.deepEqual(await stand(), ['0.00', '-46733.81', '-30.25'])
    assert.deepEqual(await named(order.id), [])
    const spoil = async (sql: string, bindings: (string | number)[]) => {
      const trx = await db.transaction()
      try {
        await trx.rawQuery('SET check_constraint_checks = 0')
        await trx.rawQuery(sql, bindings)
        const codes: string[] = []
        for (const probe of BANK_DEBITS) {
          if (!('sql' in probe)) continue
          const [rows] = await trx.rawQuery(probe.sql)
          const about = [`ledger/unit/${world.unitId}/INT-BANKDEBIT`, `payment_orders/${order.id}`]
          if (rows.some(({ subject }: { subject: string }) => about.includes(subject)))
            codes.push(probe.code)
        }
        return codes
      } finally {
        await trx.rawQuery('SET check_constraint_checks = 1')
        await trx.rollback()
      }
    }
    const line = 'SELECT id FROM bank_lines WHERE unit_id = ?'
    assert.deepEqual(
      await spoil(`UPDATE payment_orders SET bank_line_id = (${line}) WHERE id = ?`, [
        world.unitId,
        order.id,
      ]),
      ['bank_debits_under_settlement_differ', 'order_proved_by_another_debit']
    )
    assert.deepEqual(
      await spoil(
        'UPDATE payment_orders SET answered_on = answered_on + INTERVAL 1 DAY WHERE id = ?',
        [order.id]
      ),
      ['executed_order_without_its_entry']
    )
  })
})
