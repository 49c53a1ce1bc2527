import db from '@adonisjs/lucid/services/db'
import { fold } from '#core/arabic'
import type { ListDefinition, Tone } from '#core/lists/definition'
import type { Viewer } from '#core/web/viewer'
import { visible, type Reader } from '#identity/access/visible'
import { DISPOSAL_STATES } from '#registry/rights/disposals/life'
import { asset, unit } from '#registry/rights/lists/parts'
import { trusted } from '#registry/rights/lists/visible_rights'

export const DISPOSAL_TONES: Record<string, Tone> = {
  proposed: 'neutral',
  domain_checked: 'info',
  valued: 'info',
  approved: 'info',
  offered: 'warning',
  award_proposed: 'warning',
  awarded: 'warning',
  instalments: 'warning',
  titled: 'info',
  closed: 'success',
  refused: 'danger',
  withdrawn: 'neutral',
}

const LEFT = `(SELECT COALESCE(SUM(i.amount), 0) FROM disposal_instalments i
  WHERE i.disposal_id = disposals.id AND i.paid_on IS NULL)`

/** التصرف والتخصيص: what is being sold or allocated, how far it is, and what is not paid yet. */
export const disposalsList: ListDefinition<Viewer & Reader> = {
  name: 'disposals',
  title: 'registry.disposals.title',
  permission: 'registry.disposals.read',
  query: (user) =>
    trusted(
      visible(
        db
          .from('disposals')
          .join('assets', 'assets.id', 'disposals.asset_id')
          .join('units', 'units.id', 'disposals.unit_id')
          .leftJoin('parties', 'parties.id', 'disposals.awarded_party_id'),
        user,
        'registry.disposals.read',
        'disposals.unit_id'
      ),
      user
    ),
  key: 'disposals.id',
  columns: [
    {
      key: 'number',
      label: 'registry.disposals.number',
      type: 'text',
      expression: "CONCAT(disposals.fiscal_year, '/', disposals.number)",
      link: (row) => `/registry/disposals/${row._key}`,
      width: 14,
    },
    asset,
    {
      key: 'kind',
      label: 'registry.disposals.kind',
      type: 'badge',
      expression: 'disposals.kind',
      texts: 'registry.disposals.kinds',
    },
    {
      key: 'way',
      label: 'registry.disposals.way',
      type: 'badge',
      expression: 'disposals.way',
      texts: 'registry.disposals.ways',
    },
    {
      key: 'status',
      label: 'registry.disposals.status',
      type: 'badge',
      expression: 'disposals.status',
      texts: 'registry.disposals.statuses',
      tones: DISPOSAL_TONES,
    },
    {
      key: 'purpose',
      label: 'registry.disposals.purpose',
      type: 'text',
      expression: 'disposals.purpose',
      clip: true,
      width: 24,
    },
    {
      key: 'party',
      label: 'registry.disposals.awarded_to',
      type: 'text',
      expression: 'parties.name',
      clip: true,
      width: 24,
    },
    {
      key: 'price',
      label: 'registry.disposals.price',
      type: 'money',
      expression: 'disposals.award_price',
    },
    { key: 'left', label: 'registry.disposals.left', type: 'money', expression: LEFT, total: true },
    unit,
    {
      key: 'id',
      label: 'registry.disposals.serial',
      type: 'integer',
      expression: 'disposals.id',
      sortable: true,
      width: 8,
    },
  ],
  fields: { unit_en: 'units.name_en', asset_id: 'assets.id' },
  filters: [
    {
      key: 'q',
      label: 'registry.disposals.search',
      type: 'text',
      apply: (query, value) =>
        query.where((inner) =>
          inner
            .where('assets.search_text', 'like', `%${fold(value)}%`)
            .orWhere('parties.folded_name', 'like', `%${fold(value)}%`)
        ),
    },
    { key: 'unit', label: 'core.fields.unit', type: 'unit', column: 'disposals.unit_id' },
    {
      key: 'kind',
      label: 'registry.disposals.kind',
      type: 'select',
      column: 'disposals.kind',
      options: ({ t }) =>
        ['sale', 'allocation'].map((value) => ({
          value,
          label: t(`registry.disposals.kinds.${value}`),
        })),
    },
    {
      key: 'state',
      label: 'registry.disposals.status',
      type: 'select',
      column: 'disposals.status',
      options: ({ t }) =>
        DISPOSAL_STATES.map((value) => ({
          value,
          label: t(`registry.disposals.statuses.${value}`),
        })),
    },
  ],
  defaultSort: '-id',
  empty: {
    title: 'registry.disposals.empty',
    action: {
      label: 'registry.disposals.new',
      url: '/registry/disposals/create',
      permission: 'registry.disposals.manage',
    },
  },
}
