import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { Month } from '#core/fiscal'
import { TransitionError } from '#core/transitions'
import { SelfApprovalError } from '#identity/errors'
import type User from '#identity/models/user'
import { balanceOf } from '#budget/balances/balance_as_of'
import { MovedAlreadyError, MoreThanWasTakenError, NotEnoughCreditError } from '#budget/errors'
import CarryOver from '#budget/commitments/carry_over'
import Commit from '#budget/commitments/commit'
import RequestCommitment from '#budget/commitments/request_commitment'
import Budget from '#budget/models/budget'
import DecideCreditOrder from '#budget/orders/decide_credit_order'
import ProposeCreditOrder, { type CreditOrderInput } from '#budget/orders/propose_credit_order'
import { releaseSchedule } from '#budget/orders/release_schedule'
import { budgetYear } from '#budget/plan/budget_year'
import DecideProposal from '#budget/plan/decide_proposal'
import OpenBudget from '#budget/plan/open_budget'
import PrepareProposal from '#budget/plan/prepare_proposal'
import {
  BudgetStageError,
  CeilingExceededError,
  CodeNotUsableError,
  JustificationNeededError,
  OrderLinesError,
  OrderNeedsDecisionError,
  ProposalsNotReadyError,
} from '#budget/plan/errors'
import { aBudgetLine, pounds, type BudgetLineWorld } from '#tests/support/budget'
import { aPerson } from '#tests/support/people'
import { aUnit } from '#tests/support/units'

const LAW = { lawNo: '88', lawOn: '2026-06-28', on: '2026-07-01' }
const DECISION = { no: '12', on: '2026-09-01', authority: 'وزارة المالية' }

test.group('Year of a budget', (group) => {
  let governorate: number
  let city: number
  let officer: User
  let head: User
  let budget: Budget
  let axes: { fundId: number; functionId: number; programmeId: number }
  const act = (user = officer) => ({ by: user.asActor() as never })

  const idOf = async (axis: string, code: string) =>
    Number((await db.from('budget_codes').where({ axis, code }).firstOrFail()).id)
  const line = async (code: string, amount: string | null, justification?: string) => ({
    ...axes,
    codeId: await idOf('use', code),
    amount: amount === null ? null : pounds(amount),
    justification,
  })

  group.each.setup(async () => {
    governorate = await aUnit()
    city = await aUnit(governorate)
    officer = await aPerson({ unitId: governorate, roles: ['finance_officer'] })
    head = await aPerson({ unitId: governorate, roles: ['accounts_head'] })
    axes = {
      fundId: await idOf('fund', '00'),
      functionId: await idOf('function', '01'),
      programmeId: await idOf('programme', '00'),
    }
    budget = await budgetYear.start({ unitId: governorate, fiscalYear: '2026/2027' }, act())
  })

  /** Wages of 1,200,000.00 and stationery of 100,000.00 of the city, submitted and accepted. */
  async function proposed(lines?: Awaited<ReturnType<typeof line>>[]) {
    await budgetYear.callForProposals(budget.id, act())
    const proposal = await new PrepareProposal().start({ budgetId: budget.id, unitId: city }, act())
    const written = lines ?? [await line('1101', '1200000.00'), await line('2104', '100000.00')]
    await new PrepareProposal().write(proposal.id, written, act())
    await new DecideProposal().submit(proposal.id, act())
    await new DecideProposal().accept(proposal.id, { by: head })
    return proposal
  }
  async function approved(lines?: Awaited<ReturnType<typeof line>>[]) {
    const proposal = await proposed(lines)
    await budgetYear.discuss(budget.id, act())
    await budgetYear.approve(budget.id, { by: head, on: '2026-06-01' })
    return proposal
  }
  async function opened(lines?: Awaited<ReturnType<typeof line>>[]) {
    await approved(lines)
    await new OpenBudget().handle(budget.id, LAW, act(head))
  }
  const lineOf = async (code: string, unitId = city) =>
    Number(
      (
        await db
          .from('budget_lines')
          .where({ unit_id: unitId, code_id: await idOf('use', code), fiscal_year: '2026/2027' })
          .firstOrFail()
      ).id
    )
  const standing = async (code: string) => {
    const { appropriated, released, frozen, available } = await balanceOf(await lineOf(code))
    return [appropriated, released, frozen, available].map(String)
  }
  const order = (input: Omit<CreditOrderInput, 'budgetId' | 'reason'>) =>
    new ProposeCreditOrder().handle({ budgetId: budget.id, reason: 'سبب', ...input }, act())
  const decided = async (input: Omit<CreditOrderInput, 'budgetId' | 'reason'>, on = '2026-09-02') =>
    new DecideCreditOrder().approve((await order(input)).id, { by: head, on })

  test('from ceilings to opening: each line gets its approved figure by one movement', async ({
    assert,
  }) => {
    const chapterId = await idOf('use', '2')
    const ceiling = {
      unitId: city,
      chapterId,
      amount: pounds('100000.00'),
      legalReference: 'منشور 1',
    }
    await budgetYear.setCeiling(budget.id, ceiling, act())
    const { id } = await proposed()
    await budgetYear.discuss(budget.id, act())
    const stationery = await db
      .from('budget_proposal_lines')
      .where({ proposal_id: id, code_id: await idOf('use', '2104') })
      .firstOrFail()
    const change = { amount: pounds('80000.00'), reason: 'ترشيد' }
    await new DecideProposal().discuss(Number(stationery.id), change, act())
    await assert.rejects(
      () => budgetYear.approve(budget.id, { by: officer }),
      SelfApprovalError as never
    )
    await budgetYear.approve(budget.id, { by: head, on: '2026-06-01' })
    const open = await new OpenBudget().handle(budget.id, LAW, act(head))
    assert.deepInclude(open.serialize(), { status: 'open', lawNo: '88', openedOn: '2026-07-01' })
    assert.deepEqual(await standing('1101'), ['1200000.00', '0.00', '0.00', '0.00'])
    assert.deepEqual(await standing('2104'), ['80000.00', '0.00', '0.00', '0.00'])
    const moves = await db
      .from('budget_movements')
      .where({ document_type: 'budget', document_id: budget.id })
    assert.deepEqual(
      moves.map(({ kind, appropriated }) => [kind, appropriated]),
      [
        ['appropriation', '1200000.00'],
        ['appropriation', '80000.00'],
      ]
    )
    await assert.rejects(
      () => new OpenBudget().handle(budget.id, LAW, act(head)),
      TransitionError as never
    )
  })

  test('a proposal above the ceiling of its bab is not submitted', async ({ assert }) => {
    const chapterId = await idOf('use', '2')
    const ceiling = {
      unitId: city,
      chapterId,
      amount: pounds('99999.99'),
      legalReference: 'منشور 1',
    }
    await budgetYear.setCeiling(budget.id, ceiling, act())
    await assert.rejects(() => proposed(), CeilingExceededError as never)
  })

  test('a figure a tenth above the year before needs a written justification', async ({
    assert,
  }) => {
    const before = await db.from('budget_lines').where({ fiscal_year: '2025/2026', unit_id: city })
    assert.lengthOf(before, 0)
    await yearBefore('90000.00')
    await budgetYear.callForProposals(budget.id, act())
    const { id } = await new PrepareProposal().start({ budgetId: budget.id, unitId: city }, act())
    const [first] = await db.from('budget_proposal_lines').where({ proposal_id: id })
    assert.deepEqual([first.previous, first.amount], ['90000.00', '0.00'])
    const write = async (...given: Parameters<typeof line>) =>
      new PrepareProposal().write(id, [await line(...given)], act())
    await write('2104', '99000.01')
    await assert.rejects(
      () => new DecideProposal().submit(id, act()),
      JustificationNeededError as never
    )
    await write('2104', '99000.01', 'زيادة المتعاملين')
    const { status } = await new DecideProposal().submit(id, act())
    assert.equal(status, 'submitted')
  })

  test('a returned proposal is kept as it was, and its next issue begins as its copy', async ({
    assert,
  }) => {
    await budgetYear.callForProposals(budget.id, act())
    const prepare = new PrepareProposal()
    const key = { budgetId: budget.id, unitId: city }
    const first = await prepare.start(key, act())
    await prepare.write(first.id, [await line('2104', '70000.00')], act())
    await new DecideProposal().submit(first.id, act())
    await assert.rejects(
      async () => prepare.write(first.id, [await line('2104', '1.00')], act()),
      TransitionError as never
    )
    await assert.rejects(
      () => new DecideProposal().accept(first.id, { by: officer }),
      SelfApprovalError as never
    )
    await new DecideProposal().returnIt(first.id, { by: head, reason: 'راجع الأسعار' })
    const next = await prepare.start(key, act())
    assert.deepEqual([next.issue, next.status], [2, 'draft'])
    await prepare.write(next.id, [await line('2104', '65000.00')], act())
    const amounts = await db
      .from('budget_proposal_lines')
      .whereIn('proposal_id', [first.id, next.id])
      .orderBy('proposal_id')
    assert.deepEqual(
      amounts.map(({ amount }) => amount),
      ['70000.00', '65000.00']
    )
    await assert.rejects(
      () => budgetYear.discuss(budget.id, act()),
      ProposalsNotReadyError as never
    )
  })

  test('a figure changed behind the approval keeps the budget shut', async ({ assert }) => {
    const { id } = await approved()
    const lines = () => db.from('budget_proposal_lines').where({ proposal_id: id })
    await assert.rejects(() => lines().update({ amount: '1.00' }), /stays as it was submitted/)
    await lines().update({ discussed: '1.00', discussed_by: officer.id, discussed_reason: 'خفية' })
    await assert.rejects(
      () => new OpenBudget().handle(budget.id, LAW, act(head)),
      BudgetStageError as never
    )
  })

  test('only codes of the lowest level that hold in the year are proposed', async ({ assert }) => {
    await budgetYear.callForProposals(budget.id, act())
    const { id } = await new PrepareProposal().start({ budgetId: budget.id, unitId: city }, act())
    for (const wrong of [
      await line('21', '5.00'),
      { ...(await line('2104', '5.00')), fundId: axes.functionId },
    ]) {
      await assert.rejects(
        () => new PrepareProposal().write(id, [wrong], act()),
        CodeNotUsableError as never
      )
    }
  })

  test('wages are released month by month, the rest by quarters, never twice', async ({
    assert,
  }) => {
    await opened([await line('1101', '1200000.00'), await line('2104', '100000.01')])
    const july = { kind: 'release' as const, month: Month.of('2026-07') }
    await decided(july)
    assert.deepEqual(await standing('1101'), ['1200000.00', '100000.00', '0.00', '100000.00'])
    assert.deepEqual(await standing('2104'), ['100000.01', '25000.01', '0.00', '25000.01'])
    await assert.rejects(() => order(july), OrderLinesError as never)
    await decided({ kind: 'release', month: Month.of('2026-10') })
    assert.deepEqual(await standing('1101'), ['1200000.00', '400000.00', '0.00', '400000.00'])
    assert.deepEqual(await standing('2104'), ['100000.01', '50000.01', '0.00', '50000.01'])
    await decided({ kind: 'release', month: Month.of('2027-06') })
    assert.deepEqual(await standing('2104'), ['100000.01', '100000.01', '0.00', '100000.01'])
  })

  test('frozen credit is not available, comes back whole, and no more is frozen than is available', async ({
    assert,
  }) => {
    await opened()
    await decided({ kind: 'release', month: Month.of('2026-07') })
    const lineId = await lineOf('2104')
    const freeze = (amount: string, kind: 'freeze' | 'unfreeze' = 'freeze') =>
      decided({ kind, lines: [{ lineId, amount: pounds(amount) }], decision: DECISION })
    await assert.rejects(() => freeze('25000.01'), NotEnoughCreditError as never)
    await freeze('20000.00')
    assert.deepEqual(await standing('2104'), ['100000.00', '25000.00', '20000.00', '5000.00'])
    await assert.rejects(() => freeze('20000.01', 'unfreeze'), MoreThanWasTakenError as never)
    await freeze('20000.00', 'unfreeze')
    assert.deepEqual(await standing('2104'), ['100000.00', '25000.00', '0.00', '25000.00'])
  })

  test('a supplement rests on a decision, is approved by another, and is spent at once where that is said', async ({
    assert,
  }) => {
    await opened()
    const lines = [{ lineId: await lineOf('2104'), amount: pounds('30000.00') }]
    await assert.rejects(
      () => order({ kind: 'supplement', lines }),
      OrderNeedsDecisionError as never
    )
    const { id } = await order({ kind: 'supplement', lines, decision: DECISION })
    await assert.rejects(
      () => new DecideCreditOrder().approve(id, { by: officer }),
      SelfApprovalError as never
    )
    await new DecideCreditOrder().approve(id, { by: head, on: '2026-09-02' })
    assert.deepEqual(await standing('2104'), ['130000.00', '0.00', '0.00', '0.00'])
    await assert.rejects(
      () => db.from('credit_orders').where({ id }).update({ amount: '1.00' }),
      /stays as it is/
    )
    await decided({ kind: 'supplement', lines, decision: DECISION, isReleased: true })
    assert.deepEqual(await standing('2104'), ['160000.00', '30000.00', '0.00', '30000.00'])
    assert.equal(
      String((await balanceOf(await lineOf('2104'), { on: '2026-09-01' })).appropriated),
      '100000.00'
    )
  })

  test('a revision takes what is not released first, and never what is spent', async ({
    assert,
  }) => {
    await opened()
    await decided({ kind: 'release', month: Month.of('2026-07') })
    const lineId = await lineOf('2104')
    const revise = (amount: string) =>
      decided({ kind: 'revision', lines: [{ lineId, amount: pounds(amount) }], decision: DECISION })
    await revise('-70000.00')
    assert.deepEqual(await standing('2104'), ['30000.00', '25000.00', '0.00', '25000.00'])
    await revise('-10000.00')
    assert.deepEqual(await standing('2104'), ['20000.00', '20000.00', '0.00', '20000.00'])
    await decided({
      kind: 'freeze',
      lines: [{ lineId, amount: pounds('15000.00') }],
      decision: DECISION,
    })
    await assert.rejects(() => revise('-5000.01'), NotEnoughCreditError as never)
  })

  test('while the law is late a twelfth of the year before is given each month, and is part of what the law gives', async ({
    assert,
  }) => {
    await yearBefore('120000.05')
    await approved([{ ...(await line('2104', '110000.00')), justification: 'x' }])
    const july = { kind: 'provisional' as const, month: Month.of('2026-07') }
    await decided(july, '2026-07-01')
    await assert.rejects(() => decided(july, '2026-07-02'), MovedAlreadyError as never)
    assert.deepEqual(await standing('2104'), ['10000.01', '10000.01', '0.00', '10000.01'])
    const august = { kind: 'provisional' as const, month: Month.of('2026-08') }
    await assert.rejects(() => order(august), OrderLinesError as never)
    const twice = await db
      .from('credit_orders')
      .where({ budget_id: budget.id, status: 'proposed' })
      .firstOrFail()
    await new DecideCreditOrder().withdraw(Number(twice.id), act())
    await decided(august, '2026-08-01')
    assert.deepEqual(await standing('2104'), ['20000.02', '20000.02', '0.00', '20000.02'])
    const late = await order({ kind: 'provisional', month: Month.of('2026-09') })
    const open = await new OpenBudget().handle(
      budget.id,
      { lawNo: '90', lawOn: '2026-08-20', on: '2026-08-21' },
      act(head)
    )
    assert.equal(open.status, 'open')
    assert.deepEqual(await standing('2104'), ['110000.00', '20000.02', '0.00', '20000.02'])
    await assert.rejects(
      () => new DecideCreditOrder().approve(late.id, { by: head }),
      BudgetStageError as never
    )
    const asOf = await balanceOf(await lineOf('2104'), { on: '2026-08-15' })
    assert.equal(String(asOf.appropriated), '20000.02')
  })

  test('credit carried over with its commitment is beside the plan: each part of the year’s own credit is released as without it', async ({
    assert,
  }) => {
    await opened([{ ...(await line('6101', '100000.00')), justification: 'سور المدرسة' }])
    await carriedOver('200000.00', '70000.00')
    assert.deepEqual(await standing('6101'), ['170000.00', '70000.00', '0.00', '0.00'])
    await decided({ kind: 'release', month: Month.of('2026-07') })
    assert.deepEqual(await standing('6101'), ['170000.00', '95000.00', '0.00', '25000.00'])
    const { chapters } = await releaseSchedule(await Budget.findOrFail(budget.id), 'ar')
    const [{ code, due, ...figures }] = chapters as [(typeof chapters)[number]]
    assert.equal(code, '6')
    assert.deepEqual([figures.appropriated, figures.carried, figures.released].map(String), [
      '170000.00',
      '70000.00',
      '95000.00',
    ])
    assert.deepEqual([due[0], due[2], due[3], due[11]].map(String), [
      '95000.00',
      '95000.00',
      '120000.00',
      '170000.00',
    ])
    await decided({ kind: 'release', month: Month.of('2027-06') })
    assert.deepEqual(await standing('6101'), ['170000.00', '170000.00', '0.00', '100000.00'])
  })

  test('a twelfth is of what the year before had of its own, whether its commitments went over already or not', async ({
    assert,
  }) => {
    await approved([{ ...(await line('6101', '150000.00')), justification: 'سور المدرسة' }])
    const before = await aBudgetLine('120000.00', '6101', ofCity('2025/2026'))
    const twelfth = (month: string) =>
      decided({ kind: 'provisional', month: Month.of(month) }, `${month}-01`)
    await twelfth('2026-07')
    assert.deepEqual(await standing('6101'), ['10000.00', '10000.00', '0.00', '10000.00'])
    await carriedOver(before, '36000.00')
    assert.deepEqual(await standing('6101'), ['46000.00', '46000.00', '0.00', '10000.00'])
    await twelfth('2026-08')
    assert.deepEqual(await standing('6101'), ['56000.00', '56000.00', '0.00', '20000.00'])
    const law = { lawNo: '90', lawOn: '2026-08-20', on: '2026-08-21' }
    await new OpenBudget().handle(budget.id, law, act(head))
    assert.deepEqual(await standing('6101'), ['186000.00', '56000.00', '0.00', '20000.00'])
    await decided({ kind: 'release', month: Month.of('2026-09') })
    assert.deepEqual(await standing('6101'), ['186000.00', '73500.00', '0.00', '37500.00'])
  })

  const ofCity = (fiscalYear: string) => ({ unitId: city, fiscalYear, budgetUnitId: governorate })

  /** The year before: stationery of the city, and the budget of its governorate. */
  async function yearBefore(credit: string) {
    await aBudgetLine(credit, '2104', ofCity('2025/2026'))
  }

  /** A commitment of the year before for works of the city, open at its end, goes over with its credit. */
  async function carriedOver(credit: string | BudgetLineWorld, amount: string) {
    const { lineId } =
      typeof credit === 'string' ? await aBudgetLine(credit, '6101', ofCity('2025/2026')) : credit
    const by = officer.asActor() as { id: number; name: string }
    const asked = { lineId, amount: pounds(amount), purpose: 'إنشاء سور المدرسة' }
    const { id } = await new RequestCommitment().handle(asked, { by })
    await new Commit().approve(id, { by: head, on: '2026-06-30' })
    await new CarryOver().handle(id, { by: head })
  }
})
