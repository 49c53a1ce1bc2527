import db from '@adonisjs/lucid/services/db'
import { entryColumn, numberColumn, stateColumn, unitColumn, unitFilter } from '#core/lists/parts'
import type { ListDefinition } from '#core/lists/definition'
import type { Viewer } from '#core/web/viewer'
import { visible, type Reader } from '#identity/access/visible'
import { GUARANTEE_FORMS, GUARANTEE_PURPOSES } from '#accounts/models/guarantee'

const TEXTS = 'accounts.guarantees'

export const GUARANTEE_TONES = {
  draft: 'warning',
  received: 'warning',
  held: 'info',
  called: 'danger',
  released: 'success',
  forfeited: 'danger',
  bounced: 'danger',
  void: 'neutral',
} as const

const STATES = Object.keys(GUARANTEE_TONES)
const STANDS = `guarantees.status IN ('held', 'called')`
/** Days left in which a letter can be claimed; below zero when nobody acted in time. */
const DAYS = `IF(${STANDS}, DATEDIFF(guarantees.expires_on, CURRENT_DATE), NULL)`

/** How far ahead the diary looks. */
const WINDOWS = [7, 15, 30, 90] as const

/** التأمينات وخطابات الضمان, with the diary of those about to expire. */
export const guaranteesList: ListDefinition<Viewer & Reader> = {
  name: 'guarantees',
  title: `${TEXTS}.title`,
  permission: 'accounts.guarantees.read',
  query: (user) =>
    visible(
      db.from('guarantees').join('units', 'units.id', 'guarantees.unit_id'),
      user,
      'accounts.guarantees.read',
      'guarantees.unit_id'
    ),
  key: 'guarantees.id',
  columns: [
    numberColumn('guarantees', TEXTS, '/accounts/guarantees'),
    {
      key: 'party',
      label: `${TEXTS}.party`,
      type: 'text',
      expression: 'guarantees.party_name',
      clip: true,
      width: 26,
    },
    {
      key: 'purpose',
      label: `${TEXTS}.purpose`,
      type: 'badge',
      expression: 'guarantees.purpose',
      texts: `${TEXTS}.purposes`,
      width: 12,
    },
    {
      key: 'form',
      label: `${TEXTS}.form`,
      type: 'badge',
      expression: 'guarantees.form',
      texts: `${TEXTS}.forms`,
      width: 12,
    },
    {
      key: 'subject_no',
      label: `${TEXTS}.subject_no`,
      type: 'text',
      expression: 'guarantees.subject_no',
      width: 14,
    },
    {
      key: 'amount',
      label: `${TEXTS}.amount`,
      type: 'money',
      expression: 'guarantees.amount',
      total: true,
    },
    {
      key: 'held',
      label: `${TEXTS}.held`,
      type: 'money',
      expression: 'guarantees.open_amount',
      total: true,
    },
    {
      key: 'expires_on',
      label: `${TEXTS}.expires_on`,
      type: 'day',
      expression: 'guarantees.expires_on',
      sortable: true,
    },
    { key: 'days', label: `${TEXTS}.days`, type: 'integer', expression: DAYS, width: 8 },
    stateColumn(TEXTS, 'guarantees.status', GUARANTEE_TONES),
    unitColumn,
    entryColumn(TEXTS, 'guarantees.id'),
  ],
  fields: { unit_en: 'units.name_en' },
  filters: [
    {
      key: 'q',
      label: `${TEXTS}.search`,
      type: 'text',
      apply: (query, value) =>
        query.where((inner) =>
          inner
            .whereRaw('guarantees.party_name LIKE ?', [
              `%${value.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`,
            ])
            .orWhere('guarantees.reference_no', value)
            .orWhere('guarantees.subject_no', value)
        ),
    },
    unitFilter('guarantees.unit_id'),
    {
      key: 'within',
      label: `${TEXTS}.within`,
      type: 'select',
      options: ({ t }) => [
        { value: 'past', label: t(`${TEXTS}.past`) },
        ...WINDOWS.map((days) => ({ value: String(days), label: t(`${TEXTS}.in_days`, { days }) })),
      ],
      apply: (query, value) =>
        value === 'past'
          ? query.whereRaw(`${DAYS} < 0`)
          : query.whereRaw(`${DAYS} BETWEEN 0 AND ?`, [Number(value)]),
    },
    {
      key: 'purpose',
      label: `${TEXTS}.purpose`,
      type: 'select',
      column: 'guarantees.purpose',
      options: ({ t }) =>
        GUARANTEE_PURPOSES.map((value) => ({ value, label: t(`${TEXTS}.purposes.${value}`) })),
    },
    {
      key: 'form',
      label: `${TEXTS}.form`,
      type: 'select',
      column: 'guarantees.form',
      options: ({ t }) =>
        GUARANTEE_FORMS.map((value) => ({ value, label: t(`${TEXTS}.forms.${value}`) })),
    },
    {
      key: 'state',
      label: `${TEXTS}.state`,
      type: 'select',
      column: 'guarantees.status',
      options: ({ t }) => STATES.map((value) => ({ value, label: t(`${TEXTS}.states.${value}`) })),
    },
    {
      key: 'waits',
      label: `${TEXTS}.waits`,
      type: 'boolean',
      column: 'EXISTS (SELECT 1 FROM guarantee_acts w WHERE w.waiting_id = guarantees.id)',
    },
  ],
  defaultSort: '-entry',
  empty: { title: `${TEXTS}.empty`, text: `${TEXTS}.empty_text` },
}
