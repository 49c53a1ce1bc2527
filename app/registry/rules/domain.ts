import { sentence } from '#core/domain_error'
import { atMoment, type Finding, type Moment } from '#registry/rules/finding'

/** The decision that takes an asset out of public use (قرار إنهاء التخصيص للمنفعة العامة). */
export interface Undedication {
  number: string
  on: string
  authority: string
}

const LEGAL = 'القانون المدني، المادتان 87 و88'

/**
 * Rule R13: what is of the public domain is not disposed of, nor let for long, nor made private,
 * before a decision ends its dedication to public use (Civil Code 87–88).
 */
export function judgeDomain(asked: {
  domain: string
  code: string
  undedication: Undedication | null
  moment: Moment
}): Finding[] {
  const { domain, code, undedication, moment } = asked
  if (domain !== 'public' || undedication) return []
  return [
    {
      rule: 'R13',
      severity: atMoment('critical', moment),
      messages: sentence(
        `الأصل ${code} من الأملاك العامة ولم يذكر قرار إنهاء تخصيصه للمنفعة العامة.`,
        `Asset ${code} is of the public domain, and no decision ends its dedication to public use.`
      ),
      cure: sentence(
        'اذكر رقم القرار وتاريخه والجهة التي أصدرته.',
        'Give the number, day and authority of that decision.'
      ),
      facts: { code, domain },
      overridable: false,
      legal: LEGAL,
    },
  ]
}
