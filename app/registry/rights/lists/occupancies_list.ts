import { fold } from '#core/arabic'
import { today } from '#core/days'
import type { ListColumn, ListDefinition } from '#core/lists/definition'
import type { Viewer } from '#core/web/viewer'
import type { Reader } from '#identity/access/visible'
import { asset, unit } from '#registry/rights/lists/parts'
import { visibleRows } from '#registry/rights/lists/visible_rights'

/** What an occupancy rests on today: a right in force, one that ended, or none. */
const BASIS = `CASE WHEN rights.id IS NULL THEN 'none'
  WHEN COALESCE(rights.ended_on, rights.valid_to) <= CURRENT_DATE THEN 'ended' ELSE 'right' END`

/** الإشغالات: who is in which place since when, by right or without. */
const occupancies: ListDefinition<Viewer & Reader> = {
  name: 'occupancies',
  title: 'registry.rights.occupancy.title',
  permission: 'registry.rights.read',
  query: (user) =>
    visibleRows('occupancies', user).leftJoin('rights', 'rights.id', 'occupancies.right_id'),
  key: 'occupancies.id',
  columns: [
    {
      key: 'occupant',
      label: 'registry.rights.occupancy.occupant',
      type: 'text',
      expression: 'occupancies.occupant_name',
      sortable: true,
      clip: true,
      width: 26,
    },
    asset,
    {
      key: 'slot',
      label: 'registry.rights.slot_no',
      type: 'integer',
      expression: 'occupancies.slot_no',
      width: 8,
    },
    {
      key: 'since',
      label: 'registry.rights.occupancy.since',
      type: 'day',
      expression: 'occupancies.valid_from',
      sortable: true,
    },
    {
      key: 'until',
      label: 'registry.rights.occupancy.until',
      type: 'day',
      expression: "NULLIF(occupancies.valid_to, '9999-12-31')",
    },
    {
      key: 'basis',
      label: 'registry.rights.occupancy.basis',
      type: 'badge',
      expression: BASIS,
      texts: 'registry.rights.occupancy.bases',
      tones: { right: 'success', ended: 'warning', none: 'danger' },
    },
    {
      key: 'right_no',
      label: 'registry.rights.right_no',
      type: 'text',
      expression: 'rights.right_no',
      link: (row) => (row.right_id ? `/registry/rights/${row.right_id}` : null),
      width: 16,
    },
    {
      key: 'evidence',
      label: 'registry.rights.occupancy.evidence',
      type: 'text',
      expression: 'occupancies.evidence',
      clip: true,
      width: 24,
    },
    unit,
  ],
  fields: { unit_en: 'units.name_en', asset_id: 'assets.id', right_id: 'rights.id' },
  filters: [
    {
      key: 'q',
      label: 'registry.rights.occupancy.search',
      type: 'text',
      apply: (query, value) =>
        query.where((inner) =>
          inner
            .where('occupancies.occupant_name', 'like', `%${value}%`)
            .orWhere('assets.search_text', 'like', `%${fold(value)}%`)
        ),
    },
    { key: 'unit', label: 'core.fields.unit', type: 'unit', column: 'occupancies.unit_id' },
    {
      key: 'basis',
      label: 'registry.rights.occupancy.basis',
      type: 'select',
      options: ({ t }) =>
        ['right', 'ended', 'none'].map((value) => ({
          value,
          label: t(`registry.rights.occupancy.bases.${value}`),
        })),
      apply: (query, value) => query.whereRaw(`${BASIS} = ?`, [value]),
    },
    {
      key: 'now',
      label: 'registry.rights.occupancy.now',
      type: 'boolean',
      apply: (query, value) => query.where('occupancies.valid_to', value ? '>' : '<=', today()),
    },
  ],
  defaultSort: '-since',
  empty: {
    title: 'registry.rights.occupancy.empty',
    action: {
      label: 'registry.rights.occupancy.new',
      url: '/registry/occupancies/create',
      permission: 'registry.rights.manage',
    },
  },
}

/** The list; who records occupancies goes from each open one to its end. */
export function occupanciesList(acts: boolean): ListDefinition<Viewer & Reader> {
  return acts ? { ...occupancies, columns: [...occupancies.columns, LEAVE] } : occupancies
}

const LEAVE: ListColumn = {
  key: 'action',
  label: 'registry.rights.diary.action',
  type: 'text',
  expression: "IF(occupancies.valid_to > CURRENT_DATE, 'leave', '')",
  link: (row) => (row.action ? `/registry/occupancies/${row._key}/end` : null),
  words: (row, { t }) => (row.action ? t('registry.rights.occupancy.leave') : ''),
  width: 10,
}
