import type { HttpContext } from '@adonisjs/core/http'
import type { Locale } from '#core/domain_error'
import { Month } from '#core/fiscal'
import listPage from '#core/lists/list_page'
import BillMonthJob from '#revenue/jobs/bill_month_job'
import { billsList } from '#revenue/lists/bills_list'
import { chosen } from '#revenue/queries/chosen'
import { billingForm } from '#revenue/validators/billing'

const MANAGE = 'revenue.charges.manage'

/** المطالبات: what the house billed by itself, and the billing of a month. */
export default class BillsController {
  async index(ctx: HttpContext) {
    const user = ctx.auth.getUserOrFail()
    const choice = user.holds(MANAGE) ? await chosen(ctx, user, MANAGE) : null
    return listPage(ctx, billsList, 'pages/revenue/bills/index', {
      unit: choice?.units.find(({ value }) => value === String(choice.unitId)) ?? null,
      month: Month.current(),
    })
  }

  /** The unit chosen in the list (his own at first) with everything below it: one job, which is answered at once while it is under way. */
  async store({ auth, request, response, session, i18n }: HttpContext) {
    const { unit, month } = await request.validateUsing(billingForm)
    await BillMonthJob.ofUnit(unit, Month.of(month), auth.getUserOrFail())
    session.flash(
      'success',
      i18n.t('revenue.bills.started', {
        month: Month.of(month).label(i18n.locale as Locale),
      })
    )
    return response.redirect().status(303).toPath('/revenue/bills')
  }
}
