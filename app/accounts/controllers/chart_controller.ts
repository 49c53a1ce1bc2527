import type { HttpContext } from '@adonisjs/core/http'
import listPage from '#core/lists/list_page'
import { chartList } from '#accounts/lists/chart_list'

/** Lists the chart of accounts. */
export default class ChartController {
  index(ctx: HttpContext) {
    return listPage(ctx, chartList, 'pages/core/list', {
      title: 'accounts.chart.title',
      subtitle: 'accounts.chart.subtitle',
      nav: 'chart',
    })
  }
}
