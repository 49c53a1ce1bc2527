import db from '@adonisjs/lucid/services/db'
import {
  column,
  empty,
  english,
  standingAssets,
  unitColumn,
  unitFilter,
  type RegistryReport,
} from '#registry/reports/lists/parts'

/** درجة اكتمال السجل لكل وحدة: against what the class of each asset asks. */
export const completenessByUnit: RegistryReport = {
  name: 'completeness-by-unit',
  title: 'registry.reports.names.completeness-by-unit',
  permission: 'registry.assets.read',
  query: (user) =>
    db.from(
      standingAssets(user)
        .join('units as u', 'u.id', 'assets.unit_id')
        .leftJoin('asset_completeness as k', 'k.asset_id', 'assets.id')
        .groupBy('u.id', 'u.name_ar', 'u.name_en')
        .select(
          'u.id as unit_id',
          'u.name_ar as unit_ar',
          'u.name_en as unit_en',
          db.raw('COUNT(*) AS assets'),
          db.raw('SUM(k.score = 100) AS whole'),
          db.raw('SUM(k.score < 50) AS poor'),
          db.raw('ROUND(AVG(k.score), 1) AS score'),
          db.raw("SUM(k.missing LIKE '%doc:%') AS without_papers"),
          db.raw("SUM(k.missing LIKE '%photos%') AS without_photos")
        )
        .as('r')
    ),
  key: 'r.unit_id',
  columns: [
    unitColumn,
    column('assets', 'integer', 'assets', { sortable: true, total: true }),
    column('score', 'decimal', 'score', { sortable: true }),
    column('whole', 'integer', 'whole', { total: true }),
    column('poor', 'integer', 'poor', { total: true }),
    column('without_papers', 'integer', 'without_papers', { total: true }),
    column('without_photos', 'integer', 'without_photos', { total: true }),
  ],
  fields: english('unit'),
  filters: [unitFilter],
  defaultSort: 'score',
  empty,
}
