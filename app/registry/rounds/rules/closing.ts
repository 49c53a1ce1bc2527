import { sentence } from '#core/domain_error'
import type { Trx } from '#core/within'
import { displayOfRound } from '#registry/displays/gate'
import { LINE_STATE_NAMES, type LineState } from '#registry/rounds/life'
import type { Finding } from '#registry/rules/finding'
import { ruleParameters } from '#registry/rules/parameters'

/**
 * R22: every line of a round was given to a team, decided and posted before the round is closed, and what
 * was displayed of it is approved.
 */
export async function judgeClosing(
  roundId: number,
  { unitId, trx }: { unitId: number; trx: Trx }
): Promise<Finding[]> {
  const { severity, legal } = await ruleParameters('R22', { unitId, trx })
  const rows: { status: LineState; n: number }[] = await trx
    .from('round_lines')
    .where('round_id', roundId)
    .whereNot('status', 'posted')
    .groupBy('status')
    .select('status')
    .count('* as n')
  const hanging = await displayOfRound(roundId, trx)
  const displayed: Finding[] = hanging
    ? [
        {
          rule: 'R22',
          severity,
          messages: sentence(
            `نتائج الحصر معروضة للجمهور بالكشف رقم ${hanging} ولم يعتمد بعد.`,
            `The results hang out on display list ${hanging}, which is not approved yet.`
          ),
          facts: { display: hanging },
          overridable: false,
          legal,
        },
      ]
    : []
  const lines: Finding[] = rows.map(({ status, n }) => {
    const name = LINE_STATE_NAMES[status]
    return {
      rule: 'R22',
      severity,
      messages: sentence(
        `${n} بند حالته «${name.ar}».`,
        Number(n) === 1 ? `1 line is «${name.en}».` : `${n} lines are «${name.en}».`
      ),
      facts: { status, lines: Number(n) },
      overridable: false,
      legal,
    }
  })
  return [...lines, ...displayed]
}
