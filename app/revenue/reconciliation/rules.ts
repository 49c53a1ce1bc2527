import { settingAt } from '#core/settings'
import type { Month } from '#core/fiscal'
import type { Trx } from '#core/within'
import { UnknownRuleError } from '#revenue/errors'

/** One rule of docs/reconciliation.md as a governorate set it. Days are whole, tolerance is money. */
export interface MatchRule {
  id: RuleId
  leg: 1 | 2 | 3
  order: number
  /** Certain rules match by themselves; the others only suggest. */
  certain: boolean
  /** How many days the payment may come before the fact it pays … */
  window_before_days: number
  /** … and how many days after it. */
  window_after_days: number
  /** Decimal text; only `0.00` is understood today: amounts are equal or they are not. */
  tolerance: string
}

/** Rules that rest on the paper's own reference: they may be switched off, never made doubtful. */
export const REFERENCE_RULES = [
  'reference_exact',
  'reference_amount_differs',
  'right_head_period',
  'slip_no',
  'batch_no',
  'deposit_reference',
  'returned_cheque',
] as const

/** Rules that rest on likeness: suggestions unless the governorate decides to trust them. */
export const LIKENESS_RULES = [
  'payer_amount',
  'site_amount',
  'account_amount',
  'slips_to_one_credit',
  'one_slip_to_credits',
] as const

export type RuleId = (typeof REFERENCE_RULES)[number] | (typeof LIKENESS_RULES)[number]

/** The rules of one run, by id. */
export class RuleBook {
  readonly #byId: Map<RuleId, MatchRule>

  /** @throws UnknownRuleError for an id, a doubtful reference rule or a tolerance it does not know */
  constructor(readonly rules: readonly MatchRule[]) {
    for (const rule of rules) {
      const reference = (REFERENCE_RULES as readonly string[]).includes(rule.id)
      const known = reference || (LIKENESS_RULES as readonly string[]).includes(rule.id)
      if (!known || (reference && !rule.certain) || !/^0(\.0+)?$/.test(rule.tolerance)) {
        throw new UnknownRuleError(rule.id)
      }
    }
    this.#byId = new Map(rules.map((rule) => [rule.id, rule]))
  }

  /** The rules that hold at the end of the month, for the unit or above it. */
  static async of(unitId: number, month: Month, trx?: Trx): Promise<RuleBook> {
    const rules = await settingAt<MatchRule[]>('reconciliation.rules', {
      on: month.last,
      unitId,
      trx,
    })
    return new RuleBook(rules)
  }

  has(id: RuleId): boolean {
    return this.#byId.has(id)
  }

  isCertain(id: RuleId): boolean {
    return this.#byId.get(id)?.certain ?? false
  }

  /** Days before and after; a rule that is switched off has an empty window. */
  window(id: RuleId): { before: number; after: number } {
    const rule = this.#byId.get(id)
    return { before: rule?.window_before_days ?? 0, after: rule?.window_after_days ?? 0 }
  }
}
