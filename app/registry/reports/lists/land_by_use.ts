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

/** الأراضي بالاستخدام والولاية وملكية الدولة: plots and their areas. */
export const landByUse: RegistryReport = {
  name: 'land-by-use',
  title: 'registry.reports.names.land-by-use',
  permission: 'registry.assets.read',
  query: (user) =>
    db.from(
      standingAssets(user)
        .join('asset_lands as l', 'l.asset_id', 'assets.id')
        .join('units as u', 'u.id', 'assets.unit_id')
        .leftJoin('asset_shapes as s', 's.asset_id', 'assets.id')
        .joinRaw(
          "LEFT JOIN custodies c ON c.asset_id = assets.id AND c.kind = 'jurisdiction' AND c.valid_from <= CURRENT_DATE AND c.valid_to > CURRENT_DATE"
        )
        .groupByRaw(
          "u.id, u.name_ar, u.name_en, COALESCE(l.use_actual, ''), assets.domain, COALESCE(c.authority_name, '')"
        )
        .select(
          db.raw('MIN(assets.id) AS row_id'),
          'u.id as unit_id',
          'u.name_ar as unit_ar',
          'u.name_en as unit_en',
          'assets.domain',
          db.raw("COALESCE(l.use_actual, '') AS land_use"),
          db.raw("COALESCE(c.authority_name, '') AS authority"),
          db.raw('COUNT(*) AS plots'),
          db.raw('SUM(s.area_m2) AS area')
        )
        .as('r')
    ),
  key: 'r.row_id',
  columns: [
    unitColumn,
    column('land_use', 'text', 'land_use', {
      sortable: true,
      words: ({ land_use: use }, { t }) => use || t('registry.reports.not_recorded'),
    }),
    column('authority', 'text', 'authority', {
      clip: true,
      words: ({ authority }, { t }) => authority || t('registry.reports.not_recorded'),
    }),
    column('domain', 'badge', 'domain', { texts: 'registry.values.domain' }),
    column('plots', 'integer', 'plots', { sortable: true, total: true }),
    column('area', 'decimal', 'area', { sortable: true }),
  ],
  fields: english('unit'),
  filters: [
    unitFilter,
    {
      key: 'domain',
      label: 'registry.reports.columns.domain',
      type: 'select',
      column: 'r.domain',
      options: ({ t }) =>
        ['public', 'private', 'endowment', 'leased_in', 'unknown'].map((value) => ({
          value,
          label: t(`registry.values.domain.${value}`),
        })),
    },
  ],
  defaultSort: 'unit',
  empty,
}
