import type { HttpContext } from '@adonisjs/core/http'
import listPage from '#core/lists/list_page'
import CashTransfers from '#accounts/cash/cash_transfers'
import { cashArrivalsList } from '#accounts/cash/lists/cash_lists'
import { transferPage } from '#accounts/cash/queries/transfer_page'
import { receiptForm, refusalForm } from '#accounts/cash/validators'
import { makerOf } from '#accounts/hands'
import CashArrival from '#accounts/models/cash_arrival'

/** النقدية الواردة: what comes to the reader's units, counted and received by another than who sent it. */
export default class CashArrivalsController {
  index(ctx: HttpContext) {
    return listPage(ctx, cashArrivalsList, 'pages/accounts/cash/index', { side: 'arrivals' })
  }

  async show({ auth, params, view, i18n }: HttpContext) {
    const user = auth.getUserOrFail()
    const arrival = await CashArrival.visibleTo(user)
      .where('cash_arrivals.id', params.id)
      .preload('transfer')
      .firstOrFail()
    const { transfer } = arrival
    const waits = transfer.status === 'sent' && transfer.sentBy !== user.id
    return view.render('pages/accounts/cash/show', {
      ...(await transferPage(transfer, user, i18n.locale)),
      side: 'arrivals',
      arrival: waits && user.can('accounts.safes.receive', arrival.unitId) ? arrival : null,
    })
  }

  async receive(ctx: HttpContext) {
    const { counted } = await ctx.request.validateUsing(receiptForm)
    const { transferId } = await CashArrival.findOrFail(ctx.params.id)
    await new CashTransfers().receive(transferId, { ...makerOf(ctx), counted })
    return back(ctx)
  }

  async refuse(ctx: HttpContext) {
    const { counted, reason } = await ctx.request.validateUsing(refusalForm)
    const { transferId } = await CashArrival.findOrFail(ctx.params.id)
    await new CashTransfers().refuse(transferId, { ...makerOf(ctx), counted, reason })
    return back(ctx)
  }
}

function back({ params, response }: HttpContext) {
  return response.redirect().status(303).toPath(`/accounts/cash-arrivals/${params.id}`)
}
