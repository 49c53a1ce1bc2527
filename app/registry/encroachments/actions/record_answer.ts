import type { Day } from '#core/days'
import { sentence } from '#core/domain_error'
import type { Trx } from '#core/within'
import { documentHash } from '#identity/actions/decide_approval'
import { CaseNamesNothingError, CaseNotReadyError } from '#registry/encroachments/errors'
import type EncroachmentCase from '#registry/models/encroachment_case'

export interface AnswerInput {
  verdict: 'manifest' | 'arguable'
  reasons: string
  /** Papers of the case that the answer rests on: at least one. */
  documentIds: readonly number[]
}

/** Writes an answer down with its papers; they must hang on the case. */
export async function recordAnswer(
  kase: EncroachmentCase,
  { verdict, reasons, documentIds }: AnswerInput,
  { by, on, trx }: { by: number; on: Day; trx: Trx }
): Promise<number> {
  if (documentIds.length === 0) {
    throw new CaseNotReadyError(
      sentence(
        'الرأي القانوني لا يقبل بلا مستندات.',
        'The legal answer is not accepted without documents.'
      ),
      {
        facts: { rule: 'R18' },
        cure: sentence(
          'أرفق ما بُني عليه الرأي: سند الملكية، ما قدمه الحائز، كتب الجهات.',
          'Attach what it rests on: the title, what the occupier showed, letters.'
        ),
      }
    )
  }
  const papers = await papersOfCase(kase.id, documentIds, trx)
  const [id] = await trx
    .insertQuery()
    .table('title_answers')
    .insert({
      case_id: kase.id,
      episode: kase.episode,
      verdict,
      reasons,
      answered_by: by,
      answered_on: on,
      document_hash: documentHash({
        ...{ caseId: kase.id, episode: kase.episode, verdict, reasons, answeredBy: by },
        papers: papers.map(({ id: paper, sha256 }) => [paper, sha256?.toString('hex') ?? null]),
      }),
    })
  await trx
    .table('title_answer_documents')
    .multiInsert(papers.map((paper) => ({ answer_id: Number(id), document_id: paper.id })))
  return Number(id)
}

async function papersOfCase(caseId: number, ids: readonly number[], trx: Trx) {
  const rows: { id: number; sha256: Buffer | null }[] = await trx
    .from('documents')
    .join('document_links', 'document_links.document_id', 'documents.id')
    .where({ subject_type: 'encroachment', subject_id: caseId })
    .whereIn('documents.id', [...ids])
    .orderBy('documents.id')
    .select('documents.id', 'documents.sha256')
  const missing = ids.find((id) => !rows.some((row) => Number(row.id) === Number(id)))
  if (missing !== undefined) {
    throw new CaseNamesNothingError(sentence('مستند بالملف رقم', 'document'), String(missing))
  }
  return rows
}
