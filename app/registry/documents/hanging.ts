import type { Trx } from '#core/within'
import { stricter } from '#registry/documents/kinds'
import Document from '#registry/models/document'

/** What a paper belongs to: `{ type: 'asset', id: 7 }`; types are those of `document_links`. */
export interface Link {
  type: string
  id: number
}

/** The document with this scan that already hangs on everything asked. */
export async function heldAlready(
  sha256: Buffer,
  { unitId, links }: { unitId: number; links: readonly Link[] },
  trx: Trx
): Promise<Document | null> {
  const query = Document.query({ client: trx }).where({ sha256, unit_id: unitId })
  for (const { type, id } of links) {
    void query.whereHas('links', (asked) => asked.where({ subject_type: type, subject_id: id }))
  }
  return links.length > 0 ? query.first() : null
}

export async function link(documentId: number, links: readonly Link[], trx: Trx): Promise<void> {
  if (links.length === 0) return
  await trx
    .table('document_links')
    .multiInsert(
      links.map(({ type, id }) => ({ document_id: documentId, subject_type: type, subject_id: id }))
    )
}

/** A paper of a restricted asset is restricted with it. */
export async function secrecyOf(asked: string, assetIds: number[], trx: Trx): Promise<string> {
  if (assetIds.length === 0) return asked
  const rows = await trx.from('assets').whereIn('id', assetIds).select('security_class')
  return rows.reduce((strictest, row) => stricter(strictest, row.security_class), asked)
}
