import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { today } from '#core/days'
import { TransitionError } from '#core/transitions'
import { SelfApprovalError } from '#identity/errors'
import type User from '#identity/models/user'
import { balanceOf } from '#budget/balances/balance_as_of'
import { NotEnoughCreditError } from '#budget/errors'
import DecideVirement from '#budget/virements/decide_virement'
import {
  LockedCreditError,
  SameApproverError,
  UnequalVirementError,
  VirementLinesError,
  VirementNeedsError,
} from '#budget/virements/errors'
import ProposeVirement, { previewVirement } from '#budget/virements/propose_virement'
import { aBudgetLine, pounds, type BudgetLineWorld } from '#tests/support/budget'
import { aPerson } from '#tests/support/people'

const DECISION = { no: '417', on: today(), authority: 'وزارة المالية' }

test.group('Virements', (group) => {
  let from: BudgetLineWorld
  let to: BudgetLineWorld
  let officer: User
  let head: User

  group.each.setup(async () => {
    from = await aBudgetLine('100000.00', '2104')
    to = await aBudgetLine('10000.00', '2102', { unitId: from.unitId })
    officer = await aPerson({ unitId: from.unitId, roles: ['finance_officer'] })
    head = await aPerson({ unitId: from.unitId, roles: ['accounts_head'] })
  })

  const lines = (amount: string, [giver, receiver] = [from, to]) => [
    { lineId: giver.lineId, amount: pounds(amount).negate() },
    { lineId: receiver.lineId, amount: pounds(amount) },
  ]
  const propose = (asked = lines('25000.00'), decision: object = DECISION) =>
    new ProposeVirement().handle(
      { unitId: from.unitId, lines: asked, reason: 'ارتفاع أسعار الوقود', decision },
      { by: officer.asActor() as never }
    )
  const approve = (id: number, by = head) => new DecideVirement().approve(id, { by })
  const has = async ({ lineId }: BudgetLineWorld) => {
    const { appropriated, released, available } = await balanceOf(lineId)
    return [appropriated, released, available].map(String)
  }

  test('what it would do is shown first, and another person’s approval does exactly that', async ({
    assert,
  }) => {
    const effects = await previewVirement(lines('25000.00'), {
      unitId: from.unitId,
      trx: db as never,
    })
    const virement = await propose()
    assert.equal(virement.scope, 'group')
    assert.deepEqual(await has(from), ['100000.00', '100000.00', '100000.00'])
    await assert.rejects(() => approve(virement.id, officer), SelfApprovalError as never)
    await approve(virement.id)
    assert.deepEqual(await has(from), ['75000.00', '75000.00', '75000.00'])
    assert.deepEqual(await has(to), ['35000.00', '35000.00', '35000.00'])
    for (const { line, availableAfter } of effects) {
      assert.equal(String((await balanceOf(line.id)).available), String(availableAfter))
    }
  })

  test('credit that is not released yet is given first, and arrives unreleased', async ({
    assert,
  }) => {
    const giver = await aBudgetLine('0.00', '2101', { unitId: from.unitId })
    await giver.move('appropriation', { appropriated: pounds('12000.00') })
    await giver.move('release', { released: pounds('3000.00') })
    await approve((await propose(lines('10000.00', [giver, to]))).id)
    assert.deepEqual(await has(giver), ['2000.00', '2000.00', '2000.00'])
    assert.deepEqual(await has(to), ['20000.00', '11000.00', '11000.00'])
  })

  test('committed credit is not given away: all lines stay as they were', async ({ assert }) => {
    await from.move('commit', { committed: pounds('90000.00') })
    const { id } = await propose()
    await assert.rejects(() => approve(id), NotEnoughCreditError as never)
    assert.deepEqual(await has(from), ['100000.00', '100000.00', '10000.00'])
    assert.deepEqual(await has(to), ['10000.00', '10000.00', '10000.00'])
  })

  test('wages are locked: nothing is taken from them, though they may receive', async ({
    assert,
  }) => {
    const wages = await aBudgetLine('50000.00', '1101', { unitId: from.unitId })
    await assert.rejects(() => propose(lines('1.00', [wages, to])), LockedCreditError as never)
    const { scope } = await propose(lines('1.00', [from, wages]))
    assert.equal(scope, 'chapters')
  })

  test('without the number of the decision nothing moves, and the sentence names whose it is', async ({
    assert,
  }) => {
    const { id } = await propose(lines('5.00'), {})
    const error = await approve(id).then(
      () => null,
      (thrown: unknown) => thrown
    )
    assert.instanceOf(error, VirementNeedsError)
    assert.match((error as Error).message, /وزارة المالية/)
  })

  test('what is taken is what is given, between different lines of one year', async ({
    assert,
  }) => {
    const [taken, given] = lines('5.00')
    await assert.rejects(
      () => propose([taken!, { ...given!, amount: pounds('5.01') }]),
      UnequalVirementError as never
    )
    await assert.rejects(
      () => propose([taken!, { ...given!, lineId: taken!.lineId }]),
      VirementLinesError as never
    )
    const fund = await aBudgetLine('10.00', '2104', { unitId: from.unitId, fund: 'SF01' })
    const { scope } = await propose(lines('5.00', [from, fund]))
    assert.equal(scope, 'funds')
  })

  test('between funds two persons sign besides the maker: the first signature moves nothing', async ({
    assert,
  }) => {
    const fund = await aBudgetLine('10.00', '2104', { unitId: from.unitId, fund: 'SF01' })
    const secretary = await aPerson({ unitId: from.unitId, roles: ['secretary_general'] })
    const { id } = await propose(lines('500.00', [from, fund]))
    const first = await approve(id)
    assert.deepEqual([first.status, first.firstApprovedBy], ['proposed', head.id])
    assert.deepEqual(await has(fund), ['10.00', '10.00', '10.00'])
    await assert.rejects(() => approve(id, head), SameApproverError as never)
    await assert.rejects(
      () =>
        db.rawQuery(
          "UPDATE virements SET status = 'approved', approved_by = ?, effective_on = NOW(), document_hash = UNHEX(SHA2('x', 256)) WHERE id = ?",
          [head.id, id]
        ),
      /virements_two_approvers/
    )
    const second = await approve(id, secretary)
    assert.deepEqual([second.status, second.approvedBy], ['approved', secretary.id])
    assert.deepEqual(await has(fund), ['510.00', '510.00', '510.00'])
    assert.deepEqual(await has(from), ['99500.00', '99500.00', '99500.00'])
  })

  test('lines of a unit outside the one that asks are neither shown nor moved', async ({
    assert,
  }) => {
    const foreign = await aBudgetLine('100.00', '2104')
    const asked = lines('5.00', [from, foreign])
    await assert.rejects(() => propose(asked), VirementLinesError as never)
    await assert.rejects(
      () => previewVirement(asked, { unitId: from.unitId, trx: db as never }),
      VirementLinesError as never
    )
  })

  test('a proposal taken back is not approved any more, and its number stays', async ({
    assert,
  }) => {
    const { id } = await propose()
    const { status } = await new DecideVirement().withdraw(id, { by: officer.asActor() })
    assert.equal(status, 'withdrawn')
    await assert.rejects(() => approve(id), TransitionError as never)
    await assert.rejects(
      () => db.rawQuery('DELETE FROM virements WHERE id = ?', [id]),
      /never deleted/
    )
  })

  test('the database keeps what was proposed: no line is added, changed or taken away', async ({
    assert,
  }) => {
    const { id } = await propose()
    await assert.rejects(
      () =>
        db.rawQuery('UPDATE virement_lines SET amount = amount * 2 WHERE virement_id = ?', [id]),
      /do not change/
    )
    await assert.rejects(
      () => db.rawQuery('DELETE FROM virement_lines WHERE virement_id = ?', [id]),
      /do not change/
    )
    await assert.rejects(
      () => db.rawQuery('UPDATE virements SET amount = 1 WHERE id = ?', [id]),
      /keeps what it says/
    )
    const third = await aBudgetLine('1.00', '2101', { unitId: from.unitId })
    await db.rawQuery('INSERT INTO virement_lines VALUES (?, ?, 7)', [id, third.lineId])
    await assert.rejects(() => approve(id))
    assert.deepEqual(await has(from), ['100000.00', '100000.00', '100000.00'])
  })
})
