import type { Day } from '#core/days'
import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import { SelfApprovalError } from '#identity/errors'
import CashTransfer from '#accounts/models/cash_transfer'
import { postHolding } from '#accounts/postings/post_holding'

/** What the receiver does with cash on its way: locked, and never by who sent it. @throws SelfApprovalError */
export async function arrivalStep(
  id: number,
  outer: Trx | undefined,
  by: { id: number },
  work: (transfer: CashTransfer, trx: Trx) => Promise<void>
): Promise<CashTransfer> {
  return within(outer, async (trx) => {
    const transfer = await (await CashTransfer.findOrFail(id, { client: trx })).lock(trx)
    if (transfer.sentBy === by.id) throw new SelfApprovalError()
    await work(transfer, trx)
    return transfer
  })
}

/** The entry of a step in the books of a unit. */
export const postTransfer = (
  { id, label, amount, carrierName }: CashTransfer,
  event: 'sent' | 'received' | 'delivered' | 'arrived',
  unitId: number,
  { by, on, trx }: { by: Actor; on: Day; trx: Trx }
) =>
  postHolding(
    {
      document: 'cash_transfer',
      event,
      unitId,
      on,
      moved: { amount },
      businessKey: `cash_transfer/${id}/${event}`,
      description: `تحويل نقدية ${label} – ${carrierName}`,
    },
    { by, trx }
  )

/** Tells a step in the trail. */
export const tellTransfer = (
  transfer: CashTransfer,
  action: string,
  { by, trx }: { by: Actor; trx: Trx },
  reason?: string
) =>
  Trail.record(
    {
      action: `cash_transfer.${action}`,
      unitId: transfer.unitId,
      subjectType: 'cash_transfer',
      subjectId: transfer.id,
      label: transfer.label,
      after: {
        amount: String(transfer.amount),
        toUnitId: transfer.toUnitId,
        counted: transfer.counted && String(transfer.counted),
      },
      reason,
    },
    { by, trx }
  )
