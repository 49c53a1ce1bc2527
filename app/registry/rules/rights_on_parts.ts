import { sentence } from '#core/domain_error'
import type { Day } from '#core/days'
import type { Trx } from '#core/within'
import { atMoment, type Finding, type Moment } from '#registry/rules/finding'
import { STANDING_RIGHT } from '#registry/rules/standing'

/** Which output of a split or merge takes over a right of an input. */
export interface RightMove {
  right_id: number
  /** Index of the output. */
  part: number
}

/**
 * Rule R8: every right on the inputs that has not ended is taken over by an output, and none twice.
 * Source: practice of title registers (SOLA newtitle-br24).
 */
export async function judgeRightsOnParts(asked: {
  inputs: readonly number[]
  moves: readonly RightMove[]
  outputs: number
  on: Day
  moment: Moment
  trx: Trx
}): Promise<Finding[]> {
  const { inputs, moves, outputs, on, moment, trx } = asked
  const [rows] = await trx.rawQuery(
    `SELECT id, right_no FROM rights WHERE asset_id IN (${inputs.map(() => '?').join(', ')})
       AND ${STANDING_RIGHT} ORDER BY id`,
    [...inputs, on]
  )
  const standing = new Map(
    (rows as { id: number; right_no: string }[]).map((row) => [Number(row.id), row.right_no])
  )
  const findings: Finding[] = []
  const find = (ar: string, en: string, facts: Record<string, unknown>) =>
    findings.push({
      rule: 'R8',
      severity: atMoment('critical', moment),
      messages: sentence(ar, en),
      cure: sentence(
        'حدد لكل حق قائم الناتج الذي ينتقل إليه.',
        'Name for every standing right the output that takes it over.'
      ),
      facts,
      overridable: false,
    })
  const moved = new Set<number>()
  for (const { right_id: rightId, part } of moves) {
    if (!standing.has(rightId))
      find(`الحق ${rightId} ليس على هذه الأصول.`, `Right ${rightId} is not on these assets.`, {
        rightId,
      })
    else if (moved.has(rightId) || part >= outputs)
      find(
        `الحق رقم ${standing.get(rightId)} موزع على ناتج غير موجود أو أكثر من مرة.`,
        `Right ${standing.get(rightId)} goes to no output, or goes twice.`,
        { rightId, part }
      )
    moved.add(rightId)
  }
  for (const [rightId, number] of standing) {
    if (moved.has(rightId)) continue
    find(
      `لم يحدد مصير الحق رقم ${number} بعد التغيير.`,
      `What becomes of right ${number} is not said.`,
      { rightId }
    )
  }
  return findings
}

/**
 * Rule R10 in a merge: rights that take places on more than one input cannot all be on one asset
 * afterwards, for each of them would hold its first place.
 */
export async function judgePlacesTaken(asked: {
  inputs: readonly number[]
  on: Day
  moment: Moment
  trx: Trx
}): Promise<Finding[]> {
  const { inputs, on, moment, trx } = asked
  const [rows] = await trx.rawQuery(
    `SELECT DISTINCT asset_id FROM right_slots WHERE asset_id IN (${inputs.map(() => '?').join(', ')}) AND valid_to > ?`,
    [...inputs, on]
  )
  if (rows.length < 2) return []
  return [
    {
      rule: 'R10',
      severity: atMoment('critical', moment),
      messages: sentence(
        'على أكثر من أصل من الأصول المضمومة حق يشغله، ولا يشغل الأصل الواحد صاحبا حق.',
        'More than one of the merged assets is taken by a right, and one asset is not taken twice.'
      ),
      cure: sentence('أنه أحد الحقين قبل الضم.', 'End one of the rights before the merge.'),
      facts: { assets: (rows as { asset_id: number }[]).map((row) => Number(row.asset_id)) },
      overridable: false,
    },
  ]
}
