import type { Permission } from '#identity/permissions'
import type { WaitingKind } from '#identity/waiting'

type Step = readonly [
  state: string,
  step: string,
  permission: Permission,
  since: string,
  notBy: readonly string[],
]

/** Signatures of form 69, by the state in which each is waited for. */
const DAILY: readonly Step[] = [
  ['draft', 'cashier', 'accounts.books.cash', 'm.made_at', ['m.made_by']],
  ['counted', 'accountant', 'accounts.books.manage', 'm.cashier_at', ['m.cashier_by']],
  [
    ...(['checked', 'accounts_head', 'accounts.books.control', 'm.accountant_at'] as const),
    ['m.made_by', 'm.cashier_by', 'm.accountant_by'],
  ],
]

/** Signatures of form 75. */
const PERIOD: readonly Step[] = [
  ['submitted', 'control', 'accounts.books.control', 'm.submitted_at', ['m.submitted_by']],
  [
    ...(['controlled', 'manage', 'accounts.books.approve', 'm.controller_at'] as const),
    ['m.submitted_by', 'm.controller_by'],
  ],
  [
    ...(['managed', 'endorse', 'accounts.books.endorse', 'm.manager_at'] as const),
    ['m.submitted_by', 'm.controller_by', 'm.manager_by'],
  ],
]

const signatures = (
  steps: readonly Step[],
  paper: Pick<WaitingKind, 'kind' | 'from' | 'path' | 'about' | 'amount'>
) =>
  steps.map(([state, step, permission, since, notBy]): WaitingKind => ({
    ...{ ...paper, step, permission, since, notBy, where: `m.status = '${state}'` },
    ...{ id: 'm.id', unit: 'm.unit_id', number: "CONCAT(m.number, '/', m.fiscal_year)" },
  }))

/** What of the books waits for somebody: forms 69 and 75, folios to be audited, years to be approved. */
export const bookWaits: readonly WaitingKind[] = [
  ...signatures(DAILY, {
    ...{ kind: 'daily_reckoning', from: 'daily_reckonings AS m', about: 'm.day' },
    ...{ path: '/accounts/daily-reckonings/', amount: 'm.entries_gross' },
  }),
  ...signatures(PERIOD, {
    ...{ kind: 'period_account', from: 'period_accounts AS m', amount: 'NULL' },
    ...{ path: '/accounts/period-accounts/', about: "CONCAT(m.first_day, ' / ', m.last_day)" },
  }),
  ...signatures([['closed', 'audit', 'accounts.books.control', 'm.closed_at', ['m.closed_by']]], {
    ...{ kind: 'folio', from: 'book_folios AS m JOIN account_books AS b ON b.id = m.book_id' },
    // The month first: digits with their signs after Arabic letters would change places.
    about: "CONCAT(DATE_FORMAT(m.month, '%Y-%m'), ' — ', b.form_no, ' — ', b.name_ar)",
    ...{ path: '/accounts/folios/', amount: 'NULL' },
  }),
  {
    ...{ kind: 'year_closing', step: 'endorse_year', permission: 'accounts.books.endorse' },
    ...{ from: 'year_closings AS m', where: "m.status = 'closed'", id: 'm.id', unit: 'm.unit_id' },
    ...{ path: '/accounts/year-closings/', number: 'm.fiscal_year', about: 'm.fiscal_year' },
    ...{ amount: 'm.revenue - m.expense', since: 'm.closed_at', notBy: ['m.closed_by'] },
  },
]
