import { FiscalYear, today } from '#core/fiscal'
import { sentence } from '#core/domain_error'
import { nextNumber } from '#core/numbering'
import { within } from '#core/within'
import { Trail } from '#audit/trail'
import Asset from '#registry/models/asset'
import Disposal from '#registry/models/disposal'
import { NotNowError } from '#registry/rights/errors'
import { judgeValuation, valuationOf } from '#registry/rights/rules/valuation'
import { disposalStep, forbidUnless, type StepAct } from '#registry/rights/disposals/disposal_step'
import { disposalDomain } from '#registry/rights/disposals/judge_disposal'

export interface DisposalInput {
  assetId: number
  kind: 'sale' | 'allocation'
  way: 'auction' | 'direct'
  /** Binds the buyer or the allottee. */
  purpose: string
  /** Legal basis of dealing without an auction; a direct disposal has one. */
  directBasisId?: number | null
  /** Decision that ended the public dedication, for public property. */
  undedicationId?: number | null
}

/** The first half of a disposal, by who prepares it: proposal, domain check, valuation, offer. */
export default class PrepareDisposal {
  /** @throws NotNowError when another stands on the asset, or a direct one has no basis */
  async propose(input: DisposalInput, { by, trx: outer }: StepAct): Promise<Disposal> {
    if (input.way === 'direct' && !input.directBasisId) {
      throw new NotNowError(
        sentence(
          'التصرف بالأمر المباشر لا يكون إلا بسند قانوني.',
          'A direct disposal needs its legal basis.'
        )
      )
    }
    return within(outer, async (trx) => {
      const asset = await Asset.query({ client: trx })
        .where('id', input.assetId)
        .forUpdate()
        .firstOrFail()
      const live = await Disposal.query({ client: trx }).where('live_asset_id', asset.id).first()
      if (live) {
        throw new NotNowError(
          sentence(
            `على الأصل تصرف لم يقفل برقم ${live.label}.`,
            `Disposal ${live.label} stands on the asset.`
          )
        )
      }
      const fiscalYear = FiscalYear.containing(today()).label
      const disposal = await Disposal.create(
        {
          ...input,
          unitId: asset.unitId,
          fiscalYear,
          number: await nextNumber({ unitId: asset.unitId, book: 'disposals', fiscalYear }, trx),
          status: 'proposed',
          madeBy: by.id,
        },
        { client: trx }
      )
      await Trail.record(
        {
          action: 'disposal.created',
          unitId: asset.unitId,
          subjectType: 'disposal',
          subjectId: disposal.id,
          label: disposal.label,
          after: disposal.picture(),
        },
        { by, trx }
      )
      return disposal
    })
  }

  /** R13. @throws RulesForbidError for public property without the decision, or an unknown domain */
  checkDomain(id: number, act: StepAct): Promise<Disposal> {
    return disposalStep(id, 'domain_checked', act, async (disposal, trx) => {
      const asset = await Asset.findOrFail(disposal.assetId, { client: trx })
      forbidUnless(await disposalDomain(disposal, asset, trx))
      return { domain: asset.domain }
    })
  }

  /** R14: takes the asset's standing valuation. @throws RulesForbidError when there is none in its time */
  value(id: number, act: StepAct): Promise<Disposal> {
    return disposalStep(id, 'valued', act, async (disposal, trx) => {
      const valuation = await valuationOf(disposal.assetId, { on: today(), trx })
      forbidUnless(await judgeValuation(valuation, { unitId: disposal.unitId, on: today(), trx }))
      disposal.valuationId = valuation!.id
      return { valuationId: valuation!.id, amount: String(valuation!.amount) }
    })
  }

  /** The auction is announced with its committee, or the direct case laid before it. */
  offer(
    id: number,
    { members, ...act }: StepAct & { members: readonly { name: string; post: string }[] }
  ): Promise<Disposal> {
    return disposalStep(id, 'offered', act, async (disposal, trx) => {
      const least = disposal.way === 'auction' ? 3 : 1
      if (members.length < least) {
        throw new NotNowError(
          sentence(
            `اللجنة لا تقل عن ${least} أعضاء.`,
            `The committee has at least ${least} members.`
          )
        )
      }
      await trx.from('disposal_members').where('disposal_id', id).delete()
      await trx
        .insertQuery()
        .table('disposal_members')
        .multiInsert(
          members.map((member, index) => ({ disposal_id: id, position: index + 1, ...member }))
        )
      return { members: members.length }
    })
  }

  withdraw(id: number, { reason, ...act }: StepAct & { reason: string }): Promise<Disposal> {
    return disposalStep(id, 'withdrawn', { ...act, reason }, async (disposal) => {
      disposal.refusal = reason
    })
  }
}
