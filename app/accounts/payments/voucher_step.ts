import { DateTime } from 'luxon'
import { clock } from '#core/clock'
import type { Day } from '#core/days'
import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import { documentHash } from '#identity/actions/decide_approval'
import type User from '#identity/models/user'
import PaymentVoucher from '#accounts/models/payment_voucher'
import VoucherStep from '#accounts/models/voucher_step'
import { DocumentChangedError } from '#accounts/payments/errors'
import type { VoucherState } from '#accounts/payments/life'

/** Who acts, on which day it counts, and in which transaction. */
export interface VoucherAct {
  by: User
  on: Day
  requestId?: string
  trx?: Trx
}

/** A person; or a file brought in on the command line, which has no account. */
export interface Doer {
  id: number | null
  asActor(requestId?: string): Actor
}

/** A step that a file of the bank may take too. */
export type BankAct = Omit<VoucherAct, 'by'> & { by: Doer }

interface Step extends BankAct {
  to: VoucherState
  reason?: string | null
}

/**
 * One step of a form 50: locked, held against the fingerprint of what was approved, moved by the table,
 * changed by `work`, saved, written to its chain and told in the trail, in one transaction.
 * @throws TransitionError DocumentChangedError
 */
export async function voucherStep(
  id: number,
  { to, by, on, reason = null, requestId, trx: outer }: Step,
  work: (voucher: PaymentVoucher, trx: Trx) => Promise<void> = async () => {}
): Promise<PaymentVoucher> {
  return within(outer, async (trx) => {
    const voucher = await (await PaymentVoucher.findOrFail(id, { client: trx })).lock(trx)
    await voucher.load('invoices', (query) => void query.orderBy('seq'))
    await voucher.load('taken', (query) => void query.orderBy('seq'))
    const from = voucher.status
    assertUnchanged(voucher, voucher.documentHash)
    voucher.moveTo(to)
    await work(voucher, trx)
    voucher.merge({
      statusSince: DateTime.fromJSDate(clock.now()),
      version: voucher.version + 1,
    })
    await voucher.save()
    await VoucherStep.create(
      {
        voucherId: id,
        fromStatus: from,
        toStatus: to,
        madeBy: by.id,
        effectiveOn: on,
        reason,
        documentHash: voucher.documentHash,
      },
      { client: trx }
    )
    await Trail.record(
      {
        action: `payment_voucher.${to}`,
        unitId: voucher.unitId,
        subjectType: 'payment_voucher',
        subjectId: id,
        label: voucher.label,
        before: { status: from },
        after: { status: to, gross: String(voucher.gross), net: String(voucher.net) },
        reason,
      },
      { by: by.asActor(requestId), trx }
    )
    return voucher
  })
}

/** @throws DocumentChangedError where a fingerprint was taken and no longer fits */
export function assertUnchanged(
  document: { label: string; picture(): unknown },
  hash: Buffer | null
): void {
  if (hash && !documentHash(document.picture()).equals(hash)) {
    throw new DocumentChangedError(document.label)
  }
}
