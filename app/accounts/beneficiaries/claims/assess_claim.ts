import db from '@adonisjs/lucid/services/db'
import type { Trx } from '#core/within'
import type { Assessment, Claim, Finding } from '#accounts/beneficiaries/claims/claim'
import { duplicatesOf } from '#accounts/beneficiaries/claims/duplicates'
import { splittingOf } from '#accounts/beneficiaries/claims/splitting'

/** Looks a claim over before it is paid, and says why; writes nothing. A person decides. */
export async function assessClaim(
  claim: Claim,
  { trx = db as unknown as Trx }: { trx?: Trx } = {}
): Promise<Assessment> {
  const findings: Finding[] = [
    ...(await duplicatesOf(claim, trx)),
    ...(await splittingOf(claim, trx)),
  ]
  const has = (severity: string) => findings.some((finding) => finding.severity === severity)
  return {
    verdict: has('certain') ? 'blocked' : has('likely') ? 'suspect' : 'clear',
    findings,
  }
}
