import db from '@adonisjs/lucid/services/db'
import { tabular } from '#registry/biography/tabular'

/** الحصر والجرد: each time the asset was counted, what was found and what was decided. */
export const section = tabular({
  key: 'rounds',
  title: 'registry.rounds.title',
  permission: 'registry.rounds.read',
  async load(assetId) {
    const [rows] = await db.rawQuery(
      `SELECT l.id, CONCAT(r.number, ' / ', r.fiscal_year) AS round, r.title, l.outcome, l.status,
         f.captured_at, u.full_name AS finder, l.decision_note AS note
       FROM round_lines l JOIN rounds r ON r.id = l.round_id
         LEFT JOIN round_findings f ON f.id = l.finding_id LEFT JOIN users u ON u.id = f.found_by
       WHERE l.asset_id = ? ORDER BY l.id DESC LIMIT 100`,
      [assetId]
    )
    if (rows.length === 0) return null
    return {
      tables: [
        {
          columns: [
            { key: 'round', label: 'registry.rounds.one', weight: 2 },
            { key: 'title', label: 'registry.rounds.name', weight: 4 },
            {
              key: 'outcome',
              label: 'registry.rounds.results.outcome',
              texts: 'registry.rounds.outcomes',
              weight: 2,
            },
            {
              key: 'status',
              label: 'registry.rounds.results.status',
              texts: 'registry.rounds.line_statuses',
              weight: 2,
            },
            {
              key: 'captured_at',
              label: 'registry.rounds.results.found_at',
              type: 'moment' as const,
              weight: 3,
            },
            { key: 'finder', label: 'registry.rounds.results.finder', weight: 3 },
            { key: 'note', label: 'registry.rounds.results.note', weight: 4 },
          ],
          rows: (rows as Record<string, any>[]).map((row) => ({
            ...row,
            url: `/registry/round-lines/${row.id}`,
          })),
          empty: 'registry.rounds.results.empty',
        },
      ],
    }
  },
})
