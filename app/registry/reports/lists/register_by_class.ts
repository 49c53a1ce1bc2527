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

/** السجل بالنوع والوحدة: how many assets of each class, how far known, and what they stand at. */
export const registerByClass: RegistryReport = {
  name: 'register-by-class',
  title: 'registry.reports.names.register-by-class',
  permission: 'registry.assets.read',
  query: (user) =>
    db.from(
      standingAssets(user)
        .join('asset_classes as c', 'c.id', 'assets.class_id')
        .join('units as u', 'u.id', 'assets.unit_id')
        .leftJoin('asset_shapes as s', 's.asset_id', 'assets.id')
        .joinRaw(
          'LEFT JOIN asset_book_values v ON v.asset_id = assets.id AND v.book_id = (SELECT id FROM depreciation_books WHERE is_posted = 1)'
        )
        .groupBy('u.id', 'c.id', 'u.name_ar', 'u.name_en', 'c.name_ar', 'c.name_en')
        .select(
          db.raw('u.id * 100000 + c.id AS row_id'),
          'u.id as unit_id',
          'u.name_ar as unit_ar',
          'u.name_en as unit_en',
          'c.name_ar as class_ar',
          'c.name_en as class_en',
          db.raw('COUNT(*) AS assets'),
          db.raw("SUM(assets.record_status = 'verified') AS verified"),
          db.raw('SUM(s.asset_id IS NOT NULL OR assets.latitude IS NOT NULL) AS located'),
          db.raw('SUM(s.area_m2) AS area'),
          db.raw('COALESCE(SUM(v.cost - v.accumulated), 0) AS book_value')
        )
        .as('r')
    ),
  key: 'r.row_id',
  columns: [
    unitColumn,
    named('class', 'class'),
    column('assets', 'integer', 'assets', { sortable: true, total: true }),
    column('verified', 'integer', 'verified', { total: true }),
    column('located', 'integer', 'located', { total: true }),
    column('area', 'decimal', 'area'),
    column('book_value', 'money', 'book_value', { sortable: true, total: true }),
  ],
  fields: english('unit', 'class'),
  filters: [unitFilter],
  defaultSort: 'unit',
  empty,
}
