import { tabular } from '#registry/biography/tabular'
import { custodiesOf } from '#registry/personal_custody/personal_custody'

/** العهدة الشخصية: in whose hands it is and was. */
export const section = tabular({
  key: 'personal_custody',
  permission: 'registry.assets.read',
  actions: [
    {
      label: 'registry.custodies.hand',
      icon: 'user',
      permission: 'registry.assets.manage',
      url: ({ id }) => `/registry/assets/${id}/custodies/create`,
    },
  ],
  async load(assetId, { on }, asset) {
    const rows = (await custodiesOf(assetId)).filter((row) => row.handed_on <= on)
    // Land and buildings are held by authorities; a thing is in somebody's hands.
    if (rows.length === 0 && asset.subtype !== 'movable') return null
    return {
      tables: [
        {
          columns: [
            { key: 'holder_name', label: 'registry.custodies.holder', weight: 4 },
            { key: 'holder_job', label: 'registry.custodies.job', weight: 3 },
            { key: 'handed_on', label: 'registry.custodies.handed_on', type: 'day', weight: 2 },
            { key: 'returned_on', label: 'registry.custodies.returned_on', type: 'day', weight: 2 },
            {
              key: 'standing',
              label: 'registry.custodies.state',
              texts: 'registry.custodies.states',
              tones: { held: 'success', unsigned: 'warning', returned: 'neutral' },
              weight: 2,
            },
          ],
          rows: rows.map((row) => ({
            ...row,
            standing: row.returned_on ? 'returned' : row.signed_at ? 'held' : 'unsigned',
            url: `/registry/custodies/${row.id}`,
          })),
          empty: 'registry.custodies.none_here',
        },
      ],
    }
  },
})
