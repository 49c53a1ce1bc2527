import { sentence } from '#core/domain_error'
import { within, type Trx } from '#core/within'
import { assessClaim } from '#accounts/beneficiaries/claims/assess_claim'
import type { Claim, Finding } from '#accounts/beneficiaries/claims/claim'
import { holdClaimsOf } from '#accounts/beneficiaries/claims/record_claim'
import { ClaimRefusedError } from '#accounts/beneficiaries/errors'
import type PaymentClaim from '#accounts/models/payment_claim'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'

interface Judging {
  by: Actor & { id: number }
  /** Why duplicates are paid all the same; another person than their maker writes it. */
  reason?: string | null
  trx?: Trx
}

/**
 * The second person's look at the claims of a paper before it is approved: looked over again, since
 * others came and went. Duplicates pass with his reason alone, which is kept with his name.
 * @throws ClaimRefusedError with the findings that stop it
 */
export async function judgeClaims(
  claims: readonly PaymentClaim[],
  { by, reason: given, trx: outer }: Judging
): Promise<void> {
  const reason = given?.trim() || null
  await within(outer, async (trx) => {
    const stopping: Finding[] = []
    for (const claim of claims) {
      await holdClaimsOf(claim.beneficiaryId, trx)
      const of = claimOf(claim, claims)
      const { verdict, findings } = await assessClaim(of, { trx })
      const stops = verdict === 'blocked'
      if (stops) stopping.push(...findings.filter(({ severity }) => severity === 'certain'))
      const answered = stops && reason && claim.madeBy !== by.id
      await claim
        .useTransaction(trx)
        .merge({ verdict, findings })
        .merge({ overrideReason: answered ? reason : null, overriddenBy: answered ? by.id : null })
        .save()
      if (answered) await tell(claim, findings, { by, reason, trx })
    }
    const open = claims.some((claim) => claim.verdict === 'blocked' && !claim.overriddenBy)
    if (open) throw refusal(stopping)
  })
}

/** A recorded claim as the checks look at it, beside others of its paper. */
export function claimOf(claim: PaymentClaim, ofPaper: readonly PaymentClaim[]): Claim {
  const { unitId, beneficiaryId, claimedOn: on, amount, invoiceNo, taxUuid } = claim
  const { department, itemClass } = claim
  const except = ofPaper.map(({ id }) => id)
  return {
    ...{ unitId, beneficiaryId, on, amount, invoiceNo },
    ...{ taxUuid, department, itemClass, except },
  }
}

function refusal(stopping: readonly Finding[]): ClaimRefusedError {
  const said = (locale: 'ar' | 'en') => stopping.map(({ text }) => text[locale]).join(' ')
  return new ClaimRefusedError(
    sentence(`مطالبة مكررة. ${said('ar')}`, `A duplicate claim. ${said('en')}`),
    {
      facts: { rules: stopping.map(({ rule }) => rule) },
      cure: sentence(
        'راجع المطالبة الأولى؛ ولا تُعتمد إلا بسبب يكتبه غير من حررها ممن له صلاحية التجاوز.',
        'Look at the first claim; only another person who may override approves it, with a written reason.'
      ),
    }
  )
}

async function tell(
  { id, unitId, label }: PaymentClaim,
  findings: readonly Finding[],
  { by, reason, trx }: { by: Actor; reason: string; trx: Trx }
): Promise<void> {
  await Trail.record(
    {
      action: 'payment_claim.overridden',
      unitId,
      subjectType: 'payment_claim',
      subjectId: id,
      label,
      after: { findings: findings.map(({ rule, text }) => ({ rule, ar: text.ar })) },
      reason,
    },
    { by, trx }
  )
}
