import db from '@adonisjs/lucid/services/db'
import { entryColumn, numberColumn, stateColumn, unitColumn, unitFilter } from '#core/lists/parts'
import type { ListDefinition } from '#core/lists/definition'
import type { Viewer } from '#core/web/viewer'
import { visible, type Reader } from '#identity/access/visible'
import { ADVANCE_KINDS } from '#accounts/models/advance'

const TEXTS = 'accounts.advances'
const STATES = ['requested', 'approved', 'paid', 'settled', 'refused', 'cancelled'] as const
/** Days past the day by which it was to be settled; nothing before that day. */
const LATE = `IF(advances.status = 'paid' AND advances.due_on < CURRENT_DATE, DATEDIFF(CURRENT_DATE, advances.due_on), NULL)`

/** Ages of what is overdue, in days past its day. */
const AGES = [
  { value: '1-30', from: 1, to: 30 },
  { value: '31-90', from: 31, to: 90 },
  { value: '91-', from: 91, to: 99_999 },
] as const

export const ADVANCE_TONES = {
  requested: 'warning',
  approved: 'info',
  paid: 'info',
  settled: 'success',
  refused: 'neutral',
  cancelled: 'neutral',
} as const

/** السلف: who holds money ahead, of which form, until when, and what is late. */
export const advancesList: ListDefinition<Viewer & Reader> = {
  name: 'advances',
  title: `${TEXTS}.title`,
  permission: 'accounts.advances.read',
  query: (user) =>
    visible(
      db.from('advances').join('units', 'units.id', 'advances.unit_id'),
      user,
      'accounts.advances.read',
      'advances.unit_id'
    ),
  key: 'advances.id',
  columns: [
    numberColumn('advances', TEXTS, '/accounts/advances'),
    {
      key: 'holder',
      label: `${TEXTS}.holder`,
      type: 'text',
      expression: 'advances.holder_name',
      clip: true,
      width: 26,
    },
    {
      key: 'kind',
      label: `${TEXTS}.kind`,
      type: 'badge',
      expression: 'advances.kind',
      texts: `${TEXTS}.kinds`,
      width: 16,
    },
    {
      key: 'amount',
      label: `${TEXTS}.amount`,
      type: 'money',
      expression: 'advances.amount',
      total: true,
    },
    {
      key: 'open',
      label: `${TEXTS}.open`,
      type: 'money',
      expression: 'advances.open_amount',
      total: true,
    },
    {
      key: 'due_on',
      label: `${TEXTS}.due_on`,
      type: 'day',
      expression: 'advances.due_on',
      sortable: true,
    },
    { key: 'late', label: `${TEXTS}.late`, type: 'integer', expression: LATE, width: 8 },
    stateColumn(TEXTS, 'advances.status', ADVANCE_TONES, { width: 12 }),
    unitColumn,
    entryColumn(TEXTS, 'advances.id'),
  ],
  fields: { unit_en: 'units.name_en' },
  filters: [
    {
      key: 'q',
      label: `${TEXTS}.search`,
      type: 'text',
      apply: (query, value) =>
        query.whereRaw('advances.holder_name LIKE ?', [
          `%${value.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`,
        ]),
    },
    unitFilter('advances.unit_id'),
    {
      key: 'kind',
      label: `${TEXTS}.kind`,
      type: 'select',
      column: 'advances.kind',
      options: ({ t }) =>
        ADVANCE_KINDS.map((value) => ({ value, label: t(`${TEXTS}.kinds.${value}`) })),
    },
    {
      key: 'state',
      label: `${TEXTS}.state`,
      type: 'select',
      column: 'advances.status',
      options: ({ t }) => STATES.map((value) => ({ value, label: t(`${TEXTS}.states.${value}`) })),
    },
    {
      key: 'age',
      label: `${TEXTS}.age`,
      type: 'select',
      options: ({ t }) =>
        AGES.map(({ value, from }) => ({ value, label: t(`${TEXTS}.ages.from_${from}`) })),
      apply: (query, value) => {
        const age = AGES.find((one) => one.value === value)
        if (age) query.whereRaw(`${LATE} BETWEEN ? AND ?`, [age.from, age.to])
      },
    },
  ],
  defaultSort: '-entry',
  empty: { title: `${TEXTS}.empty`, text: `${TEXTS}.empty_text` },
}
