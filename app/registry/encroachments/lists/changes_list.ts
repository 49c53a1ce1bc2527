import db from '@adonisjs/lucid/services/db'
import { inLanguage } from '#core/lists/in_language'
import type { ListDefinition } from '#core/lists/definition'
import type { Viewer } from '#core/web/viewer'
import { visible, type Reader } from '#identity/access/visible'
import { CASE_TONES, escaped } from '#registry/encroachments/lists/cases_list'

/** المتغيرات المكانية: what the system of spatial changes reported, and the case each became. */
export const changesList: ListDefinition<Viewer & Reader> = {
  name: 'spatial-changes',
  title: 'registry.cases.changes.title',
  permission: 'registry.encroachments.read',
  query: (user) =>
    visible(
      db
        .from('spatial_changes as h')
        .leftJoin('units', 'units.id', 'h.unit_id')
        .join('encroachment_cases as c', 'c.id', 'h.case_id'),
      user,
      'registry.encroachments.read',
      'h.unit_id'
    ),
  key: 'h.id',
  columns: [
    {
      key: 'change_no',
      label: 'registry.cases.changes.no',
      type: 'text',
      expression: 'h.change_no',
      width: 18,
    },
    {
      key: 'detected_on',
      label: 'registry.cases.fields.detected_on',
      type: 'day',
      expression: 'h.detected_on',
      sortable: true,
      width: 12,
    },
    {
      key: 'kind',
      label: 'registry.cases.fields.kind',
      type: 'badge',
      expression: 'h.kind',
      texts: 'registry.cases.values.kind',
      width: 12,
    },
    {
      key: 'place',
      label: 'registry.cases.fields.place',
      type: 'text',
      expression: 'h.place',
      clip: true,
      width: 26,
    },
    {
      key: 'licence_no',
      label: 'registry.cases.changes.licence',
      type: 'text',
      expression: 'h.licence_no',
      width: 14,
    },
    {
      key: 'outcome',
      label: 'registry.cases.changes.outcome',
      type: 'badge',
      expression: 'h.outcome',
      texts: 'registry.cases.changes.outcomes',
      tones: { opened: 'info', joined: 'neutral', reopened: 'warning' },
      width: 14,
    },
    {
      key: 'case_no',
      label: 'registry.cases.case_no',
      type: 'text',
      expression: 'c.case_no',
      link: (row) => `/registry/encroachments/${row.case_id}`,
      width: 16,
    },
    {
      key: 'status',
      label: 'registry.cases.state',
      type: 'badge',
      expression: 'c.status',
      texts: 'registry.cases.states',
      tones: CASE_TONES,
      width: 18,
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
  ],
  fields: { unit_en: 'units.name_en', case_id: 'h.case_id' },
  filters: [
    {
      key: 'q',
      label: 'registry.cases.changes.search',
      type: 'text',
      apply: (query, value) =>
        query.where((either: any) =>
          either
            .where('h.change_no', 'like', `${escaped(value)}%`)
            .orWhere('h.place', 'like', `%${escaped(value)}%`)
        ),
    },
    { key: 'unit', label: 'core.fields.unit', type: 'unit', column: 'h.unit_id' },
    {
      key: 'outcome',
      label: 'registry.cases.changes.outcome',
      type: 'select',
      column: 'h.outcome',
      options: ({ t }) =>
        ['opened', 'joined', 'reopened'].map((value) => ({
          value,
          label: t(`registry.cases.changes.outcomes.${value}`),
        })),
    },
    {
      key: 'licensed',
      label: 'registry.cases.changes.licensed',
      type: 'boolean',
      apply: (query, value) =>
        query.whereRaw(value ? 'h.licence_no IS NOT NULL' : 'h.licence_no IS NULL'),
    },
  ],
  defaultSort: '-detected_on',
  empty: { title: 'registry.cases.changes.none', text: 'registry.cases.changes.none_text' },
}
