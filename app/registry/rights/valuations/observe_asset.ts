import type { Day } from '#core/days'
import type { Money } from '#core/money'
import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import Asset from '#registry/models/asset'
import type { USES } from '#registry/rights/valuations/kinds'

export interface Observation {
  assetId: number
  seenOn: Day
  /** 1 ruin … 5 as new; with what is broken and what mending it would cost. */
  condition?: {
    score: number
    defects?: string | null
    repairCost?: Money | null
    inspector: string
  } | null
  utilisation?: { state: (typeof USES)[number]; note?: string | null } | null
}

/**
 * What somebody saw of an asset on a day: its condition and repair cost, and how far it is used. Each is
 * a dated row; earlier ones stay.
 */
export default class ObserveAsset {
  async handle(
    { assetId, seenOn, condition, utilisation }: Observation,
    { by, trx: outer }: { by: Actor; trx?: Trx }
  ): Promise<void> {
    return within(outer, async (trx) => {
      const asset = await Asset.findOrFail(assetId, { client: trx })
      const seen = { unit_id: asset.unitId, asset_id: assetId, seen_on: seenOn, recorded_by: by.id }
      if (condition) {
        const { score, defects = null, repairCost, inspector } = condition
        const row = {
          score,
          defects,
          inspector,
          repair_cost: repairCost ? String(repairCost) : null,
        }
        await this.#write('asset_conditions', { ...seen, ...row }, asset, by, trx)
      }
      if (utilisation) {
        const { state, note = null } = utilisation
        await this.#write('asset_utilisations', { ...seen, state, note }, asset, by, trx)
      }
    })
  }

  async #write(
    table: 'asset_conditions' | 'asset_utilisations',
    row: Record<string, unknown>,
    asset: Asset,
    by: Actor,
    trx: Trx
  ): Promise<void> {
    const [id] = await trx.insertQuery().table(table).insert(row)
    const subjectType = table.slice(0, -1)
    await Trail.record(
      {
        action: `${subjectType}.created`,
        unitId: asset.unitId,
        subjectType,
        subjectId: Number(id),
        label: asset.code,
        after: row,
      },
      { by, trx }
    )
  }
}
