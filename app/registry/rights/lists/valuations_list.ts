import db from '@adonisjs/lucid/services/db'
import type { ListDefinition } from '#core/lists/definition'
import type { Viewer } from '#core/web/viewer'
import { fold } from '#core/arabic'
import { visible, type Reader } from '#identity/access/visible'
import { asset, unit } from '#registry/rights/lists/parts'
import { trusted } from '#registry/rights/lists/visible_rights'
import { BASES } from '#registry/rights/valuations/kinds'

const STATE =
  "IF(valuations.status = 'approved' AND valuations.valid_until < CURRENT_DATE, 'stale', valuations.status)"

/** التقييمات: what assets are worth, by whom, and until when it may be used. */
export const valuationsList: ListDefinition<Viewer & Reader> = {
  name: 'valuations',
  title: 'registry.valuations.title',
  permission: 'registry.assets.read',
  query: (user) =>
    trusted(
      visible(
        db
          .from('valuations')
          .join('assets', 'assets.id', 'valuations.asset_id')
          .join('units', 'units.id', 'valuations.unit_id'),
        user,
        'registry.assets.read',
        'valuations.unit_id'
      ),
      user
    ),
  key: 'valuations.id',
  columns: [
    {
      key: 'valued_on',
      label: 'registry.valuations.valued_on',
      type: 'day',
      expression: 'valuations.valued_on',
      sortable: true,
      link: (row) => `/registry/valuations/${row._key}`,
    },
    asset,
    {
      key: 'basis',
      label: 'registry.valuations.basis',
      type: 'badge',
      expression: 'valuations.basis',
      texts: 'registry.valuations.bases',
    },
    {
      key: 'amount',
      label: 'registry.valuations.amount',
      type: 'money',
      expression: 'valuations.amount',
      sortable: true,
    },
    {
      key: 'valid_until',
      label: 'registry.valuations.valid_until',
      type: 'day',
      expression: 'valuations.valid_until',
    },
    {
      key: 'committee',
      label: 'registry.valuations.committee',
      type: 'text',
      expression: 'valuations.committee',
      clip: true,
      width: 24,
    },
    {
      key: 'status',
      label: 'registry.valuations.status',
      type: 'badge',
      expression: STATE,
      texts: 'registry.valuations.statuses',
      tones: {
        draft: 'info',
        approved: 'success',
        stale: 'warning',
        refused: 'danger',
        withdrawn: 'neutral',
      },
    },
    unit,
  ],
  fields: { unit_en: 'units.name_en', asset_id: 'assets.id' },
  filters: [
    {
      key: 'q',
      label: 'registry.valuations.search',
      type: 'text',
      apply: (query, value) => query.where('assets.search_text', 'like', `%${fold(value)}%`),
    },
    { key: 'unit', label: 'core.fields.unit', type: 'unit', column: 'valuations.unit_id' },
    {
      key: 'basis',
      label: 'registry.valuations.basis',
      type: 'select',
      column: 'valuations.basis',
      options: ({ t }) =>
        BASES.map((value) => ({ value, label: t(`registry.valuations.bases.${value}`) })),
    },
    {
      key: 'state',
      label: 'registry.valuations.status',
      type: 'select',
      options: ({ t }) =>
        ['draft', 'approved', 'stale', 'refused', 'withdrawn'].map((value) => ({
          value,
          label: t(`registry.valuations.statuses.${value}`),
        })),
      apply: (query, value) => query.whereRaw(`${STATE} = ?`, [value]),
    },
  ],
  defaultSort: '-valued_on',
  empty: {
    title: 'registry.valuations.empty',
    action: {
      label: 'registry.valuations.new',
      url: '/registry/valuations/create',
      permission: 'registry.valuations.manage',
    },
  },
}
