import router from '@adonisjs/core/services/router'
import type { HttpContext } from '@adonisjs/core/http'
import { viewerCan } from '#core/web/viewer'

export interface NavigationEntry {
  /** Its text is `core.nav.KEY`; a page names it as `nav` to be marked as the current one. */
  key: string
  /** Name of the route it opens. An entry whose route does not exist (yet) is not shown. */
  route: string
  /** Permission that opens it; none for pages every signed-in person has. */
  permission?: string
  icon: string
}

export interface NavigationGroup {
  /** Its text is `core.nav.groups.KEY`; the first group has no heading. */
  key: string
  entries: NavigationEntry[]
}

/**
 * The side menu in the order of the work: the register, who holds what by which right, encroachments,
 * counting, values; then dues, money, control, machine.
 */
export const NAVIGATION: NavigationGroup[] = [
  {
    key: 'main',
    entries: [
      { key: 'home', route: 'home', icon: 'home' },
      { key: 'worklist', route: 'reporting.worklist.index', icon: 'inbox' },
      {
        key: 'secretary',
        route: 'reporting.secretary.index',
        permission: 'revenue.reconciliation.read',
        icon: 'chart-bar',
      },
    ],
  },
  {
    key: 'registry',
    entries: [
      {
        key: 'sites',
        route: 'registry.assets.index',
        permission: 'registry.assets.read',
        icon: 'map-pin',
      },
      {
        key: 'map',
        route: 'registry.map.show',
        permission: 'registry.assets.read',
        icon: 'map',
      },
      {
        key: 'transactions',
        route: 'registry.transactions.index',
        permission: 'registry.assets.read',
        icon: 'arrows-exchange',
      },
      {
        key: 'waiting',
        route: 'registry.transactions.waiting',
        permission: 'registry.assets.approve',
        icon: 'list-check',
      },
      {
        key: 'documents',
        route: 'registry.documents.index',
        permission: 'registry.assets.read',
        icon: 'paperclip',
      },
      {
        key: 'registry_reports',
        route: 'registry.reports.index',
        permission: 'registry.assets.read',
        icon: 'report-analytics',
      },
      {
        key: 'coordinates',
        route: 'registry.coordinates.create',
        permission: 'registry.assets.read',
        icon: 'map',
      },
      {
        key: 'classes',
        route: 'registry.classes.index',
        permission: 'registry.assets.read',
        icon: 'tags',
      },
    ],
  },
  {
    key: 'rights',
    entries: [
      {
        key: 'rights',
        route: 'registry.rights.index',
        permission: 'registry.rights.read',
        icon: 'license',
      },
      {
        key: 'expiries',
        route: 'registry.expiries.index',
        permission: 'registry.rights.read',
        icon: 'calendar',
      },
      {
        key: 'occupancies',
        route: 'registry.occupancies.index',
        permission: 'registry.rights.read',
        icon: 'building-store',
      },
      {
        key: 'valuations',
        route: 'registry.valuations.index',
        permission: 'registry.assets.read',
        icon: 'scale',
      },
      {
        key: 'disposals',
        route: 'registry.disposals.index',
        permission: 'registry.disposals.read',
        icon: 'gavel',
      },
      {
        key: 'parties',
        route: 'registry.parties.index',
        permission: 'registry.parties.read',
        icon: 'users',
      },
    ],
  },
  {
    key: 'encroachments',
    entries: [
      {
        key: 'encroachments',
        route: 'registry.encroachments.index',
        permission: 'registry.encroachments.read',
        icon: 'flag',
      },
      {
        key: 'spatial_changes',
        route: 'registry.spatial_changes.index',
        permission: 'registry.encroachments.read',
        icon: 'eye',
      },
      {
        key: 'legalisation_files',
        route: 'registry.legalisation_files.index',
        permission: 'registry.encroachments.read',
        icon: 'clipboard-check',
      },
      {
        key: 'displays',
        route: 'registry.displays.index',
        permission: 'registry.encroachments.read',
        icon: 'table',
      },
    ],
  },
  {
    key: 'counting',
    entries: [
      {
        key: 'rounds',
        route: 'registry.rounds.index',
        permission: 'registry.rounds.read',
        icon: 'clipboard-check',
      },
      {
        key: 'custodies',
        route: 'registry.custodies.index',
        permission: 'registry.assets.read',
        icon: 'user',
      },
    ],
  },
  {
    key: 'asset_books',
    entries: [
      {
        key: 'book_values',
        route: 'registry.book_values.index',
        permission: 'registry.books.read',
        icon: 'chart-bar',
      },
      {
        key: 'book_orders',
        route: 'registry.book_orders.index',
        permission: 'registry.books.read',
        icon: 'notes',
      },
      {
        key: 'depreciation_books',
        route: 'registry.depreciation_books.index',
        permission: 'registry.books.read',
        icon: 'settings',
      },
    ],
  },
  {
    key: 'revenue',
    entries: [
      {
        key: 'charges',
        route: 'revenue.charges.index',
        permission: 'revenue.charges.read',
        icon: 'file-text',
      },
      {
        key: 'bills',
        route: 'revenue.bills.index',
        permission: 'revenue.charges.read',
        icon: 'receipt',
      },
      {
        key: 'reconciliation',
        route: 'revenue.reconciliations.index',
        permission: 'revenue.reconciliation.read',
        icon: 'arrows-exchange',
      },
      {
        key: 'differences',
        route: 'revenue.differences.index',
        permission: 'revenue.differences.read',
        icon: 'alert-triangle',
      },
    ],
  },
  {
    key: 'budget',
    entries: [
      {
        key: 'budgets',
        route: 'budget.budgets.index',
        permission: 'budget.lines.read',
        icon: 'wallet',
      },
      {
        key: 'budget_codes',
        route: 'budget.codes.index',
        permission: 'budget.lines.read',
        icon: 'folder',
      },
      {
        key: 'available',
        route: 'budget.available.index',
        permission: 'budget.lines.read',
        icon: 'wallet',
      },
      {
        key: 'credit_orders',
        route: 'budget.orders.index',
        permission: 'budget.lines.read',
        icon: 'key',
      },
      {
        key: 'commitments',
        route: 'budget.commitments.index',
        permission: 'budget.commitments.read',
        icon: 'lock',
      },
      {
        key: 'virements',
        route: 'budget.virements.index',
        permission: 'budget.lines.read',
        icon: 'arrows-exchange',
      },
      {
        key: 'fund_shares',
        route: 'budget.fund_shares.index',
        permission: 'budget.lines.read',
        icon: 'coins',
      },
      {
        key: 'budget_alerts',
        route: 'budget.alerts.index',
        permission: 'budget.lines.read',
        icon: 'bell',
      },
      {
        key: 'budget_reports',
        route: 'budget.reports.index',
        permission: 'budget.lines.read',
        icon: 'report-analytics',
      },
    ],
  },
  {
    key: 'accounts',
    entries: [
      {
        key: 'receipts',
        route: 'accounts.receipts.index',
        permission: 'accounts.receipts.read',
        icon: 'receipt',
      },
      {
        key: 'deposits',
        route: 'accounts.deposits.index',
        permission: 'accounts.deposits.read',
        icon: 'cash-banknote',
      },
      {
        key: 'settlements',
        route: 'accounts.settlements.index',
        permission: 'accounts.settlements.read',
        icon: 'device-laptop',
      },
      {
        key: 'bank_accounts',
        route: 'accounts.bank_accounts.index',
        permission: 'accounts.bank.read',
        icon: 'building-bank',
      },
      {
        key: 'bank',
        route: 'accounts.bank_lines.index',
        permission: 'accounts.bank.read',
        icon: 'building-bank',
      },
      {
        key: 'payments_waiting',
        route: 'accounts.payments.waiting',
        permission: 'accounts.payments.read',
        icon: 'list-check',
      },
      {
        key: 'payments',
        route: 'accounts.payments.index',
        permission: 'accounts.payments.read',
        icon: 'cash-banknote',
      },
      {
        key: 'payment_reports',
        route: 'accounts.payment_reports.index',
        permission: 'accounts.payments.read',
        icon: 'report-analytics',
      },
      {
        key: 'order_batches',
        route: 'accounts.banking.batches.index',
        permission: 'accounts.payments.read',
        icon: 'files',
      },
      {
        key: 'bank_answers',
        route: 'accounts.banking.answers.index',
        permission: 'accounts.payments.read',
        icon: 'inbox',
      },
      {
        key: 'cheque_stubs',
        route: 'accounts.banking.stubs.index',
        permission: 'accounts.payments.read',
        icon: 'receipt',
      },
      {
        key: 'bank_debits',
        route: 'accounts.banking.debits.index',
        permission: 'accounts.bank.read',
        icon: 'link',
      },
      {
        key: 'bank_reconciliations',
        route: 'accounts.banking.reconciliations.index',
        permission: 'accounts.bank.read',
        icon: 'scale',
      },
      {
        key: 'ledger',
        route: 'accounts.ledger_entries.index',
        permission: 'accounts.ledger.read',
        icon: 'notes',
      },
      {
        key: 'books',
        route: 'accounts.folios.index',
        permission: 'accounts.books.read',
        icon: 'files',
      },
      {
        key: 'daily_reckonings',
        route: 'accounts.daily_reckonings.index',
        permission: 'accounts.books.read',
        icon: 'calendar',
      },
      {
        key: 'period_accounts',
        route: 'accounts.period_accounts.index',
        permission: 'accounts.books.read',
        icon: 'calendar',
      },
      {
        key: 'year_closings',
        route: 'accounts.year_closings.index',
        permission: 'accounts.books.read',
        icon: 'scale',
      },
      {
        key: 'beneficiaries',
        route: 'accounts.beneficiaries.index',
        permission: 'accounts.beneficiaries.read',
        icon: 'users',
      },
      {
        key: 'beneficiary_accounts',
        route: 'accounts.beneficiary_accounts.index',
        permission: 'accounts.beneficiaries.read',
        icon: 'building-bank',
      },
      {
        key: 'historical_payments',
        route: 'accounts.historical_payments.index',
        permission: 'accounts.beneficiaries.read',
        icon: 'history',
      },
      {
        key: 'journals',
        route: 'accounts.journals.index',
        permission: 'accounts.ledger.read',
        icon: 'pencil',
      },
      {
        key: 'periods',
        route: 'accounts.periods.index',
        permission: 'accounts.ledger.read',
        icon: 'lock',
      },
      {
        key: 'trial_balance',
        route: 'accounts.trial_balance.index',
        permission: 'accounts.ledger.read',
        icon: 'scale',
      },
      {
        key: 'statement',
        route: 'accounts.statements.index',
        permission: 'accounts.ledger.read',
        icon: 'file-text',
      },
      {
        key: 'chart',
        route: 'accounts.chart.index',
        permission: 'accounts.ledger.read',
        icon: 'list-check',
      },
    ],
  },
  {
    key: 'holdings',
    entries: [
      {
        key: 'holding_diary',
        route: 'accounts.holding_diary.index',
        permission: 'accounts.guarantees.read',
        icon: 'bell',
      },
      {
        key: 'advances',
        route: 'accounts.advances.index',
        permission: 'accounts.advances.read',
        icon: 'wallet',
      },
      {
        key: 'guarantees',
        route: 'accounts.guarantees.index',
        permission: 'accounts.guarantees.read',
        icon: 'shield-lock',
      },
      {
        key: 'penalties',
        route: 'accounts.penalties.index',
        permission: 'accounts.penalties.read',
        icon: 'gavel',
      },
      {
        key: 'cheque_books',
        route: 'accounts.cheque_books.index',
        permission: 'accounts.safes.read',
        icon: 'files',
      },
      {
        key: 'cash_transfers',
        route: 'accounts.cash_transfers.index',
        permission: 'accounts.safes.read',
        icon: 'arrows-exchange',
      },
      {
        key: 'sureties',
        route: 'accounts.sureties.index',
        permission: 'accounts.safes.read',
        icon: 'user',
      },
      {
        key: 'holding_reports',
        route: 'accounts.holding_reports.index',
        permission: 'accounts.advances.read',
        icon: 'report-analytics',
      },
    ],
  },
  {
    key: 'reporting',
    entries: [
      {
        key: 'reports',
        route: 'reporting.reports.index',
        permission: 'revenue.reconciliation.read',
        icon: 'report-analytics',
      },
      {
        key: 'trail',
        route: 'reporting.trail.index',
        permission: 'audit.trail.read',
        icon: 'history',
      },
    ],
  },
  {
    key: 'work',
    entries: [
      {
        key: 'imports',
        route: 'imports.index',
        permission: 'core.imports.read',
        icon: 'file-import',
      },
      { key: 'rules', route: 'rules.index', permission: 'core.settings.read', icon: 'scale' },
      { key: 'jobs', route: 'jobs.index', permission: 'core.jobs.read', icon: 'list-check' },
    ],
  },
  {
    key: 'identity',
    entries: [
      {
        key: 'units',
        route: 'identity.units.index',
        permission: 'identity.units.read',
        icon: 'building-community',
      },
      {
        key: 'limits',
        route: 'registry.limits.index',
        permission: 'identity.units.read',
        icon: 'map',
      },
      {
        key: 'people',
        route: 'identity.people.index',
        permission: 'identity.people.read',
        icon: 'users-group',
      },
      {
        key: 'roles',
        route: 'identity.roles.index',
        permission: 'identity.roles.read',
        icon: 'shield-lock',
      },
    ],
  },
]

export interface ShownEntry extends NavigationEntry {
  url: string
}

/** The menu as this person may use it: groups without an entry left are dropped. */
export function navigationFor(ctx: HttpContext): { key: string; entries: ShownEntry[] }[] {
  return NAVIGATION.map(({ key, entries }) => ({
    key,
    entries: entries.flatMap((entry) => {
      const url = pathOf(entry.route)
      return url && viewerCan(ctx, entry.permission) ? [{ ...entry, url }] : []
    }),
  })).filter(({ entries }) => entries.length > 0)
}

/** The address of a route without parameters, or null when there is no such route. */
export function pathOf(route: string): string | null {
  const found = router.find(route)
  return found ? found.pattern : null
}
