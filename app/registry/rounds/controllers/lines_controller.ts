import type { HttpContext } from '@adonisjs/core/http'
import listPage from '#core/lists/list_page'
import RoundLine from '#registry/models/round_line'
import DecideLine from '#registry/rounds/actions/decide_line'
import { roundLinesList } from '#registry/rounds/lists/round_lines_list'
import { linePage } from '#registry/rounds/queries/line_page'
import { decisionForm } from '#registry/rounds/validators'

/** Lines of rounds: the report of results, one line with its evidence, and the decision on it. */
export default class LinesController {
  index(ctx: HttpContext) {
    return listPage(ctx, roundLinesList, 'pages/core/list', {
      title: 'registry.rounds.results.title',
      subtitle: 'registry.rounds.results.subtitle',
      nav: 'rounds',
    })
  }

  async show({ auth, params, view }: HttpContext) {
    const user = auth.getUserOrFail()
    const line = await RoundLine.visibleTo(user)
      .where('round_lines.id', params.id)
      .preload('round')
      .preload('class')
      .firstOrFail()
    return view.render('pages/registry/rounds/line', { line, ...(await linePage(line, user)) })
  }

  async decide({ auth, params, request, response, session, i18n }: HttpContext) {
    const { decision, note, asset_version: version } = await request.validateUsing(decisionForm)
    const line = await new DecideLine().handle(
      Number(params.id),
      { decision, note, assetVersion: version ?? null },
      { by: auth.getUserOrFail(), requestId: request.id() }
    )
    session.flash('success', i18n.t(`registry.rounds.decided.${decision}`, { line: line.label }))
    return response.redirect().status(303).toPath(`/registry/round-lines/${line.id}`)
  }
}
