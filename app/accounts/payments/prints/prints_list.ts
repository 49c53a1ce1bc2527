import db from '@adonisjs/lucid/services/db'
import { inLanguage } from '#core/lists/in_language'
import { unitFilter } from '#core/lists/parts'
import type { ListDefinition } from '#core/lists/definition'
import type { Viewer } from '#core/web/viewer'
import { visible, type Reader } from '#identity/access/visible'
import { FORMS } from '#accounts/payments/prints/layouts'

const TEXTS = 'accounts.prints'

/** سجل المطبوعات: every official form that was handed out, the copies with their reasons. */
export const printsList: ListDefinition<Viewer & Reader> = {
  name: 'form-prints',
  title: `${TEXTS}.title`,
  permission: 'accounts.payments.read',
  query: (user) =>
    visible(
      db
        .from('form_prints as f')
        .join('payment_vouchers as v', 'v.id', 'f.voucher_id')
        .join('units', 'units.id', 'f.unit_id')
        .join('users as p', 'p.id', 'f.printed_by'),
      user,
      'accounts.payments.read',
      'f.unit_id'
    ),
  key: 'f.id',
  columns: [
    {
      ...{ key: 'printed_at', label: `${TEXTS}.printed_at`, type: 'moment' },
      ...{ expression: 'f.printed_at', sortable: true, width: 18 },
    },
    {
      ...{ key: 'form', label: `${TEXTS}.form`, type: 'text', expression: 'f.form', width: 18 },
      words: ({ form }, { t }) => t(`${TEXTS}.forms.${form}`),
    },
    {
      ...{ key: 'voucher', label: 'accounts.payments.number', type: 'text', width: 14 },
      expression: "CONCAT(v.number, '/', v.fiscal_year)",
      link: (row) => `/accounts/payments/${row.voucher_id}`,
    },
    {
      ...{ key: 'copy', label: `${TEXTS}.copy`, type: 'text', width: 12 },
      expression: 'CAST(f.copy_no AS CHAR)',
      words: ({ copy }, { t }) =>
        copy === '1' ? t(`${TEXTS}.original`) : t(`${TEXTS}.copy_no`, { no: Number(copy) - 1 }),
    },
    {
      ...{ key: 'reason', label: `${TEXTS}.reason`, type: 'text', clip: true, width: 30 },
      expression: "COALESCE(f.reason, '')",
    },
    {
      ...{ key: 'person', label: `${TEXTS}.person`, type: 'text', width: 22 },
      expression: 'p.full_name',
    },
    {
      ...{ key: 'printer', label: `${TEXTS}.printer`, type: 'text', width: 16 },
      expression: "COALESCE(f.printer, '')",
    },
    {
      ...{ key: 'unit', label: 'core.fields.unit', type: 'text', expression: 'units.name_ar' },
      ...{ words: inLanguage('unit'), clip: true, width: 20 },
    },
  ],
  fields: { unit_en: 'units.name_en', voucher_id: 'f.voucher_id' },
  filters: [
    unitFilter('f.unit_id'),
    {
      ...{ key: 'form', label: `${TEXTS}.form`, type: 'select', column: 'f.form' },
      options: ({ t }) => FORMS.map((value) => ({ value, label: t(`${TEXTS}.forms.${value}`) })),
    },
    {
      key: 'copies',
      label: `${TEXTS}.copies`,
      type: 'boolean',
      apply: (query, yes) => query.whereRaw(yes ? 'f.copy_no > 1' : 'f.copy_no = 1'),
    },
  ],
  defaultSort: '-printed_at',
  empty: { title: `${TEXTS}.empty`, text: `${TEXTS}.empty_text` },
}
