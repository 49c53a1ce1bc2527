import { sentence } from '#core/domain_error'
import type { Money } from '#core/money'
import { recordFile, type FileInput } from '#registry/encroachments/actions/record_file'
import { CaseNotReadyError } from '#registry/encroachments/errors'
import { assertRules, moveCase, type CaseAct } from '#registry/encroachments/move_case'
import { liveFile } from '#registry/encroachments/queries/hands'
import { judgeHands } from '#registry/encroachments/rules/r19'
import type EncroachmentCase from '#registry/models/encroachment_case'

/** The way of legalisation (التقنين) up to the committee. Filing and paying fees give no right. */
export default class Legalise {
  /**
   * The occupier filed on the national portal. A file that came in by the portal's list is taken up; the
   * fees follow from the tariff of the day of filing.
   * @throws PortalNumberTakenError
   */
  file(caseId: number, input: FileInput, act: CaseAct): Promise<EncroachmentCase> {
    return moveCase(caseId, 'file', act, async (kase, trx) => {
      const file = await recordFile(
        { ...input, unitId: kase.unitId, assetId: kase.assetId },
        { by: act.by.id, kase, trx }
      )
      return {
        facts: { portalNo: file.portalNo, examFee: String(file.examFee), fees: String(file.fees) },
      }
    })
  }

  /** @throws CaseNotReadyError when another amount is said than the tariff's */
  payFees(
    caseId: number,
    { receiptNo, amount }: { receiptNo: string; amount: Money },
    act: CaseAct
  ): Promise<EncroachmentCase> {
    return moveCase(caseId, 'pay_fees', act, async (kase, trx, on) => {
      const file = await liveFile(kase, trx)
      if (!amount.equals(file.fees!)) {
        throw new CaseNotReadyError(
          sentence(
            `الرسوم المستحقة ${file.fees!.format('ar')} جنيه والمسدد ${amount.format('ar')}.`,
            `The fees are ${file.fees!.format('en')} pounds, not ${amount.format('en')}.`
          ),
          { facts: { due: String(file.fees), paid: String(amount), tariff: file.tariff } }
        )
      }
      await file.merge({ feesPaidOn: on, feesReceiptNo: receiptNo }).save()
      return { facts: { amount: String(amount), receiptNo } }
    })
  }

  inspect(caseId: number, act: CaseAct & { note: string }): Promise<EncroachmentCase> {
    return moveCase(caseId, 'inspect_file', act, async (kase, trx, on) => {
      const file = await liveFile(kase, trx)
      assertRules(judgeHands(act.by.id, 'surveyor', { maker: file.madeBy }))
      file.merge({ inspectedOn: on, inspectorId: act.by.id, inspectionNote: act.note })
      await file.save()
    })
  }

  /** The price as the valuation committee found it (التثمين). */
  value(
    caseId: number,
    { valuation }: { valuation: Money },
    act: CaseAct
  ): Promise<EncroachmentCase> {
    return moveCase(caseId, 'value', act, async (kase, trx, on) => {
      const file = await liveFile(kase, trx)
      assertRules(judgeHands(act.by.id, 'valuer', { surveyor: file.inspectorId }))
      await file.merge({ valuation, valuedOn: on, valuedBy: act.by.id }).save()
      return { facts: { valuation: String(valuation) } }
    })
  }
}
