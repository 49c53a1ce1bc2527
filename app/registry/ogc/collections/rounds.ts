import { sentence } from '#core/domain_error'
import { visible } from '#identity/access/visible'
import type { OgcCollection } from '#registry/ogc/collection'
import { property, UNIT, withLimits } from '#registry/ogc/collections/parts'

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
    property('fiscal_year', 'string', 'rounds.fiscal_year', 'السنة المالية', 'Fiscal year'),
    property('number', 'integer', 'rounds.number', 'الرقم', 'Number'),
    property('kind', 'string', 'rounds.kind', 'النوع', 'Kind'),
    property('title', 'string', 'rounds.title', 'العنوان', 'Title'),
    property('status', 'string', 'rounds.status', 'الحالة', 'State'),
    property('cut_off_on', 'date', 'rounds.cut_off_on', 'يوم القطع', 'Cut-off day'),
    property('starts_on', 'date', 'rounds.starts_on', 'تبدأ في', 'Starts on'),
    property('ends_on', 'date', 'rounds.ends_on', 'تنتهي في', 'Ends on'),
    ...UNIT,
  ],
  rows(trx, reader) {
    const query = trx.from('rounds').leftJoin('units as u', 'u.id', 'rounds.unit_id')
    void withLimits(query, 'rounds.unit_id')
    return visible(query, reader, 'registry.rounds.read', 'rounds.unit_id')
  },
}
