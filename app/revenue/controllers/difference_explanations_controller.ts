import type { HttpContext } from '@adonisjs/core/http'
import { safeBackPath } from '#core/safe_back'
import { within } from '#core/within'
import ExplainDifference from '#revenue/actions/explain_difference'
import { tickedDifferences } from '#revenue/queries/of_units'
import { explanationForm } from '#revenue/validators/differences'

/** Says of ticked differences why they are. */
export default class DifferenceExplanationsController {
  async store({ auth, request, response, session, i18n }: HttpContext) {
    const { ids, text } = await request.validateUsing(explanationForm)
    const by = auth.user!.asActor(request.id())
    const differences = await tickedDifferences(ids, auth.user!, 'revenue.differences.explain')
    await within(null, async (trx) => {
      for (const { id } of differences) await new ExplainDifference().handle(id, { text, by }, trx)
    })
    const count = differences.length
    session.flash('success', i18n.t('revenue.differences.explained_done', { count }))
    return response
      .redirect()
      .status(303)
      .toPath(safeBackPath(request) ?? '/revenue/differences')
  }
}
