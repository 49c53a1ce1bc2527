import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type Round from '#registry/models/round'
import { DECIDED } from '#registry/rounds/life'

/** Why a person may not approve a round: he had another part in it. */
export type Part = 'planned' | 'counted' | 'decided' | 'proposed'

/**
 * R19 on a round: who approves its results neither planned it, nor counted in one of its teams, nor
 * decided a line that is to be posted, nor prepared its differences. Null: he may.
 */
export async function partIn(
  round: Round,
  userId: number,
  client: Pick<QueryClientContract, 'rawQuery'>
): Promise<Part | null> {
  if (round.madeBy === userId) return 'planned'
  const [[found]] = await client.rawQuery(
    `SELECT EXISTS (SELECT 1 FROM round_team_members WHERE round_id = ? AND user_id = ?)
         OR EXISTS (SELECT 1 FROM round_findings WHERE round_id = ? AND found_by = ?) AS counted,
       EXISTS (SELECT 1 FROM round_lines WHERE round_id = ? AND decided_by = ?
         AND status IN (${DECIDED.map((state) => `'${state}'`).join(', ')})) AS decided,
       EXISTS (SELECT 1 FROM round_changes c JOIN register_transactions t ON t.id = c.transaction_id
         WHERE c.round_id = ? AND t.status = 'proposed' AND t.made_by = ?) AS proposed`,
    [round.id, userId, round.id, userId, round.id, userId, round.id, userId]
  )
  const parts = ['counted', 'decided', 'proposed'] as const
  return parts.find((part) => Number(found[part]) === 1) ?? null
}
