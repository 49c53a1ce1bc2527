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
import { DEBIT_TONES, LEAF_TONES, RECONCILIATION_TONES } from '#accounts/banking/lists/tones'

const DEBIT_STATE =
  "CASE WHEN o.id IS NOT NULL OR d.batch_id IS NOT NULL THEN 'matched' WHEN e.id IS NOT NULL THEN 'explained' ELSE 'unknown' END"

/** خصومات كشوف البنك: which order or batch each paid, which entry settles it, and which nobody knows. */
export const debitsList: Definition = {
  name: 'bank-debits',
  title: `${TEXTS}.debits.title`,
  permission: 'accounts.bank.read',
  query: (user) =>
    visible(
      db
        .from('bank_lines as l')
        .join('units', 'units.id', 'l.unit_id')
        .join('bank_accounts as b', 'b.id', 'l.bank_account_id')
        .leftJoin('payment_orders as o', 'o.alone_line_id', 'l.id')
        .leftJoin('batch_debits as d', 'd.bank_line_id', 'l.id')
        .leftJoin('order_batches as g', 'g.id', 'd.batch_id')
        .leftJoin('line_explanations as x', 'x.bank_line_id', 'l.id')
        .joinRaw(
          `LEFT JOIN ledger_entries e ON e.id = x.entry_id
             AND NOT EXISTS (SELECT 1 FROM ledger_entries r WHERE r.reverses_id = e.id)`
        ),
      user,
      'accounts.bank.read',
      'l.unit_id'
    ).where('l.amount', '<', '0'),
  key: 'l.id',
  columns: [
    { ...day('booked_on', 'l.booked_on'), link: (row) => `/accounts/banking/debits/${row._key}` },
    account,
    text('reference', 'l.reference', 22),
    text('narrative', 'l.narrative', 30),
    money('amount', '-l.amount'),
    badge('debit_state', DEBIT_STATE, DEBIT_TONES),
    text('order_no', "COALESCE(CONCAT(o.number, '/', o.fiscal_year), '')", 14),
    text('batch_no', "COALESCE(CONCAT(g.number, '/', g.fiscal_year), '')", 14),
    unitColumn,
  ],
  fields: { unit_en: 'units.name_en' },
  filters: filters('l', 'l.booked_on', {
    name: 'debit_state',
    expression: DEBIT_STATE,
    tones: DEBIT_TONES,
  }),
  defaultSort: '-booked_on',
  empty: { title: `${TEXTS}.debits.empty`, text: `${TEXTS}.debits.empty_text` },
}

/** كعوب الشيكات: each leaf that left the stock, the order that used it and to whom. */
export const stubsList: Definition = {
  name: 'cheque-stubs',
  title: `${TEXTS}.stubs.title`,
  permission: 'accounts.payments.read',
  query: (user) =>
    visible(
      db
        .from('cheque_leaves as c')
        .join('cheque_books as k', 'k.id', 'c.book_id')
        .join('units', 'units.id', 'k.unit_id')
        .join('bank_accounts as b', 'b.id', 'c.bank_account_id')
        .joinRaw(
          `LEFT JOIN payment_orders o ON o.bank_account_id = c.bank_account_id AND o.method = 'cheque'
             AND o.cheque_no = CAST(c.number AS CHAR)`
        ),
      user,
      'accounts.payments.read',
      'k.unit_id'
    ).whereNot('c.status', 'blank'),
  key: "CONCAT(c.bank_account_id, '-', c.number)",
  columns: [
    {
      key: 'cheque_no',
      label: `${TEXTS}.cheque_no`,
      type: 'integer',
      expression: 'c.number',
      sortable: true,
    },
    account,
    day('ended_on', 'c.ended_on'),
    text('payee', "COALESCE(c.payee_name, '')", 28),
    { ...money('amount', 'COALESCE(c.amount, 0)'), sortable: false },
    badge('leaf_state', 'c.status', LEAF_TONES),
    text('order_no', "COALESCE(CONCAT(o.number, '/', o.fiscal_year), '')", 14),
    text('holder', "COALESCE(k.holder_name, '')", 22),
    text('reason', "COALESCE(c.reason, '')", 24),
    unitColumn,
  ],
  fields: { unit_en: 'units.name_en' },
  filters: filters('k', 'c.ended_on', {
    name: 'leaf_state',
    expression: 'c.status',
    tones: LEAF_TONES,
  }),
  defaultSort: '-cheque_no',
  empty: { title: `${TEXTS}.stubs.empty`, text: `${TEXTS}.stubs.empty_text` },
}

/** مذكرات تسوية البنك. */
export const reconciliationsList: Definition = {
  name: 'bank-reconciliations',
  title: `${TEXTS}.reconciliations.title`,
  permission: 'accounts.bank.read',
  query: (user) =>
    visible(
      db
        .from('bank_reconciliations as r')
        .join('units', 'units.id', 'r.unit_id')
        .join('bank_accounts as b', 'b.id', 'r.bank_account_id'),
      user,
      'accounts.bank.read',
      'r.unit_id'
    ),
  key: 'r.id',
  columns: [
    {
      ...text('statement_label', "CONCAT(r.number, '/', r.fiscal_year)", 14),
      link: (row) => `/accounts/banking/reconciliations/${row._key}`,
    },
    { key: 'month', label: `${TEXTS}.month`, type: 'month', expression: 'r.month', sortable: true },
    account,
    { ...money('stated', 'r.stated_balance'), total: false },
    { ...money('difference', 'COALESCE(r.difference, 0)'), total: false },
    badge('reconciliation_state', 'r.status', RECONCILIATION_TONES),
    unitColumn,
  ],
  fields: { unit_en: 'units.name_en' },
  filters: filters('r', 'r.month', {
    name: 'reconciliation_state',
    expression: 'r.status',
    tones: RECONCILIATION_TONES,
  }),
  defaultSort: '-month',
  empty: { title: `${TEXTS}.reconciliations.empty`, text: `${TEXTS}.reconciliations.empty_text` },
}
