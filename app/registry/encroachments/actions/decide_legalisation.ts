import { addDays } from '#core/days'
import { sentence } from '#core/domain_error'
import DecideApproval, { documentHash } from '#identity/actions/decide_approval'
import { SelfApprovalError } from '#identity/errors'
import { displayStands } from '#registry/displays/gate'
import { fallBackFrom } from '#registry/encroachments/actions/end_file'
import { deadlines } from '#registry/encroachments/deadlines'
import { CaseNotReadyError } from '#registry/encroachments/errors'
import {
  assertRules,
  moveCase,
  type CaseAct,
  type DecidingAct,
  type Moved,
} from '#registry/encroachments/move_case'
import { liveFile } from '#registry/encroachments/queries/hands'
import { judgeHands } from '#registry/encroachments/rules/r19'
import type EncroachmentCase from '#registry/models/encroachment_case'

type Committee = DecidingAct & { committeeNo: string; note: string }

/** The committee's decision and the grievance against it (لجنة البت ولجنة التظلمات). */
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

  #decide(caseId: number, verdict: 'accept' | 'reject', act: Committee) {
    const { by, requestId, committeeNo, ...rest } = act
    const hand = { ...rest, by: by.asActor(requestId) }
    return moveCase(caseId, verdict, hand, async (kase, trx, on) => {
      const file = await liveFile(kase, trx)
      if (file.madeBy === by.id) throw new SelfApprovalError()
      const stands = verdict === 'accept' ? await displayStands(file.id, trx) : null
      if (stands) throw new CaseNotReadyError(stands, { facts: { fileId: file.id } })
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
      if (verdict === 'dismiss_grievance') return fallBackFrom(kase, 'rejected', on, act.note, trx)
    })
  }
}
