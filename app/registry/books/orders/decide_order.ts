import { DateTime } from 'luxon'
import { clock } from '#core/clock'
import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import DecideApproval, { documentHash } from '#identity/actions/decide_approval'
import { SelfApprovalError } from '#identity/errors'
import type User from '#identity/models/user'
import AssetOrder from '#registry/models/asset_order'
import { moveBooks } from '#registry/books/orders/move_books'

interface Deciding {
  by: User
  requestId?: string
  trx?: Trx
}

/** A second person's decision on an order: approving moves the books and posts to the ledger at once. */
export default class DecideOrder {
  /**
   * @throws SelfApprovalError, TransitionError, PeriodLockedError, and what {@link moveBooks} throws when
   * the books moved since it was proposed
   */
  async approve(id: number, deciding: Deciding): Promise<AssetOrder> {
    return within(deciding.trx, async (trx) => {
      const order = await held(id, deciding.by, trx)
      const hash = documentHash(order.picture())
      order.moveTo('approved')
      order.ledgerEntryId = await moveBooks(order, deciding.by, trx)
      order.merge({ ...decidedBy(deciding.by), documentHash: hash })
      await order.save()
      await new DecideApproval().approve(decisionOn(order, deciding, trx))
      return order
    })
  }

  /** @throws SelfApprovalError, TransitionError */
  async refuse(id: number, { reason, ...deciding }: Deciding & { reason: string }) {
    return within(deciding.trx, async (trx) => {
      const order = await held(id, deciding.by, trx)
      order.moveTo('refused')
      order.merge({
        ...decidedBy(deciding.by),
        documentHash: documentHash(order.picture()),
        refusal: reason.slice(0, 500),
      })
      await order.save()
      await new DecideApproval().refuse({ ...decisionOn(order, deciding, trx), reason })
      return order
    })
  }

  /** Taken back before it is decided. @throws TransitionError */
  async withdraw(id: number, { by, trx: outer }: { by: Actor; trx?: Trx }): Promise<AssetOrder> {
    return within(outer, async (trx) => {
      const order = await AssetOrder.query({ client: trx })
        .where('id', id)
        .forUpdate()
        .firstOrFail()
      order.moveTo('withdrawn')
      await order.save()
      await Trail.record(
        {
          action: 'asset_order.withdrawn',
          unitId: order.unitId,
          subjectType: 'asset_order',
          subjectId: id,
          label: order.label,
        },
        { by, trx }
      )
      return order
    })
  }
}

async function held(id: number, by: User, trx: Trx): Promise<AssetOrder> {
  const order = await AssetOrder.query({ client: trx }).where('id', id).forUpdate().firstOrFail()
  if (order.madeBy === by.id) throw new SelfApprovalError()
  return order
}

function decidedBy(by: User) {
  return { decidedBy: by.id, decidedAt: DateTime.fromJSDate(clock.now()) }
}

function decisionOn(order: AssetOrder, { by, requestId }: Deciding, trx: Trx) {
  return {
    subject: { type: 'asset_order', id: order.id, unitId: order.unitId, label: order.label },
    step: 'approve',
    madeBy: order.madeBy,
    by,
    documentHash: order.documentHash!,
    requestId,
    trx,
  }
}
