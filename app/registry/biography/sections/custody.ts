import db from '@adonisjs/lucid/services/db'
import { tabular } from '#registry/biography/tabular'

/** الولاية: who held it in each way, and by which decision. */
export const section = tabular({
  key: 'custody',
  permission: 'registry.assets.read',
  actions: [
    {
      label: 'registry.custody.transfer',
      icon: 'arrows-exchange',
      permission: 'registry.assets.manage',
      url: ({ id }) => `/registry/assets/${id}/changes/custody`,
    },
  ],
  async load(assetId, { on, words }) {
    const [rows] = await db.rawQuery(
      `SELECT c.kind, c.authority_name, c.valid_from, c.valid_to, b.kind AS basis, b.number, b.year,
         t.decision_no, t.decision_on
       FROM custodies c LEFT JOIN legal_bases b ON b.id = c.legal_basis_id
       LEFT JOIN register_transactions t ON t.id = c.transaction_id
       WHERE c.asset_id = ? AND c.valid_from <= ?
       ORDER BY FIELD(c.kind, 'jurisdiction', 'management', 'use', 'physical'), c.valid_from DESC`,
      [assetId, on]
    )
    return {
      tables: [
        {
          columns: [
            {
              key: 'kind',
              label: 'registry.custody.kind',
              texts: 'registry.custody.kinds',
              weight: 2,
            },
            { key: 'authority_name', label: 'registry.custody.authority', weight: 4 },
            { key: 'valid_from', label: 'registry.custody.from', type: 'day', weight: 2 },
            { key: 'until', label: 'registry.custody.to', weight: 2 },
            { key: 'by', label: 'registry.custody.basis', weight: 4 },
          ],
          rows: (rows as Record<string, any>[]).map((row) => ({
            ...row,
            until: row.valid_to > on ? words.t('registry.custody.still') : row.valid_to,
            by:
              (row.basis &&
                words.t('registry.bases.said', {
                  ...row,
                  kind: words.t(`registry.bases.kinds.${row.basis}`),
                })) ||
              row.decision_no,
            url: null,
          })),
          empty: 'registry.custody.none',
        },
      ],
    }
  },
})
