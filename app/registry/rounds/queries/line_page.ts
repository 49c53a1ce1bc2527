import db from '@adonisjs/lucid/services/db'
import type { Locale } from '#core/domain_error'
import type User from '#identity/models/user'
import RoundFinding from '#registry/models/round_finding'
import type RoundLine from '#registry/models/round_line'
import { factLabel } from '#registry/register/attributes'
import { readFacts, sameFact, type Facts } from '#registry/register/facts'
import { fieldFacts, type Subtype } from '#registry/rounds/field_facts'
import { DECISIONS } from '#registry/rounds/actions/decide_line'
import { fieldFactsNow } from '#registry/rounds/queries/field_facts_now'

/** A line with its visits, photographs and what differs: expected at the start, found, and now. */
export async function linePage(line: RoundLine, user: User) {
  const findings = await RoundFinding.query()
    .where('line_id', line.id)
    .preload('finder')
    .orderBy('id', 'desc')
  const photos = await db
    .from('round_photos as p')
    .join('documents as d', 'd.id', 'p.document_id')
    .join('round_findings as f', 'f.id', 'p.finding_id')
    .where('f.line_id', line.id)
    .orderBy('p.id')
    .select('d.id', 'd.title', 'd.taken_at', 'p.finding_id')
  const now = line.assetId ? await db.transaction((trx) => fieldFactsNow(line.assetId!, trx)) : null
  const standing = findings.find(({ id }) => id === line.findingId) ?? null
  const transactions = await db
    .from('round_changes as c')
    .join('register_transactions as t', 't.id', 'c.transaction_id')
    .where('c.line_id', line.id)
    .orderBy('t.id')
    .select('t.id', 't.kind', 't.status', 't.number', 't.fiscal_year')
  const isOwn = standing?.foundBy === user.id
  const manages = user.can('registry.rounds.manage', line.unitId) && line.round.isRunning
  return {
    findings,
    photos,
    transactions,
    assetVersion: now?.version ?? null,
    /** The asset changed after the one who found looked at it. */
    changedSince: standing && now ? standing.baseVersion !== now.version : false,
    facts: comparison(line, standing, now?.facts ?? null),
    decisions: manages && !isOwn ? decisionsFor(line) : [],
    isOwn: manages && isOwn,
  }
}

function decisionsFor(line: RoundLine) {
  const isGone = line.outcome === 'not_found'
  return DECISIONS.filter((decision) => {
    if (!line.canMoveTo(decision)) return false
    if (decision === 'verified') return !isGone
    return decision === 'not_found' ? isGone : true
  })
}

function comparison(line: RoundLine, standing: RoundFinding | null, now: Facts | null) {
  const expected = line.isExtra ? {} : readFacts(line.expectedFacts)
  const found = (standing?.facts ?? {}) as Facts
  return fieldFacts(line.class.subtype as Subtype).flatMap((name) => {
    const [was, is, seen] = [expected[name], now?.[name], found[name]]
    if ([was, is, seen].every((value) => value === null || value === undefined || value === '')) {
      return []
    }
    return [
      {
        name,
        label: (locale: Locale) => factLabel(name)[locale],
        expected: was ?? null,
        now: is ?? null,
        found: seen ?? null,
        differs: seen !== undefined && !sameFact(was, seen),
        changed: now !== null && !sameFact(was, is),
      },
    ]
  })
}
