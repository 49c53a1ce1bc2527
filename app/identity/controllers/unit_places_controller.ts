import type { HttpContext } from '@adonisjs/core/http'
import { actOf } from '#identity/act_of'
import MoveUnit from '#identity/actions/move_unit'
import Unit from '#identity/models/unit'
import { unitChoice } from '#core/lists/unit_choice'
import { unitPlaceForm } from '#identity/validators/unit'

/** The place of a unit in the tree. */
export default class UnitPlacesController {
  async edit(ctx: HttpContext) {
    return ctx.view.render('pages/identity/units/place', {
      unit: await Unit.findOrFail(ctx.params.id),
      parents: await unitChoice(ctx, 'identity.units.manage'),
    })
  }

  async update(ctx: HttpContext) {
    const { params, request, response, session, i18n } = ctx
    const input = await request.validateUsing(unitPlaceForm)
    const unit = await new MoveUnit().handle(
      { unitId: Number(params.id), parentId: input.parent_id },
      actOf(ctx, input)
    )
    session.flash('success', i18n.t('identity.units.moved', { code: unit.code }))
    return response.redirect().toRoute('identity.units.show', { id: unit.id })
  }
}
