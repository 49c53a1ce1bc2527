import type { HttpContext } from '@adonisjs/core/http'
import listPage from '#core/lists/list_page'
import type { HoldingList } from '#accounts/holdings/lists/holding_list'
import { advancesByAge } from '#accounts/holdings/reports/advances_by_age'
import { guaranteesByExpiry } from '#accounts/holdings/reports/guarantees_by_expiry'
import type { Permission } from '#identity/permissions'

const TEXTS = 'accounts.holdings.reports'

/** The shelf: reports of their own, then lists that are reports as they stand. */
const SHELF: readonly { name: string; url: string; permission: Permission }[] = [
  {
    name: 'advances-by-age',
    url: '/accounts/holding-reports/advances-by-age',
    permission: 'accounts.advances.read',
  },
  {
    name: 'guarantees-by-expiry',
    url: '/accounts/holding-reports/guarantees-by-expiry',
    permission: 'accounts.guarantees.read',
  },
  { name: 'diary', url: '/accounts/expiries', permission: 'accounts.guarantees.read' },
  { name: 'penalties', url: '/accounts/penalties', permission: 'accounts.penalties.read' },
  { name: 'sureties', url: '/accounts/sureties', permission: 'accounts.safes.read' },
]

/** تقارير السلف والتأمينات: each a page, an Excel file and a PDF. */
export default class HoldingReportsController {
  index({ auth, view }: HttpContext) {
    const user = auth.getUserOrFail()
    return view.render('pages/accounts/holdings/reports', {
      reports: SHELF.filter(({ permission }) => user.holds(permission)),
    })
  }

  advances(ctx: HttpContext) {
    return report(ctx, advancesByAge)
  }

  guarantees(ctx: HttpContext) {
    return report(ctx, guaranteesByExpiry)
  }
}

const report = (ctx: HttpContext, list: HoldingList) =>
  listPage(ctx, list, 'pages/core/list', {
    title: list.title,
    subtitle: `${TEXTS}.texts.${list.name}`,
    nav: 'holding_reports',
  })
