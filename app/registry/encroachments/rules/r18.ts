import { sentence, type Sentence } from '#core/domain_error'
import type { Trx } from '#core/within'
import type { Finding } from '#registry/rules/finding'
import type EncroachmentCase from '#registry/models/encroachment_case'

export const R18_LEGAL =
  'المحكمة الإدارية العليا، الطعنان 2628 و2671 لسنة 32 ق: الإزالة الإدارية للتعدي الظاهر وحده'

/** The standing answer of the legal officer in this episode, with the papers it names. */
export interface TitleAnswer {
  id: number
  verdict: 'manifest' | 'arguable'
  reasons: string
  answeredBy: number
  answeredOn: string
  hash: Buffer
  documents: number
}

/** The last answer to the question of apparent title in the present episode, if any. */
export async function answerOf(kase: EncroachmentCase, trx: Trx): Promise<TitleAnswer | null> {
  const [[row]] = await trx.rawQuery(
    `SELECT t.*, (SELECT COUNT(*) FROM title_answer_documents d WHERE d.answer_id = t.id) AS documents
     FROM title_answers t WHERE t.case_id = ? AND t.episode = ? ORDER BY t.id DESC LIMIT 1`,
    [kase.id, kase.episode]
  )
  if (!row) return null
  return {
    id: Number(row.id),
    verdict: row.verdict,
    reasons: row.reasons,
    answeredBy: Number(row.answered_by),
    answeredOn: row.answered_on,
    hash: row.document_hash,
    documents: Number(row.documents),
  }
}

/**
 * R18: what is missing before a removal order may be made, issued or printed. Administrative removal is
 * for manifest encroachment only: the legal officer must have answered, with documents, that no paper
 * plausibly supports the occupier. Nobody may pass this rule.
 */
export async function judgeRemovalGate(kase: EncroachmentCase, trx: Trx): Promise<Finding[]> {
  const missing: Sentence[] = []
  const minutes = await trx
    .from('encroachment_minutes')
    .where({ case_id: kase.id, episode: kase.episode })
    .first()
  if (!minutes) missing.push(sentence('محضر المعاينة', 'the minutes of the inspection'))
  const answer = await answerOf(kase, trx)
  if (!answer) {
    missing.push(
      sentence(
        'رأي الشئون القانونية في ظاهر الملكية',
        'the answer of the legal officer on the apparent title'
      )
    )
  } else if (answer.verdict !== 'manifest') {
    missing.push(
      sentence(
        'رأي قانوني بأن التعدي ظاهر لا سند له (الرأي القائم: للحائز سند محتمل)',
        'an answer that the encroachment is manifest (the standing one says that he may have title)'
      )
    )
  } else if (answer.documents === 0) {
    missing.push(sentence('مستندات الرأي القانوني', 'the documents of the legal answer'))
  }
  if (missing.length === 0) return []
  const list = (locale: 'ar' | 'en') =>
    missing.map((one) => one[locale]).join(locale === 'ar' ? '، و' : ', and ')
  return [
    {
      rule: 'R18',
      severity: 'critical',
      messages: sentence(
        `لا يصدر قرار الإزالة ولا يطبع قبل استيفاء: ${list('ar')}.`,
        `A removal order is neither issued nor printed without ${list('en')}.`
      ),
      cure: sentence(
        'تستوفى الأوراق أولًا، فإن كان للحائز سند محتمل فالطريق القضاء.',
        'Complete the papers first; where he may have title, the way is the court.'
      ),
      facts: { caseId: kase.id, missing },
      overridable: false,
      legal: R18_LEGAL,
    },
  ]
}
