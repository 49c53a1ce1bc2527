import { datedSetting, datedSettings } from '#core/settings'
import type { Day } from '#core/days'
import type { Trx } from '#core/within'
import type { RuleId, Severity } from '#registry/rules/finding'

/** What each rule is measured by: lengths in metres, areas in square metres, shares of one. */
export interface RuleLimits {
  R1: { min_area_m2: number; unit_margin_m: number }
  R2: { area_m2: number; share: number }
  R3: { gap_m: number; edge_m: number }
  R4: { ok: number; minutes: number }
  R5: { share: number; sahm: number }
  R6: { metres: number; share: number }
  R13: { allowed_kinds: string[]; longest_months: number; undedicated_by: string[] }
  R14: { months: number }
  R15: { share: string }
  R21: { near_m: number }
  R22: { visits: number }
  R28: { minimum_count: number }
}

/** A rule as it holds on a day: its limits, how grave it is, and the text that makes it a rule. */
export type RuleParameters<Id extends RuleId = RuleId> = (Id extends keyof RuleLimits
  ? RuleLimits[Id]
  : Record<string, number>) & { severity: Severity; legal: string }

/**
 * The parameters of a rule for a unit on a day, from the dated settings `registry.rules.ID` (the
 * unit's own before the general ones).
 * @throws SettingMissingError when the rule has no parameters that day
 */
export async function ruleParameters<Id extends RuleId>(
  rule: Id,
  asked: { on?: Day; unitId?: number; trx?: Trx } = {}
): Promise<RuleParameters<Id>> {
  const { value, legalReference } = await datedSetting<object>(`registry.rules.${rule}`, asked)
  return { ...value, legal: legalReference } as RuleParameters<Id>
}

/** What is needed to judge shapes: read once for many shapes of one unit. */
export interface ShapeRules {
  R1: RuleParameters<'R1'>
  R2: RuleParameters<'R2'>
  R3: RuleParameters<'R3'>
}

/** The parameters of the rules about one shape and its neighbours. */
export async function shapeRules(
  asked: { on?: Day; unitId?: number; trx?: Trx } = {}
): Promise<ShapeRules> {
  const found = await datedSettings<object>(
    ['R1', 'R2', 'R3'].map((rule) => `registry.rules.${rule}`),
    asked
  )
  const of = (rule: string) => {
    const { value, legalReference } = found.get(`registry.rules.${rule}`)!
    return { ...value, legal: legalReference }
  }
  return { R1: of('R1'), R2: of('R2'), R3: of('R3') } as ShapeRules
}
