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
