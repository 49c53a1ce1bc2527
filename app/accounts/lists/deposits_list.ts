import db from '@adonisjs/lucid/services/db'
import { visible, type Reader } from '#identity/access/visible'
import { numberColumn, unitColumn, unitFilter } from '#core/lists/parts'
import type { ListDefinition } from '#core/lists/definition'
import type { Viewer } from '#core/web/viewer'

/** حوافظ التوريد (37 ع.ح). */
export const depositsList: ListDefinition<Viewer & Reader> = {
  name: 'deposits',
  title: 'accounts.deposits.title',
  permission: 'accounts.deposits.read',
  query: (user) =>
    visible(
      db
        .from('deposit_slips')
        .leftJoin('bank_accounts', 'bank_accounts.id', 'deposit_slips.bank_account_id')
        .leftJoin('units', 'units.id', 'deposit_slips.unit_id')
        .leftJoin('cashiers', 'cashiers.id', 'deposit_slips.cashier_id'),
      user,
      'accounts.deposits.read',
      'deposit_slips.unit_id'
    ),
  key: 'deposit_slips.id',
  columns: [
    numberColumn('deposit_slips', 'accounts.deposits', '/papers/slips', {
      expression: 'deposit_slips.number',
      sortable: true,
      width: 16,
    }),
    {
      key: 'deposited_on',
      label: 'accounts.deposits.deposited_on',
      type: 'day',
      expression: 'deposit_slips.deposited_on',
      sortable: true,
    },
    {
      key: 'method',
      label: 'accounts.receipts.method',
      type: 'badge',
      expression: 'deposit_slips.method',
      texts: 'accounts.receipts.methods',
      width: 10,
    },
    {
      key: 'amount',
      label: 'accounts.receipts.amount',
      type: 'money',
      expression: 'deposit_slips.amount',
      sortable: true,
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
    {
      key: 'cashier',
      label: 'accounts.receipts.cashier',
      type: 'text',
      expression: 'cashiers.name',
      width: 18,
    },
    unitColumn,
  ],
  fields: { unit_en: 'units.name_en' },
  filters: [
    {
      key: 'q',
      label: 'accounts.deposits.number',
      type: 'text',
      apply: (query, value) => query.where('deposit_slips.number', 'like', `${value.trim()}%`),
    },
    unitFilter('deposit_slips.unit_id'),
    {
      key: 'deposited',
      label: 'accounts.deposits.deposited_on',
      type: 'dayRange',
      column: 'deposit_slips.deposited_on',
    },
    {
      key: 'amount',
      label: 'accounts.receipts.amount',
      type: 'moneyRange',
      column: 'deposit_slips.amount',
    },
  ],
  defaultSort: '-deposited_on',
  empty: { title: 'accounts.deposits.empty', text: 'revenue.charges.empty_text' },
}
