import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import type { Day } from '#core/days'
import type { ListDefinition, ListQuery } from '#core/lists/definition'
import { inLanguage } from '#core/lists/in_language'
import type { Viewer } from '#core/web/viewer'
import { visible, type Reader } from '#identity/access/visible'
import { actionWords, subjectTypeWords } from '#reporting/trail_words'

/** سجل المراجعة, newest first. */
export const trailList: ListDefinition<Viewer & Reader> = {
  name: 'trail',
  title: 'reporting.trail.title',
  permission: 'audit.trail.read',
  query: (user) =>
    visible(
      db.from('trail').join('units', 'units.id', 'trail.unit_id'),
      user,
      'audit.trail.read',
      'trail.unit_id'
    ),
  key: 'trail.id',
  fields: { subject_type: 'trail.subject_type', unit_en: 'units.name_en' },
  columns: [
    {
      key: 'at',
      label: 'reporting.trail.moment',
      type: 'moment',
      expression: 'trail.occurred_at',
      sortable: true,
      link: (row) => `/trail/${row._key}`,
      width: 18,
    },
    {
      key: 'actor',
      label: 'reporting.trail.actor',
      type: 'text',
      expression: 'trail.actor_name',
      width: 26,
    },
    {
      key: 'action',
      label: 'reporting.trail.action',
      type: 'text',
      expression: 'trail.action',
      words: (row, words) => actionWords(row.action, words),
    },
    {
      key: 'subject',
      label: 'reporting.trail.subject',
      type: 'text',
      expression: 'trail.subject_label',
      words: (row, words) => row.subject || subjectTypeWords(row.subject_type, words),
      clip: true,
      width: 36,
    },
    {
      key: 'unit',
      label: 'core.fields.unit',
      type: 'text',
      expression: 'units.name_ar',
      words: inLanguage('unit'),
      clip: true,
    },
    {
      key: 'reason',
      label: 'reporting.trail.reason',
      type: 'text',
      expression: 'trail.reason',
      clip: true,
    },
    { key: 'seq', label: 'reporting.trail.seq', type: 'integer', expression: 'trail.seq' },
  ],
  filters: [
    {
      key: 'q',
      label: 'reporting.trail.search',
      type: 'text',
      apply: (query, value) => {
        const like = `%${value.trim().replace(/[%_\\]/g, '\\$&')}%`
        query.where((inner) =>
          inner.where('trail.actor_name', 'like', like).orWhere('trail.subject_label', 'like', like)
        )
      },
    },
    { key: 'unit', label: 'core.fields.unit', type: 'unit', column: 'trail.unit_id' },
    {
      key: 'action',
      label: 'reporting.trail.action',
      type: 'select',
      column: 'trail.action',
      options: async (words) => {
        const rows = await db.from('trail').distinct('action').orderBy('action')
        return rows.map(({ action }) => ({ value: action, label: actionWords(action, words) }))
      },
    },
    {
      key: 'subject_type',
      label: 'reporting.trail.subject_type',
      type: 'select',
      column: 'trail.subject_type',
      options: async (words) => {
        const rows = await db.from('trail').distinct('subject_type as type').orderBy('type')
        return rows.map(({ type }) => ({ value: type, label: subjectTypeWords(type, words) }))
      },
    },
    {
      key: 'time',
      label: 'reporting.trail.time',
      type: 'dayRange',
      apply: (query, { from, to }) => between(query, from, to),
    },
  ],
  defaultSort: '-at',
  empty: { title: 'reporting.trail.empty' },
}

/** Days on Cairo's calendar against moments in UTC. */
function between(query: ListQuery, from?: Day, to?: Day): void {
  if (from) query.where('trail.occurred_at', '>=', startOf(from))
  if (to) query.where('trail.occurred_at', '<', startOf(to, 1))
}

function startOf(day: Day, plus = 0): string {
  const start = DateTime.fromISO(day, { zone: 'Africa/Cairo' }).plus({ days: plus })
  return start.toUTC().toFormat('yyyy-MM-dd HH:mm:ss')
}
