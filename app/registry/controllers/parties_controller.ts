import type { HttpContext } from '@adonisjs/core/http'
import listPage from '#core/lists/list_page'
import { partiesList } from '#registry/lists/parties_list'

/** Lists people and organisations. */
export default class PartiesController {
  index(ctx: HttpContext) {
    return listPage(ctx, partiesList, 'pages/registry/parties/index', {
      title: 'registry.parties.title',
      subtitle: 'registry.parties.subtitle',
      nav: 'parties',
    })
  }
}
