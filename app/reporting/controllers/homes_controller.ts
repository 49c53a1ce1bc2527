import type { HttpContext } from '@adonisjs/core/http'
import Grant from '#identity/models/grant'
import { homeFigures } from '#reporting/queries/home_figures'
import { percentText } from '#reporting/revenue_reconciliation/figures'
import { listsBehind } from '#reporting/revenue_reconciliation/links'
import { chosen } from '#revenue/queries/chosen'

/** The first page: what waits for this person, how his unit stands, and where he may go. */
export default class HomesController {
  async index(ctx: HttpContext) {
    const user = ctx.auth.user!
    const grants = await Grant.query()
      .where('user_id', user.id)
      .whereNull('revoked_at')
      .preload('role')
      .preload('unit')
      .orderBy('id')
    const choice = await chosen(ctx, user, 'revenue.reconciliation.read')
    return ctx.view.render('pages/reporting/home', {
      nav: 'home',
      grants: grants.filter((grant) => grant.isInForce()),
      choice,
      lists: choice && listsBehind(choice.month),
      figures: await homeFigures(user, choice),
      share: percentText,
    })
  }
}
