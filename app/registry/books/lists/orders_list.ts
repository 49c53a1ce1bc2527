import db from '@adonisjs/lucid/services/db'
import type { ListDefinition } from '#core/lists/definition'
import { inLanguage } from '#core/lists/in_language'
import type { Viewer } from '#core/web/viewer'
import { visible, type Reader } from '#identity/access/visible'

const KINDS = ['capitalisation', 'revaluation', 'disposal', 'depreciation', 'reversal'] as const
const STATES = ['proposed', 'approved', 'refused', 'withdrawn'] as const

export const STATE_TONES = {
  proposed: 'info',
  approved: 'success',
  refused: 'danger',
  withdrawn: 'neutral',
} as const

/** أوامر قيود الأصول: what was asked of the books of assets, and what became of it. */
export const ordersList: ListDefinition<Viewer & Reader> = {
  name: 'asset-orders',
  title: 'registry.books.orders',
  permission: 'registry.books.read',
  query: (user) =>
    visible(
      db
        .from('asset_orders')
        .leftJoin('assets', 'assets.id', 'asset_orders.asset_id')
        .join('units', 'units.id', 'asset_orders.unit_id'),
      user,
      'registry.books.read',
      'asset_orders.unit_id'
    ),
  key: 'asset_orders.id',
  columns: [
    {
      key: 'number',
      label: 'registry.books.number',
      type: 'text',
      expression: "CONCAT(asset_orders.number, '/', asset_orders.fiscal_year)",
      link: ({ _key }) => `/registry/book-orders/${_key}`,
      width: 14,
    },
    {
      key: 'kind',
      label: 'registry.books.kind',
      type: 'text',
      expression: 'asset_orders.kind',
      words: ({ kind }, { t }) => t(`registry.books.kinds.${kind}`),
      width: 16,
    },
    {
      key: 'asset',
      label: 'registry.books.asset',
      type: 'text',
      expression: "COALESCE(CONCAT(assets.code, ' — ', assets.name), '')",
      clip: true,
      width: 34,
    },
    {
      key: 'effective_on',
      label: 'registry.books.effective_on',
      type: 'day',
      expression: 'asset_orders.effective_on',
      sortable: true,
    },
    {
      key: 'amount',
      label: 'registry.books.amount',
      type: 'money',
      expression: 'asset_orders.amount',
    },
    {
      key: 'status',
      label: 'registry.books.status',
      type: 'badge',
      expression: 'asset_orders.status',
      texts: 'registry.books.statuses',
      tones: STATE_TONES,
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
    { key: 'unit', label: 'core.fields.unit', type: 'unit', column: 'asset_orders.unit_id' },
    {
      key: 'kind',
      label: 'registry.books.kind',
      type: 'select',
      column: 'asset_orders.kind',
      options: ({ t }) =>
        KINDS.map((value) => ({ value, label: t(`registry.books.kinds.${value}`) })),
    },
    {
      key: 'status',
      label: 'registry.books.status',
      type: 'select',
      column: 'asset_orders.status',
      options: ({ t }) =>
        STATES.map((value) => ({ value, label: t(`registry.books.statuses.${value}`) })),
    },
  ],
  defaultSort: '-effective_on',
  empty: { title: 'registry.books.no_orders', text: 'registry.books.no_orders_text' },
}
