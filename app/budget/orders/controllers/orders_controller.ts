import type { HttpContext } from '@adonisjs/core/http'
import { today } from '#core/days'
import listPage from '#core/lists/list_page'
import Unit from '#identity/models/unit'
import Budget from '#budget/models/budget'
import CreditOrder from '#budget/models/credit_order'
import { ORDER_KINDS, stagesOf, type OrderKind } from '#budget/orders/effects'
import { formRows, readOrder, typedLines } from '#budget/orders/order_form'
import { ORDER_TONES, ordersList } from '#budget/orders/orders_list'
import ProposeCreditOrder from '#budget/orders/propose_credit_order'
import { linesOfBudget, linesOfOrder } from '#budget/orders/queries'

/** Orders on the credit of a budget: the list, a new one, and one with its lines. */
export default class OrdersController {
  index(ctx: HttpContext) {
    return listPage(ctx, ordersList, 'pages/core/list', {
      title: 'budget.orders.title',
      subtitle: 'budget.orders.subtitle',
      nav: 'credit_orders',
    })
  }

  async create({ auth, params, view, i18n, session }: HttpContext) {
    const budget = await Budget.visibleTo(auth.getUserOrFail())
      .where('budgets.id', params.id)
      .firstOrFail()
    const kinds = Object.keys(ORDER_KINDS) as OrderKind[]
    return view.render('pages/budget/orders/create', {
      budget,
      kinds: kinds.filter((kind) => stagesOf(kind).includes(budget.status)),
      lines: await linesOfBudget(budget.id, i18n.locale),
      rows: formRows(session.flashMessages.get('lines')),
    })
  }

  async store(ctx: HttpContext) {
    const { auth, params, request, response } = ctx
    const said = await readOrder(ctx)
    const { kind, month: of, reason } = said
    const lines = typedLines(said.lines)
    const user = auth.getUserOrFail()
    const order = await new ProposeCreditOrder().handle(
      {
        budgetId: Number(params.id),
        ...{ kind, reason, month: of, isReleased: Boolean(said.is_released) },
        lines: lines.length > 0 ? lines : undefined,
        decision: {
          no: said.decision_no,
          on: said.decision_on,
          authority: said.decision_authority,
        },
      },
      { by: { ...user.asActor(request.id()), id: user.id } }
    )
    return response.redirect().toPath(`/budget/orders/${order.id}`)
  }

  async show({ auth, params, view }: HttpContext) {
    const user = auth.getUserOrFail()
    const order = await CreditOrder.visibleTo(user)
      .where('credit_orders.id', params.id)
      .firstOrFail()
    const waits = order.status === 'proposed'
    const { unitId } = order
    return view.render('pages/budget/orders/show', {
      order,
      unit: await Unit.findOrFail(unitId),
      lines: await linesOfOrder(order.id),
      tones: ORDER_TONES,
      today: today(),
      may: {
        decide: waits && user.can('budget.plan.approve', unitId) && order.madeBy !== user.id,
        withdraw: waits && user.can('budget.plan.manage', unitId),
      },
    })
  }
}
