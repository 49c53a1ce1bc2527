import type { HttpContext } from '@adonisjs/core/http'
import listPage from '#core/lists/list_page'
import { settlementsList } from '#accounts/lists/settlements_list'

/** Lists electronic settlement batches. */
export default class SettlementsController {
  index(ctx: HttpContext) {
    return listPage(ctx, settlementsList, 'pages/core/list', {
      title: 'accounts.settlements.title',
      subtitle: 'accounts.settlements.subtitle',
      nav: 'settlements',
    })
  }
}
