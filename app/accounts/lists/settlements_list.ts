import db from '@adonisjs/lucid/services/db'
import { visible, type Reader } from '#identity/access/visible'
import { unitColumn, unitFilter } from '#core/lists/parts'
import type { ListDefinition } from '#core/lists/definition'
import type { Viewer } from '#core/web/viewer'

/** دفعات التحصيل الإلكتروني: electronic settlement batches. */
export const settlementsList: ListDefinition<Viewer & Reader> = {
  name: 'settlements',
  title: 'accounts.settlements.title',
  permission: 'accounts.settlements.read',
  query: (user) =>
    visible(
      db
        .from('settlements')
        .leftJoin('bank_accounts', 'bank_accounts.id', 'settlements.bank_account_id')
        .leftJoin('units', 'units.id', 'settlements.unit_id'),
      user,
      'accounts.settlements.read',
      'settlements.unit_id'
    ),
  key: 'settlements.id',
  columns: [
    {
      key: 'batch_no',
      label: 'accounts.settlements.batch_no',
      type: 'text',
      expression: 'settlements.batch_no',
      sortable: true,
      link: (row) => `/papers/settlements/${row._key}`,
      width: 20,
    },
    {
      key: 'settled_on',
      label: 'accounts.settlements.settled_on',
      type: 'day',
      expression: 'settlements.settled_on',
      sortable: true,
    },
    {
      key: 'provider',
      label: 'accounts.settlements.provider',
      type: 'text',
      expression: 'settlements.provider',
      width: 18,
    },
    {
      key: 'gross',
      label: 'accounts.settlements.gross',
      type: 'money',
      expression: 'settlements.gross',
      sortable: true,
      total: true,
    },
    {
      key: 'commission',
      label: 'accounts.settlements.commission',
      type: 'money',
      expression: 'settlements.commission',
      total: true,
    },
    {
      key: 'net',
      label: 'accounts.settlements.net',
      type: 'money',
      expression: 'settlements.net',
      total: true,
    },
    {
      key: 'account',
      label: 'accounts.bank.account',
      type: 'text',
      expression: 'bank_accounts.name_ar',
      clip: true,
      width: 26,
    },
    unitColumn,
  ],
  fields: { unit_en: 'units.name_en' },
  filters: [
    {
      key: 'q',
      label: 'accounts.settlements.batch_no',
      type: 'text',
      apply: (query, value) => query.where('settlements.batch_no', 'like', `${value.trim()}%`),
    },
    unitFilter('settlements.unit_id'),
    {
      key: 'settled',
      label: 'accounts.settlements.settled_on',
      type: 'dayRange',
      column: 'settlements.settled_on',
    },
  ],
  defaultSort: '-settled_on',
  empty: { title: 'accounts.settlements.empty', text: 'revenue.charges.empty_text' },
}
