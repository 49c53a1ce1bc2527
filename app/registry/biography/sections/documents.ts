import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { storageDirectory } from '#core/models/stored_file'
import { formatMoment } from '#core/web/format'
import type { BiographySection } from '#registry/biography/section'
import { printTabular, type Tabular } from '#registry/biography/tabular'
import { SHOWN_INLINE } from '#registry/documents/media_type'
import { documentsOfAsset } from '#registry/documents/queries'

interface Papers extends Tabular {
  photos: {
    id: number
    title: string
    takenAt: Date | null
    url: string
    /** Where its bytes lie, when paper can carry it. */
    path: string | null
  }[]
}

/** Paper carries so many photographs, and none larger than this. */
const PRINTED = 6
const LARGEST_PRINTED = 8 * 1024 * 1024
const PRINTABLE = ['image/jpeg', 'image/png']

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
    const rights = reader.can('registry.rights.read', asset.unitId)
    const rows = await documentsOfAsset(assetId, { restricted, rights })
    const isPicture = (row: (typeof rows)[number]) =>
      row.kind === 'photo' && SHOWN_INLINE.includes(row.media_type ?? '')
    return {
      photos: rows.filter(isPicture).map((row) => ({
        id: row.id,
        title: row.title,
        takenAt: row.taken_at,
        url: `/registry/documents/${row.id}/file`,
        path:
          PRINTABLE.includes(row.media_type ?? '') && Number(row.bytes) <= LARGEST_PRINTED
            ? row.path
            : null,
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
  async pdf(content, paper) {
    await printTabular(content, paper)
    const printed = content.photos.filter(({ path }) => path !== null).slice(0, PRINTED)
    const pictures = []
    for (const { path, title, takenAt } of printed) {
      const bytes = await readFile(resolve(storageDirectory(), path!)).catch(() => null)
      const caption = takenAt ? `${title} — ${formatMoment(takenAt)}` : title
      if (bytes) pictures.push({ bytes, caption })
    }
    paper.document.pictures(pictures)
  },
}
