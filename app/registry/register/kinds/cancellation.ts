import type { Trx } from '#core/within'
import { Asked } from '#registry/register/asked'
import { ATTRIBUTES } from '#registry/register/attributes'
import { foldFacts, type Facts } from '#registry/register/facts'
import { readChanges } from '#registry/register/changes'
import { moveRights } from '#registry/register/kinds/parts'
import type { ApplyContext, ChangeKind } from '#registry/register/kinds/kind'
import { recordAgain } from '#registry/register/earlier_geometry'
import { judgeCancellation } from '#registry/rules/cancellation'
import type { RightMove } from '#registry/rules/rights_on_parts'

export interface CancellationProposal {
  transaction_id: number
  /** The assets it touched, as they stood when the cancellation was asked. */
  assets: { asset_id: number; base_version: number | null; is_output: boolean }[]
}

/**
 * إلغاء معاملة: the only way back (R30). Each fact that the cancelled change stated is stated again as
 * it was before, from the same day; what it had made is superseded. Nothing is taken out of the log.
 */
const cancellation: ChangeKind<CancellationProposal> = {
  ofEnded: true,

  async validate(proposal, { trx }) {
    const transactionId = new Asked(proposal).id('transaction_id')
    const [rows] = await trx.rawQuery(
      `SELECT t.asset_id, a.version, MIN(t.part) AS part FROM transaction_assets t JOIN assets a ON a.id = t.asset_id
       WHERE t.transaction_id = ? GROUP BY t.asset_id, a.version ORDER BY t.asset_id`,
      [transactionId]
    )
    return {
      transaction_id: transactionId,
      assets: (rows as { asset_id: number; version: number; part: string }[]).map((row) => ({
        asset_id: Number(row.asset_id),
        base_version: row.version,
        // What is input and output too was changed, not made.
        is_output: row.part === 'output',
      })),
    }
  },

  inputs: ({ assets }) =>
    assets.map(({ asset_id: assetId, base_version: baseVersion }) => ({ assetId, baseVersion })),

  judge: ({ transaction_id: cancelled, assets }, context) =>
    judgeCancellation(cancelled, assets, context),

  async apply({ transaction_id: cancelled, assets }, context) {
    const made = assets.filter(({ is_output: isOutput }) => isOutput)
    const changed = assets.filter(({ is_output: isOutput }) => !isOutput)
    await giveRightsBack(cancelled, context)
    // What was made goes first: its ground must be free again for what it came from.
    for (const { asset_id: assetId } of made) {
      await supersede(assetId, cancelled, context)
    }
    for (const { asset_id: assetId } of changed) {
      await restore(assetId, cancelled, context)
    }
    return { outputs: changed.map(({ asset_id: assetId }) => assetId) }
  },
}

export default cancellation

async function supersede(assetId: number, cancelled: number, context: ApplyContext) {
  const changes = await readChanges(assetId, {}, context.trx)
  const begun = changes.find((change) => change.transaction_id === cancelled)
  const validFrom = begun?.valid_from ?? context.effectiveOn
  const facts = { record_status: 'superseded', ...freed(foldFacts(changes)) }
  await context.record(assetId, facts, { validFrom, retroactive: true })
}

/** Numbers of the thing itself are free for the record that takes its place; the code never is. */
function freed(facts: Facts): Facts {
  const names = ['plate', 'chassis_no', 'power_meter_no', 'unified_property_no']
  const emptied = names.filter((name) => facts[name]).map((name) => [name, null])
  return { ...Object.fromEntries(emptied), site_no: facts.code! }
}

async function restore(assetId: number, cancelled: number, context: ApplyContext): Promise<void> {
  const changes = await readChanges(assetId, {}, context.trx)
  const own = changes.filter((change) => change.transaction_id === cancelled)
  for (const change of own) {
    const before = foldFacts(changes.slice(0, changes.indexOf(change)))
    const facts: Facts = {}
    for (const name of Object.keys(change.facts)) {
      // A fact from before the asset's own first day had nothing before it to go back to.
      if (before[name] === undefined && ATTRIBUTES[name]?.required) continue
      facts[name] = before[name] ?? null
    }
    await context.record(assetId, facts, { validFrom: change.valid_from, retroactive: true })
  }
  await recordAgain(assetId, cancelled, context)
}

/** The rights that a split or merge moved lie on what they lay on before. */
async function giveRightsBack(cancelled: number, context: ApplyContext): Promise<void> {
  const { kind, proposal } = await cancelledProposal(cancelled, context.trx)
  if (kind !== 'split' && kind !== 'merge') return
  const moves = (proposal.rights ?? []) as RightMove[]
  const [rows] = await context.trx.rawQuery(
    `SELECT subject_id, before_value FROM trail WHERE action = 'right.moved' AND subject_type = 'right'
       AND JSON_VALUE(after_value, '$.transaction_id') = ?`,
    [cancelled]
  )
  const from = new Map(
    (rows as { subject_id: number; before_value: string }[]).map((row) => [
      Number(row.subject_id),
      Number(JSON.parse(row.before_value).asset_id),
    ])
  )
  await moveRights(
    moves.flatMap(({ right_id: rightId }) => {
      const to = from.get(rightId)
      return to ? [{ rightId, to }] : []
    }),
    context
  )
}

async function cancelledProposal(id: number, trx: Trx) {
  const [[row]] = await trx.rawQuery(
    'SELECT kind, proposal FROM register_transactions WHERE id = ?',
    [id]
  )
  const proposal = typeof row.proposal === 'string' ? JSON.parse(row.proposal) : row.proposal
  return { kind: row.kind as string, proposal: proposal as Record<string, unknown> }
}
