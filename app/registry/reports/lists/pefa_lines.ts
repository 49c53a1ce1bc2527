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

/** Share of a hundred with one decimal. */
const share = (condition: string) => `ROUND(100 * SUM(${condition}) / COUNT(*), 1)`

/**
 * PEFA PI-12.2 and 12.3 of each unit: is use, age, place and worth of fixed assets and land known, and
 * were disposals decided, valued and priced on paper. The letter itself is the assessor's to give.
 */
export const pefaLines: RegistryReport = {
  name: 'pefa-lines',
  title: 'registry.reports.names.pefa-lines',
  permission: 'registry.assets.read',
  query: (user) =>
    db.from(
      standingAssets(user)
        .join('units as u', 'u.id', 'assets.unit_id')
        .leftJoin('asset_shapes as s', 's.asset_id', 'assets.id')
        .leftJoin('asset_buildings as b', 'b.asset_id', 'assets.id')
        .joinRaw(
          'LEFT JOIN asset_book_values v ON v.asset_id = assets.id AND v.book_id = (SELECT id FROM depreciation_books WHERE is_posted = 1)'
        )
        .groupBy('u.id', 'u.name_ar', 'u.name_en')
        .select(
          'u.id as unit_id',
          'u.name_ar as unit_ar',
          'u.name_en as unit_en',
          db.raw('COUNT(*) AS assets'),
          db.raw(`${share('assets.is_in_use IS NOT NULL')} AS use_known`),
          db.raw(`${share('b.built_year IS NOT NULL OR v.asset_id IS NOT NULL')} AS age_known`),
          db.raw(`${share('s.asset_id IS NOT NULL OR assets.latitude IS NOT NULL')} AS located`),
          db.raw(`${share('v.asset_id IS NOT NULL')} AS valued`),
          db.raw(
            "(SELECT COUNT(*) FROM disposals d WHERE d.unit_id = u.id AND d.status = 'closed') AS disposed"
          ),
          db.raw(
            `(SELECT COUNT(*) FROM disposals d WHERE d.unit_id = u.id AND d.status = 'closed'
               AND d.valuation_id IS NOT NULL AND d.award_price IS NOT NULL AND d.approved_by IS NOT NULL) AS transparent`
          )
        )
        .as('r')
    ),
  key: 'r.unit_id',
  columns: [
    unitColumn,
    column('assets', 'integer', 'assets', { sortable: true, total: true }),
    column('use_known', 'decimal', 'use_known', { sortable: true }),
    column('age_known', 'decimal', 'age_known', { sortable: true }),
    column('located', 'decimal', 'located_share', { sortable: true }),
    column('valued', 'decimal', 'valued', { sortable: true }),
    column('disposed', 'integer', 'disposed', { total: true }),
    column('transparent', 'integer', 'transparent', { total: true }),
  ],
  fields: english('unit'),
  filters: [unitFilter],
  defaultSort: 'unit',
  empty,
}
