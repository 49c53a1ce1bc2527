import { fold } from '#core/arabic'
import { today, type Day } from '#core/days'
import { sentence } from '#core/domain_error'
import type { Money } from '#core/money'
import type { Trx } from '#core/within'
import { CaseNotReadyError, PortalNumberTakenError } from '#registry/encroachments/errors'
import { keepShape } from '#registry/encroachments/land'
import { legalisationFees } from '#registry/encroachments/legalisation_fees'
import { assertRules, moveCase, type CaseAct } from '#registry/encroachments/move_case'
import { liveFile } from '#registry/encroachments/queries/hands'
import { judgeHands } from '#registry/encroachments/rules/r19'
import { freezeAround } from '#registry/encroachments/rules/r20'
import type { Shape } from '#registry/geo/shape'
import type EncroachmentCase from '#registry/models/encroachment_case'
import LegalisationFile from '#registry/models/legalisation_file'

export interface FileInput {
  portalNo: string
  filedOn: Day
  applicantName: string
  ground: 'agricultural' | 'built'
  areaM2: string
  carriedOver?: boolean
  shape?: Shape | null
  assetId?: number | null
}

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

/**
 * Records a file with its fees and its ground, takes up the one of the portal's list, and freezes the
 * removals it lies on (R20).
 * @throws PortalNumberTakenError when it stands for another case, or has ended
 */
export async function recordFile(
  input: FileInput & { unitId: number; importId?: number | null },
  { by, kase, trx }: { by: number | null; kase?: EncroachmentCase; trx: Trx }
): Promise<LegalisationFile> {
  if (input.filedOn > today()) {
    throw new CaseNotReadyError(
      sentence(`التاريخ ${input.filedOn} لم يأت بعد.`, `The day ${input.filedOn} has not come yet.`)
    )
  }
  const known = await LegalisationFile.query({ client: trx })
    .where('portal_no', input.portalNo.trim())
    .forUpdate()
    .first()
  const taken =
    known && (known.unitId !== input.unitId || known.caseId || known.status !== 'active')
  if (taken) throw new PortalNumberTakenError(input.portalNo)
  const fees = await legalisationFees(input, trx)
  const file = known ?? new LegalisationFile()
  file.useTransaction(trx)
  file.merge({
    unitId: input.unitId,
    portalNo: input.portalNo.trim(),
    caseId: kase?.id ?? null,
    episode: kase?.episode ?? null,
    assetId: input.assetId ?? null,
    status: 'active',
    filedOn: input.filedOn,
    applicantName: input.applicantName,
    foldedApplicant: fold(input.applicantName),
    ground: input.ground,
    areaM2: input.areaM2,
    carriedOver: input.carriedOver ?? false,
    examFee: fees.examination,
    inspectionFee: fees.inspection,
    tariff: fees.legal,
    madeBy: by,
    importId: input.importId ?? known?.importId ?? null,
  })
  await file.save()
  if (input.shape) {
    const { id, unitId } = file
    await keepShape('legalisation_shapes', { id, unitId, shape: input.shape }, trx)
  }
  await freezeAround(file, trx)
  return file
}
