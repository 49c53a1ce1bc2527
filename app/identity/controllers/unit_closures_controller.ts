import type { HttpContext } from '@adonisjs/core/http'
import { actOf } from '#identity/act_of'
import Unit from '#identity/models/unit'
import { unitClosureForm } from '#identity/validators/unit'

/** The end of a unit, and its taking up again. */
export default class UnitClosuresController {
  async store(ctx: HttpContext) {
    const unit = await Unit.findOrFail(ctx.params.id)
    await unit.close(actOf(ctx, await ctx.request.validateUsing(unitClosureForm)))
    return this.#back(ctx, unit, 'identity.units.closed')
  }

  async destroy(ctx: HttpContext) {
    const unit = await Unit.findOrFail(ctx.params.id)
    await unit.reopen(actOf(ctx, await ctx.request.validateUsing(unitClosureForm)))
    return this.#back(ctx, unit, 'identity.units.reopened')
  }

  #back({ response, session, i18n }: HttpContext, unit: Unit, message: string) {
    session.flash('success', i18n.t(message, { code: unit.code }))
    return response.redirect().toRoute('identity.units.show', { id: unit.id })
  }
}
