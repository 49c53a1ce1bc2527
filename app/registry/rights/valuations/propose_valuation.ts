import { addDays, addMonths, type Day } from '#core/days'
import type { Money } from '#core/money'
import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import Asset from '#registry/models/asset'
import Valuation from '#registry/models/valuation'
import { ruleParameters } from '#registry/rules/parameters'
import type { BASES, METHODS } from '#registry/rights/valuations/kinds'

export interface ValuationInput {
  assetId: number
  basis: (typeof BASES)[number]
  /** Value of the asset; of a rent basis: one year of rent. */
  amount: Money
  valuedOn: Day
  /** Left out: as long as the dated rule R14 lets a valuation stand. */
  validUntil?: Day | null
  method: (typeof METHODS)[number]
  comparables?: string | null
  /** Names of the committee; null when it is not by a committee. */
  committee?: string | null
  valuerId?: number | null
  decisionNo?: string | null
  decisionOn?: Day | null
  documentId?: number | null
  notes?: string | null
}

/** Writes a valuation down; it counts when another person has approved it. */
export default class ProposeValuation {
  async handle(
    input: ValuationInput,
    { by, trx: outer }: { by: Actor & { id: number }; trx?: Trx }
  ): Promise<Valuation> {
    return within(outer, async (trx) => {
      const asset = await Asset.findOrFail(input.assetId, { client: trx })
      const { months } = await ruleParameters('R14', {
        on: input.valuedOn,
        unitId: asset.unitId,
        trx,
      })
      const valuation = await Valuation.create(
        {
          ...input,
          unitId: asset.unitId,
          validUntil: input.validUntil ?? addDays(addMonths(input.valuedOn, Number(months)), -1),
          status: 'draft',
          madeBy: by.id,
        },
        { client: trx }
      )
      await Trail.record(
        {
          action: 'valuation.created',
          unitId: asset.unitId,
          subjectType: 'valuation',
          subjectId: valuation.id,
          label: asset.code,
          after: valuation.picture(),
        },
        { by, trx }
      )
      return valuation
    })
  }
}
