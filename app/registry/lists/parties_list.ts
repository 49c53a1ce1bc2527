import db from '@adonisjs/lucid/services/db'
import { fold } from '#core/arabic'
import { visible, type Reader } from '#identity/access/visible'
import { inLanguage } from '#core/lists/in_language'
import type { ListDefinition } from '#core/lists/definition'
import type { Viewer } from '#core/web/viewer'

/** المتعاملون: people and organisations who hold rights. */
export const partiesList: ListDefinition<Viewer & Reader> = {
  name: 'parties',
  title: 'registry.parties.title',
  permission: 'registry.parties.read',
  query: (user) =>
    visible(
      db.from('parties').leftJoin('units', 'units.id', 'parties.unit_id'),
      user,
      'registry.parties.read',
      'parties.unit_id'
    ),
  key: 'parties.id',
  columns: [
    {
      key: 'party_no',
      label: 'registry.parties.party_no',
      type: 'text',
      expression: 'parties.party_no',
      sortable: true,
      link: (row) => `/papers/parties/${row._key}`,
      width: 16,
    },
    {
      key: 'name',
      label: 'registry.parties.name',
      type: 'text',
      expression: 'parties.name',
      clip: true,
      width: 34,
    },
    {
      key: 'kind',
      label: 'registry.parties.kind',
      type: 'badge',
      expression: 'parties.kind',
      texts: 'registry.parties.kinds',
      width: 10,
    },
    {
      key: 'phone',
      label: 'registry.parties.phone',
      type: 'text',
      expression: 'parties.phone',
      width: 16,
    },
    {
      key: 'address',
      label: 'registry.parties.address',
      type: 'text',
      expression: 'parties.address',
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
      width: 20,
    },
  ],
  fields: { unit_en: 'units.name_en' },
  filters: [
    {
      key: 'q',
      label: 'registry.parties.search',
      type: 'text',
      apply: (query, value) =>
        query.where((inner) =>
          inner
            .where('parties.folded_name', 'like', `%${fold(value)}%`)
            .orWhere('parties.party_no', value)
        ),
    },
    { key: 'unit', label: 'core.fields.unit', type: 'unit', column: 'parties.unit_id' },
    {
      key: 'kind',
      label: 'registry.parties.kind',
      type: 'select',
      column: 'parties.kind',
      options: ({ t }) =>
        ['person', 'organisation'].map((value) => ({
          value,
          label: t(`registry.parties.kinds.${value}`),
        })),
    },
  ],
  defaultSort: 'party_no',
  empty: { title: 'registry.parties.empty', text: 'registry.assets.empty_text' },
}
