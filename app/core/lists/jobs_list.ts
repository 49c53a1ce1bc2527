import db from '@adonisjs/lucid/services/db'
import type { ListDefinition, Words } from '#core/lists/definition'
import type { Viewer } from '#core/web/viewer'

export const JOB_STATES = ['waiting', 'queued', 'running', 'done', 'failed', 'cancelled'] as const

export const JOB_TONES = {
  waiting: 'neutral',
  queued: 'neutral',
  running: 'info',
  done: 'success',
  failed: 'danger',
  cancelled: 'warning',
} as const

/** The kind of a job in words; a kind nobody named yet shows its code. */
export function kindOf(kind: string, { t }: Pick<Words, 't'>): string {
  return t(`core.jobs.kinds.${kind.replaceAll('.', '_')}`, {}, kind)
}

/** The last word of a job about itself: a step that has a name in both languages, or words as they are. */
export function noteOf(note: string | null, { t }: Pick<Words, 't'>): string | null {
  return note && /^[a-z_]+$/.test(note) ? t(`core.jobs.notes.${note}`, {}, note) : note
}

/** The jobs of the units where the person may see jobs; steps show on the page of their flow. */
export const jobsList: ListDefinition<Viewer> = {
  name: 'jobs',
  title: 'core.jobs.title',
  permission: 'core.jobs.read',
  query: (person) => {
    const units = person.unitIds('core.jobs.read')
    return db
      .from('jobs')
      .leftJoin('users', 'users.id', 'jobs.created_by')
      .leftJoin('units', 'units.id', 'jobs.unit_id')
      .whereNull('jobs.parent_id')
      .if(units !== 'all', (query) => query.whereIn('jobs.unit_id', units as number[]))
  },
  key: 'jobs.id',
  columns: [
    {
      key: 'id',
      label: 'core.jobs.job',
      type: 'text',
      expression: 'jobs.id',
      sortable: true,
      link: (row) => `/jobs/${row._key}`,
      width: 10,
    },
    {
      key: 'kind',
      label: 'core.jobs.kind',
      type: 'text',
      expression: 'jobs.kind',
      words: (row, words) => kindOf(row.kind, words),
      link: (row) => `/jobs/${row._key}`,
      width: 24,
    },
    {
      key: 'state',
      label: 'core.jobs.state',
      type: 'badge',
      expression: 'jobs.state',
      texts: 'core.jobs.states',
      tones: JOB_TONES,
    },
    {
      key: 'progress',
      label: 'core.jobs.progress',
      type: 'integer',
      expression: 'jobs.progress',
      words: (row) => `${row.progress}%`,
    },
    {
      key: 'note',
      label: 'core.jobs.note',
      type: 'text',
      expression: 'jobs.progress_note',
      words: (row, words) => noteOf(row.note, words) ?? '—',
      clip: true,
      width: 40,
    },
    {
      key: 'unit',
      label: 'core.jobs.unit',
      type: 'text',
      expression: 'units.name_ar',
      words: (row, { locale }) => (locale === 'ar' ? row.unit : row.unit_en) ?? '—',
    },
    { key: 'person', label: 'core.jobs.by', type: 'text', expression: 'users.full_name' },
    {
      key: 'created_at',
      label: 'core.jobs.created_at',
      type: 'moment',
      expression: 'jobs.created_at',
    },
  ],
  fields: { unit_en: 'units.name_en' },
  filters: [
    {
      key: 'state',
      label: 'core.jobs.state',
      type: 'select',
      column: 'jobs.state',
      options: ({ t }) =>
        JOB_STATES.map((value) => ({ value, label: t(`core.jobs.states.${value}`) })),
    },
    {
      key: 'kind',
      label: 'core.jobs.kind',
      type: 'select',
      column: 'jobs.kind',
      options: async (words) => {
        const kinds = await db.from('jobs').distinct('kind').orderBy('kind')
        return kinds.map(({ kind }) => ({ value: kind, label: kindOf(kind, words) }))
      },
    },
    { key: 'unit', label: 'core.jobs.unit', type: 'unit', column: 'jobs.unit_id' },
    {
      key: 'asked',
      label: 'core.jobs.created_at',
      type: 'dayRange',
      apply: (query, { from, to }) => {
        if (from) query.whereRaw('jobs.created_at >= ?', [from])
        if (to) query.whereRaw('jobs.created_at < ? + INTERVAL 1 DAY', [to])
      },
    },
  ],
  defaultSort: '-id',
  empty: { title: 'core.jobs.empty', text: 'core.jobs.empty_text' },
}
