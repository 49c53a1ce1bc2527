import { ADVANCE_KINDS } from '#accounts/models/advance'
import {
  badgeColumn,
  codeFilter,
  dayColumn,
  moneyColumn,
  textColumn,
  typedFilter,
  unitColumn,
  unitFilter,
} from '#core/lists/parts'
import type { HoldingList } from '#accounts/holdings/lists/holding_list'
import {
  asOfFilter,
  bandColumn,
  bandFilter,
  dayAsked,
  tableOf,
  type Band,
} from '#accounts/holdings/reports/bands'
import { visible } from '#identity/access/visible'

const TEXTS = 'accounts.advances'

/** How late an advance is, in days past its day. */
const BANDS: readonly Band[] = [
  { key: 'not_due', from: null, to: 0 },
  { key: 'late_30', from: 1, to: 30 },
  { key: 'late_90', from: 31, to: 90 },
  { key: 'late_more', from: 91, to: null },
]

/**
 * What was open of each advance at the end of a day: what was paid by then less what was approved of it
 * by then. Replenishment leaves it as large as it was.
 */
const OPEN_ON = `SELECT a.id, a.unit_id, a.number, a.fiscal_year, a.kind, a.holder_name, a.paid_on, a.due_on,
    a.amount - COALESCE(s.settled, 0) AS open, DATEDIFF(?, a.due_on) AS late, DATEDIFF(?, a.paid_on) AS age
  FROM advances a LEFT JOIN (
    SELECT advance_id, SUM(amount) AS settled FROM advance_settlements
    WHERE status = 'approved' AND kind <> 'replenished' AND decided_on <= ? GROUP BY advance_id
  ) s ON s.advance_id = a.id
  WHERE a.paid_on <= ? AND a.amount > COALESCE(s.settled, 0)`

/** السلف غير المسواة بأعمارها: what holders have not accounted for on a day, by how late it is. */
export const advancesByAge: HoldingList = {
  name: 'advances-by-age',
  title: 'accounts.holdings.reports.names.advances-by-age',
  permission: 'accounts.advances.read',
  query: (user, { request }) => {
    const on = dayAsked(request.qs().on)
    return visible(
      tableOf(OPEN_ON, [on, on, on, on], 'r').join('units', 'units.id', 'r.unit_id'),
      user,
      'accounts.advances.read',
      'r.unit_id'
    )
  },
  key: 'r.id',
  columns: [
    textColumn('number', `${TEXTS}.number`, "CONCAT(r.number, '/', r.fiscal_year)", {
      link: (row) => `/accounts/advances/${row._key}`,
      clip: false,
      width: 14,
    }),
    textColumn('holder', `${TEXTS}.holder`, 'r.holder_name', { width: 24 }),
    badgeColumn('kind', `${TEXTS}.kind`, 'r.kind', { texts: `${TEXTS}.kinds` }),
    dayColumn('paid_on', 'accounts.holdings.reports.paid_on', 'r.paid_on'),
    dayColumn('due_on', `${TEXTS}.due_on`, 'r.due_on'),
    {
      key: 'age',
      label: 'accounts.holdings.reports.age_days',
      type: 'integer',
      expression: 'r.age',
      width: 8,
    },
    moneyColumn('open', `${TEXTS}.open`, 'r.open'),
    ...BANDS.map((band) => bandColumn(band, 'r.late', 'r.open')),
    unitColumn,
  ],
  fields: { unit_en: 'units.name_en' },
  filters: [
    typedFilter(`${TEXTS}.search`, 'r.holder_name'),
    unitFilter('r.unit_id'),
    codeFilter('kind', `${TEXTS}.kind`, {
      column: 'r.kind',
      codes: ADVANCE_KINDS,
      texts: `${TEXTS}.kinds`,
    }),
    bandFilter('age', BANDS, 'r.late'),
    asOfFilter,
  ],
  defaultSort: 'due_on',
  empty: {
    title: 'accounts.holdings.reports.empty',
    text: 'accounts.holdings.reports.empty_text',
  },
}
