import type { Day } from '#core/days'

/** What has a day on which it must have been acted on. */
export const DIARY_KINDS = ['guarantee', 'advance', 'surety'] as const

export type DiaryKind = (typeof DIARY_KINDS)[number]

/** The dated setting that says how many days before its day each kind is named. */
export const LADDERS: Readonly<Record<DiaryKind, string>> = {
  guarantee: 'accounts.guarantees.diary',
  advance: 'accounts.advances.diary',
  surety: 'accounts.sureties.diary',
}

/**
 * SQL of what stands of a kind in one unit, bound once: its id and its day. A surety that another took
 * over from, or whose holder was cleared, waits for nothing.
 */
export const STANDING: Readonly<Record<DiaryKind, string>> = {
  guarantee: `SELECT id, expires_on AS due_on FROM guarantees
    WHERE unit_id = ? AND form = 'letter' AND status IN ('held', 'called')`,
  advance: `SELECT id, due_on FROM advances WHERE unit_id = ? AND status = 'paid'`,
  surety: `SELECT s.id, s.valid_to - INTERVAL 1 DAY AS due_on FROM sureties s
    WHERE s.unit_id = ? AND s.released_on IS NULL AND NOT EXISTS (
      SELECT 1 FROM sureties n WHERE n.unit_id = s.unit_id AND n.job = s.job AND n.holder_no = s.holder_no
        AND n.valid_from >= s.valid_to)`,
}

/**
 * SQL of the step of a ladder on which something stands on a day: the nearest of its days that is not
 * less than what is left, 0 once its day is past, NULL while it is far.
 */
export function stepOf(
  ladder: readonly number[],
  on: Day
): { sql: string; values: (Day | number)[] } {
  const steps = [...ladder].sort((a, b) => a - b)
  const left = 'DATEDIFF(x.due_on, ?)'
  return {
    sql: `CASE WHEN ${left} < 0 THEN 0 ${steps.map(() => `WHEN ${left} <= ? THEN ?`).join(' ')} END`,
    values: [on, ...steps.flatMap((days) => [on, days, days])],
  }
}
