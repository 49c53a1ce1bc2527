import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { FiscalYear } from '#core/fiscal'
import listPage from '#core/lists/list_page'
import { readUnit, unitChoice } from '#core/lists/unit_choice'
import Unit from '#identity/models/unit'
import Budget from '#budget/models/budget'
import BudgetProposal from '#budget/models/budget_proposal'
import { budgetYear } from '#budget/plan/budget_year'
import { budgetsList } from '#budget/plan/budgets_list'
import { BUDGET_TONES, PROPOSAL_TONES } from '#budget/plan/life'
import { totalsByChapter, totalsByUnit } from '#budget/plan/queries/budget_totals'

const MANAGE = 'budget.plan.manage'
const newBudget = vine.create({
  unit_id: vine.number().positive().withoutDecimals(),
  fiscal_year: vine.string().trim().maxLength(20),
})

/** The budgets of the house: the list, a new year, and one budget with its totals. */
export default class BudgetsController {
  index(ctx: HttpContext) {
    return listPage(ctx, budgetsList, 'pages/budget/plan/index', { nav: 'budgets' })
  }

  async create(ctx: HttpContext) {
    return ctx.view.render('pages/budget/plan/create', {
      unit: await unitChoice(ctx, MANAGE),
      year: FiscalYear.current().next().label,
    })
  }

  async store(ctx: HttpContext) {
    await readUnit(ctx, 'unit_id', [MANAGE])
    const { unit_id: unitId, fiscal_year: year } = await ctx.request.validateUsing(newBudget)
    const fiscalYear = FiscalYear.of(year).label
    const user = ctx.auth.getUserOrFail()
    const by = { ...user.asActor(ctx.request.id()), id: user.id }
    const budget = await budgetYear.start({ unitId, fiscalYear }, { by })
    return ctx.response.redirect().toPath(`/budget/budgets/${budget.id}`)
  }

  async show(ctx: HttpContext) {
    const { auth, params, view } = ctx
    const user = auth.getUserOrFail()
    const budget = await Budget.visibleTo(user).where('budgets.id', params.id).firstOrFail()
    const unit = await Unit.findOrFail(budget.unitId)
    const manage = user.can(MANAGE, budget.unitId)
    const approve = user.can('budget.plan.approve', budget.unitId)
    const proposals = await BudgetProposal.visibleTo(user)
      .where('budget_proposals.budget_id', budget.id)
      .orderBy('budget_proposals.id')
    const units = await Unit.query().whereIn(
      'id',
      proposals.map(({ unitId }) => unitId)
    )
    return view.render('pages/budget/plan/show', {
      budget,
      unit,
      proposals,
      names: new Map(units.map((one) => [one.id, one])),
      chapters: await totalsByChapter(budget.id),
      units: await totalsByUnit(budget.id),
      unitChoice: await unitChoice(ctx, MANAGE),
      tones: BUDGET_TONES,
      proposalTones: PROPOSAL_TONES,
      may: {
        call: manage && budget.status === 'ceilings',
        propose: manage && budget.status === 'proposals',
        discuss: manage && budget.status === 'proposals',
        reconsider: approve && budget.status === 'discussion',
        approve: approve && budget.status === 'discussion' && budget.madeBy !== user.id,
        open: approve && budget.canMoveTo('open'),
        order: manage && !['closing', 'closed'].includes(budget.status),
      },
    })
  }
}
