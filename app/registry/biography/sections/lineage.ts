import db from '@adonisjs/lucid/services/db'
import type { BiographySection } from '#registry/biography/section'
import { printTabular, type Tabular } from '#registry/biography/tabular'

/** Generations shown each way; deeper ones are reached from those shown. */
const GENERATIONS = 8

interface Relative {
  id: number
  code: string
  name: string
  depth: number
  areaM2: string | null
  effectiveOn: string
  lifeStatus: string
}

interface Lineage extends Tabular {
  ancestors: Relative[]
  descendants: Relative[]
}

/** النسب: what it was split from or merged of, and what became of it. */
export const section: BiographySection<Lineage> = {
  key: 'lineage',
  permission: 'registry.assets.read',
  view: 'pages/registry/assets/sections/lineage',
  async load(assetId, reader, asset) {
    const restricted = reader.can('registry.restricted.read', asset.unitId)
    const [ancestors, descendants] = await Promise.all([
      relatives(assetId, 'from_asset_id', 'to_asset_id', restricted),
      relatives(assetId, 'to_asset_id', 'from_asset_id', restricted),
    ])
    if (ancestors.length + descendants.length === 0) return null
    const table = (title: string, rows: Relative[]) => ({
      title,
      columns: [
        { key: 'code', label: 'registry.fields.code', weight: 3 },
        { key: 'name', label: 'registry.fields.name', weight: 5 },
        { key: 'areaM2', label: 'registry.areas.m2', type: 'decimal' as const, weight: 2 },
        {
          key: 'effectiveOn',
          label: 'registry.transactions.effective_on',
          type: 'day' as const,
          weight: 2,
        },
      ],
      rows: rows.map((row) => ({ ...row, url: `/registry/assets/${row.id}` })),
      empty: 'registry.lineage.none',
    })
    return {
      ancestors,
      descendants,
      tables: [
        ...(ancestors.length > 0 ? [table('registry.lineage.ancestors', ancestors)] : []),
        ...(descendants.length > 0 ? [table('registry.lineage.descendants', descendants)] : []),
      ],
    }
  },
  pdf: printTabular,
}

/** Walks the lineage one way, nearest first; codes of restricted relatives are not told (R28). */
async function relatives(
  assetId: number,
  to: 'from_asset_id' | 'to_asset_id',
  from: 'from_asset_id' | 'to_asset_id',
  restricted: boolean
): Promise<Relative[]> {
  const [rows] = await db.rawQuery(
    `WITH RECURSIVE line AS (
       SELECT l.${to} AS id, 1 AS depth, l.area_m2, l.transaction_id FROM asset_lineage l WHERE l.${from} = ?
       UNION ALL
       SELECT l.${to}, line.depth + 1, l.area_m2, l.transaction_id FROM asset_lineage l
       JOIN line ON l.${from} = line.id WHERE line.depth < ${GENERATIONS})
     SELECT line.id, line.depth, line.area_m2, a.code, a.name, a.life_status, t.effective_on
     FROM line JOIN assets a ON a.id = line.id JOIN register_transactions t ON t.id = line.transaction_id
     ${restricted ? '' : "WHERE a.security_class = 'normal'"}
     ORDER BY line.depth, a.code LIMIT 100`,
    [assetId]
  )
  return (rows as Record<string, any>[]).map((row) => ({
    id: Number(row.id),
    code: row.code,
    name: row.name,
    depth: Number(row.depth),
    areaM2: row.area_m2,
    effectiveOn: row.effective_on,
    lifeStatus: row.life_status,
  }))
}
