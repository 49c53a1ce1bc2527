import db from '@adonisjs/lucid/services/db'
import type { HttpContext } from '@adonisjs/core/http'
import type { Locale } from '#core/domain_error'
import listPage from '#core/lists/list_page'
import { balanceOf } from '#budget/balances/balance_as_of'
import { FIGURES } from '#budget/balances/figures'
import { alertsList } from '#budget/lists/alerts_list'
import { availableList } from '#budget/lists/available_list'
import { movementsList } from '#budget/lists/movements_list'
import { dayAsked } from '#budget/lists/parts'
import { lineFacts } from '#budget/queries/lines'

/** What each line has, at once or as of a day, and everything that moved it. */
export default class BudgetLinesController {
  index(ctx: HttpContext) {
    return listPage(ctx, availableList, 'pages/core/list', {
      title: 'budget.available.title',
      subtitle: 'budget.available.subtitle',
      nav: 'available',
    })
  }

  alerts(ctx: HttpContext) {
    return listPage(ctx, alertsList, 'pages/core/list', {
      title: 'budget.alerts.title',
      subtitle: 'budget.alerts.subtitle',
      nav: 'budget_alerts',
    })
  }

  async show(ctx: HttpContext) {
    const id = Number(ctx.params.id)
    const on = dayAsked(ctx.request.qs().on) ?? undefined
    const balance = await balanceOf(id, { on })
    return listPage(ctx, movementsList(id), 'pages/budget/lines/show', {
      line: await lineFacts(id, ctx.i18n.locale as Locale),
      balance,
      figures: FIGURES,
      on,
      open: await db
        .from('commitments')
        .where({ line_id: id })
        .whereIn('status', ['draft', 'reserved', 'committed'])
        .orderBy('id', 'desc')
        .limit(20)
        .select('id', 'number', 'fiscal_year', 'purpose', 'status', 'amount', 'open_amount'),
    })
  }
}
