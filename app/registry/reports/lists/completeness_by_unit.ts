import { column, reportByUnit } from '#registry/reports/lists/parts'

/** درجة اكتمال السجل لكل وحدة: against what the class of each asset asks. */
export const completenessByUnit = reportByUnit({
  name: 'completeness-by-unit',
  joined: (query) => query.leftJoin('asset_completeness as k', 'k.asset_id', 'assets.id'),
  figures: {
    whole: 'SUM(k.score = 100)',
    poor: 'SUM(k.score < 50)',
    score: 'ROUND(AVG(k.score), 1)',
    without_papers: "SUM(k.missing LIKE '%doc:%')",
    without_photos: "SUM(k.missing LIKE '%photos%')",
  },
  columns: [
    column('score', 'decimal', 'score', { sortable: true }),
    column('whole', 'integer', 'whole', { total: true }),
    column('poor', 'integer', 'poor', { total: true }),
    column('without_papers', 'integer', 'without_papers', { total: true }),
    column('without_photos', 'integer', 'without_photos', { total: true }),
  ],
  defaultSort: 'score',
})
