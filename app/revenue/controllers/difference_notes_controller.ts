import type { HttpContext } from '@adonisjs/core/http'
import ExplainDifference from '#revenue/actions/explain_difference'
import { noteForm } from '#revenue/validators/differences'

/** Words about one difference: a note, its explanation, or that it is open again. */
export default class DifferenceNotesController {
  async store({ auth, params, request, response, session, i18n }: HttpContext) {
    const { text, as } = await request.validateUsing(noteForm)
    const by = auth.user!.asActor(request.id())
    await new ExplainDifference().handle(Number(params.id), { text, as, by })
    session.flash('success', i18n.t('revenue.differences.note_added'))
    return response.redirect().status(303).toPath(`/revenue/differences/${params.id}`)
  }
}
