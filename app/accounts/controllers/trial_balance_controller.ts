import type { HttpContext } from '@adonisjs/core/http'
import listPage from '#core/lists/list_page'
import { memoBalanceList, trialBalanceList } from '#accounts/lists/trial_balance_list'

const PAGE = 'pages/accounts/trial_balance/index'

/** The trial balance of a period; its accounts lead to their statements. */
export default class TrialBalanceController {
  index(ctx: HttpContext) {
    return listPage(ctx, trialBalanceList, PAGE, { tabs: tabsOf(ctx, 'money') })
  }

  /** Memo accounts, which are no money of the house. */
  memo(ctx: HttpContext) {
    return listPage(ctx, memoBalanceList, PAGE, { tabs: tabsOf(ctx, 'memo') })
  }
}

/** Both balances of the same period, unit and fund. */
function tabsOf({ request, i18n }: HttpContext, current: 'money' | 'memo') {
  const { from, to, unit, fund } = request.qs()
  const asked = Object.entries({ from, to, unit, fund }).filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string' && pair[1] !== ''
  )
  const query = asked.length ? `?${new URLSearchParams(asked)}` : ''
  return [
    { part: 'money', path: '/accounts/trial-balance' },
    { part: 'memo', path: '/accounts/trial-balance/memo' },
  ].map(({ part, path }) => ({
    label: i18n.t(`accounts.trial_balance.of_${part}`),
    url: path + query,
    current: part === current,
  }))
}
