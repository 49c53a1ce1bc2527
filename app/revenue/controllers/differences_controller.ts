import type { HttpContext } from '@adonisjs/core/http'
import type { Locale } from '#core/domain_error'
import listPage from '#core/lists/list_page'
import { differencesList } from '#revenue/lists/differences_list'
import { assignees } from '#revenue/queries/assignees'
import { differencePaper } from '#revenue/queries/difference_paper'
import { kindOf, paperOf, shortKey } from '#revenue/subjects'

/** الفروق: what did not agree, who has it, what is known of it. */
export default class DifferencesController {
  async index(ctx: HttpContext) {
    const user = ctx.auth.user!
    return listPage(ctx, differencesList, 'pages/revenue/differences/index', {
      nav: 'differences',
      people: await assignees(user.unitIds('revenue.differences.assign')),
    })
  }

  async show({ auth, params, view, i18n }: HttpContext) {
    const locale = i18n.locale as Locale
    const { difference, notes, history } = await differencePaper(Number(params.id), locale)
    const user = auth.user!
    return view.render('pages/revenue/differences/show', {
      nav: 'differences',
      difference,
      notes,
      history,
      kind: kindOf(difference.code),
      paper: paperOf(difference.subject_type, difference.subject_id),
      key: shortKey(difference.subject_type, difference.subject_key),
      people: await assignees([difference.unit_id]),
      assigns: user.can('revenue.differences.assign', difference.unit_id),
      explains: user.can('revenue.differences.explain', difference.unit_id),
    })
  }
}
