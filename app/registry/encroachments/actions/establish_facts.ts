import type { Day } from '#core/days'
import { sentence } from '#core/domain_error'
import { documentHash } from '#identity/actions/decide_approval'
import { CaseNamesNothingError, CaseNotReadyError } from '#registry/encroachments/errors'
import { areaText, keepShape } from '#registry/encroachments/land'
import { assertRules, moveCase, type CaseAct } from '#registry/encroachments/move_case'
import { judgeHands } from '#registry/encroachments/rules/r19'
import { judgeFreeze } from '#registry/encroachments/rules/r20'
import { surveyorOf } from '#registry/encroachments/queries/hands'
import { problemsOf } from '#registry/geo/overlay'
import type { Shape } from '#registry/geo/shape'
import type EncroachmentCase from '#registry/models/encroachment_case'
import type { Trx } from '#core/within'
import { CaseRuleError } from '#registry/encroachments/errors'

export interface MinutesInput {
  number: string
  inspectedOn: Day
  present?: string | null
  findings: string
  occupierSaid?: string | null
  occupierName?: string | null
  /** Since when he holds it: the usage charge runs from this day. */
  possessionFrom: Day
  possessionShownBy: string
  /** Square metres as measured; a polygon is measured by itself. */
  areaM2?: string | null
  shape?: Shape | null
}

export interface AnswerInput {
  verdict: 'manifest' | 'arguable'
  reasons: string
  /** Papers of the case that the answer rests on: at least one. */
  documentIds: readonly number[]
}

/** What is established before anything is decided: the visit, its minutes, the legal answer. */
export default class EstablishFacts {
  /** The visit to the site (المعاينة); its minutes follow. */
  inspect(caseId: number, act: CaseAct): Promise<EncroachmentCase> {
    return moveCase(caseId, 'inspect', act, async (kase) => {
      assertRules(judgeHands(act.by.id, 'surveyor', { maker: screener(kase) }))
    })
  }

  /**
   * The minutes (المحضر) fix the area, the occupier and the day of possession of this episode. They are
   * written by who visited, and never changed.
   * @throws CaseNotReadyError, CaseRuleError (R19, R20 is only told)
   */
  writeMinutes(caseId: number, input: MinutesInput, act: CaseAct): Promise<EncroachmentCase> {
    return moveCase(caseId, 'write_minutes', act, async (kase, trx) => {
      const areaM2 = (input.shape && areaText(input.shape)) ?? input.areaM2 ?? kase.areaM2
      if (!areaM2 || Number(areaM2) <= 0) {
        throw new CaseNotReadyError(sentence('المحضر بلا مساحة.', 'The minutes have no area.'), {
          cure: sentence('اكتب المساحة أو ارسم الحدود.', 'Write the area or give the outline.'),
        })
      }
      if (input.possessionFrom > input.inspectedOn) {
        throw new CaseNotReadyError(
          sentence(
            'تاريخ وضع اليد بعد تاريخ المعاينة.',
            'The possession would begin after the inspection.'
          )
        )
      }
      const unsound = input.shape ? problemsOf(input.shape) : []
      if (unsound.length > 0) throw new CaseRuleError(unsound)
      await trx
        .insertQuery()
        .table('encroachment_minutes')
        .insert({
          case_id: kase.id,
          episode: kase.episode,
          number: input.number,
          inspected_on: input.inspectedOn,
          surveyor_id: act.by.id,
          present: input.present ?? null,
          findings: input.findings,
          occupier_said: input.occupierSaid ?? null,
          possession_from: input.possessionFrom,
          possession_shown_by: input.possessionShownBy,
          area_m2: areaM2,
        })
      kase.merge({ areaM2, possessionFrom: input.possessionFrom, chargedTo: null })
      if (input.occupierName?.trim()) kase.called(input.occupierName)
      if (input.shape) {
        const { id, unitId } = kase
        await keepShape('encroachment_shapes', { id, unitId, shape: input.shape }, trx)
        await judgeFreeze(kase, trx)
      }
      return { facts: { minutes: input.number, areaM2, possessionFrom: input.possessionFrom } }
    })
  }

  /**
   * The question of apparent title (ظاهر الملكية), answered by a legal officer with the papers it rests
   * on. A new answer takes the place of the one before; what was answered stays readable.
   * @throws CaseNotReadyError without a document; CaseRuleError (R19)
   */
  answerTitle(caseId: number, input: AnswerInput, act: CaseAct): Promise<EncroachmentCase> {
    return moveCase(caseId, 'answer_title', act, async (kase, trx, on) => {
      const surveyor = await surveyorOf(kase, trx)
      assertRules(judgeHands(act.by.id, 'lawyer', { surveyor, maker: screener(kase) }))
      await recordAnswer(kase, input, { by: act.by.id!, on, trx })
      return {
        to: input.verdict,
        facts: { verdict: input.verdict, documents: input.documentIds.length },
      }
    })
  }
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

const screener = (kase: EncroachmentCase) => kase.screenedBy
