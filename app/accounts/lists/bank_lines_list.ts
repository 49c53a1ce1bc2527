import db from '@adonisjs/lucid/services/db'
import { visible, type Reader } from '#identity/access/visible'
import { unitColumn, unitFilter } from '#core/lists/parts'
import type { ListDefinition } from '#core/lists/definition'
import type { Viewer } from '#core/web/viewer'

/** سطور كشوف البنك. */
export const bankLinesList: ListDefinition<Viewer & Reader> = {
  name: 'bank_lines',
  title: 'accounts.bank_lines.title',
  permission: 'accounts.bank.read',
  query: (user) =>
    visible(
      db
        .from('bank_lines')
        .leftJoin('bank_accounts', 'bank_accounts.id', 'bank_lines.bank_account_id')
        .leftJoin('units', 'units.id', 'bank_lines.unit_id'),
      user,
      'accounts.bank.read',
      'bank_lines.unit_id'
    ),
  key: 'bank_lines.id',
  columns: [
    {
      key: 'booked_on',
      label: 'accounts.bank_lines.booked_on',
      type: 'day',
      expression: 'bank_lines.booked_on',
      sortable: true,
      link: (row) => `/papers/bank_lines/${row._key}`,
    },
    {
      key: 'account',
      label: 'accounts.bank.account',
      type: 'text',
      expression: 'bank_accounts.name_ar',
      clip: true,
      width: 26,
    },
    {
      key: 'statement_no',
      label: 'accounts.bank_lines.statement_no',
      type: 'text',
      expression: 'bank_lines.statement_no',
      width: 12,
    },
    {
      key: 'reference',
      label: 'accounts.bank_lines.reference',
      type: 'text',
      expression: 'bank_lines.reference',
      clip: true,
      width: 24,
    },
    {
      key: 'narrative',
      label: 'accounts.bank_lines.narrative',
      type: 'text',
      expression: 'bank_lines.narrative',
      clip: true,
      width: 32,
    },
    {
      key: 'amount',
      label: 'accounts.receipts.amount',
      type: 'money',
      expression: 'bank_lines.amount',
      sortable: true,
      total: true,
    },
    unitColumn,
  ],
  fields: { unit_en: 'units.name_en' },
  filters: [
    {
      key: 'q',
      label: 'accounts.bank_lines.search',
      type: 'text',
      apply: (query, value) =>
        query.where((inner) =>
          inner
            .where('bank_lines.reference', 'like', `%${value.trim()}%`)
            .orWhere('bank_lines.narrative', 'like', `%${value.trim()}%`)
        ),
    },
    unitFilter('bank_lines.unit_id'),
    {
      key: 'booked',
      label: 'accounts.bank_lines.booked_on',
      type: 'dayRange',
      column: 'bank_lines.booked_on',
    },
    {
      key: 'amount',
      label: 'accounts.receipts.amount',
      type: 'moneyRange',
      column: 'bank_lines.amount',
    },
  ],
  defaultSort: '-booked_on',
  empty: { title: 'accounts.bank_lines.empty', text: 'revenue.charges.empty_text' },
}
