import { today } from '#core/days'
import type { Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import RegisterTransaction from '#registry/models/register_transaction'
import { assertStanding, lockAssets, type AssetRow } from '#registry/register/asset_row'
import { assertSteps } from '#registry/register/custody_steps'
import { ProposalAlteredError, StaleAssetError } from '#registry/register/errors'
import { KINDS } from '#registry/register/kinds/index'
import { ApplyContext, type ChangeInput, type ChangeKindName } from '#registry/register/kinds/kind'
import { placesOf } from '#registry/register/locks'
import type { Finding } from '#registry/rules/finding'

/** A proposal and the assets it begins from, held until the transaction ends. */
export interface HeldChange {
  change: RegisterTransaction
  inputs: ChangeInput[]
  rows: Map<number, AssetRow>
}

/** The ground that changes of shape must take turns on, read before their transaction begins. */
export async function placesOfChanges(ids: readonly number[], trx?: Trx): Promise<number[]> {
  const changes = await RegisterTransaction.query(trx ? { client: trx } : {}).whereIn('id', [
    ...ids,
  ])
  const shapes = changes.flatMap(({ kind, proposal }) => {
    return KINDS[kind as ChangeKindName].shapes?.(proposal) ?? []
  })
  return placesOf(shapes)
}

export async function heldChange(id: number, trx: Trx): Promise<RegisterTransaction> {
  return RegisterTransaction.query({ client: trx }).where('id', id).forUpdate().firstOrFail()
}

/** The proposal and its inputs, held in the order of their ids. */
export async function holdWithInputs(id: number, trx: Trx): Promise<HeldChange> {
  const change = await heldChange(id, trx)
  const [kept] = await trx.rawQuery(
    "SELECT asset_id, base_version FROM transaction_assets WHERE transaction_id = ? AND part = 'input' ORDER BY asset_id LOCK IN SHARE MODE",
    [id]
  )
  const inputs: ChangeInput[] = (kept as { asset_id: number; base_version: number | null }[]).map(
    (row) => ({ assetId: Number(row.asset_id), baseVersion: row.base_version })
  )
  const rows = await lockAssets(
    inputs.map(({ assetId }) => assetId),
    trx
  )
  return { change, inputs, rows }
}

/**
 * Asks once more whether what was proposed still fits: its fingerprint, the versions it was made on,
 * the steps of a transfer, and the rules. What the rules find is given back to be settled.
 * @throws ProposalAlteredError, StaleAssetError (R23), AssetEndedError, StepOrderError
 */
export async function judgeHeld(
  { change, inputs, rows }: HeldChange,
  { by, trx }: { by: Actor; trx: Trx }
): Promise<{ findings: Finding[]; context: ApplyContext }> {
  if (!change.documentHash?.equals(change.fingerprint(inputs))) {
    throw new ProposalAlteredError(change.id)
  }
  const way = KINDS[change.kind as ChangeKindName]
  for (const { assetId, baseVersion } of inputs) {
    const row = rows.get(assetId)!
    if (baseVersion !== row.version) {
      throw new StaleAssetError(row.code, baseVersion ?? 0, row.version)
    }
    if (!way.ofEnded) assertStanding(row)
  }
  if (change.kind === 'custody') await assertSteps(change, trx)
  const { id, unitId, effectiveOn, reason, proposal } = change
  const context = new ApplyContext(id, unitId, effectiveOn, rows, by, reason, trx)
  return { findings: await way.judge(proposal, context), context }
}

/** Does what was proposed, and keeps what it left behind. */
export async function carryOut(change: RegisterTransaction, context: ApplyContext): Promise<void> {
  const way = KINDS[change.kind as ChangeKindName]
  const { outputs } = await way.apply(change.proposal, context)
  for (const assetId of outputs) {
    await context.trx.rawQuery(
      "INSERT INTO transaction_assets (transaction_id, asset_id, part) VALUES (?, ?, 'output')",
      [change.id, assetId]
    )
  }
}

/** Whether its day is still to come. */
export function isAhead(change: RegisterTransaction): boolean {
  return change.effectiveOn > today()
}
