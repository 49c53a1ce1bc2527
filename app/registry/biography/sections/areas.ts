import db from '@adonisjs/lucid/services/db'
import { tabular } from '#registry/biography/tabular'
import { writtenFeddan } from '#registry/geo/feddan'

const KINDS = ['deed', 'survey', 'computed', 'planning'] as const

interface AreaRow {
  kind: (typeof KINDS)[number]
  m2: string
  as_written: string | null
  valid_from: string
  document_id: number | null
}

/** المساحات: deed, survey and computed beside each other, in m² and in feddan, and how far apart. */
export const section = tabular({
  key: 'areas',
  permission: 'registry.assets.read',
  async load(assetId, reader, asset) {
    const areas = await areasOf(assetId, reader)
    if (areas.length === 0 && asset.subtype !== 'land') return null
    const deed = areas.find(({ kind }) => kind === 'deed')
    return {
      tables: [
        {
          columns: [
            { key: 'kind', label: 'registry.areas.kind', texts: 'registry.areas.kinds', weight: 2 },
            { key: 'm2', label: 'registry.areas.m2', type: 'decimal', weight: 2 },
            { key: 'feddan', label: 'registry.areas.feddan', weight: 3 },
            { key: 'as_written', label: 'registry.areas.as_written', weight: 3 },
            { key: 'apart', label: 'registry.areas.apart', weight: 2 },
            { key: 'valid_from', label: 'registry.areas.valid_from', type: 'day', weight: 2 },
          ],
          rows: areas.map((area) => ({
            ...area,
            m2: plain(area.m2),
            feddan: writtenFeddan(area.m2, reader.locale),
            apart: deed && area !== deed ? shareApart(area.m2, deed.m2) : null,
            url: null,
          })),
          empty: 'registry.areas.none',
        },
      ],
    }
  },
})

/** The area of each kind that held on the day, as it was known. */
async function areasOf(
  assetId: number,
  { on, known }: { on: string; known: string | null }
): Promise<AreaRow[]> {
  const [rows] = await db.rawQuery(
    `SELECT kind, m2, as_written, valid_from, document_id FROM asset_areas
     WHERE asset_id = ? AND valid_from <= ? AND recorded_at <= ? ORDER BY valid_from DESC, id DESC`,
    [assetId, on, known ?? '9999-12-31']
  )
  const found = rows as AreaRow[]
  return KINDS.flatMap((kind) => found.find((row) => row.kind === kind) ?? [])
}

/** `4200.8300` is read as `4200.83`. */
const plain = (m2: string) => m2.replace(/\.?0+$/, '')

/** How far one area lies from the deed's, as a percentage with its sign. */
function shareApart(m2: string, deed: string): string {
  const share = ((Number(m2) - Number(deed)) / Number(deed)) * 100
  return `${share > 0 ? '+' : ''}${share.toFixed(2)}%`
}
