import type { HttpContext } from '@adonisjs/core/http'
import { Month } from '#core/fiscal'
import ProposeOrder from '#registry/books/orders/propose_order'
import { depreciationForm } from '#registry/books/validators'

/** The depreciation of a unit's next month. */
export default class DepreciationsController {
  async store({ auth, request, response, session, i18n }: HttpContext) {
    const user = auth.getUserOrFail()
    const { unit, month } = await request.validateUsing(depreciationForm)
    const order = await new ProposeOrder().depreciation(unit, Month.of(month), {
      by: { ...user.asActor(request.id()), id: user.id },
    })
    session.flash('success', i18n.t('registry.books.proposed', { no: order.label }))
    return response.redirect().status(303).toPath(`/registry/book-orders/${order.id}`)
  }
}
