import type { HttpContext } from '@adonisjs/core/http'
import { formatDay } from '#core/days'
import DecideChange from '#registry/register/decide_change'
import { approvalForm, refusalForm } from '#registry/register/validators'

/** The second person's answer to one proposal: approved, with reasons for what is let pass, or refused. */
export default class ApprovalsController {
  async store({ auth, params, request, response, session, i18n }: HttpContext) {
    const { override = {} } = await request.validateUsing(approvalForm)
    const overrides = Object.entries(override).flatMap(([rule, reason]) =>
      reason ? [{ rule, reason }] : []
    )
    const by = auth.getUserOrFail()
    const decision = { by, requestId: request.id(), overrides }
    const change = await new DecideChange().approve(Number(params.id), decision)
    session.flash(
      'success',
      i18n.t(
        change.status === 'scheduled'
          ? 'registry.register.scheduled'
          : 'registry.register.approved',
        { number: change.label, on: formatDay(change.effectiveOn, i18n.locale as 'ar' | 'en') }
      )
    )
    return response.redirect().status(303).toPath(`/registry/transactions/${change.id}`)
  }

  async destroy({ auth, params, request, response, session, i18n }: HttpContext) {
    const { reason } = await request.validateUsing(refusalForm)
    const decision = { by: auth.getUserOrFail(), requestId: request.id(), reason }
    const change = await new DecideChange().refuse(Number(params.id), decision)
    session.flash('success', i18n.t('registry.register.refused', { number: change.label }))
    return response.redirect().status(303).toPath(`/registry/transactions/${change.id}`)
  }
}
