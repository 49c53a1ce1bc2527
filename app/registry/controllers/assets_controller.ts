import type { HttpContext } from '@adonisjs/core/http'
import listPage from '#core/lists/list_page'
import { assetsListFor } from '#registry/lists/assets_list'
import { savedFilters } from '#registry/saved_filters/saved_filters'

/** Lists sites and other assets, with the filters the person keeps for himself. */
export default class AssetsController {
  async index(ctx: HttpContext) {
    const user = ctx.auth.getUserOrFail()
    return listPage(ctx, assetsListFor(user), 'pages/registry/assets/index', {
      saved: await savedFilters(user.id, 'assets'),
      query: ctx.request.parsedUrl.query ?? '',
    })
  }
}
