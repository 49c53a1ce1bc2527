import db from '@adonisjs/lucid/services/db'
import type { ListDefinition } from '#core/lists/definition'
import { inLanguage } from '#core/lists/in_language'
import type { Viewer } from '#core/web/viewer'
import { visible, type Reader } from '#identity/access/visible'

/** حدود الوحدات: every limit that was ever recorded, of the units a person may see. */
export const limitsList: ListDefinition<Viewer & Reader> = {
  name: 'unit-limits',
  title: 'registry.limits.title',
  permission: 'identity.units.read',
  query: (user) =>
    visible(
      db.from('unit_limits').join('units', 'units.id', 'unit_limits.unit_id'),
      user,
      'identity.units.read',
      'unit_limits.unit_id'
    ),
  key: 'unit_limits.id',
  columns: [
    {
      key: 'unit',
      label: 'core.fields.unit',
      type: 'text',
      expression: 'units.name_ar',
      words: inLanguage('unit'),
      link: (row) => `/units/${row.unit_id}`,
      width: 26,
    },
    {
      key: 'code',
      label: 'registry.limits.code',
      type: 'text',
      expression: 'units.code',
      width: 12,
    },
    {
      key: 'valid_from',
      label: 'registry.limits.valid_from',
      type: 'day',
      expression: 'unit_limits.valid_from',
      sortable: true,
      width: 12,
    },
    {
      key: 'area',
      label: 'registry.limits.area',
      type: 'decimal',
      expression: 'ROUND(unit_limits.area_m2 / 1000000, 2)',
      width: 14,
    },
    {
      key: 'source',
      label: 'registry.limits.source',
      type: 'text',
      expression: 'unit_limits.source',
      clip: true,
      width: 30,
    },
    {
      key: 'recorded',
      label: 'registry.limits.recorded',
      type: 'integer',
      expression: 'unit_limits.id',
      sortable: true,
      width: 10,
    },
  ],
  fields: { unit_en: 'units.name_en', unit_id: 'units.id' },
  filters: [
    { key: 'unit', label: 'core.fields.unit', type: 'unit', column: 'unit_limits.unit_id' },
    {
      key: 'valid_from',
      label: 'registry.limits.valid_from',
      type: 'dayRange',
      column: 'unit_limits.valid_from',
    },
  ],
  defaultSort: '-recorded',
  empty: { title: 'registry.limits.empty', text: 'registry.limits.empty_text' },
}
