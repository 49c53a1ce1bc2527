import type { HttpContext } from '@adonisjs/core/http'
import type { Locale } from '#core/domain_error'
import { unitMeant, unitsOffered } from '#core/lists/units_offered'
import { viewerOf } from '#core/web/viewer'
import { payeesLike } from '#accounts/payments/payee_choice'

/** Suggests payees while a name is typed into a form 50, those of its unit where one is chosen. */
export default class PayeeChoicesController {
  async index(ctx: HttpContext) {
    const { q, unit_id: unit } = ctx.request.qs()
    if (typeof q !== 'string') return ctx.response.json([])
    const locale = ctx.i18n.locale as Locale
    const units = await unitsOffered(viewerOf(ctx)!, 'accounts.payments.manage', locale)
    const meant = typeof unit === 'string' && unit ? unitMeant(units, unit.slice(0, 200)) : null
    const unitId = meant && meant !== 'several' ? Number(meant.value) : null
    return ctx.response.json(await payeesLike(ctx.auth.getUserOrFail(), q, unitId))
  }
}
