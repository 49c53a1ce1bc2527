import db from '@adonisjs/lucid/services/db'
import { inLanguage } from '#core/lists/in_language'
import { importKinds } from '#core/imports/kinds'
import type { ListColumn, ListDefinition, Tone } from '#core/lists/definition'
import type { Viewer } from '#core/web/viewer'
import { visible, type Reader } from '#identity/access/visible'

export const STATE_TONES: Record<string, Tone> = {
  uploaded: 'neutral',
  checking: 'info',
  checked: 'info',
  waiting: 'warning',
  committing: 'info',
  committed: 'success',
  undoing: 'warning',
  undone: 'neutral',
  failed: 'danger',
  cancelled: 'neutral',
}

const STATE =
  "IF(imports.state = 'checked' AND imports.needs_approval = 1, 'waiting', imports.state)"

const count = (key: string, column: string): ListColumn => ({
  key,
  label: `imports.counts.${key}`,
  type: 'integer',
  expression: `imports.${column}`,
  width: 10,
})

/** عمليات الاستيراد: every file that was brought in, and what became of its rows. */
export const importsList: ListDefinition<Viewer & Reader> = {
  name: 'imports',
  title: 'imports.title',
  permission: 'core.imports.read',
  query: (user) =>
    visible(
      db
        .from('imports')
        .join('stored_files', 'stored_files.id', 'imports.file_id')
        .join('units', 'units.id', 'imports.unit_id')
        .leftJoin('users', 'users.id', 'imports.created_by'),
      user,
      'core.imports.read',
      'imports.unit_id'
    ),
  key: 'imports.id',
  columns: [
    {
      key: 'id',
      label: 'imports.number',
      type: 'integer',
      expression: 'imports.id',
      sortable: true,
      link: (row) => `/imports/${row._key}`,
      width: 8,
    },
    {
      key: 'kind',
      label: 'imports.kind',
      type: 'text',
      expression: 'imports.kind',
      texts: 'imports.kinds',
      width: 20,
    },
    {
      key: 'file',
      label: 'imports.file',
      type: 'text',
      expression: 'stored_files.original_name',
      link: (row) => `/imports/${row._key}`,
      clip: true,
      width: 30,
    },
    {
      key: 'unit',
      label: 'core.fields.unit',
      type: 'text',
      expression: 'units.name_ar',
      words: inLanguage('unit'),
      clip: true,
      width: 18,
    },
    {
      key: 'state',
      label: 'imports.state',
      type: 'badge',
      expression: STATE,
      texts: 'imports.states',
      tones: STATE_TONES,
      width: 16,
    },
    count('rows', 'row_count'),
    count('landed', 'landed'),
    count('updated', 'updated'),
    count('unchanged', 'unchanged'),
    count('rejected', 'rejected'),
    count('blank', 'blank'),
    {
      key: 'maker',
      label: 'imports.maker',
      type: 'text',
      expression: 'users.full_name',
      width: 20,
    },
    {
      key: 'created_at',
      label: 'imports.created_at',
      type: 'moment',
      expression: 'imports.created_at',
      width: 16,
    },
  ],
  fields: { unit_en: 'units.name_en' },
  filters: [
    {
      key: 'q',
      label: 'imports.search',
      type: 'text',
      column: 'stored_files.original_name',
    },
    {
      key: 'kind',
      label: 'imports.kind',
      type: 'select',
      column: 'imports.kind',
      options: ({ t }) =>
        importKinds.names().map((kind) => ({ value: kind, label: t(`imports.kinds.${kind}`) })),
    },
    {
      key: 'state',
      label: 'imports.state',
      type: 'select',
      options: ({ t }) =>
        Object.keys(STATE_TONES).map((state) => ({
          value: state,
          label: t(`imports.states.${state}`),
        })),
      apply: (query, value) => query.whereRaw(`${STATE} = ?`, [value]),
    },
    { key: 'unit', label: 'core.fields.unit', type: 'unit', column: 'imports.unit_id' },
  ],
  defaultSort: '-id',
  empty: {
    title: 'imports.empty',
    text: 'imports.empty_text',
    action: { label: 'imports.new', url: '/imports/create', permission: 'core.imports.create' },
  },
}
