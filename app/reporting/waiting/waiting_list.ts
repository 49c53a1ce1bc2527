import db from '@adonisjs/lucid/services/db'
import { inLanguage } from '#core/lists/in_language'
import type { ListDefinition } from '#core/lists/definition'
import type User from '#identity/models/user'
import { waitingFor } from '#identity/waiting'
import { WAITS } from '#reporting/waiting/sources'

const TEXTS = 'reporting.waiting'
const KINDS = [...new Set(WAITS.map(({ kind }) => kind))]

/** ما ينتظرني: every paper that waits for a step of who looks, the longest first. */
export const waitingList: ListDefinition<User> = {
  name: 'waiting',
  title: `${TEXTS}.title`,
  permission: 'accounts.payments.read',
  query: (user) => db.from(waitingFor(user, WAITS).as('w')).join('units', 'units.id', 'w.unit_id'),
  key: 'w.row_key',
  keyType: 'text',
  columns: [
    {
      ...{ key: 'kind', label: `${TEXTS}.kind`, type: 'text', expression: 'w.kind', width: 18 },
      words: ({ kind }, { t }) => t(`${TEXTS}.kinds.${kind}`),
      link: (row) => row.url,
    },
    {
      ...{ key: 'number', label: `${TEXTS}.number`, type: 'text', expression: 'w.number' },
      width: 14,
    },
    {
      ...{ key: 'step', label: `${TEXTS}.step`, type: 'text', expression: 'w.step', width: 18 },
      words: ({ step }, { t }) => t(`${TEXTS}.steps.${step}`),
    },
    {
      ...{ key: 'about', label: `${TEXTS}.about`, type: 'text', expression: 'w.about' },
      ...{ clip: true, width: 40 },
    },
    {
      ...{ key: 'amount', label: `${TEXTS}.amount`, type: 'money', expression: 'w.amount' },
      sortable: true,
    },
    {
      ...{ key: 'since', label: `${TEXTS}.since`, type: 'moment', expression: 'w.since' },
      ...{ sortable: true, width: 16 },
    },
    {
      ...{ key: 'days', label: `${TEXTS}.days`, type: 'integer', width: 8 },
      expression: 'TIMESTAMPDIFF(DAY, w.since, NOW(3))',
    },
    {
      ...{ key: 'unit', label: 'core.fields.unit', type: 'text', expression: 'units.name_ar' },
      ...{ words: inLanguage('unit'), clip: true, width: 20 },
    },
  ],
  fields: { unit_en: 'units.name_en', url: 'w.url' },
  filters: [
    {
      ...{ key: 'kind', label: `${TEXTS}.kind`, type: 'select', column: 'w.kind' },
      options: ({ t }) => KINDS.map((value) => ({ value, label: t(`${TEXTS}.kinds.${value}`) })),
    },
    { key: 'unit', label: 'core.fields.unit', type: 'unit', column: 'w.unit_id' },
  ],
  defaultSort: 'since',
  empty: { title: `${TEXTS}.nothing`, text: `${TEXTS}.nothing_text` },
}
