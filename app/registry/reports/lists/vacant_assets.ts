import db from '@adonisjs/lucid/services/db'
import {
  column,
  empty,
  english,
  named,
  standingAssets,
  unitColumn,
  unitFilter,
  type RegistryReport,
} from '#registry/reports/lists/parts'

/** الأصول الشاغرة وغير المستغلة: what stands idle, and since when somebody said so. */
export const vacantAssets: RegistryReport = {
  name: 'vacant-assets',
  title: 'registry.reports.names.vacant-assets',
  permission: 'registry.assets.read',
  query: (user) =>
    db.from(
      standingAssets(user)
        .join('asset_classes as c', 'c.id', 'assets.class_id')
        .join('units as u', 'u.id', 'assets.unit_id')
        .leftJoin('asset_shapes as s', 's.asset_id', 'assets.id')
        .where((idle) => {
          void idle
            .whereIn('assets.life_status', ['idle', 'under_used', 'surplus'])
            .orWhere('assets.is_in_use', false)
        })
        .select(
          'assets.id',
          'assets.code',
          'assets.name',
          'assets.life_status',
          'assets.unit_id',
          'u.name_ar as unit_ar',
          'u.name_en as unit_en',
          'c.name_ar as class_ar',
          'c.name_en as class_en',
          's.area_m2 as area',
          db.raw(
            '(SELECT MIN(o.seen_on) FROM asset_utilisations o WHERE o.asset_id = assets.id AND o.state <> "in_use") AS since'
          ),
          db.raw(
            `(SELECT v.amount FROM valuations v WHERE v.asset_id = assets.id AND v.status = 'approved' AND v.basis <> 'rent' ORDER BY v.valued_on DESC LIMIT 1) AS worth`
          )
        )
        .as('r')
    ),
  key: 'r.id',
  columns: [
    column('code', 'text', 'code', {
      sortable: true,
      width: 20,
      link: ({ _key }) => `/registry/assets/${_key}`,
    }),
    column('name', 'text', 'name', { clip: true, width: 28 }),
    named('class', 'class'),
    column('life_status', 'badge', 'life_status', { texts: 'registry.values.life_status' }),
    column('area', 'decimal', 'area', { sortable: true }),
    column('since', 'day', 'since', { sortable: true }),
    column('worth', 'money', 'worth', { sortable: true, total: true }),
    unitColumn,
  ],
  fields: english('unit', 'class'),
  filters: [unitFilter],
  defaultSort: 'code',
  empty,
}
