import { errors, type HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { FiscalYear } from '#core/fiscal'
import { readUnit, unitChoice } from '#core/lists/unit_choice'
import { readiness } from '#accounts/books/year_checks'
import { yearAsked } from '#accounts/books/year_form'

/** What stands in the way of closing a year, before it is closed. */
export default class YearReadinessController {
  async show(ctx: HttpContext) {
    const now = FiscalYear.current()
    const asked = 'fiscal_year' in ctx.request.qs() ? await askedYear(ctx) : null
    return ctx.view.render('pages/accounts/year_closings/create', {
      unit: await unitChoice(ctx, 'accounts.books.approve'),
      years: [now.previous(), now.previous().previous(), now].map(({ label }) => label),
      asked,
      obstacles: asked ? await db.transaction((trx) => readiness(asked, trx)) : [],
    })
  }
}

/** The unit and year that somebody asks about; only units whose years he may close. */
async function askedYear(ctx: HttpContext) {
  await readUnit(ctx, 'unit_id', ['accounts.books.approve'])
  const { unit_id: unitId, fiscal_year: year } = await ctx.request.validateUsing(yearAsked)
  if (!ctx.auth.getUserOrFail().can('accounts.books.approve', unitId)) {
    throw new errors.E_ROUTE_NOT_FOUND([ctx.request.method(), ctx.request.url()])
  }
  return { unitId, year }
}
