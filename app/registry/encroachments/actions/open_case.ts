import { today } from '#core/days'
import { sentence } from '#core/domain_error'
import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import { createCase, keepAssets, type CaseInput } from '#registry/encroachments/actions/case_record'
import { CaseNotReadyError, CaseRuleError, SourceTakenError } from '#registry/encroachments/errors'
import { assetsUnder, keepShape } from '#registry/encroachments/land'
import { freezeCase } from '#registry/encroachments/rules/r20'
import { addStep } from '#registry/encroachments/timeline'
import { problemsOf } from '#registry/geo/overlay'
import type EncroachmentCase from '#registry/models/encroachment_case'

/**
 * A case is opened (فتح ملف تعد) as detected: numbered, its ground compared with the register and with
 * the active legalisation files. It may stand on no registered asset at all.
 */
export default class OpenCase {
  /** @throws CaseRuleError when its shape is not sound; CaseNotReadyError for a day to come; SourceTakenError */
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
      await this.#assertNew(input, trx)
      const asked = { on, unitId: input.unitId, trx }
      const under = input.shape ? await assetsUnder(input.shape, asked) : []
      const kase = await createCase(input, on, by, under[0]?.id ?? null, trx)
      if (input.shape) {
        const { id, unitId } = kase
        await keepShape('encroachment_shapes', { id, unitId, shape: input.shape }, trx)
      }
      if (input.documentId) {
        const link = { document_id: input.documentId, subject_type: 'encroachment' }
        await trx.table('document_links').insert({ ...link, subject_id: kase.id })
      }
      await keepAssets(kase, under, trx)
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

  /** The same complaint, change or report comes in once. */
  async #assertNew({ unitId, source, sourceRef }: CaseInput, trx: Trx): Promise<void> {
    if (!sourceRef?.trim()) return
    const known = await trx
      .from('encroachment_cases')
      .where({ unit_id: unitId, source, source_ref: sourceRef.trim() })
      .first()
    if (known) throw new SourceTakenError(sourceRef.trim(), known.case_no)
  }
}
