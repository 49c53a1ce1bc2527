import type { Trx } from '#core/within'
import { assertOpen, postEntry, type EntryLine } from '#accounts/actions/post_entry'
import type User from '#identity/models/user'
import type AssetOrder from '#registry/models/asset_order'
import type { OrderKind } from '#registry/models/asset_order'
import { assertApplicable } from '#registry/books/orders/applicable'
import { capitalise } from '#registry/books/orders/capitalise'
import { depreciate } from '#registry/books/orders/depreciate'
import { dispose } from '#registry/books/orders/dispose'
import { revalue } from '#registry/books/orders/revalue'
import { takeBackMonth } from '#registry/books/orders/take_back'

type Posting = Exclude<OrderKind, 'reversal'>

const WAYS: Record<Posting, (order: AssetOrder, trx: Trx) => Promise<EntryLine[]>> = {
  capitalisation: capitalise,
  revaluation: revalue,
  disposal: dispose,
  depreciation: depreciate,
}

const DESCRIPTIONS: Record<Posting, string> = {
  capitalisation: 'رسملة أصل، أمر',
  revaluation: 'إعادة تقييم أصل، أمر',
  disposal: 'استبعاد أصل، أمر',
  depreciation: 'إهلاك شهر، أمر',
}

/**
 * Moves every book as an order says and posts to the ledger, in a period that is open.
 * @returns the entry of the ledger, null when the posted book did not move
 * @throws PeriodLockedError, and what the books refuse
 */
export async function moveBooks(order: AssetOrder, by: User, trx: Trx): Promise<number | null> {
  await assertOpen(order.unitId, order.effectiveOn, trx)
  if (order.kind === 'reversal') return takeBackMonth(order, by, trx)
  await assertStillApplicable(order, trx)
  const lines = await WAYS[order.kind as Posting](order, trx)
  if (lines.length === 0) return null
  const entry = {
    unitId: order.unitId,
    postedOn: order.effectiveOn,
    kind: `asset_${order.kind}`,
    businessKey: `asset_order/${order.id}/approved`,
    description: `${DESCRIPTIONS[order.kind as Posting]} ${order.label}`,
    lines,
  }
  return (await postEntry(entry, { trx, by: { id: by.id } })).id
}

async function assertStillApplicable(order: AssetOrder, trx: Trx): Promise<void> {
  if (order.assetId === null) return
  // Depreciation of the unit and orders on its assets take turns on the asset and its unit.
  await trx.rawQuery('SELECT id FROM units WHERE id = ? LOCK IN SHARE MODE', [order.unitId])
  const [[asset]] = await trx.rawQuery('SELECT code FROM assets WHERE id = ? FOR UPDATE', [
    order.assetId,
  ])
  const { unitId, assetId, effectiveOn, amount, salvage, valuationId } = order
  const kind = order.kind as Exclude<Posting, 'depreciation'>
  const picture = { unitId, assetId, effectiveOn, amount: amount!, salvage, valuationId }
  await assertApplicable({ ...picture, kind, code: asset.code }, trx)
}
