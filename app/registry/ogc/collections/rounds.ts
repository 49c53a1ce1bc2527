import { today } from '#core/days'
import { sentence } from '#core/domain_error'
import { visible } from '#identity/access/visible'
import type { OgcCollection } from '#registry/ogc/collection'

/**
 * Rounds of inventory over the ground of the unit that counts. How many lines a round has is not told:
 * among them may be restricted assets (rule R28).
 */
export const rounds: OgcCollection = {
  id: 'rounds',
  title: sentence('جولات الحصر والجرد', 'Inventory rounds'),
  description: sentence(
    'جولات الحصر بحالتها ومواعيدها، على حدود وحدتها.',
    'Rounds with their state and dates, over the limits of their unit.'
  ),
  permission: 'registry.rounds.read',
  geometry: { type: 'MultiPolygon', column: 'l.shape' },
  key: 'rounds.id',
  time: { from: 'rounds.starts_on', to: '(rounds.ends_on + INTERVAL 1 DAY)' },
  properties: [
    {
      name: 'fiscal_year',
      type: 'string',
      sql: 'rounds.fiscal_year',
      title: sentence('السنة المالية', 'Fiscal year'),
    },
    { name: 'number', type: 'integer', sql: 'rounds.number', title: sentence('الرقم', 'Number') },
    { name: 'kind', type: 'string', sql: 'rounds.kind', title: sentence('النوع', 'Kind') },
    { name: 'title', type: 'string', sql: 'rounds.title', title: sentence('العنوان', 'Title') },
    { name: 'status', type: 'string', sql: 'rounds.status', title: sentence('الحالة', 'State') },
    {
      name: 'cut_off_on',
      type: 'date',
      sql: 'rounds.cut_off_on',
      title: sentence('يوم القطع', 'Cut-off day'),
    },
    {
      name: 'starts_on',
      type: 'date',
      sql: 'rounds.starts_on',
      title: sentence('تبدأ في', 'Starts on'),
    },
    {
      name: 'ends_on',
      type: 'date',
      sql: 'rounds.ends_on',
      title: sentence('تنتهي في', 'Ends on'),
    },
    { name: 'unit', type: 'string', sql: 'u.code', title: sentence('كود الوحدة', 'Unit code') },
    {
      name: 'unit_ar',
      type: 'string',
      sql: 'u.name_ar',
      title: sentence('الوحدة المحلية', 'Unit in Arabic'),
    },
    {
      name: 'unit_en',
      type: 'string',
      sql: 'u.name_en',
      title: sentence('الوحدة بالإنجليزية', 'Unit in English'),
    },
  ],
  rows(trx, reader) {
    const query = trx
      .from('rounds')
      .leftJoin('units as u', 'u.id', 'rounds.unit_id')
      .joinRaw(
        `LEFT JOIN unit_limits l ON l.unit_id = rounds.unit_id AND l.valid_from =
           (SELECT MAX(x.valid_from) FROM unit_limits x WHERE x.unit_id = rounds.unit_id AND x.valid_from <= ?)`,
        [today()]
      )
    return visible(query, reader, 'registry.rounds.read', 'rounds.unit_id')
  },
}
