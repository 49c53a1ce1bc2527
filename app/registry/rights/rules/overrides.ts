import type User from '#identity/models/user'
import type { Finding } from '#registry/rules/finding'

/** A rule passed with a written reason. */
export interface Override {
  rule: string
  reason: string
}

/** Whether a finding is passed: it may be, a reason is written, and the person may pass rules there. */
export function passed(
  finding: Finding,
  overrides: readonly Override[],
  by: User,
  unitId: number
): boolean {
  if (!finding.overridable || !by.can('registry.rules.override', unitId)) return false
  return overrides.some(({ rule, reason }) => rule === finding.rule && reason.trim().length >= 5)
}
