import { within } from '#core/within'
import type RegisterTransaction from '#registry/models/register_transaction'
import DecideChange, { type Decision } from '#registry/register/decide_change'
import type { AskedOverride } from '#registry/register/findings'
import { placesOfChanges } from '#registry/register/held_change'
import { takeTurns } from '#registry/register/locks'

/** Several changes by one decision (the differences of a round): all of them or none. */
export default class DecideMany {
  /** @throws as {@link DecideChange}; the first refusal takes everything back */
  async approve(
    ids: readonly number[],
    {
      overrides = [],
      atOnce,
      ...decision
    }: Decision & { overrides?: AskedOverride[]; atOnce?: boolean }
  ): Promise<RegisterTransaction[]> {
    const places = await placesOfChanges(ids, decision.trx)
    return within(decision.trx, async (trx) => {
      await takeTurns(places, trx)
      await holdInputs(ids, trx)
      const approved: RegisterTransaction[] = []
      for (const id of [...new Set(ids)].sort((a, b) => a - b)) {
        approved.push(await new DecideChange().approve(id, { ...decision, overrides, atOnce, trx }))
      }
      return approved
    })
  }

  /** Refuses all of them for one reason. */
  async refuse(
    ids: readonly number[],
    decision: Decision & { reason: string }
  ): Promise<RegisterTransaction[]> {
    return within(decision.trx, async (trx) => {
      const refused: RegisterTransaction[] = []
      for (const id of [...new Set(ids)].sort((a, b) => a - b)) {
        refused.push(await new DecideChange().refuse(id, { ...decision, trx }))
      }
      return refused
    })
  }
}

/** Inputs of all of them in the order of their ids, before the first is decided. */
async function holdInputs(ids: readonly number[], trx: NonNullable<Decision['trx']>) {
  if (ids.length === 0) return
  const [rows] = await trx.rawQuery(
    `SELECT DISTINCT asset_id FROM transaction_assets WHERE part = 'input' AND transaction_id IN (${ids.map(() => '?').join(', ')})
     ORDER BY asset_id LOCK IN SHARE MODE`,
    [...ids]
  )
  for (const { asset_id: id } of rows as { asset_id: number }[]) {
    await trx.rawQuery('SELECT id FROM assets WHERE id = ? FOR UPDATE', [id])
  }
}
