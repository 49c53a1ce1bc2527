import type { HttpContext } from '@adonisjs/core/http'
import { mapAsset } from '#registry/map/map_asset'

/** One asset as the map tells it. */
export default class MapAssetsController {
  show({ auth, params, i18n, response }: HttpContext) {
    response.header('Cache-Control', 'private, no-store')
    const locale = i18n.locale === 'en' ? 'en' : 'ar'
    return mapAsset(Number(params.id), auth.getUserOrFail(), locale)
  }
}
