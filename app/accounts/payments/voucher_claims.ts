import type { Trx } from '#core/within'
import type { Claim } from '#accounts/beneficiaries/claims/claim'
import { judgeClaims } from '#accounts/beneficiaries/claims/judge_claims'
import RecordClaim from '#accounts/beneficiaries/claims/record_claim'
import PaymentClaim from '#accounts/models/payment_claim'
import type PaymentVoucher from '#accounts/models/payment_voucher'
import type { Actor } from '#audit/actor'

/** The paper that claims: one invoice of a form 50. */
const INVOICE = 'voucher_invoice'

type Written = Pick<
  PaymentVoucher,
  'unitId' | 'beneficiaryId' | 'dueOn' | 'department' | 'lineId' | 'invoices' | 'label'
>

/** What each invoice of a form claims; VAT is claimed with it. */
export async function claimsFor(
  voucher: Omit<Written, 'invoices' | 'label'>,
  invoices: readonly Pick<
    Written['invoices'][number],
    'invoiceNo' | 'taxUuid' | 'beforeVat' | 'vat'
  >[],
  trx: Pick<Trx, 'rawQuery'>
): Promise<Claim[]> {
  const [[line]] = await trx.rawQuery(
    'SELECT c.code FROM budget_lines l JOIN budget_codes c ON c.id = l.code_id WHERE l.id = ?',
    [voucher.lineId ?? 0]
  )
  return invoices.map(({ invoiceNo, taxUuid, beforeVat, vat }) => ({
    unitId: voucher.unitId,
    beneficiaryId: voucher.beneficiaryId!,
    on: voucher.dueOn,
    amount: beforeVat.add(vat),
    ...{ invoiceNo, taxUuid },
    department: voucher.department,
    itemClass: line?.code ?? '',
  }))
}

/** Records the claim of every invoice of a form just written. */
export async function recordClaims(
  voucher: Written,
  { by, trx }: { by: { id: number }; trx: Trx }
): Promise<void> {
  const except: number[] = []
  const claims = await claimsFor(voucher, voucher.invoices, trx)
  for (const [at, claim] of claims.entries()) {
    const { id, invoiceNo } = voucher.invoices[at]!
    const document = { type: INVOICE, id, label: `${voucher.label} — ${invoiceNo}`.slice(0, 60) }
    const { id: made } = await new RecordClaim().handle(
      { ...claim, except: [...except], document },
      { by, trx }
    )
    except.push(made)
  }
}

/** Claims of a form that stand, in the order of its invoices. */
export async function claimsOf(voucherId: number, trx?: Trx): Promise<PaymentClaim[]> {
  return PaymentClaim.query(trx && { client: trx })
    .where({ document_type: INVOICE, status: 'standing' })
    .whereIn('document_id', (invoices) =>
      invoices.from('voucher_invoices').where('voucher_id', voucherId).select('id')
    )
    .orderBy('document_id')
}

/** The form was voided or is written anew: what it claimed stands in nobody's way. */
export async function withdrawClaims(voucherId: number, reason: string, trx: Trx): Promise<void> {
  const invoices = await trx.from('voucher_invoices').where('voucher_id', voucherId).select('id')
  const ids = invoices.map(({ id }) => Number(id))
  await new RecordClaim().withdraw({ type: INVOICE, ids }, { reason, trx })
}

/**
 * The reviewer's look at the claims of a form.
 * @returns whether a duplicate passes by his answer
 * @throws ClaimRefusedError where one stands and he gives none
 */
export async function assertClaims(
  voucherId: number,
  { by, reason, trx }: { by: Actor & { id: number }; reason?: string | null; trx: Trx }
): Promise<boolean> {
  const claims = await claimsOf(voucherId, trx)
  await judgeClaims(claims, { by, reason, trx })
  return claims.some(({ overriddenBy }) => overriddenBy !== null)
}
