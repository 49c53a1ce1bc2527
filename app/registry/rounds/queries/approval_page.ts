import db from '@adonisjs/lucid/services/db'
import type { Words } from '#core/lists/definition'
import type User from '#identity/models/user'
import type Round from '#registry/models/round'
import RoundLine from '#registry/models/round_line'
import type { KeptFinding } from '#registry/models/register_transaction'
import { changeWords, namesOf } from '#registry/biography/fact_words'
import { readFacts, type Facts } from '#registry/register/facts'
import { judgedNow } from '#registry/register/queries/transaction_page'
import { waitingChanges } from '#registry/rounds/actions/propose_differences'
import { differenceOf } from '#registry/rounds/differences'
import { fieldFactsNow } from '#registry/rounds/queries/field_facts_now'
import { DECIDED } from '#registry/rounds/life'
import { partIn } from '#registry/rounds/rules/approver'

/** Kinds of difference, in the order in which a committee reads them. */
export const DIFFERENCES = ['elsewhere', 'not_found', 'different', 'extra', 'disputed'] as const
export type DifferenceKind = (typeof DIFFERENCES)[number]

/** Lines shown at once with their evidence. */
const PAGE = 60

/** Of which kind a decided line is; null: it was found as the register has it. */
export function differenceKind(line: RoundLine): DifferenceKind | null {
  if (line.status === 'disputed') return 'disputed'
  if (line.outcome === 'not_found') return 'not_found'
  if (line.outcome === 'extra') return 'extra'
  if (line.finding.isElsewhere) return 'elsewhere'
  if (line.outcome === 'different') return 'different'
  // Found as recorded, but far from where the register has it: the approver is shown it.
  return line.standingFlags.some(({ facts }) => (facts as { what?: string }).what === 'distance')
    ? 'elsewhere'
    : null
}

/**
 * What one approval of a round would post: every decided line, those that differ with what stands and what
 * would stand, their paper, and what the rules say now.
 */
export async function approvalPage(
  round: Round,
  { user, words, page }: { user: User; words: Words; page: number }
) {
  const lines = await RoundLine.visibleTo(user)
    .where('round_lines.round_id', round.id)
    .whereIn('round_lines.status', [...DECIDED])
    .preload('finding', (finding) => finding.preload('finder'))
    .preload('class')
    .orderBy('round_lines.id')
  const apart = lines
    .flatMap((line) => {
      const kind = differenceKind(line)
      return kind ? [{ line, kind }] : []
    })
    .sort((a, b) => DIFFERENCES.indexOf(a.kind) - DIFFERENCES.indexOf(b.kind))
  const shown = apart.slice((page - 1) * PAGE, page * PAGE)
  const { views, rules, unproposed } = await db.transaction(async (trx) => {
    const waiting = await waitingChanges(round.id, trx)
    const judged = new Map<number, KeptFinding[]>()
    for (const change of waiting.values()) {
      judged.set(change.id, await judgedNow(change, trx))
    }
    const facts = new Map<number, { before: Facts; after: Facts }>()
    for (const { line } of shown) facts.set(line.id, await factsOf(line, trx))
    const rows = [...facts].flatMap(([id, { before, after }]) =>
      Object.keys(after).map((name) => ({
        id,
        name,
        before: before[name] ?? null,
        after: after[name] ?? null,
      }))
    )
    const names = await namesOf(rows, words)
    return {
      unproposed: lines.filter((line) => !waiting.has(line.id) && differenceOf(line)).length,
      rules: [...judged.values()].flat(),
      views: shown.map(({ line, kind }) => ({
        line,
        kind,
        change: waiting.get(line.id) ?? null,
        findings: judged.get(waiting.get(line.id)?.id ?? 0) ?? [],
        facts: rows.filter(({ id }) => id === line.id).map((one) => changeWords(one, names, words)),
      })),
    }
  })
  const [photos, visits, deciders] = await evidence(shown.map(({ line }) => line))
  const critical = rules.filter(({ severity }) => severity === 'critical')
  return {
    groups: DIFFERENCES.flatMap((kind) => {
      const ofKind = views.filter((view) => view.kind === kind)
      const count = apart.filter((one) => one.kind === kind).length
      return ofKind.length ? [{ kind, count, lines: ofKind }] : []
    }),
    ...{ photos, visits, deciders },
    decided: lines.length,
    same: lines.length - apart.length,
    apart: apart.length,
    unproposed,
    page,
    pages: Math.max(1, Math.ceil(apart.length / PAGE)),
    rules: [...new Set(critical.map(({ rule }) => rule))],
    blocked: critical.some(({ overridable }) => !overridable),
    part: await partIn(round, user.id, db),
    mayOverride: user.can('registry.rules.override', round.unitId),
  }
}

/** What stands in the register now, and what the approval would make of it. */
async function factsOf(
  line: RoundLine,
  trx: Parameters<typeof fieldFactsNow>[1]
): Promise<{ before: Facts; after: Facts }> {
  const found = readFacts((line.finding.facts ?? {}) as Facts)
  const before = line.assetId ? (await fieldFactsNow(line.assetId, trx)).facts : {}
  const gone: Facts = line.status === 'not_found' ? { life_status: 'lost' } : {}
  const disputed: Facts = line.status === 'disputed' ? { record_status: 'disputed' } : {}
  const was = line.assetId ? await standing(line.assetId, trx) : {}
  return { before: { ...before, ...was }, after: { ...found, ...gone, ...disputed } }
}

async function standing(assetId: number, trx: Parameters<typeof fieldFactsNow>[1]) {
  const [[row]] = await trx.rawQuery('SELECT life_status, record_status FROM assets WHERE id = ?', [
    assetId,
  ])
  return row as Facts
}

/** Photographs, days of visits and names of deciders of lines, each by the line or person. */
async function evidence(lines: readonly RoundLine[]) {
  const ids = lines.map(({ id }) => id)
  const photos = new Map<number, Record<string, any>[]>()
  const visits = new Map<number, Date[]>()
  if (ids.length === 0) return [photos, visits, new Map<number, string>()] as const
  const pictures = await db
    .from('round_photos as p')
    .join('documents as d', 'd.id', 'p.document_id')
    .join('round_findings as f', 'f.id', 'p.finding_id')
    .whereIn('f.line_id', ids)
    .orderBy('p.id', 'desc')
    .select('d.id', 'd.title', 'f.line_id')
  for (const row of pictures) push(photos, Number(row.line_id), row)
  const seen = await db
    .from('round_findings')
    .whereIn('line_id', ids)
    .orderBy('captured_at')
    .select('line_id', 'captured_at')
  for (const row of seen) push(visits, Number(row.line_id), row.captured_at as Date)
  const people = await db
    .from('users')
    .whereIn('id', [...new Set(lines.flatMap(({ decidedBy }) => decidedBy ?? []))])
    .select('id', 'full_name')
  return [photos, visits, new Map(people.map((row) => [Number(row.id), row.full_name]))] as const
}

function push<Value>(to: Map<number, Value[]>, key: number, value: Value) {
  const kept = to.get(key)
  if (kept) kept.push(value)
  else to.set(key, [value])
}
