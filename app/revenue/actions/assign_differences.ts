import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import Difference from '#revenue/models/difference'

/** Gives open differences to a person, or takes them from everyone (`to` null). */
export default class AssignDifferences {
  /**
   * Returns how many changed hands; cleared ones and those already his are passed over. The caller names
   * only differences that the person acting may see.
   */
  async handle(
    ids: readonly number[],
    { to, by }: { to: { id: number; name: string } | null; by: Actor },
    outer?: Trx
  ): Promise<number> {
    return within(outer, async (trx) => {
      const differences = await Difference.query({ client: trx })
        .whereIn('id', [...ids])
        .whereNot('state', 'cleared')
        .orderBy('id')
        .forUpdate()
      const moving = differences.filter((one) => one.assignedTo !== (to?.id ?? null))
      const byUnit = Map.groupBy(moving, (one) => one.unitId)
      for (const unitId of [...byUnit.keys()].sort((a, b) => a - b)) {
        const group = byUnit.get(unitId)!
        await Difference.query({ client: trx })
          .whereIn(
            'id',
            group.map((one) => one.id)
          )
          .update({ assigned_to: to?.id ?? null })
        await Trail.record(
          {
            action: 'difference.assigned',
            unitId,
            subjectType: 'difference',
            subjectId: group.length === 1 ? group[0]!.id : null,
            label:
              group.length === 1 ? `${group[0]!.code} ${group[0]!.subjectKey}` : `${group.length}`,
            before: group.map((one) => ({ id: one.id, assignedTo: one.assignedTo })),
            after: { assignedTo: to?.id ?? null, name: to?.name ?? null },
          },
          { by, trx }
        )
      }
      return moving.length
    })
  }
}
