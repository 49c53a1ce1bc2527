import type { ListColumn, ListDefinition } from '#core/lists/definition'
import type { Viewer } from '#core/web/viewer'
import { fold } from '#core/arabic'
import type { Reader } from '#identity/access/visible'
import {
  asset,
  kind,
  kindOptions,
  party,
  rightNo,
  STATE,
  STATE_TONES,
  unit,
} from '#registry/rights/lists/parts'
import { visibleRows } from '#registry/rights/lists/visible_rights'

/** These states end in their time: the index of (status, valid_to) serves. */
const ENDS = 'rights.valid_to'

/** How far ahead the diary looks. */
export const WINDOWS = [30, 60, 90] as const

/** مفكرة الانتهاء: rights in force whose end is near, and those past it that nobody has acted on. */
const expiries: ListDefinition<Viewer & Reader> = {
  name: 'expiries',
  title: 'registry.rights.diary.title',
  permission: 'registry.rights.read',
  query: (user) =>
    visibleRows('rights', user)
      .join('parties', 'parties.id', 'rights.party_id')
      .whereIn('rights.status', ['active', 'expiring', 'suspended', 'expired'])
      .whereNotIn('rights.kind', ['easement', 'mortgage'])
      .whereRaw(`${ENDS} < CURRENT_DATE + INTERVAL ${WINDOWS.at(-1)} DAY`)
      .whereNotExists((renewal) =>
        renewal
          .from('rights as next')
          .whereColumn('next.renewal_of', 'rights.id')
          .whereNot('next.status', 'draft')
      ),
  key: 'rights.id',
  columns: [
    rightNo,
    {
      key: 'ends',
      label: 'registry.rights.diary.ends',
      type: 'day',
      expression: `${ENDS} - INTERVAL 1 DAY`,
      sortable: true,
    },
    {
      key: 'days',
      label: 'registry.rights.diary.days',
      type: 'integer',
      expression: `DATEDIFF(${ENDS}, CURRENT_DATE)`,
      width: 8,
    },
    kind,
    asset,
    party,
    {
      key: 'status',
      label: 'registry.rights.status',
      type: 'badge',
      expression: STATE,
      texts: 'registry.rights.statuses',
      tones: STATE_TONES,
    },
    {
      key: 'period_amount',
      label: 'registry.rights.period_amount',
      type: 'money',
      expression: 'rights.period_amount',
    },
    unit,
  ],
  fields: { unit_en: 'units.name_en', asset_id: 'rights.asset_id' },
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
      key: 'within',
      label: 'registry.rights.diary.within',
      type: 'select',
      options: ({ t }) => [
        { value: 'past', label: t('registry.rights.diary.past') },
        ...WINDOWS.map((days) => ({
          value: String(days),
          label: t('registry.rights.diary.in_days', { days }),
        })),
      ],
      apply: (query, value) =>
        value === 'past'
          ? query.whereRaw(`${ENDS} <= CURRENT_DATE`)
          : query
              .whereRaw(`${ENDS} > CURRENT_DATE`)
              .whereRaw(`${ENDS} <= CURRENT_DATE + INTERVAL ? DAY`, [Number(value)]),
    },
    {
      key: 'kind',
      label: 'registry.rights.kind',
      type: 'select',
      column: 'rights.kind',
      options: kindOptions,
    },
  ],
  defaultSort: 'ends',
  empty: { title: 'registry.rights.diary.empty', text: 'registry.rights.diary.empty_text' },
}

/** The diary; who prepares rights goes from each line to its renewal. */
export function expiriesList(acts: boolean): ListDefinition<Viewer & Reader> {
  return acts ? { ...expiries, columns: [...expiries.columns, RENEW] } : expiries
}

const RENEW: ListColumn = {
  key: 'action',
  label: 'registry.rights.diary.action',
  type: 'text',
  expression: 'rights.status',
  link: (row) => (row.action === 'suspended' ? null : `/registry/rights/${row._key}/renewal`),
  words: (row, { t }) => (row.action === 'suspended' ? '' : t('registry.rights.renew')),
  width: 8,
}
