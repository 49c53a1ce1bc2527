import type { HttpContext } from '@adonisjs/core/http'
import { within } from '#core/within'
import { rememberGrid } from '#registry/coordinates/choices'
import { gridChoice } from '#registry/coordinates/validators'
import CoordinateReading from '#registry/models/coordinate_reading'

/** The grid that a person takes pasted numbers for; remembered for the unit and the source. */
export default class CoordinateChoicesController {
  async update({ auth, params, request, response, session, i18n }: HttpContext) {
    const user = auth.getUserOrFail()
    const reading = await CoordinateReading.visibleTo(user)
      .where('coordinate_readings.id', params.id)
      .firstOrFail()
    const choice = await request.validateUsing(gridChoice)
    await within(null, async (trx) => {
      reading.useTransaction(trx)
      await reading.merge({ epsg: choice.epsg, axisOrder: choice.order }).save()
      const { unitId, source } = reading
      await rememberGrid({ unitId, source, userId: user.id }, choice, trx)
    })
    session.flash('success', i18n.t('registry.coordinates.remembered'))
    return response.redirect().status(303).toPath(`/registry/coordinates/${reading.id}`)
  }
}
