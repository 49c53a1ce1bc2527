import { FiscalYear } from '#core/fiscal'
import type { Day } from '#core/days'
import type { Money } from '#core/money'
import { nextNumber } from '#core/numbering'
import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { AmountNeededError } from '#accounts/errors'
import { CountDiffersError } from '#accounts/cash/errors'
import { arrivalStep, postTransfer, tellTransfer } from '#accounts/cash/transfer_step'
import CashTransfer from '#accounts/models/cash_transfer'

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
      await postTransfer(transfer, 'sent', unitId, { by, on, trx })
      await tellTransfer(transfer, 'sent', { by, trx })
      return transfer
    })
  }

  /** @throws SelfApprovalError, CountDiffersError */
  async receive(
    id: number,
    { counted, by, on, trx: outer }: Act & { counted: Money }
  ): Promise<CashTransfer> {
    return arrivalStep(id, outer, by, async (transfer, trx) => {
      transfer.moveTo('received')
      if (!counted.equals(transfer.amount)) {
        throw new CountDiffersError({ sent: transfer.amount, counted })
      }
      const { unitId, toUnitId } = transfer
      // What left one unit's books arrives in the other's; the way itself is the sender's.
      if (toUnitId === unitId) await postTransfer(transfer, 'received', unitId, { by, on, trx })
      else {
        await postTransfer(transfer, 'delivered', unitId, { by, on, trx })
        await postTransfer(transfer, 'arrived', toUnitId, { by, on, trx })
      }
      await transfer.merge({ counted, receivedOn: on, receivedBy: by.id }).save()
      await tellTransfer(transfer, 'received', { by, trx })
    })
  }

  /** It goes back into the safe it came from. @throws SelfApprovalError */
  async refuse(
    id: number,
    { reason, counted, by, on, trx: outer }: Act & { reason: string; counted?: Money }
  ): Promise<CashTransfer> {
    return arrivalStep(id, outer, by, async (transfer, trx) => {
      transfer.moveTo('refused')
      await postTransfer(transfer, 'received', transfer.unitId, { by, on, trx })
      await transfer
        .merge({ counted: counted ?? null, receivedOn: on, receivedBy: by.id, refusal: reason })
        .save()
      await tellTransfer(transfer, 'refused', { by, trx }, reason)
    })
  }
}
