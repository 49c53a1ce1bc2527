import DecideApproval, { documentHash } from '#identity/actions/decide_approval'
import { SelfApprovalError } from '#identity/errors'
import { within } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import PaymentVoucher from '#accounts/models/payment_voucher'
import { dossierOf, missingOf } from '#accounts/payments/dossier'
import { IncompleteDossierError } from '#accounts/payments/errors'
import { assertPayee } from '#accounts/payments/payee'
import { assertClaims } from '#accounts/payments/voucher_claims'
import { voucherStep, type VoucherAct } from '#accounts/payments/voucher_step'

/** From the desk that writes a form 50 to the one that reviews it: its papers, its approval, its return. */
export default class ReviewVoucher {
  /** A paper put into the dossier, by its number and date. */
  async addPaper(
    id: number,
    { code, reference }: { code: string; reference: string },
    { by, requestId, trx: outer }: Omit<VoucherAct, 'on'>
  ): Promise<void> {
    await within(outer, async (trx) => {
      const voucher = await (await PaymentVoucher.findOrFail(id, { client: trx })).lock(trx)
      await trx.rawQuery(
        `INSERT INTO voucher_papers (voucher_id, code, reference, added_by) VALUES (?, ?, ?, ?)
         ON DUPLICATE KEY UPDATE reference = VALUES(reference), added_by = VALUES(added_by)`,
        [id, code, reference, by.id]
      )
      await Trail.record(
        {
          action: 'payment_voucher.paper_added',
          unitId: voucher.unitId,
          subjectType: 'payment_voucher',
          subjectId: id,
          label: voucher.label,
          after: { code, reference },
        },
        { by: by.asActor(requestId), trx }
      )
    })
  }

  submit(id: number, act: VoucherAct): Promise<PaymentVoucher> {
    return voucherStep(id, { ...act, to: 'submitted' })
  }

  /** Back to who wrote it, with what is missing or wrong; an approval given before falls. */
  giveBack(id: number, act: VoucherAct & { reason: string }): Promise<PaymentVoucher> {
    return voucherStep(id, { ...act, to: 'returned' }, async (voucher) => {
      voucher.merge({
        reviewedBy: null,
        reviewedOn: null,
        documentHash: null,
        overrideBy: null,
        overrideReason: null,
      })
    })
  }

  /**
   * The second person's approval (روجع): from here payee, amounts and account are frozen by their
   * fingerprint. The dossier must be complete and no invoice a duplicate, or be overridden with a reason.
   * @throws SelfApprovalError IncompleteDossierError ClaimRefusedError PayeeChangedError
   */
  approve(id: number, act: VoucherAct & { override?: string | null }): Promise<PaymentVoucher> {
    const { by, on, requestId, override } = act
    return voucherStep(id, { ...act, to: 'reviewed', reason: override }, async (voucher, trx) => {
      if (voucher.madeBy === by.id) throw new SelfApprovalError()
      const missing = missingOf(await dossierOf(voucher, trx))
      if (missing.length > 0) {
        if (!override?.trim()) throw new IncompleteDossierError(voucher.label, missing)
      }
      const claims = { by: by.asActor(requestId) as Actor & { id: number }, reason: override, trx }
      const isDuplicate = await assertClaims(id, claims)
      await assertPayee(voucher, trx)
      if (missing.length > 0 || isDuplicate) {
        voucher.merge({ overrideBy: by.id, overrideReason: override!.trim() })
      }
      const hash = documentHash(voucher.picture())
      voucher.merge({ reviewedBy: by.id, reviewedOn: on, documentHash: hash })
      const { unitId, label, madeBy } = voucher
      await new DecideApproval().approve({
        subject: { type: 'payment_voucher', id, unitId, label },
        step: 'review',
        madeBy,
        by,
        documentHash: hash,
        reason: override,
        requestId,
        trx,
      })
    })
  }
}
