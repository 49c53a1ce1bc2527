import type { Day } from '#core/days'
import { type Money } from '#core/money'
import type { Trx } from '#core/within'
import DecideApproval, { documentHash } from '#identity/actions/decide_approval'
import { SelfApprovalError } from '#identity/errors'
import type User from '#identity/models/user'
import { commitmentStep, type CommitmentAct } from '#budget/commitments/commitment_step'
import { AmountNeededError, MoreThanIsOpenError } from '#budget/commitments/errors'
import type Commitment from '#budget/models/commitment'

interface Deciding {
  by: User
  on: Day
  requestId?: string
  trx?: Trx
}

/** Reservation (تجنيب), commitment (ارتباط), its changes and its end, each against the locked line. */
export default class Commit {
  /** Sets the amount aside at need, before anybody is bound. @throws NotEnoughCreditError */
  reserve(id: number, act: CommitmentAct): Promise<Commitment> {
    return commitmentStep(id, { ...act, action: 'reserved' }, async (commitment, move) => {
      commitment.moveTo('reserved')
      await move({ move: 'reserve', deltas: { reserved: commitment.amount }, key: 'reserve' })
      commitment.merge({ reservedBy: act.by.id, reservedOn: act.on })
    })
  }

  /**
   * Binds the credit, from what was reserved or at once; a second person's act, whose movement gives
   * the appropriation number.
   * @throws NotEnoughCreditError, SelfApprovalError
   */
  approve(id: number, { by, on, requestId, trx }: Deciding): Promise<Commitment> {
    const act = { by: by.asActor(requestId), on, trx, action: 'committed' }
    return commitmentStep(id, act, async (commitment, move, { trx: inner, tell }) => {
      if (commitment.madeBy === by.id) throw new SelfApprovalError()
      const wasReserved = commitment.status === 'reserved'
      commitment.moveTo('committed')
      const { amount } = commitment
      const deltas = wasReserved
        ? { reserved: amount.negate(), committed: amount }
        : { committed: amount }
      const hash = documentHash(commitment.picture())
      commitment.merge({
        appropriationNo: await move({ move: 'commit', deltas, key: 'commit' }),
        approvedBy: by.id,
        approvedOn: on,
        documentHash: hash,
      })
      const { unitId, label, madeBy } = commitment
      await new DecideApproval().approve({
        subject: { type: 'commitment', id, unitId, label },
        step: 'commit',
        madeBy,
        by,
        documentHash: hash,
        requestId,
        trx: inner,
        tell,
      })
    })
  }

  /**
   * Raises or lowers what is committed, by another person than who asked for it. Lowering goes no
   * further than what is paid.
   * @throws NotEnoughCreditError, MoreThanIsOpenError, SelfApprovalError
   */
  change(
    id: number,
    { amount, reason, by, on, requestId, trx }: Deciding & { amount: Money; reason: string }
  ): Promise<Commitment> {
    const act = { by: by.asActor(requestId), on, trx, action: 'changed', reason }
    return commitmentStep(id, act, async (commitment, move, { trx: inner, tell }) => {
      if (!amount.isPositive()) throw new AmountNeededError()
      if (commitment.madeBy === by.id) throw new SelfApprovalError()
      // What holds no credit yet is not changed but asked for anew.
      if (commitment.status !== 'committed') assertSettled(commitment)
      const more = amount.subtract(commitment.amount)
      if (amount.compare(commitment.paid) < 0) {
        const { open } = commitment
        throw new MoreThanIsOpenError(commitment.label, { open, asked: more.negate() })
      }
      await move({
        move: more.isNegative() ? 'uncommit' : 'commit',
        deltas: { committed: more },
        key: `change/${commitment.version}`,
      })
      commitment.amount = amount
      if (commitment.open.isZero()) settle(commitment, on)
      const { unitId, label, madeBy, version } = commitment
      await new DecideApproval().approve({
        subject: { type: 'commitment', id, unitId, label },
        step: `change-${version}`,
        madeBy,
        by,
        documentHash: documentHash(commitment.picture()),
        reason,
        requestId,
        trx: inner,
        tell,
      })
    })
  }

  /** Gives back what is open or reserved and ends it; what was paid stays paid. */
  cancel(id: number, { reason, ...act }: CommitmentAct & { reason: string }): Promise<Commitment> {
    return commitmentStep(id, { ...act, action: 'cancelled', reason }, async (commitment, move) => {
      const from = commitment.status
      const { open } = commitment
      commitment.moveTo('cancelled')
      if (from === 'reserved') {
        await move({ move: 'unreserve', deltas: { reserved: open.negate() }, key: 'unreserve' })
      }
      if (from === 'committed') {
        await move({ move: 'uncommit', deltas: { committed: open.negate() }, key: 'cancel' })
      }
      commitment.merge({ endedOn: act.on, endReason: reason })
    })
  }

  /**
   * Pays a part or the rest of it: what is committed becomes paid, and is counted once.
   * @param document the paper that pays; with its transition it is the key of the effect
   * @throws MoreThanIsOpenError
   */
  pay(
    id: number,
    {
      amount,
      document,
      ...act
    }: CommitmentAct & { amount: Money; document: { type: string; id: number } }
  ): Promise<Commitment> {
    return commitmentStep(id, { ...act, action: 'paid' }, async (commitment, move) => {
      if (!amount.isPositive()) throw new AmountNeededError()
      // Only what is committed is paid; a settled one has nothing open.
      if (commitment.status !== 'committed') commitment.moveTo('settled')
      if (amount.compare(commitment.open) > 0) {
        throw new MoreThanIsOpenError(commitment.label, { open: commitment.open, asked: amount })
      }
      await move({
        move: 'pay',
        deltas: { committed: amount.negate(), paid: amount },
        key: `pay/${document.type}/${document.id}`,
      })
      commitment.paid = commitment.paid.add(amount)
      if (commitment.open.isZero()) settle(commitment, act.on)
    })
  }

  /** Takes a payment back, where its order was refused by the bank: it is committed again. */
  unpay(
    id: number,
    {
      amount,
      document,
      ...act
    }: CommitmentAct & { amount: Money; document: { type: string; id: number } }
  ): Promise<Commitment> {
    return commitmentStep(id, { ...act, action: 'unpaid' }, async (commitment, move) => {
      if (amount.compare(commitment.paid) > 0) {
        throw new MoreThanIsOpenError(commitment.label, { open: commitment.paid, asked: amount })
      }
      if (commitment.status === 'settled') {
        commitment.moveTo('committed')
        commitment.endedOn = null
      }
      await move({
        move: 'unpay',
        deltas: { committed: amount, paid: amount.negate() },
        key: `unpay/${document.type}/${document.id}`,
      })
      commitment.paid = commitment.paid.subtract(amount)
    })
  }
}

/** Back to committed from settled only; any other state has nothing to change. @throws TransitionError */
function assertSettled(commitment: Commitment): void {
  if (commitment.status !== 'settled') commitment.moveTo('settled')
  commitment.moveTo('committed')
  commitment.endedOn = null
}

function settle(commitment: Commitment, on: Day): void {
  commitment.moveTo('settled')
  commitment.endedOn = on
}
