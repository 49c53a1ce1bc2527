import db from '@adonisjs/lucid/services/db'
import { foldName } from '#core/arabic'
import type { ListDefinition } from '#core/lists/definition'
import { unitFilter } from '#core/lists/parts'
import type { Viewer } from '#core/web/viewer'
import { foldInvoice } from '#accounts/beneficiaries/claims/invoice_number'
import { visible, type Reader } from '#identity/access/visible'

/** المدفوعات السابقة: what was paid before the system, as its books say. */
export const historicalPaymentsList: ListDefinition<Viewer & Reader> = {
  name: 'historical-payments',
  title: 'accounts.historical_payments.title',
  permission: 'accounts.beneficiaries.read',
  query: (user) =>
    visible(
      db.from('historical_payments'),
      user,
      'accounts.beneficiaries.read',
      'historical_payments.unit_id'
    ),
  key: 'historical_payments.id',
  columns: [
    {
      key: 'paid_on',
      label: 'accounts.historical_payments.paid_on',
      type: 'day',
      expression: 'historical_payments.paid_on',
      sortable: true,
    },
    {
      key: 'reference',
      label: 'accounts.historical_payments.reference',
      type: 'text',
      expression: 'historical_payments.reference',
      width: 16,
    },
    {
      key: 'payee',
      label: 'accounts.beneficiaries.one',
      type: 'text',
      expression: 'historical_payments.payee_name',
      link: ({ beneficiary }) => (beneficiary ? `/accounts/beneficiaries/${beneficiary}` : null),
      clip: true,
      width: 34,
    },
    {
      key: 'invoice_no',
      label: 'accounts.historical_payments.invoice_no',
      type: 'text',
      expression: 'historical_payments.invoice_no',
      width: 16,
    },
    {
      key: 'department',
      label: 'accounts.historical_payments.department',
      type: 'text',
      expression: 'historical_payments.department',
      clip: true,
      width: 22,
    },
    {
      key: 'item_class',
      label: 'accounts.historical_payments.item_class',
      type: 'text',
      expression: 'historical_payments.item_class',
      width: 12,
    },
    {
      key: 'amount',
      label: 'accounts.historical_payments.amount',
      type: 'money',
      expression: 'historical_payments.amount',
      total: true,
    },
  ],
  fields: { beneficiary: 'historical_payments.beneficiary_id' },
  filters: [
    {
      key: 'q',
      label: 'accounts.historical_payments.search',
      type: 'text',
      apply: (query, value) =>
        query.where((inner) =>
          inner
            .where('historical_payments.payee_folded', 'like', `${foldName(value)}%`)
            .orWhere('historical_payments.reference', value)
            .orWhere('historical_payments.invoice_folded', foldInvoice(value))
        ),
    },
    unitFilter('historical_payments.unit_id'),
    {
      key: 'paid',
      label: 'accounts.historical_payments.paid_on',
      type: 'dayRange',
      column: 'historical_payments.paid_on',
    },
  ],
  defaultSort: '-paid_on',
  empty: {
    title: 'accounts.historical_payments.empty',
    text: 'accounts.historical_payments.empty_text',
  },
}
