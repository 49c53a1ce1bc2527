import type { HttpContext } from '@adonisjs/core/http'
import listPage from '#core/lists/list_page'
import { trialBalanceList } from '#accounts/lists/trial_balance_list'

/** The trial balance of a period; its accounts lead to their lines. */
export default class TrialBalanceController {
  index(ctx: HttpContext) {
    return listPage(ctx, trialBalanceList, 'pages/core/list', {
      title: 'accounts.trial_balance.title',
      subtitle: 'accounts.trial_balance.subtitle',
      nav: 'trial_balance',
    })
  }
}
