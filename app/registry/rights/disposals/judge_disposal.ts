import { today } from '#core/days'
import type { Money } from '#core/money'
import type { Trx } from '#core/within'
import type Asset from '#registry/models/asset'
import type Disposal from '#registry/models/disposal'
import Valuation from '#registry/models/valuation'
import { forbidUnless } from '#registry/rights/disposals/disposal_step'
import { judgeDomain } from '#registry/rights/rules/domain'
import { judgePrice, judgeValuation } from '#registry/rights/rules/valuation'

/** R13 of a disposal as it stands. */
export async function disposalDomain(disposal: Disposal, asset: Asset, trx: Trx) {
  return judgeDomain({
    asset,
    kind: disposal.kind,
    undedicationId: disposal.undedicationId,
    on: today(),
    trx,
  })
}

/** R14 of a disposal by the valuation it took. */
export async function disposalValuation(disposal: Disposal, trx: Trx) {
  const valuation = disposal.valuationId
    ? await Valuation.find(disposal.valuationId, { client: trx })
    : null
  const findings = await judgeValuation(valuation, {
    unitId: disposal.unitId,
    on: today(),
    trx,
  })
  return { valuation, findings }
}

/** R14 and R15 of a price; an allocation to an authority may be free of price by its legal basis. */
export async function assertWorth(
  disposal: Disposal,
  price: Money,
  trx: Trx,
  passing?: Parameters<typeof forbidUnless>[1]
): Promise<void> {
  const { valuation, findings } = await disposalValuation(disposal, trx)
  const asked = { unitId: disposal.unitId, on: today(), trx }
  const prices = disposal.kind === 'sale' ? await judgePrice(price, valuation, asked) : []
  forbidUnless([...findings, ...prices], passing)
}
