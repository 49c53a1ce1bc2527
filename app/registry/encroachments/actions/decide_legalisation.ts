import { addDays, type Day } from '#core/days'
import { sentence } from '#core/domain_error'
import type { Money } from '#core/money'
import type { Trx } from '#core/within'
import DecideApproval, { documentHash } from '#identity/actions/decide_approval'
import { SelfApprovalError } from '#identity/errors'
import AccrueUsage from '#registry/encroachments/actions/accrue_usage'
import type { DecidingAct } from '#registry/encroachments/actions/order_removal'
import { deadlines } from '#registry/encroachments/deadlines'
import { CaseNotReadyError } from '#registry/encroachments/errors'
import { assertRules, moveCase, type CaseAct, type Moved } from '#registry/encroachments/move_case'
import { liveFile } from '#registry/encroachments/queries/hands'
import { answerOf } from '#registry/encroachments/rules/r18'
import { judgeHands } from '#registry/encroachments/rules/r19'
import { thaw } from '#registry/encroachments/rules/r20'
import type EncroachmentCase from '#registry/models/encroachment_case'
import type LegalisationFile from '#registry/models/legalisation_file'

type Committee = DecidingAct & { committeeNo: string; note: string }

/** The committee's decision and what follows it (لجنة البت): contract and price, or back to removal. */
export default class DecideLegalisation {
  /** @throws SelfApprovalError, CaseRuleError (R19) */
  accept(caseId: number, act: Committee): Promise<EncroachmentCase> {
    return this.#decide(caseId, 'accept', act)
  }

  /** Rejected: he may lodge a grievance until a day; after it the case falls back to removal. */
  reject(caseId: number, act: Committee): Promise<EncroachmentCase> {
    return this.#decide(caseId, 'reject', act)
  }

  /** @throws CaseNotReadyError after the last day of grievance */
  grieve(caseId: number, { number }: { number: string }, act: CaseAct): Promise<EncroachmentCase> {
    return moveCase(caseId, 'grieve', act, async (kase, trx, on) => {
      const file = await liveFile(kase, trx)
      if (on > file.grievanceUntil!) {
        throw new CaseNotReadyError(
          sentence(
            `انتهى ميعاد التظلم في ${file.grievanceUntil}.`,
            `The time for a grievance ended on ${file.grievanceUntil}.`
          ),
          { facts: { until: file.grievanceUntil, on } }
        )
      }
      await file.merge({ grievedOn: on, grievanceNo: number }).save()
      return { facts: { number } }
    })
  }

  /** The grievance committee accepts what the first one refused; another hand than the first. */
  upholdGrievance(caseId: number, act: DecidingAct & { note: string }) {
    return this.#grievance(caseId, 'uphold_grievance', act)
  }

  /** The grievance is refused: the file ends, and the case falls back to removal with its charges. */
  dismissGrievance(caseId: number, act: DecidingAct & { note: string }) {
    return this.#grievance(caseId, 'dismiss_grievance', act)
  }

  contract(caseId: number, input: { number: string; amount: Money }, act: CaseAct) {
    return moveCase(caseId, 'contract', act, async (kase, trx, on) => {
      const file = await liveFile(kase, trx)
      if (input.amount.compare(file.valuation!) < 0) {
        throw new CaseNotReadyError(
          sentence(
            `ثمن العقد ${input.amount.format('ar')} أقل من التقدير ${file.valuation!.format('ar')}.`,
            `The contract's price ${input.amount.format('en')} is below the valuation ${file.valuation!.format('en')}.`
          )
        )
      }
      file.merge({ contractNo: input.number, contractOn: on, contractAmount: input.amount })
      await file.save()
      return { facts: { contractNo: input.number, amount: String(input.amount) } }
    })
  }

  /**
   * The price is paid in full: legalised. The usage charge ends on this day.
   * @throws CaseNotReadyError when it is not the contract's price
   */
  payPrice(caseId: number, input: { receiptNo: string; amount: Money }, act: CaseAct) {
    return moveCase(caseId, 'pay_price', act, async (kase, trx, on) => {
      const file = await liveFile(kase, trx)
      if (!input.amount.equals(file.contractAmount!)) {
        throw new CaseNotReadyError(
          sentence(
            `ثمن العقد ${file.contractAmount!.format('ar')} والمسدد ${input.amount.format('ar')}.`,
            `The contract's price is ${file.contractAmount!.format('en')}; ${input.amount.format('en')} was paid.`
          )
        )
      }
      file.merge({ paidOn: on, paidReceiptNo: input.receiptNo })
      await this.#end(file, 'settled', on, null, trx)
      const charged = await new AccrueUsage().upTo(kase, on, trx)
      kase.chargedTo = on
      return { facts: { amount: String(input.amount), charged: String(charged.total) } }
    })
  }

  /** He does not follow it up (عدول أو تقاعس): the file ends and the case falls back to removal. */
  abandon(caseId: number, act: CaseAct & { note: string }): Promise<EncroachmentCase> {
    return moveCase(caseId, 'abandon', act, (kase, trx, on) =>
      this.#fallBack(kase, 'abandoned', on, act.note, trx)
    )
  }

  /** The time for a grievance has passed unused (by the daily job, or by hand). */
  fallBack(caseId: number, act: CaseAct): Promise<EncroachmentCase> {
    return moveCase(caseId, 'fall_back', act, async (kase, trx, on) => {
      const file = await liveFile(kase, trx)
      if (on <= file.grievanceUntil!) {
        throw new CaseNotReadyError(
          sentence(
            `للحائز أن يتظلم حتى ${file.grievanceUntil}.`,
            `He may lodge a grievance until ${file.grievanceUntil}.`
          )
        )
      }
      return this.#fallBack(kase, 'rejected', on, file.decisionReason, trx)
    })
  }

  #decide(caseId: number, verdict: 'accept' | 'reject', act: Committee) {
    const { by, requestId, committeeNo, ...rest } = act
    const hand = { ...rest, by: by.asActor(requestId) }
    return moveCase(caseId, verdict, hand, async (kase, trx, on) => {
      const file = await liveFile(kase, trx)
      if (file.madeBy === by.id) throw new SelfApprovalError()
      const { valuedBy: valuer, inspectorId: surveyor } = file
      assertRules(judgeHands(by.id, 'decider', { valuer, surveyor }))
      const { value: days } = await deadlines({ on, unitId: kase.unitId, trx })
      const grievanceUntil = verdict === 'reject' ? addDays(on, days.grievance) : null
      file.merge({ committeeNo, committeeOn: on, decidedBy: by.id, decisionReason: act.note })
      await file.merge({ grievanceUntil }).save()
      const decision = {
        subject: {
          type: 'legalisation_file',
          id: file.id,
          unitId: kase.unitId,
          label: file.portalNo,
        },
        step: 'committee',
        madeBy: file.valuedBy!,
        by,
        documentHash: documentHash(file.picture()),
        reason: act.note,
        requestId,
        trx,
      }
      if (verdict === 'accept') await new DecideApproval().approve(decision)
      else await new DecideApproval().refuse(decision)
      return { facts: { committeeNo, grievanceUntil } }
    })
  }

  #grievance(
    caseId: number,
    verdict: 'uphold_grievance' | 'dismiss_grievance',
    { by, requestId, ...act }: DecidingAct & { note: string }
  ) {
    const hand = { ...act, by: by.asActor(requestId) }
    return moveCase(caseId, verdict, hand, async (kase, trx, on): Promise<Moved | void> => {
      const file = await liveFile(kase, trx)
      if (file.decidedBy === by.id) throw new SelfApprovalError()
      file.merge({ grievanceDecidedOn: on, grievanceDecidedBy: by.id, grievanceReason: act.note })
      await file.save()
      if (verdict === 'dismiss_grievance')
        return this.#fallBack(kase, 'rejected', on, act.note, trx)
    })
  }

  /** The file ends; the case stands where its evidence left it, with its charges to the day. */
  async #fallBack(
    kase: EncroachmentCase,
    status: 'rejected' | 'abandoned',
    on: Day,
    reason: string | null,
    trx: Trx
  ): Promise<Moved> {
    const file = await liveFile(kase, trx)
    await this.#end(file, status, on, reason, trx)
    const back = await new AccrueUsage().upTo(kase, on, trx)
    return {
      to: await fallenBack(kase, trx),
      facts: { portalNo: file.portalNo, backCharge: String(back.total), upTo: on },
    }
  }

  async #end(
    file: LegalisationFile,
    status: 'rejected' | 'abandoned' | 'settled',
    on: Day,
    reason: string | null,
    trx: Trx
  ): Promise<void> {
    file.merge({ status, closedOn: on, closeReason: reason?.slice(0, 500) ?? null })
    await file.save()
    await thaw(file, trx)
  }
}

/** Where a case stands when its legalisation came to nothing: as far as its evidence goes. */
export async function fallenBack(kase: EncroachmentCase, trx: Trx) {
  const answer = await answerOf(kase, trx)
  if (answer) return answer.verdict
  const minutes = await trx
    .from('encroachment_minutes')
    .where({ case_id: kase.id, episode: kase.episode })
    .first()
  return minutes ? 'minuted' : 'unlawful'
}
