import db from '@adonisjs/lucid/services/db'
import type { Trx } from '#core/within'
import { UnknownSubjectError } from '#registry/documents/errors'
import { subjectOf, type DocumentSubject } from '#registry/documents/subjects'

export interface SubjectRow {
  subject: DocumentSubject
  id: number
  unitId: number
  label: string
}

/**
 * What a document is to hang on, with its unit and its name.
 * @throws UnknownSubjectError
 */
export async function subjectRow(type: string, id: number, trx?: Trx): Promise<SubjectRow> {
  const subject = subjectOf(type)
  if (!subject) throw new UnknownSubjectError(type, id)
  const client = trx ?? db
  const row = await client
    .from(subject.table)
    .where('id', id)
    .select('unit_id', client.raw(`${subject.label} AS label`))
    .first()
  if (!row) throw new UnknownSubjectError(type, id)
  return { subject, id, unitId: Number(row.unit_id), label: row.label }
}

export interface DocumentRow {
  id: number
  kind: string
  number: string | null
  dated: string | null
  title: string
  pages: number | null
  original_place: string | null
  file_id: number | null
  media_type: string | null
  path: string | null
  bytes: number | null
  sha256: string | null
  taken_at: Date | null
  latitude: string | null
  longitude: string | null
  security_class: string
}

const DOCUMENT = `d.id, d.kind, d.number, d.dated, d.title, d.pages, d.original_place, d.file_id, d.taken_at,
  d.latitude, d.longitude, d.security_class, f.media_type, f.path, f.bytes, LOWER(HEX(d.sha256)) AS sha256`

const opened = (restricted: boolean) => (restricted ? '' : "AND d.security_class = 'normal'")

/** The documents of one thing, newest paper first; restricted ones only for those who may see them. */
export async function documentsOf(
  subject: { type: string; id: number },
  { restricted }: { restricted: boolean }
): Promise<DocumentRow[]> {
  const [rows] = await db.rawQuery(
    `SELECT ${DOCUMENT} FROM document_links l JOIN documents d ON d.id = l.document_id
     LEFT JOIN stored_files f ON f.id = d.file_id
     WHERE l.subject_type = ? AND l.subject_id = ? ${opened(restricted)}
     ORDER BY d.dated DESC, d.id DESC LIMIT 500`,
    [subject.type, subject.id]
  )
  return rows
}

/** What proves an asset: its own documents, the decisions by which it changed and, where asked, its contracts. */
export async function documentsOfAsset(
  assetId: number,
  { restricted, rights }: { restricted: boolean; rights: boolean }
): Promise<DocumentRow[]> {
  const ofRights = `UNION SELECT l.document_id FROM rights r JOIN document_links l
    ON l.subject_type = 'right' AND l.subject_id = r.id WHERE r.asset_id = :id`
  const [rows] = await db.rawQuery(
    `SELECT ${DOCUMENT} FROM (
       SELECT document_id FROM document_links WHERE subject_type = 'asset' AND subject_id = :id
       UNION SELECT l.document_id FROM transaction_assets a JOIN document_links l
         ON l.subject_type = 'transaction' AND l.subject_id = a.transaction_id WHERE a.asset_id = :id
       ${rights ? ofRights : ''}
     ) x JOIN documents d ON d.id = x.document_id LEFT JOIN stored_files f ON f.id = d.file_id
     WHERE TRUE ${opened(restricted)} ORDER BY d.dated DESC, d.id DESC LIMIT 500`,
    { id: assetId }
  )
  return rows
}
