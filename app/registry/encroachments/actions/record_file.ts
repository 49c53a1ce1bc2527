import { fold } from '#core/arabic'
import { today, type Day } from '#core/days'
import { sentence } from '#core/domain_error'
import type { Trx } from '#core/within'
import { CaseNotReadyError, PortalNumberTakenError } from '#registry/encroachments/errors'
import { keepShape } from '#registry/encroachments/land'
import { legalisationFees } from '#registry/encroachments/legalisation_fees'
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
