import db from '@adonisjs/lucid/services/db'
import { Month } from '#core/fiscal'
import type { ListDefinition } from '#core/lists/definition'
import type { Viewer } from '#core/web/viewer'
import { visible, type Reader } from '#identity/access/visible'

const FORMATS = ['xlsx', 'pdf']
const STATES = ['waiting', 'running', 'done', 'failed']

/** التقارير الصادرة: who produced what, of which question, under which seal. */
export const reportsList: ListDefinition<Viewer & Reader> = {
  name: 'reports',
  title: 'reporting.reports.title',
  permission: 'revenue.reconciliation.read',
  query: (user) =>
    visible(
      visible(
        db
          .from('report_runs')
          .join('units', 'units.id', 'report_runs.unit_id')
          .leftJoin('users', 'users.id', 'report_runs.created_by'),
        user,
        'reporting.reports.read',
        'report_runs.unit_id'
      ),
      user,
      'revenue.reconciliation.read',
      'report_runs.unit_id'
    ),
  key: 'report_runs.id',
  fields: {
    parameters: 'report_runs.parameters',
    unit_ar: 'units.name_ar',
    unit_en: 'units.name_en',
  },
  columns: [
    {
      key: 'number',
      label: 'reporting.reports.number',
      type: 'text',
      expression: 'report_runs.number',
      link: (row) => `/reports/${row._key}`,
      width: 28,
    },
    {
      key: 'kind',
      label: 'reporting.reports.kind',
      type: 'text',
      expression: 'report_runs.kind',
      words: (row, { t }) => t(`reporting.reports.kinds.${row.kind}`),
    },
    {
      key: 'question',
      label: 'reporting.reports.question',
      type: 'text',
      expression: 'report_runs.unit_id',
      words: (row, { locale, t }) =>
        t('reporting.reports.question_of', {
          unit: row[`unit_${locale}`],
          month: Month.of(parametersOf(row).month).label(locale),
        }),
      width: 34,
    },
    {
      key: 'format',
      label: 'reporting.reports.format',
      type: 'text',
      expression: 'report_runs.format',
      words: (row, { t }) => t(`reporting.reports.formats.${row.format}`),
      width: 8,
    },
    {
      key: 'state',
      label: 'reporting.reports.state',
      type: 'badge',
      expression: 'report_runs.state',
      texts: 'reporting.reports.states',
      tones: { done: 'success', failed: 'danger', running: 'info', waiting: 'neutral' },
    },
    {
      key: 'seal',
      label: 'reporting.reports.seal',
      type: 'text',
      expression: 'report_runs.seal',
      width: 22,
    },
    {
      key: 'by',
      label: 'reporting.reports.by',
      type: 'text',
      expression: 'users.full_name',
      words: (row) => row.by ?? parametersOf(row).by,
    },
    {
      key: 'created_at',
      label: 'reporting.reports.created_at',
      type: 'moment',
      expression: 'report_runs.created_at',
    },
    {
      key: 'place',
      label: 'reporting.reports.download',
      type: 'integer',
      expression: 'report_runs.id',
      sortable: true,
      words: (row, { t }) => (row.state === 'done' ? t('reporting.reports.download') : '—'),
      link: (row) => (row.state === 'done' ? `/reports/${row._key}/file` : null),
    },
  ],
  filters: [
    {
      key: 'q',
      label: 'reporting.reports.search',
      type: 'text',
      apply: (query, value) =>
        query.where('report_runs.number', 'like', `%${value.trim().replace(/[%_\\]/g, '\\$&')}%`),
    },
    { key: 'unit', label: 'core.fields.unit', type: 'unit', column: 'report_runs.unit_id' },
    {
      key: 'format',
      label: 'reporting.reports.format',
      type: 'select',
      column: 'report_runs.format',
      options: ({ t }) =>
        FORMATS.map((value) => ({ value, label: t(`reporting.reports.formats.${value}`) })),
    },
    {
      key: 'state',
      label: 'reporting.reports.state',
      type: 'select',
      column: 'report_runs.state',
      options: ({ t }) =>
        STATES.map((value) => ({ value, label: t(`reporting.reports.states.${value}`) })),
    },
  ],
  defaultSort: '-place',
  empty: {
    title: 'reporting.reports.empty',
    text: 'reporting.reports.empty_text',
    action: {
      label: 'reporting.reports.new',
      url: '/reports/create',
      permission: 'reporting.reports.create',
    },
  },
}

function parametersOf(row: Record<string, any>): { month: string; by: string } {
  return typeof row.parameters === 'string' ? JSON.parse(row.parameters) : row.parameters
}
