import db from '@adonisjs/lucid/services/db'
import { today } from '#core/days'
import { FiscalYear, Month } from '#core/fiscal'
import DecideCreditOrder from '#budget/orders/decide_credit_order'
import ProposeCreditOrder, { type CreditOrderInput } from '#budget/orders/propose_credit_order'
import { budgetYear } from '#budget/plan/budget_year'
import DecideProposal from '#budget/plan/decide_proposal'
import OpenBudget from '#budget/plan/open_budget'
import PrepareProposal from '#budget/plan/prepare_proposal'
import { hasAny } from '#reporting/sample/office/stock'
import { BUDGETED, CEILINGS, NEXT_YEAR, type Asked } from '#reporting/sample/spending/estimates'
import {
  actorOf,
  ago,
  CITY,
  codeId,
  GOVERNORATE,
  lineOf,
  pounds,
  TOWN,
  unitId,
  yearNow,
  type Desk,
} from '#reporting/sample/spending/desk'

const prepare = new PrepareProposal()
const decide = new DecideProposal()

/** The budget of the year: asked for, discussed, opened by its law, released; and the next one begun. */
export async function openSampleBudget(desk: Desk): Promise<void> {
  const governorate = await unitId(GOVERNORATE)
  const year = yearNow()
  if (await hasAny('budgets', { unit_id: governorate, fiscal_year: year.label })) return
  const by = { by: actorOf(desk.officer) }
  const first = year.months[0]!.first
  const { id } = await budgetYear.start({ unitId: governorate, fiscalYear: year.label }, by)
  await setCeilings(id, `منشور إعداد الموازنة ${year.label}`, desk)
  await budgetYear.callForProposals(id, by)
  for (const [unit, asked] of Object.entries(BUDGETED)) {
    const proposal = await prepare.start({ budgetId: id, unitId: await unitId(unit) }, by)
    await prepare.write(proposal.id, await linesOf(asked), by)
    await decide.submit(proposal.id, by)
    await decide.accept(proposal.id, { by: desk.head })
  }
  await budgetYear.discuss(id, by)
  await lowerFuel(id, desk)
  await budgetYear.approve(id, { by: desk.head, on: first })
  const law = { lawNo: '87', lawOn: first, on: first }
  await new OpenBudget().handle(id, law, { by: actorOf(desk.head) })
  await release(id, desk)
  await orderCredit(id, desk)
  await beginNext(governorate, desk)
}

async function setCeilings(budgetId: number, legalReference: string, { officer }: Desk) {
  const by = { by: actorOf(officer) }
  for (const [unit, ceilings] of Object.entries(CEILINGS)) {
    for (const [bab, amount] of Object.entries(ceilings)) {
      const chapterId = await codeId('use', bab)
      const ceiling = { unitId: await unitId(unit), chapterId, amount: pounds(amount) }
      await budgetYear.setCeiling(budgetId, { ...ceiling, legalReference }, by)
    }
  }
}

async function linesOf(asked: Asked) {
  const axes = {
    fundId: await codeId('fund', '00'),
    functionId: await codeId('function', '01'),
    programmeId: await codeId('programme', '00'),
  }
  const lines = []
  for (const [code, [amount, justification]] of Object.entries(asked)) {
    const [axis, plain] = code.startsWith('r') ? ['resource', code.slice(1)] : ['use', code]
    const figure = { amount: pounds(amount), justification: justification ?? null }
    lines.push({ ...axes, ...figure, codeId: await codeId(axis, plain) })
  }
  return lines
}

/** What the ministry cut in the discussion, with its reason. */
async function lowerFuel(budgetId: number, { officer }: Desk): Promise<void> {
  const line = await db
    .from('budget_proposal_lines as l')
    .join('budget_proposals as p', 'p.id', 'l.proposal_id')
    .where({ 'p.budget_id': budgetId, 'p.unit_id': await unitId(CITY) })
    .where('l.code_id', await codeId('use', '2102'))
    .select('l.id')
    .firstOrFail()
  const lower = { amount: pounds('200000.00'), reason: 'ترشيد استهلاك الوقود' }
  await decide.discuss(Number(line.id), lower, { by: actorOf(officer) })
}

async function order(input: CreditOrderInput, { officer, head }: Desk, on: string | null) {
  const { id } = await new ProposeCreditOrder().handle(input, { by: actorOf(officer) })
  if (on) await new DecideCreditOrder().approve(id, { by: head, on })
}

/** What the plan gives by now: the first month, then everything until this one. */
async function release(budgetId: number, desk: Desk): Promise<void> {
  const months = new Set([yearNow().months[0]!, Month.containing(today())].map(String))
  for (const name of months) {
    const month = Month.of(name)
    const on = month.first > today() ? today() : month.first
    await order({ budgetId, kind: 'release', month, reason: 'خطة الصرف' }, desk, on)
  }
}

/** A part held back, and a supplement that waits for who approves it. */
async function orderCredit(budgetId: number, desk: Desk): Promise<void> {
  const decision = (no: string) => ({ no, on: ago(20), authority: 'وزارة المالية' })
  const held = [{ lineId: await lineOf(TOWN, '2206'), amount: pounds('12000.00') }]
  await order(
    {
      ...{ budgetId, kind: 'freeze', lines: held, decision: decision('31') },
      reason: 'حجز جزء من اعتماد النظافة حتى اعتماد العقد الجديد',
    },
    desk,
    ago(18)
  )
  const added = [{ lineId: await lineOf(CITY, '6102'), amount: pounds('750000.00') }]
  await order(
    {
      ...{ budgetId, kind: 'supplement', lines: added, decision: decision('44') },
      reason: 'استكمال رصف شارع الجمهورية',
    },
    desk,
    null
  )
}

/** The next year is being asked for: one unit has sent its figures, another still writes. */
async function beginNext(governorate: number, desk: Desk): Promise<void> {
  const by = { by: actorOf(desk.officer) }
  const next = FiscalYear.containing(yearNow().months[11]!.plus(1).first)
  const { id } = await budgetYear.start({ unitId: governorate, fiscalYear: next.label }, by)
  await setCeilings(id, `منشور إعداد الموازنة ${next.label}`, desk)
  await budgetYear.callForProposals(id, by)
  for (const [unit, asked] of Object.entries(NEXT_YEAR)) {
    const proposal = await prepare.start({ budgetId: id, unitId: await unitId(unit) }, by)
    await prepare.write(proposal.id, await linesOf(asked), by)
    if (unit === CITY) await decide.submit(proposal.id, by)
  }
}
