import { cleanText, fold } from '#core/arabic'
import { sentence } from '#core/domain_error'
import { within, type Trx } from '#core/within'
import { assessClaim } from '#accounts/beneficiaries/claims/assess_claim'
import type { Assessment, Claim } from '#accounts/beneficiaries/claims/claim'
import { foldInvoice } from '#accounts/beneficiaries/claims/invoice_number'
import { ClaimRefusedError } from '#accounts/beneficiaries/errors'
import Beneficiary from '#accounts/models/beneficiary'
import PaymentClaim from '#accounts/models/payment_claim'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'

export interface ClaimInput extends Claim {
  /** The paper that claims, with the name that people know it by. */
  document: { type: string; id: number; label: string }
  /** Why a suspect claim is right all the same. */
  overrideReason?: string | null
}

/**
 * Records what a paper claims, once it was looked over. Two papers of one beneficiary wait for each
 * other, so that the second sees the first.
 */
export default class RecordClaim {
  /** @throws ClaimRefusedError with all findings when it is blocked, or suspect and no reason is given */
  async handle(
    input: ClaimInput,
    { by, trx: outer }: { by: Actor & { id: number }; trx?: Trx }
  ): Promise<{ id: number } & Assessment> {
    return within(outer, async (trx) => {
      const { unitId, beneficiaryId, document } = input
      await (await Beneficiary.findOrFail(beneficiaryId, { client: trx })).lock(trx)
      const assessment = await assessClaim(input, { trx })
      const reason = input.overrideReason?.trim() || null
      refuse(assessment, reason)
      const claim = await PaymentClaim.create(
        {
          ...{ unitId, beneficiaryId, claimedOn: input.on, amount: input.amount },
          invoiceNo: cleanText(input.invoiceNo ?? '').slice(0, 60),
          invoiceFolded: foldInvoice(input.invoiceNo ?? ''),
          taxUuid: input.taxUuid?.trim() || null,
          department: cleanText(input.department ?? '').slice(0, 160),
          departmentFolded: fold(input.department ?? '').slice(0, 160),
          itemClass: input.itemClass?.trim() ?? '',
          ...{ documentType: document.type, documentId: document.id, label: document.label },
          verdict: assessment.verdict,
          findings: assessment.findings,
          overrideReason: assessment.verdict === 'clear' ? null : reason,
          ...{ status: 'standing', madeBy: by.id },
        },
        { client: trx }
      )
      if (assessment.verdict === 'suspect') {
        await Trail.record(
          {
            action: 'payment_claim.overridden',
            unitId,
            subjectType: 'payment_claim',
            subjectId: claim.id,
            label: document.label,
            after: {
              findings: assessment.findings.map(({ rule, text }) => ({ rule, ar: text.ar })),
            },
            reason,
          },
          { by, trx }
        )
      }
      return { id: claim.id, ...assessment }
    })
  }

  /** The paper was voided or taken back: its claim no longer stands in the way of another. */
  async withdraw(
    document: { type: string; id: number },
    { reason, trx: outer }: { reason: string; trx?: Trx }
  ): Promise<void> {
    await within(outer, async (trx) => {
      await PaymentClaim.query({ client: trx })
        .where({ document_type: document.type, document_id: document.id, status: 'standing' })
        .update({ status: 'withdrawn', withdrawal_reason: reason })
    })
  }
}

function refuse({ verdict, findings }: Assessment, reason: string | null): void {
  if (verdict === 'clear' || (verdict === 'suspect' && reason)) return
  const stopping = findings.filter(({ severity }) => severity !== 'possible')
  const said = (locale: 'ar' | 'en') => stopping.map(({ text }) => text[locale]).join(' ')
  const blocked = verdict === 'blocked'
  throw new ClaimRefusedError(
    sentence(
      `${blocked ? 'لا تصرف هذه المطالبة.' : 'هذه المطالبة تحتاج إلى سبب.'} ${said('ar')}`,
      `${blocked ? 'This claim is not paid.' : 'This claim needs a reason.'} ${said('en')}`
    ),
    {
      facts: { verdict, rules: stopping.map(({ rule }) => rule) },
      cure: blocked
        ? sentence('راجع المطالبة الأولى.', 'Look at the first claim.')
        : sentence(
            'راجع ما سبق، واكتب لماذا تصرف رغم ذلك.',
            'Look at what was found and write why it is paid all the same.'
          ),
    }
  )
}
