import type { HttpContext } from '@adonisjs/core/http'
import listPage from '#core/lists/list_page'
import Round from '#registry/models/round'
import { assignmentList } from '#registry/rounds/lists/round_lines_list'
import { teamFigures } from '#registry/rounds/queries/figures'

/** إسناد البنود: the lines of a round, chosen by hand and given to a team, beside the load of each. */
export default class AssignmentsController {
  async show(ctx: HttpContext) {
    const round = await Round.visibleTo(ctx.auth.getUserOrFail())
      .where('rounds.id', ctx.params.id)
      .preload('teams', (teams) => teams.orderBy('name'))
      .firstOrFail()
    const teams = await teamFigures(round.id)
    return listPage(ctx, assignmentList(round), 'pages/registry/rounds/assignments', {
      round,
      teams: teams.map((team) => ({ ...team, left: team.total - team.seen })),
    })
  }
}
