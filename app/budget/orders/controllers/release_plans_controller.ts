import type { HttpContext } from '@adonisjs/core/http'
import Budget from '#budget/models/budget'
import { releaseSchedule } from '#budget/orders/release_schedule'

/** What of each bab is to be released by which month, monthly or quarterly as the dated plan says. */
export default class ReleasePlansController {
  async show({ auth, params, view, i18n }: HttpContext) {
    const user = auth.getUserOrFail()
    const budget = await Budget.visibleTo(user).where('budgets.id', params.id).firstOrFail()
    return view.render('pages/budget/orders/plan', {
      budget,
      ...(await releaseSchedule(budget, i18n.locale)),
      mayOrder: budget.status === 'open' && user.can('budget.plan.manage', budget.unitId),
    })
  }
}
