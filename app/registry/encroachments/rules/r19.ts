import { sentence, type Sentence } from '#core/domain_error'
import type { Finding } from '#registry/rules/finding'

const HANDS = {
  maker: sentence('معد القرار', 'the maker of the order'),
  surveyor: sentence('محرر المعاينة', 'the surveyor'),
  decider: sentence('مصدر القرار', 'who issued the decision'),
  executor: sentence('منفذ الإزالة', 'the executor'),
  verifier: sentence('القائم بإعادة المعاينة', 'who inspects again'),
  valuer: sentence('مقدر السعر', 'the valuer'),
  lawyer: sentence('صاحب الرأي القانوني', 'the legal officer'),
} as const satisfies Record<string, Sentence>

export type Hand = keyof typeof HANDS

/**
 * R19: maker, surveyor, decider and executor of a removal are different people; who inspects again did
 * not execute; who values does not decide. The database holds the same by CHECKs of `removal_orders` and
 * `legalisation_files`. Nobody may pass this rule.
 * @param earlier the hands that were on it before, by what they did
 */
export function judgeHands(
  personId: number | null,
  as: Hand,
  earlier: Partial<Record<Hand, number | null>>
): Finding[] {
  return (Object.keys(earlier) as Hand[])
    .filter((hand) => earlier[hand] !== null && Number(earlier[hand]) === Number(personId))
    .map((hand) => ({
      rule: 'R19',
      severity: 'critical',
      messages: sentence(
        `أنت ${HANDS[hand].ar} في هذا الملف، فلا تكون ${HANDS[as].ar}.`,
        `You were ${HANDS[hand].en} in this case and cannot also be ${HANDS[as].en}.`
      ),
      cure: sentence('يقوم بها زميل آخر.', 'A colleague does it.'),
      facts: { personId, as, was: hand },
      overridable: false,
    }))
}
