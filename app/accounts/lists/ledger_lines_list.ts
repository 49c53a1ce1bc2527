import db from '@adonisjs/lucid/services/db'
import { inLanguage } from '#core/lists/in_language'
import { unitColumn, unitFilter } from '#core/lists/parts'
import type { ListDefinition } from '#core/lists/definition'
import type { Viewer } from '#core/web/viewer'
import { visible, type Reader } from '#identity/access/visible'
import { fundFilter } from '#accounts/lists/fund_filter'

/** سطور القيود: what was posted to accounts, line by line; a trial balance leads here. */
export const ledgerLinesList: ListDefinition<Viewer & Reader> = {
  name: 'ledger-lines',
  title: 'accounts.ledger_lines.title',
  permission: 'accounts.ledger.read',
  query: (user) =>
    visible(
      db
        .from('ledger_lines')
        .leftJoin('ledger_entries', 'ledger_entries.id', 'ledger_lines.entry_id')
        .leftJoin('ledger_accounts', 'ledger_accounts.id', 'ledger_lines.account_id')
        .leftJoin('budget_codes', 'budget_codes.id', 'ledger_lines.fund_id')
        .leftJoin('units', 'units.id', 'ledger_lines.unit_id'),
      user,
      'accounts.ledger.read',
      'ledger_lines.unit_id'
    ),
  key: 'ledger_lines.id',
  columns: [
    {
      key: 'posted_on',
      label: 'accounts.ledger_entries.posted_on',
      type: 'day',
      expression: 'ledger_lines.posted_on',
      sortable: true,
    },
    {
      key: 'entry',
      label: 'accounts.ledger_lines.entry',
      type: 'text',
      expression: "CONCAT(ledger_entries.number, ' / ', ledger_entries.fiscal_year)",
      link: (row) => `/papers/ledger_entries/${row.entry_id}`,
      width: 18,
    },
    {
      key: 'account',
      label: 'accounts.ledger_entries.account',
      type: 'text',
      expression: "CONCAT(ledger_accounts.code, ' ', ledger_accounts.name_ar)",
      words: inLanguage('account'),
      clip: true,
      width: 30,
    },
    {
      key: 'description',
      label: 'accounts.ledger_entries.description',
      type: 'text',
      expression: 'COALESCE(ledger_lines.memo, ledger_entries.description)',
      clip: true,
      width: 34,
    },
    {
      key: 'debit',
      label: 'accounts.ledger_entries.debit',
      type: 'money',
      expression: 'ledger_lines.debit',
      total: true,
    },
    {
      key: 'credit',
      label: 'accounts.ledger_entries.credit',
      type: 'money',
      expression: 'ledger_lines.credit',
      total: true,
    },
    {
      key: 'fund',
      label: 'accounts.ledger_lines.fund',
      type: 'text',
      expression: "COALESCE(budget_codes.name_ar, '')",
      words: inLanguage('fund'),
      clip: true,
      width: 18,
    },
    unitColumn,
  ],
  fields: {
    entry_id: 'ledger_lines.entry_id',
    account_en: "CONCAT(ledger_accounts.code, ' ', ledger_accounts.name_en)",
    fund_en: "COALESCE(budget_codes.name_en, '')",
    unit_en: 'units.name_en',
  },
  filters: [
    {
      key: 'account',
      label: 'accounts.ledger_lines.account_code',
      type: 'text',
      apply: (query, code: string) =>
        void query.whereRaw(
          'ledger_lines.account_id = (SELECT id FROM ledger_accounts WHERE code = ?)',
          [code]
        ),
    },
    unitFilter('ledger_lines.unit_id'),
    {
      key: 'posted',
      label: 'accounts.ledger_entries.posted_on',
      type: 'dayRange',
      column: 'ledger_lines.posted_on',
    },
    fundFilter('ledger_lines.fund_id'),
  ],
  defaultSort: '-posted_on',
  empty: { title: 'accounts.ledger_entries.empty', text: 'revenue.charges.empty_text' },
}
