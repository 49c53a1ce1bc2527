import db from '@adonisjs/lucid/services/db'
import { tabular } from '#registry/biography/tabular'
import { DISPOSAL_TONES } from '#registry/rights/lists/disposals_list'

/** القيمة والحالة: what the asset was valued at, how it was found and used, and what became of it. */
export const section = tabular({
  key: 'worth',
  title: 'registry.valuations.section',
  permission: 'registry.assets.read',
  actions: [
    {
      label: 'registry.valuations.new',
      icon: 'scale',
      permission: 'registry.valuations.manage',
      url: ({ id }) => `/registry/valuations/create?asset=${id}`,
    },
    {
      label: 'registry.valuations.observe',
      icon: 'clipboard-check',
      permission: 'registry.assets.manage',
      url: ({ id }) => `/registry/assets/${id}/observations/create`,
    },
    {
      label: 'registry.disposals.new',
      icon: 'gavel',
      permission: 'registry.disposals.manage',
      url: ({ id }) => `/registry/disposals/create?asset=${id}`,
    },
  ],
  async load(assetId, reader, { unitId }) {
    const { on, known, words } = reader
    const recorded = known ? 'AND created_at <= ?' : ''
    const read = async (sql: string) => {
      const [rows] = await db.rawQuery(
        `${sql} ${recorded} ORDER BY 1 DESC, id DESC LIMIT 200`,
        (known ? [assetId, on, known] : [assetId, on]) as string[]
      )
      return rows as Record<string, any>[]
    }
    const valuations = await read(
      `SELECT valued_on, id, basis, amount, valid_until, committee, status FROM valuations
       WHERE asset_id = ? AND valued_on <= ? AND status <> 'withdrawn'`
    )
    const conditions = await read(
      `SELECT seen_on, id, score, defects, repair_cost, inspector FROM asset_conditions
       WHERE asset_id = ? AND seen_on <= ?`
    )
    const uses = await read(
      'SELECT seen_on, id, state, note FROM asset_utilisations WHERE asset_id = ? AND seen_on <= ?'
    )
    const disposals = reader.can('registry.disposals.read', unitId)
      ? await read(
          `SELECT DATE(created_at) AS proposed_on, id, CONCAT(fiscal_year, '/', number) AS number, kind, way, status,
             award_price, purpose FROM disposals WHERE asset_id = ? AND DATE(created_at) <= ?`
        )
      : []
    return {
      tables: [
        {
          columns: [
            { key: 'valued_on', label: 'registry.valuations.valued_on', type: 'day' },
            {
              key: 'basis',
              label: 'registry.valuations.basis',
              texts: 'registry.valuations.bases',
            },
            { key: 'amount', label: 'registry.valuations.amount', type: 'money' },
            { key: 'valid_until', label: 'registry.valuations.valid_until', type: 'day' },
            { key: 'committee', label: 'registry.valuations.committee', weight: 3 },
            {
              key: 'status',
              label: 'registry.valuations.status',
              texts: 'registry.valuations.statuses',
            },
          ],
          rows: valuations.map((row) => ({ ...row, url: `/registry/valuations/${row.id}` })),
          empty: 'registry.valuations.empty',
        },
        {
          title: 'registry.valuations.observed_title',
          columns: [
            { key: 'seen_on', label: 'registry.valuations.seen_on', type: 'day' },
            { key: 'score', label: 'registry.valuations.score', weight: 2 },
            { key: 'defects', label: 'registry.valuations.defects', weight: 3 },
            { key: 'repair_cost', label: 'registry.valuations.repair_cost', type: 'money' },
            { key: 'inspector', label: 'registry.valuations.inspector', weight: 2 },
          ],
          rows: conditions.map((row) => ({
            ...row,
            score: words.t(`registry.valuations.scores.s${row.score}`),
          })),
          empty: 'registry.valuations.not_observed',
        },
        {
          title: 'registry.valuations.use',
          columns: [
            { key: 'seen_on', label: 'registry.valuations.seen_on', type: 'day' },
            { key: 'state', label: 'registry.valuations.use', texts: 'registry.valuations.uses' },
            { key: 'note', label: 'registry.valuations.notes', weight: 4 },
          ],
          rows: uses,
          empty: 'registry.valuations.not_observed',
        },
        ...(disposals.length
          ? [
              {
                title: 'registry.disposals.title',
                columns: [
                  { key: 'number', label: 'registry.disposals.number' },
                  {
                    key: 'kind',
                    label: 'registry.disposals.kind',
                    texts: 'registry.disposals.kinds',
                  },
                  { key: 'way', label: 'registry.disposals.way', texts: 'registry.disposals.ways' },
                  { key: 'purpose', label: 'registry.disposals.purpose', weight: 3 },
                  {
                    key: 'award_price',
                    label: 'registry.disposals.price',
                    type: 'money' as const,
                  },
                  {
                    key: 'status',
                    label: 'registry.disposals.status',
                    texts: 'registry.disposals.statuses',
                    tones: DISPOSAL_TONES,
                  },
                ],
                rows: disposals.map((row) => ({ ...row, url: `/registry/disposals/${row.id}` })),
                empty: 'registry.disposals.empty',
              },
            ]
          : []),
      ],
    }
  },
})
