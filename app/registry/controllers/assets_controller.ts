import type { HttpContext } from '@adonisjs/core/http'
import listPage from '#core/lists/list_page'
import { assetsList } from '#registry/lists/assets_list'

/** Lists sites and other assets. */
export default class AssetsController {
  index(ctx: HttpContext) {
    return listPage(ctx, assetsList, 'pages/core/list', {
      title: 'registry.assets.title',
      subtitle: 'registry.assets.subtitle',
      nav: 'sites',
    })
  }
}
