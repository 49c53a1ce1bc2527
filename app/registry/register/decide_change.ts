import { DateTime } from 'luxon'
import { clock } from '#core/clock'
import { today } from '#core/days'
import { within, type Trx } from '#core/within'
import DecideApproval from '#identity/actions/decide_approval'
import { SelfApprovalError } from '#identity/errors'
import type User from '#identity/models/user'
import RegisterTransaction from '#registry/models/register_transaction'
import { assertStanding, lockAssets, type AssetRow } from '#registry/register/asset_row'
import { assertSteps } from '#registry/register/custody_steps'
import {
  NotYetEffectiveError,
  ProposalAlteredError,
  StaleAssetError,
} from '#registry/register/errors'
import { settle, type AskedOverride } from '#registry/register/findings'
import { KINDS } from '#registry/register/kinds/index'
import { ApplyContext, type ChangeInput, type ChangeKindName } from '#registry/register/kinds/kind'
import { writeTrail } from '#registry/register/kinds/parts'
import { placesOf, takeTurns } from '#registry/register/locks'

export interface Decision {
  by: User
  requestId?: string
  trx?: Trx
}

/**
 * The decision of a second person. Approving takes the turns of its ground, holds its inputs, asks the
 * rules once more and does what was proposed, all in one transaction.
 */
export default class DecideChange {
  /**
   * @throws SelfApprovalError, TransitionError, StaleAssetError (R23), RulesStandError,
   * OverrideRefusedError, NotYetEffectiveError, ProposalAlteredError
   */
  async approve(
    transactionId: number,
    { overrides = [], ...decision }: Decision & { overrides?: AskedOverride[] }
  ): Promise<RegisterTransaction> {
    const { by, trx: outer } = decision
    const places = await placesOfChanges([transactionId], outer)
    return within(outer, async (trx) => {
      await takeTurns(places, trx)
      const { change, inputs, rows } = await hold(transactionId, trx)
      if (change.madeBy === by.id) throw new SelfApprovalError()
      change.moveTo('approved')
      if (change.effectiveOn > today()) throw new NotYetEffectiveError(change.effectiveOn)
      await assertUnaltered(change, inputs)
      const way = KINDS[change.kind as ChangeKindName]
      for (const { assetId, baseVersion } of inputs) {
        const row = rows.get(assetId)!
        if (baseVersion !== row.version) {
          throw new StaleAssetError(row.code, baseVersion ?? 0, row.version)
        }
        if (!way.ofEnded) assertStanding(row)
      }
      if (change.kind === 'custody') await assertSteps(change, trx)

      const { unitId, effectiveOn, reason, proposal } = change
      const actor = by.asActor(decision.requestId)
      const context = new ApplyContext(change.id, unitId, effectiveOn, rows, actor, reason, trx)
      const findings = settle(await way.judge(proposal, context), overrides, { by, unitId })
      const { outputs } = await way.apply(proposal, context)
      await keepOutputs(change.id, outputs, trx)
      const overridden = findings.filter(({ override }) => override)
      const said = overridden.map(({ rule, override }) => `${rule}: ${override!.reason}`)
      await this.#close(change, by, { findings })
      await writeTrail(context)
      await new DecideApproval().approve({
        ...decisionOn(change, by, decision.requestId, trx),
        reason: said.length > 0 ? said.join(' • ').slice(0, 500) : null,
      })
      return change
    })
  }

  /** @throws SelfApprovalError, TransitionError */
  async refuse(
    transactionId: number,
    { reason, ...decision }: Decision & { reason: string }
  ): Promise<RegisterTransaction> {
    const { by } = decision
    return within(decision.trx, async (trx) => {
      const change = await heldChange(transactionId, trx)
      if (change.madeBy === by.id) throw new SelfApprovalError()
      change.moveTo('refused')
      await this.#close(change, by, { refusal: reason.slice(0, 500) })
      await new DecideApproval().refuse({
        ...decisionOn(change, by, decision.requestId, trx),
        reason,
      })
      return change
    })
  }

  async #close(change: RegisterTransaction, by: User, more: Partial<RegisterTransaction>) {
    change.merge({
      ...more,
      decidedBy: by.id,
      decidedAt: DateTime.fromJSDate(clock.now()),
      version: change.version + 1,
    })
    await change.save()
  }
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

async function heldChange(id: number, trx: Trx): Promise<RegisterTransaction> {
  return RegisterTransaction.query({ client: trx }).where('id', id).forUpdate().firstOrFail()
}

/** The proposal and its inputs, held in the order of their ids until the transaction ends. */
async function hold(id: number, trx: Trx) {
  const change = await heldChange(id, trx)
  const [kept] = await trx.rawQuery(
    "SELECT asset_id, base_version FROM transaction_assets WHERE transaction_id = ? AND part = 'input' ORDER BY asset_id LOCK IN SHARE MODE",
    [id]
  )
  const inputs: ChangeInput[] = (kept as { asset_id: number; base_version: number | null }[]).map(
    (row) => ({ assetId: Number(row.asset_id), baseVersion: row.base_version })
  )
  const rows: Map<number, AssetRow> = await lockAssets(
    inputs.map(({ assetId }) => assetId),
    trx
  )
  return { change, inputs, rows }
}

async function assertUnaltered(change: RegisterTransaction, inputs: readonly ChangeInput[]) {
  const asProposed = change.documentHash?.equals(change.fingerprint(inputs))
  if (!asProposed) throw new ProposalAlteredError(change.id)
}

async function keepOutputs(id: number, outputs: readonly number[], trx: Trx): Promise<void> {
  for (const assetId of outputs) {
    await trx.rawQuery(
      "INSERT INTO transaction_assets (transaction_id, asset_id, part) VALUES (?, ?, 'output')",
      [id, assetId]
    )
  }
}

function decisionOn(
  change: RegisterTransaction,
  by: User,
  requestId: string | undefined,
  trx: Trx
) {
  const { id, unitId, kind, label, madeBy, documentHash } = change
  return {
    subject: { type: 'register_transaction', id, unitId, label: `${kind} ${label}` },
    step: 'approve',
    madeBy,
    by,
    documentHash: documentHash!,
    requestId,
    trx,
  }
}
