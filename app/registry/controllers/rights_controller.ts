import type { HttpContext } from '@adonisjs/core/http'
import listPage from '#core/lists/list_page'
import { rightsList } from '#registry/lists/rights_list'

/** Lists licences and leases. */
export default class RightsController {
  index(ctx: HttpContext) {
    return listPage(ctx, rightsList, 'pages/core/list', {
      title: 'registry.rights.title',
      subtitle: 'registry.rights.subtitle',
      nav: 'rights',
    })
  }
}
