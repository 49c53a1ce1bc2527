import type { Day } from '#core/days'
import { sentence } from '#core/domain_error'
import { recordAnswer, type AnswerInput } from '#registry/encroachments/actions/record_answer'
import { CaseNotReadyError, CaseRuleError } from '#registry/encroachments/errors'
import { areaText, keepShape } from '#registry/encroachments/land'
import { assertRules, moveCase, type CaseAct } from '#registry/encroachments/move_case'
import { judgeHands } from '#registry/encroachments/rules/r19'
import { judgeFreeze } from '#registry/encroachments/rules/r20'
import { surveyorOf } from '#registry/encroachments/queries/hands'
import { problemsOf } from '#registry/geo/overlay'
import type { Shape } from '#registry/geo/shape'
import type EncroachmentCase from '#registry/models/encroachment_case'

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
      const occupierBefore = kase.occupierName
      if (input.occupierName?.trim()) kase.called(input.occupierName)
      if (input.shape) {
        const { id, unitId } = kase
        await keepShape('encroachment_shapes', { id, unitId, shape: input.shape }, trx)
        await judgeFreeze(kase, trx)
      }
      const { number: minutes, possessionFrom } = input
      return { facts: { minutes, areaM2, possessionFrom, occupierBefore } }
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

const screener = (kase: EncroachmentCase) => kase.screenedBy
