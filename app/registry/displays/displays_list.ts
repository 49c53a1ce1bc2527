import db from '@adonisjs/lucid/services/db'
import { inLanguage } from '#core/lists/in_language'
import type { ListDefinition } from '#core/lists/definition'
import type { Viewer } from '#core/web/viewer'
import { visible, type Reader } from '#identity/access/visible'
import { DISPLAY_KINDS, DISPLAY_LIFE, DISPLAY_TONES } from '#registry/displays/life'

/** كشوف العرض: what hangs out, until when, and how many objections wait. */
export const displaysList: ListDefinition<Viewer & Reader> = {
  name: 'displays',
  title: 'registry.displays.title',
  permission: 'registry.encroachments.read',
  query: (user) =>
    visible(
      db.from('display_lists as l').leftJoin('units', 'units.id', 'l.unit_id'),
      user,
      'registry.encroachments.read',
      'l.unit_id'
    ),
  key: 'l.id',
  columns: [
    {
      key: 'list_no',
      label: 'registry.displays.no',
      type: 'text',
      expression: 'l.list_no',
      link: (row) => `/registry/displays/${row._key}`,
      width: 14,
    },
    {
      key: 'title',
      label: 'registry.displays.name',
      type: 'text',
      expression: 'l.title',
      clip: true,
      width: 28,
    },
    {
      key: 'kind',
      label: 'registry.displays.kind',
      type: 'badge',
      expression: 'l.kind',
      texts: 'registry.displays.kinds',
      width: 14,
    },
    {
      key: 'status',
      label: 'registry.displays.state',
      type: 'badge',
      expression: 'l.status',
      texts: 'registry.displays.states',
      tones: DISPLAY_TONES,
      width: 12,
    },
    {
      key: 'displayed_on',
      label: 'registry.displays.displayed_on',
      type: 'day',
      expression: 'l.displayed_on',
      sortable: true,
      width: 12,
    },
    {
      key: 'until_on',
      label: 'registry.displays.until_on',
      type: 'day',
      expression: 'l.until_on',
      width: 12,
    },
    {
      key: 'entries',
      label: 'registry.displays.entries',
      type: 'integer',
      expression: '(SELECT COUNT(*) FROM display_entries e WHERE e.list_id = l.id)',
      width: 8,
    },
    {
      key: 'open_objections',
      label: 'registry.displays.open_objections',
      type: 'integer',
      expression:
        "(SELECT COUNT(*) FROM display_objections o WHERE o.list_id = l.id AND o.status = 'open')",
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
  ],
  fields: { unit_en: 'units.name_en' },
  filters: [
    { key: 'unit', label: 'core.fields.unit', type: 'unit', column: 'l.unit_id' },
    {
      key: 'kind',
      label: 'registry.displays.kind',
      type: 'select',
      column: 'l.kind',
      options: ({ t }) =>
        DISPLAY_KINDS.map((value) => ({ value, label: t(`registry.displays.kinds.${value}`) })),
    },
    {
      key: 'status',
      label: 'registry.displays.state',
      type: 'select',
      column: 'l.status',
      options: ({ t }) =>
        Object.keys(DISPLAY_LIFE).map((value) => ({
          value,
          label: t(`registry.displays.states.${value}`),
        })),
    },
  ],
  defaultSort: '-displayed_on',
  empty: {
    title: 'registry.displays.none',
    text: 'registry.displays.none_text',
    action: {
      label: 'registry.displays.new',
      url: '/registry/displays/create',
      permission: 'registry.encroachments.manage',
    },
  },
}
