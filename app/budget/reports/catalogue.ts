import router from '@adonisjs/core/services/router'
import type User from '#identity/models/user'
import type { Permission } from '#identity/permissions'
import { executionReports } from '#budget/reports/execution'
import { openByAge } from '#budget/reports/open_by_age'
import type { BudgetList } from '#budget/lists/parts'

/** Reports of the budget by their name in the address; each is a page, an Excel file and a PDF. */
export const REPORTS: ReadonlyMap<string, BudgetList> = new Map(
  [...executionReports, openByAge].map((report) => [report.name, report])
)

/** Lists that are reports as they stand. */
const AT_HOME = [
  { name: 'available', route: 'budget.available.index', permission: 'budget.lines.read' },
  { name: 'virements', route: 'budget.virements.index', permission: 'budget.lines.read' },
  { name: 'alerts', route: 'budget.alerts.index', permission: 'budget.lines.read' },
] as const

/** What this person finds on the shelf of reports: name and address. */
export function shelfFor(user: User): { name: string; url: string }[] {
  const home = AT_HOME.filter(({ permission }) => user.holds(permission))
  const own = [...REPORTS.values()].filter(({ permission }) => user.holds(permission as Permission))
  return [
    ...home.map(({ name, route }) => ({ name, url: router.makeUrl(route) })),
    ...own.map(({ name }) => ({ name, url: router.makeUrl('budget.reports.show', { name }) })),
  ]
}
