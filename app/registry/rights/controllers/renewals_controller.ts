import type { HttpContext } from '@adonisjs/core/http'
import { daysBetween } from '#core/days'
import Right from '#registry/models/right'
import RenewRight from '#registry/rights/actions/renew_right'
import { actOf } from '#registry/rights/act_of'
import { totalArrears } from '#registry/rights/ports'
import { renewalForm } from '#registry/rights/validators'

/** The renewal of a right: a new draft from the day on which the old one ends. */
export default class RenewalsController {
  async create({ auth, params, view }: HttpContext) {
    const right = await Right.visibleTo(auth.getUserOrFail())
      .where('rights.id', params.id)
      .preload('asset')
      .preload('party')
      .firstOrFail()
    return view.render('pages/registry/rights/renew', {
      right,
      arrears: await totalArrears([right.id]),
      months: Math.max(1, Math.round(daysBetween(right.validFrom, right.heldTo) / 30.44)),
    })
  }

  async store(ctx: HttpContext) {
    const { params, request, response, session, i18n } = ctx
    const typed = await request.validateUsing(renewalForm)
    const renewal = await new RenewRight().handle(
      Number(params.id),
      {
        months: typed.months,
        periodAmount: typed.period_amount,
        rightNo: typed.right_no,
        decisionNo: typed.decision_no,
        decisionOn: typed.decision_on,
      },
      actOf(ctx)
    )
    session.flash('success', i18n.t('registry.rights.drafted', { no: renewal.rightNo }))
    return response.redirect().toPath(`/registry/rights/${renewal.id}`)
  }
}
