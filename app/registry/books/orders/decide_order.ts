import { DateTime } from 'luxon'
import { clock } from '#core/clock'
import { within, type Trx } from '#core/within'
import { postEntry, type EntryLine } from '#accounts/actions/post_entry'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import DecideApproval, { documentHash } from '#identity/actions/decide_approval'
import { SelfApprovalError } from '#identity/errors'
import type User from '#identity/models/user'
import AssetOrder, { type OrderKind } from '#registry/models/asset_order'
import { assertApplicable } from '#registry/books/orders/applicable'
import { capitalise } from '#registry/books/orders/capitalise'
import { depreciate } from '#registry/books/orders/depreciate'
import { dispose } from '#registry/books/orders/dispose'
import { revalue } from '#registry/books/orders/revalue'

interface Deciding {
  by: User
  requestId?: string
  trx?: Trx
}

const WAYS: Record<OrderKind, (order: AssetOrder, trx: Trx) => Promise<EntryLine[]>> = {
  capitalisation: capitalise,
  revaluation: revalue,
  disposal: dispose,
  depreciation: depreciate,
}

/** A second person's decision on an order: approving moves the books and posts to the ledger at once. */
export default class DecideOrder {
  /**
   * @throws SelfApprovalError, TransitionError, PeriodLockedError, and what {@link assertApplicable}
   * throws when the books moved since it was proposed
   */
  async approve(id: number, deciding: Deciding): Promise<AssetOrder> {
    return within(deciding.trx, async (trx) => {
      const order = await held(id, deciding.by, trx)
      const hash = documentHash(order.picture())
      order.moveTo('approved')
      await assertStillApplicable(order, trx)
      const lines = await WAYS[order.kind as OrderKind](order, trx)
      order.merge({ ...decidedBy(deciding.by), documentHash: hash })
      if (lines.length > 0) order.ledgerEntryId = await post(order, lines, deciding.by, trx)
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

async function assertStillApplicable(order: AssetOrder, trx: Trx): Promise<void> {
  if (order.assetId === null) return
  // Depreciation of the unit and orders on its assets take turns on the asset and its unit.
  await trx.rawQuery('SELECT id FROM units WHERE id = ? LOCK IN SHARE MODE', [order.unitId])
  const [[asset]] = await trx.rawQuery('SELECT code FROM assets WHERE id = ? FOR UPDATE', [
    order.assetId,
  ])
  const { unitId, assetId, effectiveOn, amount, salvage, valuationId } = order
  const kind = order.kind as Exclude<OrderKind, 'depreciation'>
  const picture = { unitId, assetId, effectiveOn, amount: amount!, salvage, valuationId }
  await assertApplicable({ ...picture, kind, code: asset.code }, trx)
}

function decidedBy(by: User) {
  return { decidedBy: by.id, decidedAt: DateTime.fromJSDate(clock.now()) }
}

async function post(order: AssetOrder, lines: EntryLine[], by: User, trx: Trx): Promise<number> {
  const entry = {
    unitId: order.unitId,
    postedOn: order.effectiveOn,
    kind: `asset_${order.kind}`,
    businessKey: `asset_order/${order.id}/approved`,
    description: `${DESCRIPTIONS[order.kind as OrderKind]} ${order.label}`,
    lines,
  }
  return (await postEntry(entry, { trx, by: { id: by.id } })).id
}

const DESCRIPTIONS: Record<OrderKind, string> = {
  capitalisation: 'رسملة أصل، أمر',
  revaluation: 'إعادة تقييم أصل، أمر',
  disposal: 'استبعاد أصل، أمر',
  depreciation: 'إهلاك شهر، أمر',
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
