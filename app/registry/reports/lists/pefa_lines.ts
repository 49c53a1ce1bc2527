import { column, reportByUnit } from '#registry/reports/lists/parts'

/** Share of a hundred with one decimal. */
const share = (condition: string) => `ROUND(100 * SUM(${condition}) / COUNT(*), 1)`

const CLOSED = "SELECT COUNT(*) FROM disposals d WHERE d.unit_id = u.id AND d.status = 'closed'"

/**
 * PEFA PI-12.2 and 12.3 of each unit: is use, age, place and worth of fixed assets and land known, and
 * were disposals decided, valued and priced on paper. The letter itself is the assessor's to give.
 */
export const pefaLines = reportByUnit({
  name: 'pefa-lines',
  joined: (query) =>
    query
      .leftJoin('asset_shapes as s', 's.asset_id', 'assets.id')
      .leftJoin('asset_buildings as b', 'b.asset_id', 'assets.id')
      .joinRaw(
        'LEFT JOIN asset_book_values v ON v.asset_id = assets.id AND v.book_id = (SELECT id FROM depreciation_books WHERE is_posted = 1)'
      ),
  figures: {
    use_known: share('assets.is_in_use IS NOT NULL'),
    age_known: share('b.built_year IS NOT NULL OR v.asset_id IS NOT NULL'),
    located: share('s.asset_id IS NOT NULL OR assets.latitude IS NOT NULL'),
    valued: share('v.asset_id IS NOT NULL'),
    disposed: `(${CLOSED})`,
    transparent: `(${CLOSED} AND d.valuation_id IS NOT NULL AND d.award_price IS NOT NULL AND d.approved_by IS NOT NULL)`,
  },
  columns: [
    column('use_known', 'decimal', 'use_known', { sortable: true }),
    column('age_known', 'decimal', 'age_known', { sortable: true }),
    column('located', 'decimal', 'located_share', { sortable: true }),
    column('valued', 'decimal', 'valued', { sortable: true }),
    column('disposed', 'integer', 'disposed', { total: true }),
    column('transparent', 'integer', 'transparent', { total: true }),
  ],
  defaultSort: 'unit',
})
