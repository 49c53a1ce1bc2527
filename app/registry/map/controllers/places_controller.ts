import type { HttpContext } from '@adonisjs/core/http'
import { placesFor } from '#registry/map/places'

/** What a search on the map finds to fly to. */
export default class PlacesController {
  async index({ auth, request, response, i18n }: HttpContext) {
    const typed = new URLSearchParams(request.parsedUrl.query ?? '').get('q') ?? ''
    response.header('Cache-Control', 'private, no-store')
    const locale = i18n.locale === 'en' ? 'en' : 'ar'
    return { places: await placesFor(typed.slice(0, 100), auth.getUserOrFail(), locale) }
  }
}
