import db from '@adonisjs/lucid/services/db'
import { numberColumn, stateColumn, unitColumn, unitFilter } from '#core/lists/parts'
import type { ListColumn, ListDefinition } from '#core/lists/definition'
import type { Viewer } from '#core/web/viewer'
import { visible, type Reader } from '#identity/access/visible'
import { VOUCHER_LIFE, VOUCHER_TONES } from '#accounts/payments/life'

const TEXTS = 'accounts.payments'

const base = () =>
  db
    .from('payment_vouchers as v')
    .join('units', 'units.id', 'v.unit_id')
    .leftJoin('payment_types as t', 't.code', 'v.payment_type')

const columns: ListColumn[] = [
  numberColumn('v', TEXTS, '/accounts/payments'),
  {
    key: 'payee',
    label: `${TEXTS}.payee`,
    type: 'text',
    expression: 'v.payee_name',
    clip: true,
    width: 28,
  },
  {
    key: 'type',
    label: `${TEXTS}.type`,
    type: 'text',
    expression: 't.name_ar',
    words: (row, { locale }) => (locale === 'ar' ? row.type : row.type_en),
    width: 14,
  },
  {
    key: 'gross',
    label: `${TEXTS}.gross`,
    type: 'money',
    expression: 'v.gross',
    sortable: true,
    total: true,
  },
  {
    key: 'deductions',
    label: `${TEXTS}.deductions`,
    type: 'money',
    expression: 'v.deductions',
    total: true,
  },
  { key: 'net', label: `${TEXTS}.net`, type: 'money', expression: 'v.net', total: true },
  {
    key: 'book55',
    label: `${TEXTS}.book55`,
    type: 'integer',
    expression: 'v.book_55_no',
    width: 8,
  },
  stateColumn(TEXTS, 'v.status', VOUCHER_TONES, { width: 16 }),
  {
    key: 'since',
    label: `${TEXTS}.since`,
    type: 'moment',
    expression: 'v.status_since',
    sortable: true,
    width: 16,
  },
  unitColumn,
]

const filters: ListDefinition<Viewer & Reader>['filters'] = [
  {
    key: 'q',
    label: `${TEXTS}.search`,
    type: 'text',
    apply: (query, value) =>
      query.whereRaw('(v.payee_name LIKE ? OR v.number = ?)', [
        `%${value.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`,
        Number.parseInt(value, 10) || 0,
      ]),
  },
  unitFilter('v.unit_id'),
  {
    key: 'state',
    label: `${TEXTS}.state`,
    type: 'select',
    column: 'v.status',
    options: ({ t }) =>
      Object.keys(VOUCHER_LIFE).map((value) => ({ value, label: t(`${TEXTS}.states.${value}`) })),
  },
]

/** استمارات الصرف: every form 50 and how far it has come. */
export const vouchersList: ListDefinition<Viewer & Reader> = {
  name: 'payments',
  title: `${TEXTS}.title`,
  permission: 'accounts.payments.read',
  query: (user) => visible(base(), user, 'accounts.payments.read', 'v.unit_id'),
  key: 'v.id',
  columns,
  fields: { unit_en: 'units.name_en', type_en: 't.name_en' },
  filters,
  defaultSort: '-since',
  empty: { title: `${TEXTS}.empty`, text: `${TEXTS}.empty_text` },
}

/** Which states wait for whom; nobody is asked to check or sign his own. */
const WAITS = [
  {
    permission: 'accounts.payments.manage',
    states: [
      'draft',
      'returned',
      'reviewed',
      'cleared',
      'posted',
      'signed',
      'rejected',
      'executed',
    ],
    own: true,
  },
  { permission: 'accounts.payments.approve', states: ['submitted', 'registered'], own: false },
  { permission: 'accounts.payments.sign', states: ['ordered', 'signed_first'], own: false },
] as const

/** ما ينتظرني: what waits for the person who looks, the longest first. */
export const waitingList: ListDefinition<Viewer & Reader> = {
  ...vouchersList,
  name: 'payments-waiting',
  title: `${TEXTS}.waiting`,
  query: (user) =>
    base().where((any) => {
      for (const { permission, states, own } of WAITS) {
        void any.orWhere((mine) => {
          void visible(mine, user, permission, 'v.unit_id')
          void mine.whereIn('v.status', [...states])
          if (own) return
          void mine.whereRaw('v.made_by <> ?', [user.id])
          void mine.whereRaw(
            'NOT EXISTS (SELECT 1 FROM payment_orders o WHERE o.live_voucher_id = v.id AND ? IN (o.made_by, o.first_signed_by))',
            [user.id]
          )
        })
      }
    }),
  defaultSort: 'since',
  empty: { title: `${TEXTS}.nothing_waits`, text: `${TEXTS}.nothing_waits_text` },
}
