import { sentence } from '#core/domain_error'
import type { Money } from '#core/money'
import AccrueUsage from '#registry/encroachments/actions/accrue_usage'
import { endFile, fallBackFrom } from '#registry/encroachments/actions/end_file'
import { CaseNotReadyError } from '#registry/encroachments/errors'
import { moveCase, type CaseAct } from '#registry/encroachments/move_case'
import { liveFile } from '#registry/encroachments/queries/hands'
import type EncroachmentCase from '#registry/models/encroachment_case'

/** How a file ends: contract and price, or abandoned, or its grievance unused (التعاقد أو العودة للإزالة). */
export default class ConcludeLegalisation {
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
      await endFile(file, 'settled', on, null, trx)
      const charged = await new AccrueUsage().upTo(kase, on, trx)
      kase.chargedTo = on
      return { facts: { amount: String(input.amount), charged: String(charged.total) } }
    })
  }

  /** He does not follow it up (عدول أو تقاعس): the file ends and the case falls back to removal. */
  abandon(caseId: number, act: CaseAct & { note: string }): Promise<EncroachmentCase> {
    return moveCase(caseId, 'abandon', act, (kase, trx, on) =>
      fallBackFrom(kase, 'abandoned', on, act.note, trx)
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
      return fallBackFrom(kase, 'rejected', on, file.decisionReason, trx)
    })
  }
}
