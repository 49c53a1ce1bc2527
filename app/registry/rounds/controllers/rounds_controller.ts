import type { HttpContext } from '@adonisjs/core/http'
import { today } from '#core/days'
import listPage from '#core/lists/list_page'
import Round from '#registry/models/round'
import { roundsList } from '#registry/rounds/lists/rounds_list'
import { roundPage } from '#registry/rounds/queries/round_page'

/** Inventory rounds: their list, and the war room of one. */
export default class RoundsController {
  index(ctx: HttpContext) {
    return listPage(ctx, roundsList(today()), 'pages/registry/rounds/index', {
      title: 'registry.rounds.title',
      subtitle: 'registry.rounds.subtitle',
      nav: 'rounds',
    })
  }

  async show({ auth, params, view, i18n }: HttpContext) {
    const user = auth.getUserOrFail()
    const round = await Round.visibleTo(user)
      .where('rounds.id', params.id)
      .preload('members', (members) => members.orderBy('position'))
      .preload('teams', (teams) => teams.orderBy('name'))
      .preload('unit')
      .firstOrFail()
    return view.render('pages/registry/rounds/show', {
      round,
      ...(await roundPage(round, user, i18n.locale as 'ar' | 'en')),
    })
  }
}
