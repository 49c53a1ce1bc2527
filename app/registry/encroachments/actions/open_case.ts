import { fold } from '#core/arabic'
import { today, type Day } from '#core/days'
import { sentence } from '#core/domain_error'
import { FiscalYear } from '#core/fiscal'
import { nextNumber } from '#core/numbering'
import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import { deadlineOf } from '#registry/encroachments/deadlines'
import { CaseNotReadyError } from '#registry/encroachments/errors'
import type { CaseKind, CaseSource, Ground } from '#registry/encroachments/kinds'
import { areaText, assetsUnder, keepShape } from '#registry/encroachments/land'
import { freezeCase } from '#registry/encroachments/rules/r20'
import { addStep } from '#registry/encroachments/timeline'
import { CaseRuleError } from '#registry/encroachments/errors'
import { problemsOf } from '#registry/geo/overlay'
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
}

/**
 * A case is opened (فتح ملف تعد) as detected: numbered, its ground compared with the register and with
 * the active legalisation files. It may stand on no registered asset at all.
 */
export default class OpenCase {
  /** @throws CaseRuleError when its shape is not sound; CaseNotReadyError for a day to come */
  async handle(
    input: CaseInput,
    { by, trx: outer }: { by: Actor; trx?: Trx }
  ): Promise<EncroachmentCase> {
    const on = input.detectedOn ?? today()
    if (on > today()) {
      throw new CaseNotReadyError(
        sentence(`التاريخ ${on} لم يأت بعد.`, `The day ${on} has not come yet.`)
      )
    }
    const unsound = input.shape ? problemsOf(input.shape) : []
    if (unsound.length > 0) throw new CaseRuleError(unsound)
    return within(outer, async (trx) => {
      const asked = { on, unitId: input.unitId, trx }
      const under = input.shape ? await assetsUnder(input.shape, asked) : []
      const kase = await this.#create(input, on, by, under[0]?.id ?? null, trx)
      if (input.shape) {
        const { id, unitId } = kase
        await keepShape('encroachment_shapes', { id, unitId, shape: input.shape }, trx)
      }
      await this.#keepAssets(kase, under, trx)
      const { id: caseId, episode, caseNo, unitId } = kase
      const facts = { assets: under.length, areaM2: kase.areaM2 }
      await addStep(
        { caseId, episode, step: 'detect', from: null, to: 'detected', on, facts },
        by,
        trx
      )
      await Trail.record(
        {
          action: 'encroachment.opened',
          ...{ unitId, subjectType: 'encroachment', subjectId: caseId, label: caseNo },
          after: { ...kase.picture(), assets: under.map(({ id }) => id) },
        },
        { by, trx }
      )
      await freezeCase(kase, trx)
      return kase
    })
  }

  async #create(input: CaseInput, on: Day, by: Actor, underneath: number | null, trx: Trx) {
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

  async #keepAssets(
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
}
