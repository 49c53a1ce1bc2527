import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { Month } from '#core/fiscal'
import { SelfApprovalError } from '#identity/errors'
import DecideCreditOrder from '#budget/orders/decide_credit_order'
import ProposeCreditOrder, { type CreditOrderInput } from '#budget/orders/propose_credit_order'
import { budgetYear } from '#budget/plan/budget_year'
import DecideProposal from '#budget/plan/decide_proposal'
import { CeilingExceededError } from '#budget/plan/errors'
import OpenBudget from '#budget/plan/open_budget'
import PrepareProposal from '#budget/plan/prepare_proposal'
import DecideVirement from '#budget/virements/decide_virement'
import { LockedCreditError } from '#budget/virements/errors'
import ProposeVirement from '#budget/virements/propose_virement'
import { pounds } from '#tests/support/budget'
import { YEAR, type FiscalYearWorld } from '#tests/scenarios/fiscal_year/world'

/** What the city asks for; codes of resources begin with `r`. Maintenance is a piastre too much. */
const ASKED: Record<string, string> = {
  '1101': '1200000.00',
  '2102': '100000.00',
  '2104': '100000.00',
  '2201': '260000.01',
  '2203': '40000.00',
  '6102': '900000.00',
  'r3102': '600000.00',
  'r3103': '20000.00',
}

/** Lines of a proposal by the codes of their items. */
export async function proposed(world: FiscalYearWorld, lines: Record<string, string>) {
  const axes = {
    fundId: await world.codeId('fund', '00'),
    functionId: await world.codeId('function', '01'),
    programmeId: await world.codeId('programme', '00'),
  }
  return Promise.all(
    Object.entries(lines).map(async ([code, amount]) => ({
      ...axes,
      codeId: await (code.startsWith('r')
        ? world.codeId('resource', code.slice(1))
        : world.codeId('use', code)),
      amount: pounds(amount),
    }))
  )
}

/** An order on credit, proposed by the planner and approved above him. */
export async function order(
  world: FiscalYearWorld,
  on: string,
  input: Omit<CreditOrderInput, 'budgetId' | 'reason'>
) {
  const made = await new ProposeCreditOrder().handle(
    { budgetId: world.budgetId, reason: 'خطة الصرف', ...input },
    { by: world.actor('planner') }
  )
  return new DecideCreditOrder().approve(made.id, world.by('governor', on))
}

const release = (world: FiscalYearWorld, month: string, on: string) =>
  order(world, on, { kind: 'release', month: Month.of(month) })

/** From the ceilings to the law and the first release. */
export function planChapter(world: FiscalYearWorld): void {
  const prepare = new PrepareProposal()
  const decide = new DecideProposal()

  test('the governorate sets ceilings; a proposal one piastre above its bab is not submitted', async ({
    assert,
  }) => {
    const act = { by: world.actor('planner') }
    const budget = await budgetYear.start(
      { unitId: world.governorate, fiscalYear: YEAR.label },
      act
    )
    world.budgetId = budget.id
    for (const [bab, amount] of Object.entries({ 1: '1200000', 2: '500000', 6: '900000' })) {
      const chapterId = await world.codeId('use', bab)
      const ceiling = { unitId: world.city, chapterId, amount: pounds(amount) }
      await budgetYear.setCeiling(budget.id, { ...ceiling, legalReference: 'منشور 1/2025' }, act)
    }
    await budgetYear.callForProposals(budget.id, act)
    const by = { by: world.actor('officer') }
    const proposal = await prepare.start({ budgetId: budget.id, unitId: world.city }, by)
    assert.equal(proposal.issue, 1)
    await prepare.write(proposal.id, await proposed(world, ASKED), by)
    await assert.rejects(() => decide.submit(proposal.id, by), CeilingExceededError as never)
    await prepare.write(proposal.id, await proposed(world, { 2201: '260000.00' }), by)
    const submitted = await decide.submit(proposal.id, by)
    assert.equal(submitted.status, 'submitted')
    await decide.returnIt(proposal.id, {
      by: world.people.governor,
      reason: 'الصيانة أعلى من العام السابق',
    })
  })

  test('the returned proposal comes back as its second issue, is accepted, and discussion lowers a figure with its reason', async ({
    assert,
  }) => {
    const by = { by: world.actor('officer') }
    const second = await prepare.start({ budgetId: world.budgetId, unitId: world.city }, by)
    assert.equal(second.issue, 2)
    await prepare.write(second.id, await proposed(world, { 2201: '250000.00' }), by)
    await decide.submit(second.id, by)
    await decide.accept(second.id, { by: world.people.governor })
    await budgetYear.discuss(world.budgetId, { by: world.actor('planner') })
    const line = await db
      .from('budget_proposal_lines')
      .where({ proposal_id: second.id, code_id: await world.codeId('use', '2201') })
      .firstOrFail()
    const lower = { amount: pounds('240000.00'), reason: 'تعاقد صيانة قائم' }
    const changed = await decide.discuss(Number(line.id), lower, { by: world.actor('planner') })
    assert.deepEqual([changed.amount, changed.discussed].map(String), ['250000.00', '240000.00'])
  })

  test('another than the planner approves the estimates, and the law opens eight lines of 3,200,000.00', async ({
    assert,
  }) => {
    await assert.rejects(
      () => budgetYear.approve(world.budgetId, world.by('planner', '2025-06-15')),
      SelfApprovalError as never
    )
    await budgetYear.approve(world.budgetId, world.by('governor', '2025-06-15'))
    const law = { lawNo: '92', lawOn: '2025-06-29', on: '2025-07-01' }
    const budget = await new OpenBudget().handle(world.budgetId, law, {
      by: world.actor('governor'),
    })
    assert.deepInclude(budget.serialize(), { status: 'open', lawNo: '92', openedOn: '2025-07-01' })
    const [[sum]] = await db.rawQuery(
      `SELECT COUNT(*) AS n, SUM(appropriated) AS amount FROM budget_movements
       WHERE document_type = 'budget' AND document_id = ? AND kind = 'appropriation'`,
      [world.budgetId]
    )
    assert.deepEqual([Number(sum.n), sum.amount], [8, '3200000.00'])
    assert.equal(
      await world.figures('1101'),
      '1200000.00 0.00 0.00 0.00 0.00 0.00 | 0.00',
      'nothing is released yet'
    )
    assert.equal(await world.figures('2201'), '240000.00 0.00 0.00 0.00 0.00 0.00 | 0.00')
    assert.equal(await world.figures('r3102'), '600000.00 0.00 0.00 0.00 0.00 0.00 | 0.00')
  })

  test('July releases a twelfth of wages and a quarter of the rest: 445,000.00', async ({
    assert,
  }) => {
    const july = await release(world, '2025-07', '2025-07-01')
    assert.deepEqual([july.number, String(july.amount)], [1, '445000.00'])
    assert.equal(
      await world.figures('1101'),
      '1200000.00 100000.00 0.00 0.00 0.00 0.00 | 100000.00'
    )
    assert.equal(await world.figures('2104'), '100000.00 25000.00 0.00 0.00 0.00 0.00 | 25000.00')
  })
}

/** Credit from October to February: releases, a virement, a freeze. */
export function creditChapter(world: FiscalYearWorld): void {
  test('October releases 645,000.00 more: four twelfths of wages, two quarters of the rest', async ({
    assert,
  }) => {
    const october = await release(world, '2025-10', '2025-10-01')
    assert.deepEqual([october.number, String(october.amount)], [2, '645000.00'])
    assert.equal(
      await world.figures('1101'),
      '1200000.00 400000.00 0.00 0.00 0.00 0.00 | 400000.00'
    )
    assert.equal(await world.figures('6102'), '900000.00 450000.00 0.00 0.00 0.00 0.00 | 450000.00')
  })

  test('20,000.00 go from fuel to stationery by a decision; wages are locked and give nothing', async ({
    assert,
  }) => {
    const [wages, fuel, stationery] = await Promise.all(
      ['1101', '2102', '2104'].map((code) => world.line(code))
    )
    const decision = { no: '115', on: '2025-11-09', authority: 'وزارة المالية' }
    const move = (from: number, amount: string) =>
      new ProposeVirement().handle(
        {
          unitId: world.city,
          lines: [
            { lineId: from, amount: pounds(amount).negate() },
            { lineId: stationery!, amount: pounds(amount) },
          ],
          reason: 'نقص الأدوات الكتابية',
          decision,
        },
        { by: world.actor('officer') }
      )
    await assert.rejects(() => move(wages!, '20000.00'), LockedCreditError as never)
    const virement = await move(fuel!, '20000.00')
    assert.deepEqual([virement.number, virement.scope], [1, 'group'])
    await assert.rejects(
      () => new DecideVirement().approve(virement.id, world.by('officer', '2025-11-10')),
      SelfApprovalError as never
    )
    await new DecideVirement().approve(virement.id, world.by('head', '2025-11-10'))
    assert.equal(await world.figures('2102'), '80000.00 50000.00 0.00 0.00 0.00 0.00 | 50000.00')
    assert.equal(await world.figures('2104'), '120000.00 50000.00 0.00 0.00 0.00 0.00 | 50000.00')
  })

  test('20,000.00 of maintenance are frozen in December; January releases by what the lines have after the virement', async ({
    assert,
  }) => {
    const lines = [{ lineId: await world.line('2201'), amount: pounds('20000.00') }]
    const decision = { no: '12', on: '2025-12-01', authority: 'وزارة المالية' }
    const freeze = await order(world, '2025-12-01', { kind: 'freeze', lines, decision })
    assert.equal(freeze.number, 3)
    assert.equal(
      await world.figures('2201'),
      '240000.00 120000.00 20000.00 0.00 0.00 0.00 | 100000.00'
    )
    const january = await release(world, '2026-01', '2026-01-02')
    assert.deepEqual([january.number, String(january.amount)], [4, '645000.00'])
    assert.equal(await world.figures('2102'), '80000.00 60000.00 0.00 0.00 0.00 0.00 | 60000.00')
    assert.equal(await world.figures('2104'), '120000.00 90000.00 0.00 0.00 0.00 0.00 | 90000.00')
    const free = { ...decision, no: '14', on: '2026-02-01' }
    await order(world, '2026-02-01', { kind: 'unfreeze', lines, decision: free })
    assert.equal(await world.figures('2201'), '240000.00 180000.00 0.00 0.00 0.00 0.00 | 180000.00')
  })
}
