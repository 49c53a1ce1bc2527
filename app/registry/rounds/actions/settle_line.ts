import { dayOf, type Day } from '#core/days'
import type { Trx } from '#core/within'
import type RoundFinding from '#registry/models/round_finding'
import type RoundLine from '#registry/models/round_line'
import type { LineState } from '#registry/rounds/life'
import { ruleParameters } from '#registry/rules/parameters'

/** On how many days a line was visited, and on how many of them nothing was found there. */
export async function daysVisited(
  lineId: number,
  trx: Trx
): Promise<{ all: number; notFound: number }> {
  const rows: { captured_at: Date; result: string }[] = await trx
    .from('round_findings')
    .where('line_id', lineId)
    .whereNull('desk_reason')
    .select('captured_at', 'result')
  const days = (some: typeof rows) => new Set<Day>(some.map((row) => dayOf(row.captured_at))).size
  return { all: days(rows), notFound: days(rows.filter(({ result }) => result === 'not_found')) }
}

/** Photographs of a finding that have come, each file once. */
export async function photosOf(
  findingId: number,
  trx: Trx
): Promise<{ arrived: number; distinct: { takenOn: Day | null }[] }> {
  const rows: { id: number; taken_at: Date | null }[] = await trx
    .from('round_photos as p')
    .join('documents as d', 'd.id', 'p.document_id')
    .where('p.finding_id', findingId)
    .select('d.id', 'd.taken_at')
  const distinct = new Map(rows.map((row) => [Number(row.id), row.taken_at]))
  return {
    arrived: rows.length,
    distinct: [...distinct.values()].map((taken) => ({ takenOn: taken ? dayOf(taken) : null })),
  }
}

/**
 * Where a line stands after a visit: submitted once the photographs promised have come, and, where
 * nothing was found, once it was visited on as many days as R22 asks.
 */
export async function settledState(
  line: RoundLine,
  finding: RoundFinding,
  { unitId, trx }: { unitId: number; trx: Trx }
): Promise<LineState> {
  const { arrived } = await photosOf(finding.id, trx)
  if (arrived < finding.photosPromised) return 'visited'
  if (finding.result === 'extra') return 'extra_found'
  if (finding.result === 'not_found') {
    const { visits } = await ruleParameters('R22', { unitId, trx })
    const { notFound } = await daysVisited(line.id, trx)
    if (notFound < visits) return 'visited'
  }
  return 'submitted'
}
