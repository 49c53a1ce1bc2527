import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { fiscalDate } from '#core/validators'
import { budgetYear } from '#budget/plan/budget_year'
import OpenBudget from '#budget/plan/open_budget'

const law = vine.create({
  law_no: vine.string().trim().minLength(1).maxLength(60),
  law_on: fiscalDate({ notAfterToday: true }),
  on: fiscalDate(),
})

/** Steps of a budget's year: proposals called for, discussion, approval, opening under its law. */
export default class BudgetStepsController {
  async call(ctx: HttpContext) {
    await budgetYear.callForProposals(Number(ctx.params.id), hand(ctx))
    return back(ctx)
  }

  async discuss(ctx: HttpContext) {
    await budgetYear.discuss(Number(ctx.params.id), hand(ctx))
    return back(ctx)
  }

  async approve(ctx: HttpContext) {
    const { auth, request, params } = ctx
    await budgetYear.approve(Number(params.id), {
      by: auth.getUserOrFail(),
      requestId: request.id(),
    })
    return back(ctx)
  }

  async open(ctx: HttpContext) {
    const said = await ctx.request.validateUsing(law)
    const { law_no: lawNo, law_on: lawOn, on } = said
    await new OpenBudget().handle(Number(ctx.params.id), { lawNo, lawOn, on }, hand(ctx))
    return back(ctx)
  }
}

function hand({ auth, request }: HttpContext) {
  const user = auth.getUserOrFail()
  return { by: { ...user.asActor(request.id()), id: user.id } }
}

function back({ params, response }: HttpContext) {
  return response.redirect().status(303).toPath(`/budget/budgets/${params.id}`)
}
