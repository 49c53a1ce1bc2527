import vine from '@vinejs/vine'
import type { HttpContext } from '@adonisjs/core/http'
import { limitsIn } from '#registry/map/limits'
import { readBox } from '#registry/ogc/question'
import { sent } from '#registry/map/controllers/windows_controller'

const limitsForm = vine.create({
  bbox: vine.string().maxLength(200),
  zoom: vine.number().withoutDecimals().range([0, 22]),
})

/** The limits of units in a window of the map. */
export default class LimitsController {
  async index({ auth, request, response, i18n }: HttpContext) {
    const { bbox, zoom } = await request.validateUsing(limitsForm, { data: sent(request) })
    response.header('Cache-Control', 'private, max-age=300')
    const limits = await limitsIn(
      { box: readBox(bbox)!, zoom },
      auth.getUserOrFail(),
      i18n.locale === 'en' ? 'en' : 'ar'
    )
    return { limits }
  }
}
