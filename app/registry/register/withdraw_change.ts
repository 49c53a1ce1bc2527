import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import RegisterTransaction from '#registry/models/register_transaction'
import { NotTheMakerError } from '#registry/register/errors'

/** Takes a proposal back before it is decided; it keeps its number and stays readable. */
export default class WithdrawChange {
  /** @throws NotTheMakerError, TransitionError */
  async handle(
    transactionId: number,
    { by, reason, trx: outer }: { by: Actor & { id: number }; reason?: string | null; trx?: Trx }
  ): Promise<RegisterTransaction> {
    return within(outer, async (trx) => {
      const change = await RegisterTransaction.query({ client: trx })
        .where('id', transactionId)
        .forUpdate()
        .firstOrFail()
      if (change.madeBy !== by.id) throw new NotTheMakerError()
      change.moveTo('withdrawn')
      change.version += 1
      await change.save()
      await Trail.record(
        {
          action: 'register_transaction.withdrawn',
          unitId: change.unitId,
          subjectType: 'register_transaction',
          subjectId: change.id,
          label: `${change.kind} ${change.label}`,
          reason,
        },
        { by, trx }
      )
      return change
    })
  }
}
