import type { Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import type { Fact } from '#revenue/reconciliation/judge/judge_again'

export interface UnmatchReason {
  by: Actor & { id: number }
  reason: string
}

export interface Member {
  slip_id: number | null
  settlement_id: number | null
  bank_line_id: number | null
  month: string | null
}

export function sort(members: Member[]) {
  const ids = (column: 'slip_id' | 'settlement_id' | 'bank_line_id') =>
    members.flatMap((one) => (one[column] === null ? [] : [Number(one[column])]))
  const [lines, slips, batches] = [ids('bank_line_id'), ids('slip_id'), ids('settlement_id')]
  const facts: Fact[] = [
    ...lines.map((id) => ({ kind: 'bank_line' as const, id })),
    ...slips.map((id) => ({ kind: 'slip' as const, id })),
    ...batches.map((id) => ({ kind: 'settlement' as const, id })),
  ]
  return { facts, month: members.find((one) => one.month)!.month!, lines, slips, batches }
}

export function pairs(left: number[], right: number[]): [number, number][] {
  return left.flatMap((one) => right.map((other): [number, number] => [one, other]))
}

export async function refusePairs(
  leg: string,
  list: [number, number][],
  by: number,
  trx: Trx
): Promise<void> {
  for (const [left, right] of list) {
    await trx.rawQuery(
      "UPDATE match_suggestions SET state = 'refused', decided_by = ?, decided_at = NOW(3) WHERE leg = ? AND left_id = ? AND right_id = ?",
      [by, leg, left, right] as string[]
    )
  }
}

export async function record(
  subjectType: string,
  subjectId: number,
  { unitId, rule, evidence }: { unitId: number; rule: string; evidence: string },
  { by, reason }: UnmatchReason,
  trx: Trx
): Promise<void> {
  await Trail.record(
    {
      action: 'match.undone',
      unitId,
      subjectType,
      subjectId,
      label: `${rule} ${evidence}`,
      before: { rule, evidence },
      reason,
    },
    { by, trx }
  )
}
