import router from '@adonisjs/core/services/router'
import type User from '#identity/models/user'
import type { Permission } from '#identity/permissions'
import { bookRollForward } from '#registry/reports/lists/book_roll_forward'
import { changesInPeriod } from '#registry/reports/lists/changes_in_period'
import { completenessByUnit } from '#registry/reports/lists/completeness_by_unit'
import { landByUse } from '#registry/reports/lists/land_by_use'
import { pefaLines } from '#registry/reports/lists/pefa_lines'
import { registerByClass } from '#registry/reports/lists/register_by_class'
import { vacantAssets } from '#registry/reports/lists/vacant_assets'
import type { RegistryReport } from '#registry/reports/lists/parts'

/** The register's own reports, by their name in the address; each is a page, an Excel file and a PDF. */
export const REPORTS: ReadonlyMap<string, RegistryReport> = new Map(
  [
    registerByClass,
    landByUse,
    vacantAssets,
    bookRollForward,
    completenessByUnit,
    pefaLines,
    changesInPeriod,
  ].map((report) => [report.name, report])
)

interface Shelved {
  name: string
  route: string
  permission: Permission
}

/** Reports that are at home with their own matter, on the shelf beside the others. */
const AT_HOME: readonly Shelved[] = [
  {
    name: 'rights-expiring',
    route: 'registry.expiries.index',
    permission: 'registry.rights.read',
  },
  {
    name: 'rights-holdover',
    route: 'registry.holdovers.index',
    permission: 'registry.rights.read',
  },
  {
    name: 'encroachments-by-age',
    route: 'registry.encroachments.by_age',
    permission: 'registry.encroachments.read',
  },
  {
    name: 'round-results',
    route: 'registry.rounds.index',
    permission: 'registry.rounds.read',
  },
]

/** What this person finds on the shelf of reports: name and address. */
export function shelfFor(user: User): { name: string; url: string }[] {
  const own = [...REPORTS.values()].filter(({ permission }) => user.holds(permission as Permission))
  const atHome = AT_HOME.filter(({ permission }) => user.holds(permission))
  return [
    ...own.map(({ name }) => ({ name, url: router.makeUrl('registry.reports.show', { name }) })),
    ...atHome.map(({ name, route }) => ({ name, url: router.makeUrl(route) })),
  ]
}
