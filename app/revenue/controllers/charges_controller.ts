import type { HttpContext } from '@adonisjs/core/http'
import listPage from '#core/lists/list_page'
import { chargesList } from '#revenue/lists/charges_list'

/** Lists what is due. */
export default class ChargesController {
  index(ctx: HttpContext) {
    return listPage(ctx, chargesList, 'pages/core/list', {
      title: 'revenue.charges.title',
      subtitle: 'revenue.charges.subtitle',
      nav: 'charges',
    })
  }
}
