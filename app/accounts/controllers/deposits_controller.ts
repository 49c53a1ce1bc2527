import type { HttpContext } from '@adonisjs/core/http'
import listPage from '#core/lists/list_page'
import { depositsList } from '#accounts/lists/deposits_list'

/** Lists deposit slips. */
export default class DepositsController {
  index(ctx: HttpContext) {
    return listPage(ctx, depositsList, 'pages/core/list', {
      title: 'accounts.deposits.title',
      subtitle: 'accounts.deposits.subtitle',
      nav: 'deposits',
    })
  }
}
