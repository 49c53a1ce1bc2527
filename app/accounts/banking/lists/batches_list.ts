import { unitColumn } from '#core/lists/parts'
import db from '@adonisjs/lucid/services/db'
import { visible } from '#identity/access/visible'
import {
  account,
  badge,
  day,
  filters,
  money,
  text,
  TEXTS,
  type Definition,
} from '#accounts/banking/lists/columns'
import { ANSWER_TONES, BATCH_TONES } from '#accounts/banking/lists/tones'

/** دفعات أوامر الدفع. */
export const batchesList: Definition = {
  name: 'order-batches',
  title: `${TEXTS}.batches.title`,
  permission: 'accounts.payments.read',
  query: (user) =>
    visible(
      db
        .from('order_batches as p')
        .join('units', 'units.id', 'p.unit_id')
        .join('bank_accounts as b', 'b.id', 'p.bank_account_id'),
      user,
      'accounts.payments.read',
      'p.unit_id'
    ),
  key: 'p.id',
  columns: [
    {
      ...text('batch_no', "CONCAT(p.number, '/', p.fiscal_year)", 14),
      link: (row) => `/accounts/banking/batches/${row._key}`,
    },
    day('made_on', 'p.made_on'),
    account,
    { key: 'orders', label: `${TEXTS}.orders`, type: 'integer', expression: 'p.order_count' },
    money('total', 'p.total'),
    badge('batch_state', 'p.status', BATCH_TONES),
    { key: 'downloads', label: `${TEXTS}.downloads`, type: 'integer', expression: 'p.downloads' },
    unitColumn,
  ],
  fields: { unit_en: 'units.name_en' },
  filters: filters('p', 'p.made_on', {
    name: 'batch_state',
    expression: 'p.status',
    tones: BATCH_TONES,
  }),
  defaultSort: '-made_on',
  empty: { title: `${TEXTS}.batches.empty`, text: `${TEXTS}.batches.empty_text` },
}

/** ردود البنك على أوامر الدفع. */
export const answersList: Definition = {
  name: 'bank-answers',
  title: `${TEXTS}.answers.title`,
  permission: 'accounts.payments.read',
  query: (user) =>
    visible(
      db
        .from('bank_answers as a')
        .join('units', 'units.id', 'a.unit_id')
        .join('payment_orders as o', 'o.id', 'a.order_id'),
      user,
      'accounts.payments.read',
      'a.unit_id'
    ),
  key: 'a.id',
  columns: [
    {
      ...text('order_no', "CONCAT(o.number, '/', o.fiscal_year)", 14),
      link: (row) => `/accounts/payments/${row.voucher_id}`,
    },
    day('value_on', 'a.value_on'),
    text('payee', 'o.payee_name', 28),
    money('amount', 'a.amount'),
    badge('result', 'a.result', ANSWER_TONES),
    text('reason', "COALESCE(a.reason, '')", 30),
    text('bank_reference', 'a.bank_reference', 18),
    unitColumn,
  ],
  fields: { unit_en: 'units.name_en', voucher_id: 'o.voucher_id' },
  filters: filters('a', 'a.value_on', {
    name: 'result',
    expression: 'a.result',
    tones: ANSWER_TONES,
  }),
  defaultSort: '-value_on',
  empty: { title: `${TEXTS}.answers.empty`, text: `${TEXTS}.answers.empty_text` },
}
