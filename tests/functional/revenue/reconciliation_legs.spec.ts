import { test } from '@japa/runner'
import { reconciliationRules } from '#database/reference/reconciliation_rules'
import { ReconciliationWorld } from '#tests/support/reconciliation_world'

test.group('Reconciliation: from the charge to the bank', () => {
  test('a charge paid, deposited and banked raises nothing, and running again changes nothing', async ({
    assert,
  }) => {
    const world = await ReconciliationWorld.make()
    const { charge, receipt } = await world.clean('150.25')

    const first = await world.run()
    assert.deepEqual(first.differences, [])
    assert.deepEqual(first.inputs.charges, { count: 1, amount: '150.25' })
    assert.deepEqual(first.dispositions, {
      charges: { paid: { count: 1, amount: '150.25' } },
      receipts: { matched: { count: 1, amount: '150.25' } },
      slips: { matched: { count: 1, amount: '150.25' } },
      settlements: {},
      bankLines: { matched: { count: 1, amount: '150.25' } },
    })
    // Allocation, deposit, bank group, four dispositions.
    assert.equal(first.changed, 7)
    assert.equal(await world.disposition('charge', charge), 'paid')
    assert.equal(await world.disposition('receipt', receipt), 'matched')

    const again = await world.run()
    assert.equal(again.changed, 0)
    assert.equal(again.run, 2)
  })
})

test.group('Reconciliation: charge and receipt', () => {
  test('a receipt of the exact amount goes before an earlier one of another amount', async ({
    assert,
  }) => {
    const world = await ReconciliationWorld.make()
    const charge = await world.charge({ ref: 'A', amount: '100.00' })
    const part = await world.receipt({ ref: 'A', amount: '40.00', on: '2026-10-02' })
    const exact = await world.receipt({ ref: 'A', amount: '100.00', on: '2026-10-09' })
    await world.run()
    assert.deepEqual(await allocations(world), [`${charge} ${exact} 100.00 reference_exact`])
    assert.equal(await world.disposition('charge', charge), 'paid')
    assert.equal(await world.disposition('receipt', part), 'without_charge')
    assert.include(await world.differences(), 'overpaid B1/1 40.00')
  })

  test('parts fill a charge in the order of date, book and number, and the rest stays over', async ({
    assert,
  }) => {
    const world = await ReconciliationWorld.make()
    const charge = await world.charge({ ref: 'A', amount: '100.00' })
    const third = await world.receipt({ ref: 'A', amount: '50.00', book: 'B2', number: 1 })
    const second = await world.receipt({ ref: 'A', amount: '30.00', book: 'B1', number: 8 })
    const first = await world.receipt({ ref: 'A', amount: '40.00', on: '2026-10-01', book: 'B9' })
    await world.run()
    assert.deepEqual(await allocations(world), [
      `${charge} ${first} 40.00 reference_amount_differs`,
      `${charge} ${second} 30.00 reference_amount_differs`,
      `${charge} ${third} 30.00 reference_amount_differs`,
    ])
    assert.equal(await world.disposition('charge', charge), 'paid')
    assert.include(await world.differences(), 'overpaid B2/1 20.00')
  })

  test('a receipt without reference pays the one open charge of its right, head and period', async ({
    assert,
  }) => {
    const world = await ReconciliationWorld.make()
    const right = await world.right({ asset: await world.asset(), no: 'ر/12' })
    const charge = await world.charge({ ref: 'A', amount: '100.00', right, period: '2026-10-01' })
    const other = await world.charge({
      ref: 'B',
      amount: '100.00',
      right,
      period: '2026-11-01',
      due: '2026-11-01',
    })
    const named = { right: 'ر/12', head: 'ADV-USE', period: '2026-10-01' }
    const receipt = await world.receipt({ ...named, amount: '60.00' })
    const wrongHead = await world.receipt({ ...named, head: 'OCC-USE', amount: '100.00' })
    await world.run()
    assert.deepEqual(await allocations(world), [`${charge} ${receipt} 60.00 right_head_period`])
    assert.equal(await world.disposition('charge', charge), 'part_paid')
    assert.equal(await world.disposition('receipt', wrongHead), 'without_charge')

    // A second open charge of the same right, head and period: the name is no longer enough.
    await world.charge({ ref: 'C', amount: '70.00', right, period: '2026-10-01' })
    const again = await world.run()
    assert.isAbove(again.changed, 0)
    assert.deepEqual(await allocations(world), [])
    assert.equal(await world.disposition('receipt', receipt), 'without_charge')
    assert.isUndefined(await world.disposition('charge', other))
  })

  test('the same payer and amount is suggested, not matched, and only when it is the only one', async ({
    assert,
  }) => {
    const world = await ReconciliationWorld.make()
    const party = await world.party({ name: 'احمد محمد' })
    const charge = await world.charge({ ref: 'A', amount: '100.00', party })
    const receipt = await world.receipt({ payer: 'احمد محمد', amount: '100.00' })
    await world.receipt({ payer: 'احمد محمد', amount: '90.00' })
    await world.run()
    assert.deepEqual(await suggestions(world), [`open payer_amount ${receipt} ${charge}`])
    assert.deepEqual(await allocations(world), [])
    assert.include(await world.differences(), 'receipt_without_charge B1/1 100.00')

    await world.receipt({ payer: 'احمد محمد', amount: '100.00', on: '2026-11-20' })
    await world.run()
    assert.deepEqual(await suggestions(world), [`withdrawn payer_amount ${receipt} ${charge}`])
  })

  test('a trusted rule matches by itself', async ({ assert }) => {
    const world = await ReconciliationWorld.make(
      reconciliationRules.map((rule) =>
        rule.id === 'site_amount' ? { ...rule, certain: true } : rule
      )
    )
    const asset = await world.asset({ site: 'س-7' })
    const charge = await world.charge({ ref: 'A', amount: '100.00', asset })
    const receipt = await world.receipt({ site: 'س-7', amount: '100.00' })
    await world.run()
    assert.deepEqual(await allocations(world), [`${charge} ${receipt} 100.00 site_amount`])
    assert.equal(await world.disposition('charge', charge), 'paid')
    assert.equal((await world.run()).changed, 0)
  })

  test('nothing is joined across units', async ({ assert }) => {
    const world = await ReconciliationWorld.make()
    const city = await world.city()
    await world.charge({ ref: 'A', amount: '100.00' })
    await world.receipt({ unit: city, ref: 'A', amount: '100.00' })
    await world.run()
    assert.deepEqual(await allocations(world), [])
  })
})

test.group('Reconciliation: the bank', () => {
  test('several slips in one line are one group, and several lines naming one slip, too', async ({
    assert,
  }) => {
    const world = await ReconciliationWorld.make()
    for (const [number, amount] of [
      ['37-001', '100.00'],
      ['37-002', '50.00'],
      ['37-003', '80.00'],
    ] as const) {
      await world.receipt({ slip: number, amount })
      await world.slip({ number, amount })
    }
    await world.line({ amount: '150.00', narrative: 'DEPOSITS 37-001/37-002 CASH' })
    await world.line({ amount: '30.00', reference: '37-003' })
    await world.line({
      amount: '50.00',
      reference: 'PART 2',
      narrative: 'slip 37-003',
      on: '2026-10-09',
    })
    await world.run()
    const groups = await world.rows(
      `SELECT CONCAT_WS(' ', deposited, banked, rule) AS text FROM bank_matches WHERE unit_id = :unit ORDER BY text`
    )
    assert.deepEqual(groups, [
      { text: '150.00 150.00 deposit_reference' },
      { text: '80.00 80.00 deposit_reference' },
    ])
    assert.notInclude((await world.differences()).join(), 'slip_not_in_bank')
  })

  test('a number inside a longer one, or outside the window, is not the slip’s', async ({
    assert,
  }) => {
    const world = await ReconciliationWorld.make()
    const slip = await world.slip({ number: '123', amount: '100.00' })
    await world.line({ amount: '70.00', reference: 'REF 91234' })
    await world.line({ amount: '70.00', reference: 'A123B' })
    await world.line({ amount: '70.00', reference: '123', on: '2026-10-18' })
    await world.line({ amount: '70.00', reference: '123', on: '2026-10-05' })
    await world.run()
    assert.equal(await world.disposition('slip', slip), 'not_in_bank')
  })

  test('two units with the same slip number: the one on the line’s account is meant', async ({
    assert,
  }) => {
    const world = await ReconciliationWorld.make()
    const city = await world.city()
    const { id: account } = await world.account2(city)
    await world.receipt({ amount: '100.00', slip: '55' })
    const ours = await world.slip({ number: '55', amount: '100.00' })
    const theirs = await world.slip({ unit: city, number: '55', amount: '100.00', account })
    await world.line({ amount: '100.00', reference: '55' })
    await world.run()
    assert.equal(await world.disposition('slip', ours), 'matched')
    assert.equal(await world.disposition('slip', theirs), 'not_in_bank')
  })

  test('an electronic batch is found in the bank by its net', async ({ assert }) => {
    const world = await ReconciliationWorld.make()
    await world.receipt({ method: 'electronic', batch: 'FWR-9', amount: '100.00' })
    await world.batch({ number: 'FWR-9', gross: '100.00', commission: '1.50' })
    await world.line({ amount: '98.50', reference: 'FAWRY FWR-9' })
    const figures = await world.run()
    assert.deepEqual(figures.dispositions.settlements, { matched: { count: 1, amount: '100.00' } })
    assert.deepEqual(figures.dispositions.bankLines, { matched: { count: 1, amount: '98.50' } })
  })

  test('equal amounts on one account, and slips that make one credit, are suggested', async ({
    assert,
  }) => {
    const world = await ReconciliationWorld.make()
    const lone = await world.slip({ number: 'A', amount: '70.00' })
    const lines = [await world.line({ amount: '70.00' }), await world.line({ amount: '90.00' })]
    const two = [
      await world.slip({ number: 'B', amount: '40.00' }),
      await world.slip({ number: 'C', amount: '50.00' }),
    ]
    const figures = await world.run()
    assert.deepEqual(await suggestions(world), [
      `open account_amount ${lines[0]} ${lone}`,
      `open slips_to_one_credit ${lines[1]} ${two[0]}`,
      `open slips_to_one_credit ${lines[1]} ${two[1]}`,
    ])
    assert.equal(figures.dispositions.slips.not_in_bank?.count, 3)
    assert.equal((await world.run()).changed, 0)
  })

  test('one slip that several credits of a day make is suggested', async ({ assert }) => {
    const world = await ReconciliationWorld.make()
    const slip = await world.slip({ number: 'A', amount: '70.00' })
    const lines = [
      await world.line({ amount: '30.00', reference: 'x' }),
      await world.line({ amount: '40.00', reference: 'y' }),
    ]
    await world.run()
    assert.deepEqual(await suggestions(world), [
      `open one_slip_to_credits ${lines[0]} ${slip}`,
      `open one_slip_to_credits ${lines[1]} ${slip}`,
    ])
  })

  test('a returned cheque undoes what it paid, on the run that sees the debit', async ({
    assert,
  }) => {
    const world = await ReconciliationWorld.make()
    const charge = await world.charge({ ref: 'A', amount: '100.00' })
    const receipt = await world.receipt({
      ref: 'A',
      amount: '100.00',
      method: 'cheque',
      cheque: '0045871',
      slip: 'S1',
    })
    await world.slip({ number: 'S1', amount: '100.00' })
    await world.line({ amount: '100.00', reference: 'S1' })
    await world.run()
    assert.equal(await world.disposition('charge', charge), 'paid')

    const debit = await world.line({
      amount: '-100.00',
      narrative: 'RETURNED CHQ NO 0045871 NSF',
      on: '2026-11-03',
    })
    await world.run('2026-11')
    assert.equal(await world.disposition('charge', charge), 'unpaid')
    assert.equal(await world.disposition('receipt', receipt), 'returned')
    assert.equal(await world.disposition('bank_line', debit), 'returned_cheque')
    assert.deepEqual(await allocations(world), [])
    assert.deepEqual(await world.differences('2026-10'), [
      'returned_cheque B1/1 100.00',
      'unpaid A 100.00',
    ])
    assert.equal((await world.run()).changed, 0)
    assert.equal((await world.run('2026-11')).changed, 0)
  })
})

async function allocations(world: ReconciliationWorld): Promise<string[]> {
  const rows = await world.rows<{ text: string }>(
    `SELECT CONCAT_WS(' ', charge_id, receipt_id, amount, rule) AS text FROM allocations
     WHERE unit_id = :unit ORDER BY charge_id, charge_share`
  )
  return rows.map((row) => row.text)
}

async function suggestions(world: ReconciliationWorld): Promise<string[]> {
  const rows = await world.rows<{ text: string }>(
    `SELECT CONCAT_WS(' ', state, rule, left_id, right_id) AS text FROM match_suggestions
     WHERE unit_id = :unit ORDER BY rule, left_id, right_id`
  )
  return rows.map((row) => row.text)
}
