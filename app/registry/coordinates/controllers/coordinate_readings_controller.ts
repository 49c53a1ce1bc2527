import type { HttpContext } from '@adonisjs/core/http'
import { errors } from '@vinejs/vine'
import { wordsOf } from '#core/lists/list'
import { unitChoice } from '#core/lists/unit_choice'
import { diagnose } from '#registry/coordinates/diagnosis'
import { NoCoordinatesError, readPasted } from '#registry/coordinates/pasted'
import { newReading } from '#registry/coordinates/validators'
import { readingPage } from '#registry/coordinates/reading_page'
import CoordinateReading from '#registry/models/coordinate_reading'

/** طبيب الإحداثيات: numbers of a survey sheet, and the grids from which they may come. */
export default class CoordinateReadingsController {
  async create(ctx: HttpContext) {
    const user = ctx.auth.getUserOrFail()
    const unit = await unitChoice(ctx, 'registry.assets.read')
    const home = user.can('registry.assets.read', user.homeUnitId) ? user.homeUnitId : undefined
    const recent = await CoordinateReading.visibleTo(user)
      .where('coordinate_readings.created_by', user.id)
      .orderBy('coordinate_readings.id', 'desc')
      .limit(8)
    return ctx.view.render('pages/registry/coordinates/create', { unit, home, recent })
  }

  async store({ auth, request, response, i18n }: HttpContext) {
    const { unit_id: unitId, source, pasted } = await request.validateUsing(newReading)
    try {
      readPasted(pasted)
    } catch (error) {
      if (!(error instanceof NoCoordinatesError)) throw error
      const message = error.adviceFor(i18n.locale)
      throw new errors.E_VALIDATION_ERROR([{ field: 'pasted', rule: error.code!, message }])
    }
    const reading = await CoordinateReading.create({
      unitId,
      source: source ?? '',
      pasted,
      createdBy: auth.getUserOrFail().id,
    })
    return response.redirect().status(303).toPath(`/registry/coordinates/${reading.id}`)
  }

  async show(ctx: HttpContext) {
    const { auth, params, view } = ctx
    const user = auth.getUserOrFail()
    const reading = await CoordinateReading.visibleTo(user)
      .where('coordinate_readings.id', params.id)
      .preload('unit')
      .firstOrFail()
    const found = await diagnose(reading.pasted, reading)
    return view.render('pages/registry/coordinates/show', {
      reading,
      ...readingPage(reading, found, wordsOf(ctx).locale),
      mayUse: user.can('registry.assets.manage', reading.unitId),
    })
  }
}
