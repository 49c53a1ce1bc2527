import { cleanText, fold } from '#core/arabic'
import { within, type Trx } from '#core/within'
import { assessClaim } from '#accounts/beneficiaries/claims/assess_claim'
import type { Assessment, Claim } from '#accounts/beneficiaries/claims/claim'
import { foldInvoice } from '#accounts/beneficiaries/claims/invoice_number'
import { ClaimTakenError } from '#accounts/beneficiaries/errors'
import Beneficiary from '#accounts/models/beneficiary'
import PaymentClaim from '#accounts/models/payment_claim'

export interface ClaimInput extends Claim {
  /** The paper that claims, with the name that people know it by. */
  document: { type: string; id: number; label: string }
}

/**
 * Records what a paper claims with what the checks say of it. A duplicate is recorded too: it waits until
 * another person answers for it (`JudgeClaims`). Two papers of one beneficiary wait for each other, so
 * that the second sees the first.
 */
export default class RecordClaim {
  /** @throws ClaimTakenError when another unit records the same electronic invoice at this very moment */
  async handle(
    input: ClaimInput,
    { by, trx: outer }: { by: { id: number }; trx?: Trx }
  ): Promise<{ id: number } & Assessment> {
    return within(outer, async (trx) => {
      const { unitId, beneficiaryId, document } = input
      await holdClaimsOf(beneficiaryId, trx)
      const assessment = await assessClaim(input, { trx })
      const claim = await once(() =>
        PaymentClaim.create(
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
            ...{ status: 'standing', madeBy: by.id },
          },
          { client: trx }
        )
      )
      return { id: claim.id, ...assessment }
    })
  }

  /** The paper was voided or taken back: its claim no longer stands in the way of another. */
  async withdraw(
    { type, ids }: { type: string; ids: readonly number[] },
    { reason, trx: outer }: { reason: string; trx?: Trx }
  ): Promise<void> {
    await within(outer, async (trx) => {
      await PaymentClaim.query({ client: trx })
        .where({ document_type: type, status: 'standing' })
        .whereIn('document_id', [...ids])
        .update({ status: 'withdrawn', withdrawal_reason: reason })
    })
  }
}

/**
 * Holds the claims of a beneficiary until the transaction ends. The row itself changes: who read before
 * he waited is turned away by the database and reads again.
 */
export async function holdClaimsOf(beneficiaryId: number, trx: Trx): Promise<void> {
  const { id } = await (await Beneficiary.findOrFail(beneficiaryId, { client: trx })).lock(trx)
  await trx.from('beneficiaries').where('id', id).increment('claims_version', 1)
}

async function once<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    const { code, sqlMessage } = error as { code?: string; sqlMessage?: string }
    if (code === 'ER_DUP_ENTRY' && sqlMessage?.includes('payment_claims_uuid_once')) {
      throw new ClaimTakenError()
    }
    throw error
  }
}
