import type { HttpContext } from '@adonisjs/core/http'
import { today } from '#core/days'
import listPage from '#core/lists/list_page'
import { linesToDecide } from '#registry/rounds/lists/round_lines_list'
import { roundsWaiting } from '#registry/rounds/queries/waiting'

/** ينتظرني في الحصر: what a counter still has to visit, a supervisor to decide and an approver to approve. */
export default class WaitingController {
  async index(ctx: HttpContext) {
    const user = ctx.auth.getUserOrFail()
    return listPage(ctx, linesToDecide(user), 'pages/registry/rounds/waiting', {
      nav: 'rounds',
      decides: user.holds('registry.rounds.manage'),
      waiting: await roundsWaiting(user, today()),
    })
  }
}
