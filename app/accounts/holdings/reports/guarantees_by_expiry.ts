import { GUARANTEE_FORMS, GUARANTEE_PURPOSES } from '#accounts/models/guarantee'
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
import { bandColumn, bandFilter, tableOf, type Band } from '#accounts/holdings/reports/bands'
import { visible } from '#identity/access/visible'

const TEXTS = 'accounts.guarantees'

/** How long a letter can still be claimed, in days. */
const BANDS: readonly Band[] = [
  { key: 'past', from: null, to: -1 },
  { key: 'in_30', from: 0, to: 30 },
  { key: 'in_90', from: 31, to: 90 },
  { key: 'later', from: 91, to: null },
  { key: 'no_expiry', from: null, to: null },
]

const HELD = `SELECT g.*, DATEDIFF(g.expires_on, CURRENT_DATE) AS days_left FROM guarantees g
  WHERE g.status IN ('held', 'called')`

/** التأمينات القائمة بتواريخ انتهائها: what is held today, by how long it can still be claimed. */
export const guaranteesByExpiry: HoldingList = {
  name: 'guarantees-by-expiry',
  title: 'accounts.holdings.reports.names.guarantees-by-expiry',
  permission: 'accounts.guarantees.read',
  query: (user) =>
    visible(
      tableOf(HELD, [], 'r').join('units', 'units.id', 'r.unit_id'),
      user,
      'accounts.guarantees.read',
      'r.unit_id'
    ),
  key: 'r.id',
  columns: [
    textColumn('number', `${TEXTS}.number`, "CONCAT(r.number, '/', r.fiscal_year)", {
      link: (row) => `/accounts/guarantees/${row._key}`,
      clip: false,
      width: 14,
    }),
    textColumn('party', `${TEXTS}.party`, 'r.party_name', { width: 24 }),
    badgeColumn('purpose', `${TEXTS}.purpose`, 'r.purpose', { texts: `${TEXTS}.purposes` }),
    badgeColumn('form', `${TEXTS}.form`, 'r.form', { texts: `${TEXTS}.forms` }),
    textColumn('reference', `${TEXTS}.reference_no`, 'r.reference_no', { width: 14 }),
    dayColumn('expires_on', `${TEXTS}.expires_on`, 'r.expires_on'),
    moneyColumn('held', `${TEXTS}.held`, 'r.open_amount'),
    ...BANDS.map((band) => bandColumn(band, 'r.days_left', 'r.open_amount')),
    unitColumn,
  ],
  fields: { unit_en: 'units.name_en' },
  filters: [
    typedFilter(`${TEXTS}.search`, 'r.party_name', 'r.reference_no', 'r.subject_no'),
    unitFilter('r.unit_id'),
    codeFilter('purpose', `${TEXTS}.purpose`, {
      column: 'r.purpose',
      codes: GUARANTEE_PURPOSES,
      texts: `${TEXTS}.purposes`,
    }),
    codeFilter('form', `${TEXTS}.form`, {
      column: 'r.form',
      codes: GUARANTEE_FORMS,
      texts: `${TEXTS}.forms`,
    }),
    bandFilter('left', BANDS, 'r.days_left'),
  ],
  defaultSort: 'expires_on',
  empty: {
    title: 'accounts.holdings.reports.empty',
    text: 'accounts.holdings.reports.empty_text',
  },
}
