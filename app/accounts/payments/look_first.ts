import { createHash } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import type { HttpContext } from '@adonisjs/core/http'
import { UNFLASHED, type Locale } from '#core/domain_error'
import { safeBackPath } from '#core/safe_back'
import { assessClaim } from '#accounts/beneficiaries/claims/assess_claim'
import type { Claim, Finding } from '#accounts/beneficiaries/claims/claim'
import { claimsFor, claimsOf } from '#accounts/payments/voucher_claims'
import type { VoucherInput } from '#accounts/payments/voucher_input'

/**
 * Sends a form 50 back once before it is saved, when its invoices look like a duplicate or like parts of
 * one purchase, with what was found above its button; sent again as it is, it is saved, and the reviewer
 * sees the same.
 * @returns whether it was sent back
 */
export async function lookFirst(
  { request, response, session, i18n }: HttpContext,
  { input, seen, voucherId }: { input: VoucherInput; seen?: string; voucherId?: number }
): Promise<boolean> {
  const findings = await findingsOf(input, voucherId)
  const digest = createHash('sha256').update(JSON.stringify(findings)).digest('hex').slice(0, 32)
  if (findings.length === 0 || digest === seen) return false
  session.flash('findings', told(findings, i18n.locale as Locale))
  session.flash('to_see', digest)
  session.flashExcept(UNFLASHED)
  response
    .redirect()
    .status(303)
    .toPath(safeBackPath(request) ?? '/accounts/payments/create')
  return true
}

/** Findings as a page lists them. */
export const told = (findings: readonly Finding[], locale: Locale) =>
  findings.map(({ severity, text }) => ({ severity, text: text[locale] }))

async function findingsOf(input: VoucherInput, voucherId?: number): Promise<Finding[]> {
  const commitment = input.commitmentId
    ? await db.from('commitments').where('id', input.commitmentId).select('line_id').first()
    : null
  const voucher = {
    unitId: input.unitId!,
    beneficiaryId: input.beneficiaryId,
    dueOn: input.dueOn,
    department: input.department ?? null,
    lineId: commitment?.line_id ?? input.lineId ?? null,
  }
  const invoices = input.invoices.map((one) => ({ ...one, taxUuid: one.taxUuid ?? null }))
  const own = voucherId ? await claimsOf(voucherId) : []
  const except = own.map(({ id }) => id)
  const findings: Finding[] = []
  for (const claim of await claimsFor(voucher, invoices, db as never)) {
    findings.push(...(await assessClaim({ ...claim, except } satisfies Claim)).findings)
  }
  return findings
}
