import { recordAnswer, type AnswerInput } from '#registry/encroachments/actions/record_answer'
import { moveCase, type CaseAct } from '#registry/encroachments/move_case'
import type EncroachmentCase from '#registry/models/encroachment_case'

/** The way of the court (القضاء): where the occupier may have title, or chooses to be sued. */
export default class GoToCourt {
  sue(caseId: number, input: { courtRef: string }, act: CaseAct): Promise<EncroachmentCase> {
    return moveCase(caseId, 'sue', act, async () => ({ facts: { courtRef: input.courtRef } }))
  }

  /** Decided for the State: the judgment is the new recordAnswer, type AnswerInput } from '#registry/encroachments/actions/record_answer'with its paper, and removal may follow. */
  win(
    caseId: number,
    input: Omit<AnswerInput, 'verdict'>,
    act: CaseAct
  ): Promise<EncroachmentCase> {
    return moveCase(caseId, 'win', act, async (kase, trx, on) => {
      await recordAnswer(kase, { ...input, verdict: 'manifest' }, { by: act.by.id!, on, trx })
    })
  }

  /** Decided for the occupier: the case is closed and its usage charge is not due. */
  lose(
    caseId: number,
    input: Omit<AnswerInput, 'verdict'>,
    act: CaseAct
  ): Promise<EncroachmentCase> {
    return moveCase(caseId, 'lose', act, async (kase, trx, on) => {
      await recordAnswer(kase, { ...input, verdict: 'arguable' }, { by: act.by.id!, on, trx })
      kase.chargedTo = kase.possessionFrom && on > kase.possessionFrom ? on : kase.possessionFrom
    })
  }
}
