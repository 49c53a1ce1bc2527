import type { HttpContext } from '@adonisjs/core/http'
import listPage from '#core/lists/list_page'
import { historicalPaymentsList } from '#accounts/beneficiaries/lists/historical_payments_list'

/** Payments of the past. */
export default class HistoricalPaymentsController {
  index(ctx: HttpContext) {
    return listPage(ctx, historicalPaymentsList, 'pages/core/list', {
      title: 'accounts.historical_payments.title',
      subtitle: 'accounts.historical_payments.subtitle',
      nav: 'historical_payments',
    })
  }
}
