import type { HttpContext } from '@adonisjs/core/http'
import { actOf } from '#identity/act_of'
import Unit from '#identity/models/unit'
import { unitNameForm } from '#identity/validators/unit'

/** The name of a unit; changing it keeps the old one in its history. */
export default class UnitNamesController {
  async edit({ params, view }: HttpContext) {
    return view.render('pages/identity/units/name', { unit: await Unit.findOrFail(params.id) })
  }

  async update(ctx: HttpContext) {
    const { params, request, response, session, i18n } = ctx
    const input = await request.validateUsing(unitNameForm)
    const unit = await Unit.findOrFail(params.id)
    await unit.rename({ nameAr: input.name_ar, nameEn: input.name_en }, actOf(ctx, input))
    session.flash('success', i18n.t('identity.units.renamed', { code: unit.code }))
    return response.redirect().toRoute('identity.units.show', { id: unit.id })
  }
}
