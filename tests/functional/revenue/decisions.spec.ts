import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import AcceptSuggestion from '#revenue/actions/accept_suggestion'
import AssignDifferences from '#revenue/actions/assign_differences'
import ExplainDifference from '#revenue/actions/explain_difference'
import RefuseSuggestion from '#revenue/actions/refuse_suggestion'
import Unmatch from '#revenue/actions/unmatch'
import { ReconciliationWorld } from '#tests/support/reconciliation_world'

const OFFICER = { id: 7, name: 'منى' }

/** A charge and a receipt of one payer, suggested to each other. */
async function suggested() {
  const world = await ReconciliationWorld.make()
  const party = await world.party({ name: 'هالة' })
  const charge = await world.charge({ ref: 'A', amount: '100.00', party })
  const receipt = await world.receipt({ payer: 'هالة', amount: '100.00' })
  await world.run()
  const [suggestion] = await world.rows<{ id: number }>(
    "SELECT id FROM match_suggestions WHERE unit_id = :unit AND state = 'open'"
  )
  return { world, charge, receipt, suggestion: Number(suggestion!.id) }
}

const trail = async (unit: number) => {
  const [rows] = await db.rawQuery(
    "SELECT CONCAT_WS(' ', action, actor_name) AS text FROM trail WHERE unit_id = ? ORDER BY seq",
    [unit]
  )
  return (rows as { text: string }[]).map((row) => row.text)
}

test.group('People decide suggestions', () => {
  test('an accepted pair is matched at once, keeps its maker and survives runs', async ({
    assert,
  }) => {
    const { world, charge, receipt, suggestion } = await suggested()
    await new AcceptSuggestion().handle(suggestion, OFFICER)

    assert.equal(await world.disposition('charge', charge), 'paid')
    assert.equal(await world.disposition('receipt', receipt), 'not_deposited')
    assert.deepEqual(await world.differences(), ['cash_not_deposited B1/1 100.00'])
    const [totals] = await world.rows(
      'SELECT SUM(due_matched) AS paid FROM revenue_month_totals WHERE unit_id = :unit'
    )
    assert.deepEqual(totals, { paid: '100.00' })
    assert.deepEqual(await trail(world.unit), ['match.accepted منى'])

    assert.equal((await world.run()).changed, 0)
    const rows = await world.rows(
      'SELECT charge_id, receipt_id, decided_by, rule FROM allocations WHERE unit_id = :unit'
    )
    assert.deepEqual(rows, [
      { charge_id: charge, receipt_id: receipt, decided_by: OFFICER.id, rule: 'payer_amount' },
    ])
  })

  test('a suggestion cannot be accepted twice, nor when the charge was paid meanwhile', async ({
    assert,
  }) => {
    const { world, suggestion } = await suggested()
    await world.receipt({ ref: 'A', amount: '100.00' })
    await world.run()
    await assert.rejects(
      () => new AcceptSuggestion().handle(suggestion, OFFICER),
      /E_SUGGESTION_CLOSED|لم يعد مفتوحًا/
    )
    const other = await suggested()
    await new AcceptSuggestion().handle(other.suggestion, OFFICER)
    await assert.rejects(
      () => new AcceptSuggestion().handle(other.suggestion, OFFICER),
      /لم يعد مفتوحًا/
    )
  })

  test('a refused pair does not return, and no longer hides another', async ({ assert }) => {
    const { world, charge, suggestion } = await suggested()
    await new RefuseSuggestion().handle(suggestion, { by: OFFICER, reason: 'شخص آخر بنفس الاسم' })
    assert.equal((await world.run()).changed, 0)
    assert.deepEqual(await trail(world.unit), ['match.refused منى'])

    const second = await world.receipt({ payer: 'هالة', amount: '100.00', on: '2026-10-09' })
    await world.run()
    const open = await world.rows(
      "SELECT left_id, right_id FROM match_suggestions WHERE unit_id = :unit AND state = 'open'"
    )
    assert.deepEqual(open, [{ left_id: second, right_id: charge }])
  })

  test('an exact reference finds what is left beside a decision, and a void receipt ends it', async ({
    assert,
  }) => {
    const { world, charge, receipt, suggestion } = await suggested()
    await new AcceptSuggestion().handle(suggestion, OFFICER)
    const exact = await world.receipt({ ref: 'A', amount: '100.00' })
    await world.run()
    assert.equal(await world.disposition('receipt', exact), 'duplicate')

    await world.rows("UPDATE receipts SET is_void = 1, void_reason = 'خطأ' WHERE id = :receipt", {
      receipt,
    })
    await world.run()
    assert.equal(await world.disposition('receipt', receipt), 'voided')
    const rows = await world.rows(
      'SELECT charge_id, receipt_id, decided_by FROM allocations WHERE unit_id = :unit'
    )
    assert.deepEqual(rows, [{ charge_id: charge, receipt_id: exact, decided_by: null }])
    assert.equal((await world.run()).changed, 0)
  })

  test('several slips that make one credit are one decision, which a person can take back', async ({
    assert,
  }) => {
    const world = await ReconciliationWorld.make()
    const line = await world.line({ amount: '90.00' })
    for (const [number, amount] of [
      ['B', '40.00'],
      ['C', '50.00'],
    ] as const) {
      await world.receipt({ amount, slip: number })
      await world.slip({ number, amount })
    }
    await world.run()
    const [first] = await world.rows<{ id: number }>(
      'SELECT MIN(id) AS id FROM match_suggestions WHERE unit_id = :unit'
    )
    await new AcceptSuggestion().handle(Number(first!.id), OFFICER)
    assert.equal(await world.disposition('bank_line', line), 'matched')
    assert.notInclude((await world.differences()).join(), 'slip_not_in_bank')
    const [totals] = await world.rows(
      'SELECT SUM(banked) AS banked FROM revenue_month_totals WHERE unit_id = :unit'
    )
    assert.deepEqual(totals, { banked: '90.00' })
    assert.equal((await world.run()).changed, 0)

    const [match] = await world.rows<{ id: number }>(
      'SELECT id FROM bank_matches WHERE unit_id = :unit'
    )
    await new Unmatch().bankMatch(Number(match!.id), { by: OFFICER, reason: 'خطأ' })
    assert.equal(await world.disposition('bank_line', line), 'without_slip')
    assert.include((await world.differences()).join(), 'slip_not_in_bank B 40.00')
    assert.equal((await world.run()).changed, 0)
    assert.deepEqual(await trail(world.unit), ['match.accepted منى', 'match.undone منى'])
  })

  test('only a person’s decision can be taken back', async ({ assert }) => {
    const world = await ReconciliationWorld.make()
    await world.clean()
    await world.run()
    const [allocation] = await world.rows<{ id: number }>(
      'SELECT id FROM allocations WHERE unit_id = :unit'
    )
    await assert.rejects(
      () => new Unmatch().allocation(Number(allocation!.id), { by: OFFICER, reason: 'x' }),
      /reference_exact/
    )

    const decided = await suggested()
    await new AcceptSuggestion().handle(decided.suggestion, OFFICER)
    const [mine] = await decided.world.rows<{ id: number }>(
      'SELECT id FROM allocations WHERE unit_id = :unit'
    )
    await new Unmatch().allocation(Number(mine!.id), { by: OFFICER, reason: 'ليس هو' })
    assert.equal(await decided.world.disposition('charge', decided.charge), 'unpaid')
    assert.equal((await decided.world.run()).changed, 0)
  })
})

test.group('People work on differences', () => {
  test('assignment, notes and the explanation survive runs; a cleared difference opens again', async ({
    assert,
  }) => {
    const world = await ReconciliationWorld.make()
    await world.charge({ ref: 'A', amount: '100.00' })
    await world.charge({ ref: 'B', amount: '50.00' })
    await world.run()
    const ids = (
      await world.rows<{ id: number }>(
        'SELECT id FROM differences WHERE unit_id = :unit ORDER BY subject_key'
      )
    ).map((row) => Number(row.id))
    const assign = new AssignDifferences()
    assert.equal(await assign.handle(ids, { to: { id: 9, name: 'سامي' }, by: OFFICER }), 2)
    assert.equal(await assign.handle(ids, { to: { id: 9, name: 'سامي' }, by: OFFICER }), 0)
    await new ExplainDifference().handle(ids[0]!, { text: 'وعد بالسداد', by: OFFICER })
    assert.equal((await world.run()).changed, 0)

    const state = () =>
      world.rows(
        'SELECT d.state, d.assigned_to, (SELECT COUNT(*) FROM difference_notes n WHERE n.difference_id = d.id) AS notes FROM differences d WHERE d.id = :id',
        { id: ids[0]! }
      )
    assert.deepEqual(await state(), [{ state: 'explained', assigned_to: 9, notes: 1 }])

    const receipt = await world.receipt({ ref: 'A', amount: '100.00' })
    await world.run()
    assert.deepEqual(await state(), [{ state: 'cleared', assigned_to: 9, notes: 1 }])
    await assert.rejects(
      () => new ExplainDifference().handle(ids[0]!, { text: 'x', by: OFFICER }),
      /زال سببه/
    )
    await assert.rejects(
      () => new ExplainDifference().handle(ids[1]!, { text: '  ', by: OFFICER }),
      /اكتب تفسير/
    )

    await world.rows("UPDATE receipts SET is_void = 1, void_reason = 'x' WHERE id = :receipt", {
      receipt,
    })
    await world.run()
    assert.deepEqual(await state(), [{ state: 'open', assigned_to: 9, notes: 1 }])
    assert.includeMembers(await trail(world.unit), [
      'difference.assigned منى',
      'difference.explained منى',
    ])
  })

  test('new facts change only what they touch', async ({ assert }) => {
    const world = await ReconciliationWorld.make()
    for (let n = 0; n < 5; n++) await world.clean(`${100 + n}.00`)
    await world.charge({ ref: 'A', amount: '100.00' })
    await world.run()
    const before = await world.rows(
      'SELECT id, charge_id, receipt_id FROM allocations WHERE unit_id = :unit ORDER BY id'
    )
    await world.receipt({ ref: 'A', amount: '100.00' })
    const figures = await world.run()
    // Allocation, charge's and receipt's disposition, unpaid cleared, cash_not_deposited opened.
    assert.equal(figures.changed, 5)
    const after = await world.rows(
      'SELECT id, charge_id, receipt_id FROM allocations WHERE unit_id = :unit ORDER BY id'
    )
    assert.deepEqual(after.slice(0, 5), before)
  })
})
