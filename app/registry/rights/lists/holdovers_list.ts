import type { ListDefinition } from '#core/lists/definition'
import type { Viewer } from '#core/web/viewer'
import type { Reader } from '#identity/access/visible'
import { asset, ENDS, kind, party, rightNo, unit } from '#registry/rights/lists/parts'
import { visibleRows } from '#registry/rights/lists/visible_rights'

const DAYS = `DATEDIFF(CURRENT_DATE, ${ENDS})`

/** The tariff of today for the right's unit: its own, the nearest above it, or the general one. */
const FACTOR = `(SELECT CAST(JSON_VALUE(s.value, '$.factor') AS DECIMAL(12,6)) FROM dated_settings s
  LEFT JOIN unit_closure c ON c.ancestor_id = s.unit_id AND c.descendant_id = rights.unit_id
  WHERE s.name = 'registry.rights.holdover' AND s.valid_from <= CURRENT_DATE
    AND (s.valid_to IS NULL OR s.valid_to > CURRENT_DATE) AND (s.unit_id IS NULL OR c.depth IS NOT NULL)
  ORDER BY s.unit_id IS NULL, c.depth, s.valid_from DESC LIMIT 1)`

const LAST_RENT = `COALESCE((SELECT t.period_amount FROM right_terms t WHERE t.right_id = rights.id
  ORDER BY t.valid_from DESC LIMIT 1), rights.period_amount)`

/** As `holdoverPerDay` in rent.ts: a year of the last rent, times the factor, over 365. */
const PER_DAY = `ROUND(${LAST_RENT} * CASE rights.billing WHEN 'monthly' THEN 12 WHEN 'quarterly' THEN 4
  WHEN 'annual' THEN 1 ELSE 0 END * ${FACTOR} / 365, 2)`

/** الإشغال بعد الانتهاء: who stayed after his right ended, for how many days, and what that comes to. */
export const holdoversList: ListDefinition<Viewer & Reader> = {
  name: 'holdovers',
  title: 'registry.rights.holdovers.title',
  permission: 'registry.rights.read',
  query: (user) =>
    visibleRows('rights', user)
      .join('parties', 'parties.id', 'rights.party_id')
      .where('rights.status', 'holdover'),
  key: 'rights.id',
  columns: [
    rightNo,
    party,
    asset,
    kind,
    {
      key: 'ended',
      label: 'registry.rights.holdovers.ended',
      type: 'day',
      expression: ENDS,
      sortable: true,
    },
    {
      key: 'days',
      label: 'registry.rights.holdovers.days',
      type: 'integer',
      expression: DAYS,
      width: 8,
    },
    {
      key: 'per_day',
      label: 'registry.rights.holdovers.per_day',
      type: 'money',
      expression: PER_DAY,
    },
    {
      key: 'due',
      label: 'registry.rights.holdovers.due',
      type: 'money',
      expression: `${PER_DAY} * ${DAYS}`,
      total: true,
    },
    unit,
  ],
  fields: { unit_en: 'units.name_en', asset_id: 'rights.asset_id' },
  filters: [
    { key: 'q', label: 'registry.rights.search', type: 'text', column: 'parties.name' },
    { key: 'unit', label: 'core.fields.unit', type: 'unit', column: 'rights.unit_id' },
    { key: 'ended', label: 'registry.rights.holdovers.ended', type: 'dayRange', column: ENDS },
  ],
  defaultSort: 'ended',
  empty: { title: 'registry.rights.holdovers.empty' },
}
