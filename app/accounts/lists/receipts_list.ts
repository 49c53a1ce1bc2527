import db from '@adonisjs/lucid/services/db'
import { fold } from '#core/arabic'
import { visible, type Reader } from '#identity/access/visible'
import { numberColumn, stateColumn, unitColumn, unitFilter } from '#core/lists/parts'
import type { ListDefinition } from '#core/lists/definition'
import type { Viewer } from '#core/web/viewer'

/** إيصالات التحصيل (33 ع.ح). */
export const receiptsList: ListDefinition<Viewer & Reader> = {
  name: 'receipts',
  title: 'accounts.receipts.title',
  permission: 'accounts.receipts.read',
  query: (user) =>
    visible(
      db
        .from('receipts')
        .leftJoin('receipt_books', 'receipt_books.id', 'receipts.book_id')
        .leftJoin('units', 'units.id', 'receipts.unit_id')
        .leftJoin('cashiers', 'cashiers.id', 'receipt_books.cashier_id'),
      user,
      'accounts.receipts.read',
      'receipts.unit_id'
    ),
  key: 'receipts.id',
  columns: [
    numberColumn('receipts', 'accounts.receipts', '/papers/receipts', {
      expression: "CONCAT(receipt_books.book_no, '/', receipts.number)",
    }),
    {
      key: 'received_on',
      label: 'accounts.receipts.received_on',
      type: 'day',
      expression: 'receipts.received_on',
      sortable: true,
    },
    {
      key: 'payer',
      label: 'accounts.receipts.payer',
      type: 'text',
      expression: 'receipts.payer_name',
      clip: true,
      width: 28,
    },
    {
      key: 'method',
      label: 'accounts.receipts.method',
      type: 'badge',
      expression: 'receipts.method',
      texts: 'accounts.receipts.methods',
      width: 10,
    },
    {
      key: 'amount',
      label: 'accounts.receipts.amount',
      type: 'money',
      expression: 'receipts.amount',
      sortable: true,
      total: true,
    },
    {
      key: 'payment_ref',
      label: 'accounts.receipts.payment_ref',
      type: 'text',
      expression: 'receipts.payment_ref',
      width: 18,
    },
    {
      key: 'deposit',
      label: 'accounts.receipts.deposit',
      type: 'text',
      expression: 'COALESCE(receipts.slip_no, receipts.batch_no)',
      width: 16,
    },
    {
      key: 'cashier',
      label: 'accounts.receipts.cashier',
      type: 'text',
      expression: 'cashiers.name',
      width: 18,
    },
    stateColumn(
      'accounts.receipts',
      "IF(receipts.is_void, 'void', 'valid')",
      { valid: 'success', void: 'danger' },
      { width: undefined }
    ),
    unitColumn,
  ],
  fields: { unit_en: 'units.name_en' },
  filters: [
    {
      key: 'q',
      label: 'accounts.receipts.search',
      type: 'text',
      apply: (query, value) =>
        query.where((inner) =>
          inner
            .where('receipts.payment_ref', value.trim())
            .orWhere('receipts.payer_folded', 'like', `%${fold(value)}%`)
            .orWhere('receipts.slip_no', value.trim())
        ),
    },
    unitFilter('receipts.unit_id'),
    {
      key: 'received',
      label: 'accounts.receipts.received_on',
      type: 'dayRange',
      column: 'receipts.received_on',
    },
    {
      key: 'method',
      label: 'accounts.receipts.method',
      type: 'select',
      column: 'receipts.method',
      options: ({ t }) =>
        ['cash', 'cheque', 'electronic'].map((value) => ({
          value,
          label: t(`accounts.receipts.methods.${value}`),
        })),
    },
    {
      key: 'void',
      label: 'accounts.receipts.void_only',
      type: 'boolean',
      column: 'receipts.is_void',
    },
    {
      key: 'amount',
      label: 'accounts.receipts.amount',
      type: 'moneyRange',
      column: 'receipts.amount',
    },
  ],
  defaultSort: '-received_on',
  empty: {
    title: 'accounts.receipts.empty',
    text: 'revenue.charges.empty_text',
    action: { label: 'core.nav.imports', url: '/imports', permission: 'core.imports.create' },
  },
}
