import type { HttpContext } from '@adonisjs/core/http'
import DecideOrder from '#registry/books/orders/decide_order'
import { refusalForm } from '#registry/books/validators'

/** The approver's answer to an order, and its maker's taking back. */
export default class BookOrderDecisionsController {
  async store({ auth, params, request, response, session, i18n }: HttpContext) {
    const by = auth.getUserOrFail()
    const order = await new DecideOrder().approve(Number(params.id), {
      by,
      requestId: request.id(),
    })
    session.flash('success', i18n.t('registry.books.approved', { no: order.label }))
    return response.redirect().status(303).toPath(`/registry/book-orders/${order.id}`)
  }

  async destroy({ auth, params, request, response, session, i18n }: HttpContext) {
    const { reason } = await request.validateUsing(refusalForm)
    const by = auth.getUserOrFail()
    const order = await new DecideOrder().refuse(Number(params.id), {
      by,
      requestId: request.id(),
      reason,
    })
    session.flash('success', i18n.t('registry.books.refused', { no: order.label }))
    return response.redirect().status(303).toPath(`/registry/book-orders/${order.id}`)
  }

  async withdraw({ auth, params, request, response, session, i18n }: HttpContext) {
    const by = auth.getUserOrFail().asActor(request.id())
    const order = await new DecideOrder().withdraw(Number(params.id), { by })
    session.flash('success', i18n.t('registry.books.withdrawn', { no: order.label }))
    return response.redirect().status(303).toPath(`/registry/book-orders/${order.id}`)
  }
}
