import type User from '#identity/models/user'
import { OverrideRefusedError, RulesStandError } from '#registry/register/errors'
import type { KeptFinding } from '#registry/models/register_transaction'
import { ruleOf } from '#registry/rules/catalogue'
import type { Finding } from '#registry/rules/finding'

/** A rule that somebody lets pass, and why. */
export interface AskedOverride {
  rule: string
  reason: string
}

/** Reasons shorter than this say nothing. */
const LEAST = 10

/** The same sentence once, the gravest first. */
export function onlyOnce(findings: readonly Finding[]): Finding[] {
  const seen = new Map<string, Finding>()
  for (const finding of findings) {
    const key = `${finding.rule} ${finding.messages.en}`
    if (seen.has(key)) continue
    seen.set(key, { ...finding, legal: finding.legal ?? ruleOf(finding.rule).legal.ar })
  }
  const order = { critical: 0, medium: 1, warning: 2 }
  return [...seen.values()].sort((a, b) => order[a.severity] - order[b.severity])
}

/**
 * Holds what the rules found against the overrides given: each critical finding must be overridden by
 * someone who may, with a reason, or it stops the approval. What is let pass is kept with its reason.
 * @throws RulesStandError, OverrideRefusedError
 */
export function settle(
  findings: readonly Finding[],
  overrides: readonly AskedOverride[],
  { by, unitId }: { by: User; unitId: number }
): KeptFinding[] {
  const reasons = new Map(overrides.map(({ rule, reason }) => [rule, reason.trim()]))
  const kept = onlyOnce(findings).map((finding): KeptFinding => {
    const reason = reasons.get(finding.rule)
    if (finding.severity !== 'critical' || reason === undefined) return finding
    if (!finding.overridable) throw new OverrideRefusedError(finding.rule, 'never')
    if (!by.can('registry.rules.override', unitId))
      throw new OverrideRefusedError(finding.rule, 'permission')
    if ([...reason].length < LEAST) throw new OverrideRefusedError(finding.rule, 'reason')
    return { ...finding, override: { reason, by: { id: by.id, name: by.fullName } } }
  })
  refuseStanding(kept)
  return kept
}

/**
 * The same on the day on which an approved change takes effect: what was let pass at its approval stays
 * let pass for the same reason; a critical finding that is new stops it.
 * @throws RulesStandError
 */
export function settleAgain(
  findings: readonly Finding[],
  approved: readonly KeptFinding[]
): KeptFinding[] {
  const kept = keepPassed(onlyOnce(findings), approved)
  refuseStanding(kept)
  return kept
}

/** Puts the reasons given at the approval beside what the rules find now. */
export function keepPassed(
  findings: readonly Finding[],
  approved: readonly KeptFinding[]
): KeptFinding[] {
  const passed = new Map(
    approved.flatMap(({ rule, override }) => (override ? [[rule, override] as const] : []))
  )
  return findings.map((finding): KeptFinding => {
    const override = finding.severity === 'critical' ? passed.get(finding.rule) : undefined
    return override ? { ...finding, override } : finding
  })
}

function refuseStanding(kept: readonly KeptFinding[]): void {
  const standing = kept.filter(({ severity, override }) => severity === 'critical' && !override)
  if (standing.length > 0) throw new RulesStandError(standing)
}
