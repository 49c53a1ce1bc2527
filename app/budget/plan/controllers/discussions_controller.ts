import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import type { Money } from '#core/money'
import { money } from '#core/validators'
import { within } from '#core/within'
import BudgetProposalLine from '#budget/models/budget_proposal_line'
import { budgetYear } from '#budget/plan/budget_year'
import DecideProposal from '#budget/plan/decide_proposal'
import { assertReasons } from '#budget/plan/discussed_lines'

const reason = () => vine.string().trim().minLength(3).maxLength(500)
const figures = vine.create({
  lines: vine.record(
    vine.object({
      amount: money().optional(),
      reason: vine.string().trim().maxLength(500).optional(),
    })
  ),
})
const reasoned = vine.create({ reason: reason() })

/** The discussion: figures changed with their reasons, or the budget given back to the units. */
export default class DiscussionsController {
  async store(ctx: HttpContext) {
    const { params, request, response, session, i18n } = ctx
    const said = await request.validateUsing(figures)
    const recorded = await BudgetProposalLine.query()
      .where('proposal_id', params.id)
      .preload('code')
    const changed = recorded.flatMap((line) => {
      const { amount, reason: why = '' } = said.lines[`l${line.id}`] ?? {}
      const isNew = amount && !amount.equals(line.estimate)
      return isNew ? [{ id: line.id, code: line.code.code, amount: amount as Money, why }] : []
    })
    assertReasons(changed)
    await within(null, async (trx) => {
      for (const { id, amount, why } of changed) {
        await new DecideProposal().discuss(id, { amount, reason: why }, { ...hand(ctx), trx })
      }
    })
    session.flash('success', i18n.t('budget.plan.figures_changed', { count: changed.length }))
    return response.redirect().status(303).toPath(`/budget/proposals/${params.id}`)
  }

  async reconsider(ctx: HttpContext) {
    const { params, request, response } = ctx
    const { reason: why } = await request.validateUsing(reasoned)
    await budgetYear.reconsider(Number(params.id), { ...hand(ctx), reason: why })
    return response.redirect().status(303).toPath(`/budget/budgets/${params.id}`)
  }
}

function hand({ auth, request }: HttpContext) {
  const user = auth.getUserOrFail()
  return { by: { ...user.asActor(request.id()), id: user.id } }
}
