import type { HttpContext } from '@adonisjs/core/http'
import { today } from '#core/days'
import type { Locale } from '#core/domain_error'
import { Month } from '#core/fiscal'
import listPage from '#core/lists/list_page'
import Asset from '#registry/models/asset'
import AssetOrder from '#registry/models/asset_order'
import ProposeOrder from '#registry/books/orders/propose_order'
import { ordersList, STATE_TONES } from '#registry/books/lists/orders_list'
import { nextRuns } from '#registry/books/queries/next_runs'
import { orderEntries } from '#registry/books/queries/order_entries'
import { reversalOf } from '#registry/books/queries/reversal_of'
import { runPreview } from '#registry/books/queries/run_preview'
import { approvedValuations } from '#registry/books/queries/approved_valuations'
import { orderForm } from '#registry/books/validators'

/** Orders on the books of assets. */
export default class BookOrdersController {
  async index(ctx: HttpContext) {
    const user = ctx.auth.getUserOrFail()
    const runs = user.holds('registry.books.manage') ? await nextRuns(user) : []
    return listPage(ctx, ordersList, 'pages/registry/books/index', { runs })
  }

  async create({ auth, request, view }: HttpContext) {
    const { asset: id, kind = 'capitalisation' } = request.qs()
    const asset = id
      ? await Asset.visibleTo(auth.getUserOrFail()).where('assets.id', Number(id)).firstOrFail()
      : null
    return view.render('pages/registry/books/create', {
      asset,
      kind,
      today: today(),
      valuations: asset ? await approvedValuations(asset.id) : [],
    })
  }

  async store({ auth, request, response, session, i18n }: HttpContext) {
    const user = auth.getUserOrFail()
    const typed = await request.validateUsing(orderForm)
    const asset = await Asset.visibleTo(user).where('assets.code', typed.asset_code).firstOrFail()
    const order = await new ProposeOrder().handle(
      {
        kind: typed.kind,
        assetId: asset.id,
        effectiveOn: typed.effective_on,
        amount: typed.amount,
        salvage: typed.salvage,
        lifeMonths: typed.life_months,
        valuationId: typed.valuation_id,
        decisionNo: typed.decision_no,
        decisionOn: typed.decision_on,
        reason: typed.reason,
      },
      { by: { ...user.asActor(request.id()), id: user.id } }
    )
    session.flash('success', i18n.t('registry.books.proposed', { no: order.label }))
    return response.redirect().status(303).toPath(`/registry/book-orders/${order.id}`)
  }

  async show({ auth, params, view, i18n }: HttpContext) {
    const user = auth.getUserOrFail()
    const order = await AssetOrder.visibleTo(user)
      .where('asset_orders.id', params.id)
      .preload('asset')
      .firstOrFail()
    const waits = order.status === 'proposed'
    const locale = i18n.locale as Locale
    const runs = waits && order.kind === 'depreciation'
    return view.render('pages/registry/books/show', {
      order,
      tone: STATE_TONES[order.status as keyof typeof STATE_TONES],
      entries: await orderEntries(order.id, locale),
      preview: runs
        ? await runPreview(order.unitId, Month.containing(order.effectiveOn), locale)
        : [],
      reverses: order.reversesId ? await AssetOrder.find(order.reversesId) : null,
      ...(await reversalOf(order, user)),
      mayDecide:
        waits && order.madeBy !== user.id && user.can('registry.books.approve', order.unitId),
      mayWithdraw: waits && user.can('registry.books.manage', order.unitId),
    })
  }
}
