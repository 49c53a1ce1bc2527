import type { HttpContext } from '@adonisjs/core/http'
import ApproveRight from '#registry/rights/actions/approve_right'
import { approvalForm, refusalForm } from '#registry/rights/validators'

/** The approver's answer to a draft: approved, or sent back with a reason. */
export default class ApprovalsController {
  async store({ auth, params, request, response, session, i18n }: HttpContext) {
    const { override_rule: rule, override_reason: reason } =
      await request.validateUsing(approvalForm)
    const right = await new ApproveRight().approve(Number(params.id), {
      by: auth.getUserOrFail(),
      requestId: request.id(),
      overrides: rule && reason ? [{ rule, reason }] : [],
    })
    session.flash('success', i18n.t('registry.rights.approved', { no: right.rightNo }))
    return response.redirect().toPath(`/registry/rights/${right.id}`)
  }

  async destroy({ auth, params, request, response, session, i18n }: HttpContext) {
    const { reason } = await request.validateUsing(refusalForm)
    const right = await new ApproveRight().refuse(Number(params.id), {
      by: auth.getUserOrFail(),
      requestId: request.id(),
      reason,
    })
    session.flash('success', i18n.t('registry.rights.sent_back', { no: right.rightNo }))
    return response.redirect().toPath(`/registry/rights/${right.id}`)
  }
}
