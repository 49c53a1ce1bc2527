import { sentence } from '#core/domain_error'
import type { Day } from '#core/days'
import type { Trx } from '#core/within'
import { atMoment, type Finding, type Moment } from '#registry/rules/finding'

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
       AND status IN ('draft', 'active', 'suspended') AND valid_to > ? ORDER BY id`,
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
