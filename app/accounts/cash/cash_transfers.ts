import { FiscalYear } from '#core/fiscal'
import type { Day } from '#core/days'
import type { Money } from '#core/money'
import { nextNumber } from '#core/numbering'
import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import { SelfApprovalError } from '#identity/errors'
import { AmountNeededError } from '#accounts/errors'
import { CountDiffersError } from '#accounts/cash/errors'
import CashTransfer from '#accounts/models/cash_transfer'
import { postHolding } from '#accounts/postings/post_holding'

interface Act {
  by: Actor & { id: number }
  on: Day
  trx?: Trx
}

export interface TransferInput {
  unitId: number
  toUnitId: number
  amount: Money
  carrierName: string
  purpose: string
}

/** Physical transfer of cash: two persons confirm it, and on its way it is in nobody's safe. */
export default class CashTransfers {
  async send(
    { amount, ...input }: TransferInput,
    { by, on, trx: outer }: Act
  ): Promise<CashTransfer> {
    if (!amount.isPositive()) throw new AmountNeededError()
    return within(outer, async (trx) => {
      const { unitId } = input
      const fiscalYear = FiscalYear.containing(on).label
      const number = await nextNumber({ unitId, book: 'cash_transfers', fiscalYear }, trx)
      const transfer = await CashTransfer.create(
        { ...input, amount, fiscalYear, number, status: 'sent', sentOn: on, sentBy: by.id },
        { client: trx }
      )
      await trx
        .insertQuery()
        .table('cash_arrivals')
        .insert({ unit_id: transfer.toUnitId, transfer_id: transfer.id })
      await post(transfer, 'sent', unitId, { by, on, trx })
      await tell(transfer, 'sent', { by, trx })
      return transfer
    })
  }

  /** @throws SelfApprovalError, CountDiffersError */
  async receive(
    id: number,
    { counted, by, on, trx: outer }: Act & { counted: Money }
  ): Promise<CashTransfer> {
    return step(id, outer, by, async (transfer, trx) => {
      transfer.moveTo('received')
      if (!counted.equals(transfer.amount)) {
        throw new CountDiffersError({ sent: transfer.amount, counted })
      }
      const { unitId, toUnitId } = transfer
      // What left one unit's books arrives in the other's; the way itself is the sender's.
      if (toUnitId === unitId) await post(transfer, 'received', unitId, { by, on, trx })
      else {
        await post(transfer, 'delivered', unitId, { by, on, trx })
        await post(transfer, 'arrived', toUnitId, { by, on, trx })
      }
      await transfer.merge({ counted, receivedOn: on, receivedBy: by.id }).save()
      await tell(transfer, 'received', { by, trx })
    })
  }

  /** It goes back into the safe it came from. @throws SelfApprovalError */
  async refuse(
    id: number,
    { reason, counted, by, on, trx: outer }: Act & { reason: string; counted?: Money }
  ): Promise<CashTransfer> {
    return step(id, outer, by, async (transfer, trx) => {
      transfer.moveTo('refused')
      await post(transfer, 'received', transfer.unitId, { by, on, trx })
      await transfer
        .merge({ counted: counted ?? null, receivedOn: on, receivedBy: by.id, refusal: reason })
        .save()
      await tell(transfer, 'refused', { by, trx }, reason)
    })
  }
}

async function step(
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

const post = (
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

const tell = (
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
