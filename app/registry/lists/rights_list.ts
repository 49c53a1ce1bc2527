import db from '@adonisjs/lucid/services/db'
import { fold } from '#core/arabic'
import { visible, type Reader } from '#identity/access/visible'
import { inLanguage } from '#core/lists/in_language'
import type { ListDefinition } from '#core/lists/definition'
import type { Viewer } from '#core/web/viewer'
import { kindOptions, STATE, STATE_TONES, stateOptions } from '#registry/rights/lists/parts'
import { trusted } from '#registry/rights/lists/visible_rights'

/** التراخيص والعقود: licences and leases. */
export const rightsList: ListDefinition<Viewer & Reader> = {
  name: 'rights',
  title: 'registry.rights.title',
  permission: 'registry.rights.read',
  query: (user) =>
    trusted(
      visible(
        db
          .from('rights')
          .leftJoin('assets', 'assets.id', 'rights.asset_id')
          .leftJoin('parties', 'parties.id', 'rights.party_id')
          .leftJoin('units', 'units.id', 'rights.unit_id'),
        user,
        'registry.rights.read',
        'rights.unit_id'
      ),
      user
    ),
  key: 'rights.id',
  columns: [
    {
      key: 'right_no',
      label: 'registry.rights.right_no',
      type: 'text',
      expression: 'rights.right_no',
      sortable: true,
      link: (row) => `/registry/rights/${row._key}`,
      width: 18,
    },
    {
      key: 'kind',
      label: 'registry.rights.kind',
      type: 'badge',
      expression: 'rights.kind',
      texts: 'registry.rights.kinds',
      width: 10,
    },
    {
      key: 'site_no',
      label: 'registry.assets.site_no',
      type: 'text',
      expression: 'assets.site_no',
      width: 14,
    },
    {
      key: 'party',
      label: 'registry.rights.party',
      type: 'text',
      expression: 'parties.name',
      clip: true,
      width: 28,
    },
    {
      key: 'valid_from',
      label: 'registry.rights.valid_from',
      type: 'day',
      expression: 'rights.valid_from',
      sortable: true,
    },
    {
      key: 'valid_until',
      label: 'registry.rights.valid_until',
      type: 'day',
      expression: 'rights.valid_to - INTERVAL 1 DAY',
    },
    {
      key: 'billing',
      label: 'registry.rights.billing',
      type: 'badge',
      expression: 'rights.billing',
      texts: 'registry.rights.billings',
      width: 10,
    },
    {
      key: 'period_amount',
      label: 'registry.rights.period_amount',
      type: 'money',
      expression: 'rights.period_amount',
      sortable: true,
    },
    {
      key: 'status',
      label: 'registry.rights.status',
      type: 'badge',
      expression: STATE,
      texts: 'registry.rights.statuses',
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
    {
      key: 'q',
      label: 'registry.rights.search',
      type: 'text',
      apply: (query, value) =>
        query.where((inner) =>
          inner
            .where('rights.right_no', 'like', `${value}%`)
            .orWhere('parties.folded_name', 'like', `%${fold(value)}%`)
        ),
    },
    { key: 'unit', label: 'core.fields.unit', type: 'unit', column: 'rights.unit_id' },
    {
      key: 'kind',
      label: 'registry.rights.kind',
      type: 'select',
      column: 'rights.kind',
      options: kindOptions,
    },
    {
      key: 'state',
      label: 'registry.rights.status',
      type: 'select',
      options: stateOptions,
      apply: (query, value) => query.whereRaw(`${STATE} = ?`, [value]),
    },
    { key: 'ends', label: 'registry.rights.ends', type: 'dayRange', column: 'rights.valid_to' },
  ],
  defaultSort: 'right_no',
  empty: {
    title: 'registry.rights.empty',
    text: 'registry.assets.empty_text',
    action: {
      label: 'registry.rights.new',
      url: '/registry/rights/create',
      permission: 'registry.rights.manage',
    },
  },
}
