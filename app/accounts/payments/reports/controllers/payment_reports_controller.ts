import { errors, type HttpContext } from '@adonisjs/core/http'
import listPage from '#core/lists/list_page'
import { PAYMENT_REPORTS, paymentShelf } from '#accounts/payments/reports/catalogue'

/** Reports of payments: the shelf, and one of them as a page or file. */
export default class PaymentReportsController {
  index({ view }: HttpContext) {
    return view.render('pages/accounts/payments/reports', { reports: paymentShelf() })
  }

  async show(ctx: HttpContext) {
    const report = PAYMENT_REPORTS.get(String(ctx.params.name))
    if (!report) throw new errors.E_ROUTE_NOT_FOUND([ctx.request.method(), ctx.request.url()])
    return listPage(ctx, report, 'pages/core/list', {
      title: report.title,
      subtitle: `accounts.payment_reports.texts.${report.name}`,
      nav: 'payment_reports',
    })
  }
}
