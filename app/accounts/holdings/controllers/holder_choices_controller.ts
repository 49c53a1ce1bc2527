import type { HttpContext } from '@adonisjs/core/http'
import type { Locale } from '#core/domain_error'
import { unitMeant, unitsOffered } from '#core/lists/units_offered'
import { viewerOf } from '#core/web/viewer'
import { HOLDER_FORMS, holdersLike, type HolderForm } from '#accounts/holdings/holder_choice'

/** Suggests whose advance, guarantee or penalty it is while a name is typed, those of its unit where one is chosen. */
export default class HolderChoicesController {
  async index(ctx: HttpContext) {
    const { q, unit_id: unit, for: form } = ctx.request.qs()
    if (typeof q !== 'string' || !Object.hasOwn(HOLDER_FORMS, form)) return ctx.response.json([])
    const { permission } = HOLDER_FORMS[form as HolderForm]
    const units = await unitsOffered(viewerOf(ctx)!, permission, ctx.i18n.locale as Locale)
    const meant = typeof unit === 'string' && unit ? unitMeant(units, unit.slice(0, 200)) : null
    const unitId = meant && meant !== 'several' ? Number(meant.value) : null
    const user = ctx.auth.getUserOrFail()
    return ctx.response.json(await holdersLike(user, form, { typed: q, unitId }))
  }
}
