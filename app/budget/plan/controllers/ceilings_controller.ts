import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { unitChoice } from '#core/lists/unit_choice'
import { money } from '#core/validators'
import { within } from '#core/within'
import Unit from '#identity/models/unit'
import Budget from '#budget/models/budget'
import { budgetYear } from '#budget/plan/budget_year'
import { ceilingsOf } from '#budget/plan/queries/ceilings'

const MANAGE = 'budget.plan.manage'
const id = () => vine.number().positive().withoutDecimals()
const form = vine.create({
  unit_id: id(),
  legal_reference: vine.string().trim().minLength(5).maxLength(255),
  amounts: vine.record(money().optional()),
})

/** What each unit may ask of each bab (السقوف). */
export default class CeilingsController {
  async index(ctx: HttpContext) {
    const { auth, params, request, view } = ctx
    const user = auth.getUserOrFail()
    const budget = await Budget.visibleTo(user).where('budgets.id', params.id).firstOrFail()
    const unitId = Number(request.qs().unit_id) || 0
    const mayOfUnit = unitId && user.can(MANAGE, unitId)
    return view.render('pages/budget/plan/ceilings', {
      budget,
      rows: await ceilingsOf(budget),
      unitChoice: await unitChoice(ctx, MANAGE),
      chosen: mayOfUnit ? await Unit.find(unitId) : null,
      cells: mayOfUnit ? await ceilingsOf(budget, { unitId }) : [],
      mayWrite:
        user.can(MANAGE, budget.unitId) &&
        ['ceilings', 'proposals', 'discussion'].includes(budget.status),
    })
  }

  async store(ctx: HttpContext) {
    const { auth, params, request, response, session, i18n } = ctx
    const said = await request.validateUsing(form)
    const budgetId = Number(params.id)
    const user = auth.getUserOrFail()
    const by = { ...user.asActor(request.id()), id: user.id }
    const { unit_id: unitId, legal_reference: legalReference } = said
    await within(null, async (trx) => {
      for (const [key, amount] of Object.entries(said.amounts)) {
        if (!amount) continue
        const ceiling = { unitId, chapterId: Number(key.slice(1)), amount, legalReference }
        await budgetYear.setCeiling(budgetId, ceiling, { by, trx })
      }
    })
    session.flash('success', i18n.t('budget.plan.ceilings_set'))
    return response.redirect().status(303).toPath(`/budget/budgets/${budgetId}/ceilings`)
  }
}
