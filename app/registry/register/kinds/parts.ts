import { Trail } from '#audit/trail'
import type { Asked } from '#registry/register/asked'
import type { ApplyContext } from '#registry/register/kinds/kind'
import type { Facts } from '#registry/register/facts'
import type { RightMove } from '#registry/rules/rights_on_parts'

/** Numbers and measures of one body; its parts get their own. */
const OF_THE_BODY = [
  'code',
  'site_no',
  'unified_property_no',
  'plot_no',
  'name',
  'latitude',
  'longitude',
  'width_m',
  'height_m',
  'area_m2',
  'frontage_m',
  'boundaries',
  'area_deed',
  'area_survey',
  'area_computed',
  'area_planning',
  'power_meter_no',
  'plate',
  'chassis_no',
  'engine_no',
  'serial_no',
]

/** What an output of a split or merge keeps of what it came from. */
export function inherited(facts: Facts): Facts {
  const kept = { ...facts }
  for (const name of [...OF_THE_BODY, 'unit_id', 'class_id']) delete kept[name]
  return kept
}

/** The list of rights with the output that takes over each. */
export function rightMoves(asked: Asked): RightMove[] {
  return asked.list('rights').map((move) => ({
    right_id: move.id('right_id'),
    part: move.has('part') ? move.integer('part') : 0,
  }))
}

/** Rights follow the ground they lie on. */
export async function moveRights(
  moves: readonly { rightId: number; to: number }[],
  context: Pick<ApplyContext, 'trx' | 'trail' | 'unitId' | 'transactionId' | 'reason'>
): Promise<void> {
  const { trx, trail, transactionId, reason } = context
  for (const { rightId, to } of [...moves].sort((a, b) => a.rightId - b.rightId)) {
    const [[right]] = await trx.rawQuery(
      'SELECT asset_id, unit_id, right_no FROM rights WHERE id = ? FOR UPDATE',
      [rightId]
    )
    await trx.rawQuery('UPDATE rights SET asset_id = ? WHERE id = ?', [to, rightId])
    await trx.rawQuery('UPDATE right_slots SET asset_id = ? WHERE right_id = ?', [to, rightId])
    await trx.rawQuery(
      "UPDATE occupancies SET asset_id = ? WHERE right_id = ? AND valid_to = '9999-12-31'",
      [to, rightId]
    )
    trail.push({
      action: 'right.moved',
      unitId: Number(right.unit_id),
      subjectType: 'right',
      subjectId: rightId,
      label: right.right_no,
      before: { asset_id: Number(right.asset_id) },
      after: { asset_id: to, transaction_id: transactionId },
      reason,
    })
  }
}

/** Writes what was collected, now that everything else is held. */
export async function writeTrail(context: ApplyContext): Promise<void> {
  const ordered = [...context.trail].sort((a, b) => a.unitId - b.unitId)
  for (const fact of ordered) await Trail.record(fact, { by: context.by, trx: context.trx })
}
