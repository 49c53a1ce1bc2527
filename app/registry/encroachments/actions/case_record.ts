import { fold } from '#core/arabic'
import type { Day } from '#core/days'
import { FiscalYear } from '#core/fiscal'
import { nextNumber } from '#core/numbering'
import type { Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { deadlineOf } from '#registry/encroachments/deadlines'
import type { CaseKind, CaseSource, Ground } from '#registry/encroachments/kinds'
import { areaText } from '#registry/encroachments/land'
import type { Shape } from '#registry/geo/shape'
import EncroachmentCase from '#registry/models/encroachment_case'

export interface CaseInput {
  unitId: number
  source: CaseSource
  /** Number of the complaint, of the spatial change …: the same one comes in once. */
  sourceRef?: string | null
  kind: CaseKind
  ground: Ground
  description: string
  place?: string | null
  assetId?: number | null
  occupancyId?: number | null
  partyId?: number | null
  occupierName?: string | null
  shape?: Shape | null
  /** Where there is no polygon to measure. */
  areaM2?: string | null
  detectedOn?: Day
  importId?: number | null
  /** A paper that is kept already, which the case takes with it. */
  documentId?: number | null
}

/** The row of a new case, with its number of the unit and year. */
export async function createCase(
  input: CaseInput,
  on: Day,
  by: Actor,
  underneath: number | null,
  trx: Trx
): Promise<EncroachmentCase> {
  const { unitId } = input
  const occupierName = input.occupierName?.trim() || 'غير معلوم'
  const year = FiscalYear.containing(on)
  const number = await nextNumber({ unitId, book: 'encroachments', fiscalYear: year.label }, trx)
  return EncroachmentCase.create(
    {
      unitId,
      caseNo: `${number}/${year.label}`,
      episode: 1,
      status: 'detected',
      statusSince: on,
      deadlineOn: await deadlineOf('detected', { on, unitId, trx }),
      source: input.source,
      sourceRef: input.sourceRef?.trim() || null,
      kind: input.kind,
      ground: input.ground,
      description: input.description,
      place: input.place ?? null,
      assetId: input.assetId ?? underneath,
      occupancyId: input.occupancyId ?? null,
      partyId: input.partyId ?? null,
      occupierName,
      foldedOccupier: fold(occupierName),
      areaM2: (input.shape && areaText(input.shape)) ?? input.areaM2 ?? null,
      detectedOn: on,
      madeBy: by.id,
      importId: input.importId ?? null,
    },
    { client: trx }
  )
}

/** Which assets a case stands on, with the ground shared. */
export async function keepAssets(
  kase: EncroachmentCase,
  under: readonly { id: number; shared: number | null }[],
  trx: Trx
): Promise<void> {
  const known = new Set(under.map(({ id }) => id))
  const rows = under.map(({ id, shared }) => ({
    case_id: kase.id,
    asset_id: id,
    shared_area_m2: shared === null ? null : shared.toFixed(4),
  }))
  if (kase.assetId && !known.has(kase.assetId)) {
    rows.push({ case_id: kase.id, asset_id: kase.assetId, shared_area_m2: null })
  }
  if (rows.length > 0) await trx.table('encroachment_assets').multiInsert(rows)
}
