import { errors, type HttpContext } from '@adonisjs/core/http'
import listPage from '#core/lists/list_page'
import type { Permission } from '#identity/permissions'
import { REPORTS, shelfFor } from '#budget/reports/catalogue'

/** Reports of the budget: the shelf, and one of them as a page or file. */
export default class BudgetReportsController {
  index({ auth, view }: HttpContext) {
    const reports = shelfFor(auth.getUserOrFail())
    return view.render('pages/budget/reports/index', { reports })
  }

  async show(ctx: HttpContext) {
    const report = REPORTS.get(String(ctx.params.name))
    const may = report && ctx.auth.getUserOrFail().holds(report.permission as Permission)
    if (!may) throw new errors.E_ROUTE_NOT_FOUND([ctx.request.method(), ctx.request.url()])
    return listPage(ctx, report, 'pages/core/list', {
      title: report.title,
      subtitle: `budget.reports.texts.${report.name}`,
      nav: 'budget_reports',
    })
  }
}
