import db from '@adonisjs/lucid/services/db'
import type { Day } from '#core/days'
import { inLanguage } from '#core/lists/in_language'
import type { ListDefinition, Tone } from '#core/lists/definition'
import type { Viewer } from '#core/web/viewer'
import { visible, type Reader } from '#identity/access/visible'
import { ROUND_KINDS, ROUND_LIFE } from '#registry/rounds/life'

export const ROUND_TONES: Record<string, Tone> = {
  draft: 'neutral',
  running: 'info',
  closed: 'success',
  cancelled: 'neutral',
}

const SEEN = `(SELECT COUNT(*) FROM round_lines l WHERE l.round_id = rounds.id AND l.finding_id IS NOT NULL)`
const ALL = `(SELECT COUNT(*) FROM round_lines l WHERE l.round_id = rounds.id)`

/** Running past the last day of its field work, on Cairo's day. */
const overdue = (on: Day) => `(rounds.status = 'running' AND rounds.ends_on < '${on}')`

/** الحصر والجرد: rounds of the units a person reads, as they stand on a day. */
export const roundsList = (on: Day): ListDefinition<Viewer & Reader> => ({
  name: 'rounds',
  title: 'registry.rounds.title',
  permission: 'registry.rounds.read',
  query: (user) =>
    visible(
      db.from('rounds').join('units', 'units.id', 'rounds.unit_id'),
      user,
      'registry.rounds.read',
      'rounds.unit_id'
    ),
  key: 'rounds.id',
  columns: [
    {
      key: 'number',
      label: 'registry.rounds.number',
      type: 'text',
      expression: "CONCAT(rounds.number, ' / ', rounds.fiscal_year)",
      link: (row) => `/registry/rounds/${row._key}`,
      width: 16,
    },
    {
      key: 'title',
      label: 'registry.rounds.name',
      type: 'text',
      expression: 'rounds.title',
      sortable: true,
      clip: true,
      width: 30,
    },
    {
      key: 'kind',
      label: 'registry.rounds.kind',
      type: 'badge',
      expression: 'rounds.kind',
      texts: 'registry.rounds.kinds',
      width: 12,
    },
    {
      key: 'status',
      label: 'registry.rounds.status',
      type: 'badge',
      expression: 'rounds.status',
      texts: 'registry.rounds.statuses',
      tones: ROUND_TONES,
      width: 10,
    },
    {
      key: 'ends_on',
      label: 'registry.rounds.ends_on',
      type: 'day',
      expression: 'rounds.ends_on',
      sortable: true,
      width: 12,
    },
    {
      key: 'overdue',
      label: 'registry.rounds.overdue',
      type: 'badge',
      expression: `IF(${overdue(on)}, 'yes', 'no')`,
      texts: 'registry.rounds.overdues',
      tones: { yes: 'danger' },
      width: 10,
    },
    {
      key: 'starts_on',
      label: 'registry.rounds.starts_on',
      type: 'day',
      expression: 'rounds.starts_on',
      sortable: true,
      width: 12,
    },
    {
      key: 'lines',
      label: 'registry.rounds.lines',
      type: 'integer',
      expression: 'rounds.lines_count',
      sortable: true,
      width: 10,
    },
    {
      key: 'coverage',
      label: 'registry.rounds.room.coverage',
      type: 'text',
      expression: `CONCAT(COALESCE(FLOOR(${SEEN} * 100 / NULLIF(${ALL}, 0)), 0), '%')`,
      width: 10,
    },
    {
      key: 'unit',
      label: 'core.fields.unit',
      type: 'text',
      expression: 'units.name_ar',
      words: inLanguage('unit'),
      clip: true,
      width: 20,
    },
    {
      key: 'entry',
      label: 'registry.rounds.entry',
      type: 'integer',
      expression: 'rounds.id',
      sortable: true,
      width: 8,
    },
  ],
  fields: { unit_en: 'units.name_en' },
  filters: [
    { key: 'unit', label: 'core.fields.unit', type: 'unit', column: 'rounds.unit_id' },
    {
      key: 'status',
      label: 'registry.rounds.status',
      type: 'select',
      column: 'rounds.status',
      options: ({ t }) =>
        Object.keys(ROUND_LIFE).map((value) => ({
          value,
          label: t(`registry.rounds.statuses.${value}`),
        })),
    },
    {
      key: 'kind',
      label: 'registry.rounds.kind',
      type: 'select',
      column: 'rounds.kind',
      options: ({ t }) =>
        ROUND_KINDS.map((value) => ({ value, label: t(`registry.rounds.kinds.${value}`) })),
    },
    {
      key: 'overdue',
      label: 'registry.rounds.overdue',
      type: 'boolean',
      apply: (query, value) => query.whereRaw(value ? overdue(on) : `NOT ${overdue(on)}`),
    },
    {
      key: 'ends',
      label: 'registry.rounds.ends_on',
      type: 'dayRange',
      column: 'rounds.ends_on',
    },
    {
      key: 'q',
      label: 'registry.rounds.search',
      type: 'text',
      apply: (query, value) =>
        query.whereRaw('(rounds.title LIKE ? OR rounds.decision_no = ?)', [
          `%${value.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`,
          value,
        ]),
    },
  ],
  defaultSort: '-entry',
  empty: { title: 'registry.rounds.empty', text: 'registry.rounds.empty_text' },
})
