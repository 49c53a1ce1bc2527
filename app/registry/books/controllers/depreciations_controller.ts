import type { HttpContext } from '@adonisjs/core/http'
import type { Locale } from '#core/domain_error'
import { Month } from '#core/fiscal'
import Unit from '#identity/models/unit'
import ProposeOrder from '#registry/books/orders/propose_order'
import { runPreview } from '#registry/books/queries/run_preview'
import { depreciationForm, reversalForm } from '#registry/books/validators'

/** The depreciation of a unit's next month: what it would come to, its order, and its taking back. */
export default class DepreciationsController {
  async create({ request, view, i18n }: HttpContext) {
    const { unit: unitId, month } = await request.validateUsing(depreciationForm)
    const unit = await Unit.findOrFail(unitId)
    const asked = Month.of(month)
    const preview = await runPreview(unitId, asked, i18n.locale as Locale)
    return view.render('pages/registry/books/run', { unit, month: asked, preview })
  }

  async store({ auth, request, response, session, i18n }: HttpContext) {
    const user = auth.getUserOrFail()
    const { unit, month } = await request.validateUsing(depreciationForm)
    const order = await new ProposeOrder().depreciation(unit, Month.of(month), {
      by: { ...user.asActor(request.id()), id: user.id },
    })
    session.flash('success', i18n.t('registry.books.proposed', { no: order.label }))
    return response.redirect().status(303).toPath(`/registry/book-orders/${order.id}`)
  }

  async reverse({ auth, params, request, response, session, i18n }: HttpContext) {
    const user = auth.getUserOrFail()
    const { reason } = await request.validateUsing(reversalForm)
    const order = await new ProposeOrder().reversal(Number(params.id), reason, {
      by: { ...user.asActor(request.id()), id: user.id },
    })
    session.flash('success', i18n.t('registry.books.proposed', { no: order.label }))
    return response.redirect().status(303).toPath(`/registry/book-orders/${order.id}`)
  }
}
