import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { FiscalYear } from '#core/fiscal'
import { readUnit } from '#core/lists/unit_choice'
import { money } from '#core/validators'
import Unit from '#identity/models/unit'
import BudgetProposal from '#budget/models/budget_proposal'
import DecideProposal from '#budget/plan/decide_proposal'
import PrepareProposal from '#budget/plan/prepare_proposal'
import { PROPOSAL_TONES } from '#budget/plan/life'
import { proposedLines } from '#budget/plan/proposed_lines'
import { codeChoices, gridOf } from '#budget/plan/queries/grid'
import { chaptersOf, issuesOf } from '#budget/plan/queries/proposal_totals'

const id = () => vine.number().positive().withoutDecimals()
const start = vine.create({ budget_id: id(), unit_id: id() })
const grid = vine.create({
  lines: vine
    .record(
      vine.object({
        amount: money(),
        justification: vine.string().trim().maxLength(500).optional(),
      })
    )
    .optional(),
  new_line: vine
    .object({
      code_id: id().optional(),
      fund_id: id(),
      function_id: id(),
      programme_id: id(),
      amount: money().optional(),
      justification: vine.string().trim().maxLength(500).optional(),
    })
    .optional(),
})
/** Two fields a line: a form holds a thousand. The rest of a longer proposal is written by workbook. */
const MOST_LINES = 400
const reasoned = vine.create({ reason: vine.string().trim().minLength(3).maxLength(500) })

/** A unit's proposal: its grid, and its way up. */
export default class ProposalsController {
  async store(ctx: HttpContext) {
    await readUnit(ctx, 'unit_id', ['budget.plan.manage'])
    const { budget_id: budgetId, unit_id: unitId } = await ctx.request.validateUsing(start)
    const proposal = await new PrepareProposal().start({ budgetId, unitId }, hand(ctx))
    return ctx.response.redirect().toPath(`/budget/proposals/${proposal.id}`)
  }

  async show({ auth, params, view, i18n }: HttpContext) {
    const user = auth.getUserOrFail()
    const proposal = await BudgetProposal.visibleTo(user)
      .where('budget_proposals.id', params.id)
      .preload('budget')
      .firstOrFail()
    const { unitId, status, madeBy, submittedBy, budget } = proposal
    const decides =
      user.can('budget.plan.approve', unitId) && ![madeBy, submittedBy].includes(user.id)
    const manages = user.can('budget.plan.manage', unitId)
    const isWritten = status === 'draft' && manages
    const on = FiscalYear.of(proposal.fiscalYear).first
    return view.render('pages/budget/plan/proposal', {
      proposal,
      unit: await Unit.findOrFail(unitId),
      rows: await gridOf(proposal.id),
      chapters: await chaptersOf(proposal),
      issues: await issuesOf(proposal),
      most: MOST_LINES,
      choices: isWritten ? await codeChoices(on, i18n.locale) : null,
      tones: PROPOSAL_TONES,
      may: {
        write: isWritten,
        discuss: manages && status === 'accepted' && budget.status === 'discussion',
        accept: status === 'submitted' && budget.status === 'proposals' && decides,
        giveBack: proposal.canMoveTo('returned') && budget.status === 'proposals' && decides,
      },
    })
  }

  async update(ctx: HttpContext) {
    const said = await ctx.request.validateUsing(grid)
    const proposalId = Number(ctx.params.id)
    const lines = await proposedLines(proposalId, said)
    await new PrepareProposal().write(proposalId, lines, hand(ctx))
    return back(ctx)
  }

  async submit(ctx: HttpContext) {
    await new DecideProposal().submit(Number(ctx.params.id), hand(ctx))
    return back(ctx)
  }

  async accept(ctx: HttpContext) {
    const { auth, request, params } = ctx
    const by = { by: auth.getUserOrFail(), requestId: request.id() }
    await new DecideProposal().accept(Number(params.id), by)
    return back(ctx)
  }

  async giveBack(ctx: HttpContext) {
    const { auth, request, params } = ctx
    const { reason } = await request.validateUsing(reasoned)
    const by = { by: auth.getUserOrFail(), requestId: request.id(), reason }
    await new DecideProposal().returnIt(Number(params.id), by)
    return back(ctx)
  }
}

function hand({ auth, request }: HttpContext) {
  const user = auth.getUserOrFail()
  return { by: { ...user.asActor(request.id()), id: user.id } }
}

function back({ params, response }: HttpContext) {
  return response.redirect().status(303).toPath(`/budget/proposals/${params.id}`)
}
