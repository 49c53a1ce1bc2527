import type { Locale } from '#core/domain_error'
import { assessClaim } from '#accounts/beneficiaries/claims/assess_claim'
import { claimOf } from '#accounts/beneficiaries/claims/judge_claims'
import { told } from '#accounts/payments/look_first'
import { claimsOf } from '#accounts/payments/voucher_claims'
import type PaymentVoucher from '#accounts/models/payment_voucher'

const OPEN = ['draft', 'submitted', 'returned']

/**
 * What the checks say of each invoice of a form: now, as long as it is not approved; afterwards what they
 * said then, with the answer of who let a duplicate pass.
 */
export async function claimsShown({ id, status, invoices }: PaymentVoucher, locale: Locale) {
  const claims = await claimsOf(id)
  const shown = []
  for (const claim of claims) {
    const now = OPEN.includes(status) ? await assessClaim(claimOf(claim, claims)) : claim
    if (now.findings.length === 0) continue
    shown.push({
      invoiceNo: invoices.find((one) => one.id === claim.documentId)?.invoiceNo ?? claim.invoiceNo,
      verdict: now.verdict,
      answer: claim.overrideReason,
      findings: told(now.findings, locale),
    })
  }
  return { shown, isBlocked: shown.some(({ verdict }) => verdict === 'blocked') }
}
