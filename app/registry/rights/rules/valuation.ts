import { addMonths, type Day } from '#core/days'
import { sentence } from '#core/domain_error'
import { type Money } from '#core/money'
import type { Trx } from '#core/within'
import Valuation from '#registry/models/valuation'
import type { Finding } from '#registry/rules/finding'
import { ruleParameters } from '#registry/rules/parameters'

interface Asked {
  unitId: number
  on: Day
  trx: Trx
}

/** The valuation of an asset that counts on a day: the last approved one, not a rent. */
export function valuationOf(assetId: number, { on, trx }: { on: Day; trx: Trx }) {
  return Valuation.query({ client: trx })
    .where({ asset_id: assetId, status: 'approved' })
    .whereNot('basis', 'rent')
    .where('valued_on', '<=', on)
    .orderBy('valued_on', 'desc')
    .orderBy('id', 'desc')
    .first()
}

/** R14: a valuation approved, by a committee, in its time and not older than the dated months. */
export async function judgeValuation(
  valuation: Valuation | null,
  { unitId, on, trx }: Asked
): Promise<Finding[]> {
  const { months, legal } = await ruleParameters('R14', { on, unitId, trx })
  const say = (ar: string, en: string, facts: Record<string, unknown> = {}): Finding[] => [
    {
      rule: 'R14',
      severity: 'critical',
      messages: sentence(ar, en),
      cure: sentence(
        'اعرض الأصل على لجنة التقييم واعتمد قيمته.',
        'Have the committee value the asset and the value approved.'
      ),
      facts: { months, ...facts },
      overridable: true,
      legal,
    },
  ]
  if (!valuation || valuation.status !== 'approved') {
    return say('ليس للأصل تقييم معتمد.', 'The asset has no approved valuation.')
  }
  const facts = { valuationId: valuation.id, valuedOn: valuation.valuedOn }
  if (!valuation.committee) {
    return say('التقييم ليس من لجنة.', 'The valuation is not by a committee.', facts)
  }
  if (valuation.validUntil < on || valuation.valuedOn < addMonths(on, -Number(months))) {
    return say(
      `التقييم المؤرخ ${valuation.valuedOn} مضت صلاحيته: ${months} شهرًا على الأكثر وحتى ${valuation.validUntil}.`,
      `The valuation of ${valuation.valuedOn} is stale: ${months} months at most, and until ${valuation.validUntil}.`,
      facts
    )
  }
  return []
}

/** R15: an award is not below the approved valuation (times the dated share). */
export async function judgePrice(
  price: Money,
  valuation: Valuation | null,
  { unitId, on, trx }: Asked
): Promise<Finding[]> {
  if (!valuation) return []
  const { share, legal } = await ruleParameters('R15', { on, unitId, trx })
  const least = valuation.amount.times(share, { round: 'half_up' })
  if (price.compare(least) >= 0) return []
  return [
    {
      rule: 'R15',
      severity: 'critical',
      messages: sentence(
        `الثمن ${price.format('ar')} أقل من التقييم المعتمد ${least.format('ar')}.`,
        `The price ${price.format('en')} is below the approved valuation ${least.format('en')}.`
      ),
      cure: sentence(
        'أعد الطرح أو اعرض الأصل على تقييم جديد.',
        'Offer it again, or have it valued anew.'
      ),
      facts: { price: String(price), least: String(least), valuationId: valuation.id },
      overridable: false,
      legal,
    },
  ]
}
