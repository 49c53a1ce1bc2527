import type { BiographySection } from '#registry/biography/section'
import { printTabular, type Tabular } from '#registry/biography/tabular'
import { SHOWN_INLINE } from '#registry/documents/media_type'
import { documentsOf } from '#registry/documents/queries'

interface Papers extends Tabular {
  photos: { id: number; title: string; takenAt: Date | null; url: string }[]
}

/** المستندات والصور: what proves it, with hash, number, date, pages and the place of the original. */
export const section: BiographySection<Papers> = {
  key: 'documents',
  permission: 'registry.assets.read',
  view: 'pages/registry/assets/sections/documents',
  actions: [
    {
      label: 'registry.documents.add',
      icon: 'paperclip',
      permission: 'registry.documents.manage',
      url: ({ id }) => `/registry/assets/${id}/documents/create`,
    },
  ],
  async load(assetId, reader, asset) {
    const restricted = reader.can('registry.restricted.read', asset.unitId)
    const rows = await documentsOf({ type: 'asset', id: assetId }, { restricted })
    const isPicture = (row: (typeof rows)[number]) =>
      row.kind === 'photo' && SHOWN_INLINE.includes(row.media_type ?? '')
    return {
      photos: rows.filter(isPicture).map((row) => ({
        id: row.id,
        title: row.title,
        takenAt: row.taken_at,
        url: `/registry/documents/${row.id}/file`,
      })),
      tables: [
        {
          columns: [
            { key: 'title', label: 'registry.documents.name', weight: 4 },
            {
              key: 'kind',
              label: 'registry.documents.kind',
              texts: 'registry.documents.kinds',
              weight: 2,
            },
            { key: 'number', label: 'registry.documents.number', weight: 2 },
            { key: 'dated', label: 'registry.documents.dated', type: 'day', weight: 2 },
            { key: 'pages', label: 'registry.documents.pages', type: 'integer', weight: 1 },
            { key: 'original_place', label: 'registry.documents.original_place', weight: 3 },
            { key: 'fingerprint', label: 'registry.documents.hash', weight: 2 },
          ],
          rows: rows.map((row) => ({
            ...row,
            fingerprint: row.sha256?.slice(0, 12) ?? null,
            url: `/registry/documents/${row.id}`,
          })),
          empty: 'registry.documents.none_here',
        },
      ],
    }
  },
  pdf: printTabular,
}
