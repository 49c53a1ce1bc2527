import type { HttpContext } from '@adonisjs/core/http'
import { settingAt } from '#core/settings'
import listPage from '#core/lists/list_page'
import { expiriesList } from '#registry/rights/lists/expiries_list'
import { holdoversList } from '#registry/rights/lists/holdovers_list'
import { expirySummary } from '#registry/rights/queries/expiry_summary'

/** The expiry diary: what ends soon, and who stayed after the end. */
export default class ExpiriesController {
  async index(ctx: HttpContext) {
    const user = ctx.auth.getUserOrFail()
    const list = expiriesList(user.holds('registry.rights.manage'))
    return listPage(ctx, list, 'pages/registry/rights/expiries', {
      summary: await expirySummary(user, ctx.i18n.locale as 'ar' | 'en'),
    })
  }

  async holdovers(ctx: HttpContext) {
    const { factor } = await settingAt<{ factor: string }>('registry.rights.holdover')
    return listPage(ctx, holdoversList, 'pages/registry/rights/holdovers', { factor })
  }
}
