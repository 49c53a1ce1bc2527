import { addMonths, type Day } from '#core/days'
import { sentence } from '#core/domain_error'
import type { Trx } from '#core/within'
import type { Finding } from '#registry/rules/finding'
import { ruleParameters } from '#registry/rules/parameters'

export interface DomainQuestion {
  asset: { domain: string; unitId: number }
  /** Kind of right, or `sale` and `allocation` of a disposal. */
  kind: string
  validFrom?: Day
  validTo?: Day
  undedicationId: number | null
  on: Day
  trx: Trx
}

/**
 * R13: public property is not disposed of, and bears licences only, unless a decision ended its
 * dedication (Civil Code 87–88). A domain nobody established is said aloud, and stops a disposal.
 */
export async function judgeDomain(question: DomainQuestion): Promise<Finding[]> {
  const { asset, kind, validFrom, validTo, undedicationId, on, trx } = question
  const disposes = kind === 'sale' || kind === 'allocation'
  if (asset.domain === 'unknown') return [unknownDomain(disposes)]
  if (asset.domain !== 'public') return []
  const rule = await ruleParameters('R13', { on, unitId: asset.unitId, trx })
  if (undedicationId !== null) {
    const basis = await trx.from('legal_bases').where('id', undedicationId).select('kind').first()
    if (basis && rule.undedicated_by.includes(basis.kind)) return []
  }
  const short =
    !validFrom || !validTo || validTo <= addMonths(validFrom, Number(rule.longest_months))
  if (rule.allowed_kinds.includes(kind) && short) return []
  const months = rule.longest_months
  return [
    {
      rule: 'R13',
      severity: 'critical',
      messages: sentence(
        `الأصل من أملاك الدولة العامة: يقبل ترخيصًا مدته ${months} شهرًا على الأكثر، ولا يباع ولا يخصص ولا يؤجر.`,
        `The asset is public property: it bears a licence of ${months} months at most, and is not sold, allocated or leased.`
      ),
      cure: sentence(
        'اذكر قرار إنهاء التخصيص للمنفعة العامة إن صدر.',
        'Name the decision that ended its public dedication, if there is one.'
      ),
      facts: { domain: asset.domain, kind, longestMonths: months },
      overridable: false,
      legal: rule.legal,
    },
  ]
}

function unknownDomain(disposes: boolean): Finding {
  return {
    rule: 'R13',
    severity: disposes ? 'critical' : 'warning',
    messages: sentence(
      'لم تثبت صفة الأصل: ملكية عامة أم خاصة للدولة.',
      'Nobody has established whether the asset is public or private property of the state.'
    ),
    cure: sentence(
      'أثبت صفته بمعاملة إعادة تصنيف في السجل.',
      'Establish it by a reclassification in the register.'
    ),
    facts: { domain: 'unknown' },
    overridable: false,
    legal: 'المادتان 87 و88 من القانون المدني',
  }
}
