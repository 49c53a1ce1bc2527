import type { HttpContext } from '@adonisjs/core/http'
import { reasonForm } from '#budget/validators'
import DecideVirement from '#budget/virements/decide_virement'

/** Another person's answer to a virement, and its maker's taking back. */
export default class VirementDecisionsController {
  async store({ auth, params, request, response, session, i18n }: HttpContext) {
    const by = auth.getUserOrFail()
    const made = await new DecideVirement().approve(Number(params.id), {
      by,
      requestId: request.id(),
    })
    const key = made.status === 'approved' ? 'approved' : 'signed_first'
    session.flash('success', i18n.t(`budget.virements.${key}`, { no: made.label }))
    return response.redirect().status(303).toPath(`/budget/virements/${made.id}`)
  }

  async destroy({ auth, params, request, response, session, i18n }: HttpContext) {
    const { reason } = await request.validateUsing(reasonForm)
    const made = await new DecideVirement().refuse(Number(params.id), {
      by: auth.getUserOrFail(),
      requestId: request.id(),
      reason,
    })
    session.flash('success', i18n.t('budget.virements.refused', { no: made.label }))
    return response.redirect().status(303).toPath(`/budget/virements/${made.id}`)
  }

  async withdraw({ auth, params, request, response, session, i18n }: HttpContext) {
    const by = auth.getUserOrFail().asActor(request.id())
    const made = await new DecideVirement().withdraw(Number(params.id), { by })
    session.flash('success', i18n.t('budget.virements.withdrawn', { no: made.label }))
    return response.redirect().status(303).toPath(`/budget/virements/${made.id}`)
  }
}
