import db from '@adonisjs/lucid/services/db'
import { tabular } from '#registry/biography/tabular'

/** الحدود: what lies beside it on each side (بحري، قبلي، شرقي، غربي), as deeds describe it. */
export const section = tabular({
  key: 'boundaries',
  permission: 'registry.assets.read',
  async load(assetId, { on, words }, asset) {
    const [rows] = await db.rawQuery(
      `SELECT b.side, b.length_deed_m, b.length_survey_m, b.neighbour_text, b.neighbour_asset_id, b.marker,
         b.is_agreed, n.code AS neighbour_code, n.security_class, p.name AS party
       FROM asset_boundaries b LEFT JOIN assets n ON n.id = b.neighbour_asset_id
       LEFT JOIN parties p ON p.id = b.neighbour_party_id
       WHERE b.asset_id = ? AND b.valid_from <= ? AND (b.valid_to IS NULL OR b.valid_to > ?)
       ORDER BY FIELD(b.side, 'north', 'south', 'east', 'west', 'other'), b.seq`,
      [assetId, on, on]
    )
    if (rows.length === 0 && asset.subtype !== 'land') return null
    return {
      tables: [
        {
          columns: [
            { key: 'side', label: 'registry.sides.side', texts: 'registry.sides.names', weight: 2 },
            {
              key: 'length_deed_m',
              label: 'registry.sides.length_deed',
              type: 'decimal',
              weight: 2,
            },
            {
              key: 'length_survey_m',
              label: 'registry.sides.length_survey',
              type: 'decimal',
              weight: 2,
            },
            { key: 'neighbour', label: 'registry.sides.neighbour', weight: 5 },
            { key: 'marker', label: 'registry.sides.marker', weight: 2 },
            { key: 'agreed', label: 'registry.sides.agreed', weight: 2 },
          ],
          rows: (rows as Record<string, any>[]).map((row) => ({
            ...row,
            neighbour: neighbourOf(row),
            agreed: row.is_agreed === null ? null : words.t(row.is_agreed ? 'core.yes' : 'core.no'),
            url: null,
          })),
          empty: 'registry.sides.none',
        },
      ],
    }
  },
})

/** A restricted neighbour is not named by its code (R28). */
function neighbourOf(row: Record<string, any>): string | null {
  const code = row.security_class === 'normal' ? row.neighbour_code : null
  return [row.neighbour_text, row.party, code].filter(Boolean).join(' — ') || null
}
