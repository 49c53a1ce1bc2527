import db from '@adonisjs/lucid/services/db'
import { dayOf, formatDay } from '#core/days'
import type { Words } from '#core/lists/definition'
import { formatNumber } from '#core/web/format'
import { changeWords, namesOf } from '#registry/biography/fact_words'
import { parsedFacts } from '#registry/register/changes'
import { readFacts } from '#registry/register/facts'

/** Lines named one by one in the minutes of each list; the rest is in the report of results. */
const MOST = 2_000

/** What of an asset is worth, where somebody said: its cost less depreciation, else its last valuation. */
const WORTH = `COALESCE(
  (SELECT MAX(v.cost - v.accumulated) FROM asset_book_values v WHERE v.asset_id = l.asset_id AND v.is_open = 1),
  (SELECT v.amount FROM valuations v WHERE v.asset_id = l.asset_id AND v.status = 'approved' AND v.basis <> 'rent'
     ORDER BY v.valued_on DESC, v.id DESC LIMIT 1))`

/** Restricted assets are counted apart and never named. */
const OPEN = `NOT EXISTS (SELECT 1 FROM assets s WHERE s.id = l.asset_id AND s.security_class <> 'normal')`

export interface Reconciled {
  class: string
  /** Of the register, frozen at the start. */
  expected: number
  found: number
  missing: number
  extra: number
  /** Not seen yet. */
  unseen: number
  /** Worth of what is missing, decimal text; null where nothing of it is known. */
  missing_worth: string | null
}

/** خلاصة الجرد: balance of the register against what stands there, by class. */
export async function reconciledByClass(
  roundId: number,
  locale: 'ar' | 'en'
): Promise<Reconciled[]> {
  const [rows] = await db.rawQuery(
    `SELECT c.name_${locale} AS class, SUM(l.asset_code IS NOT NULL) AS expected,
       SUM(l.asset_code IS NOT NULL AND l.outcome IN ('found', 'different')) AS found,
       SUM(COALESCE(l.outcome, '') = 'not_found') AS missing, SUM(l.asset_code IS NULL) AS extra,
       SUM(l.finding_id IS NULL) AS unseen,
       SUM(CASE WHEN l.outcome = 'not_found' THEN ${WORTH} END) AS missing_worth
     FROM round_lines l JOIN asset_classes c ON c.id = l.class_id
     WHERE l.round_id = ? GROUP BY c.id, c.name_${locale}, c.sort_order ORDER BY c.sort_order`,
    [roundId]
  )
  return (rows as Record<string, any>[]).map((row) => ({
    class: row.class,
    expected: Number(row.expected),
    found: Number(row.found),
    missing: Number(row.missing),
    extra: Number(row.extra),
    unseen: Number(row.unseen),
    missing_worth: row.missing_worth,
  }))
}

/** Lists of the minutes: عجز، زيادة، اختلاف، في غير مكانه، نزاع، راكد. */
export type ListName = 'missing' | 'extra' | 'elsewhere' | 'different' | 'disputed' | 'idle'

const WHERE: Readonly<Record<ListName, string>> = {
  missing: "l.outcome = 'not_found'",
  extra: "l.outcome = 'extra'",
  elsewhere: 'f.is_elsewhere = 1',
  different: "l.outcome = 'different' AND f.is_elsewhere = 0",
  disputed: `(l.status = 'disputed' OR EXISTS (SELECT 1 FROM round_changes x JOIN register_transactions t ON t.id = x.transaction_id
    WHERE x.line_id = l.id AND t.kind = 'verification' AND t.status = 'approved'))`,
  idle: "l.outcome IN ('found', 'different') AND (f.condition_score <= 2 OR a.is_in_use = 0 OR a.life_status IN ('idle', 'surplus'))",
}

export interface MinutesLine {
  id: number
  code: string
  name: string
  street: string
  worth: string | null
  status: string
  /** Days on which it was visited. */
  visits: string
  note: string
  differences: string
  condition: number | null
}

/** The lines of one list, in the order of their places. */
export async function minutesList(
  roundId: number,
  name: ListName,
  words: Words
): Promise<MinutesLine[]> {
  const [rows] = await db.rawQuery(
    `SELECT l.id, l.asset_code, l.name, l.street, l.status, l.expected, f.facts, f.condition_score, f.is_elsewhere, f.distance_m,
       COALESCE(l.decision_note, f.note) AS note, ${WORTH} AS worth
     FROM round_lines l JOIN round_findings f ON f.id = l.finding_id LEFT JOIN assets a ON a.id = l.asset_id
     WHERE l.round_id = ? AND ${WHERE[name]} AND ${OPEN} ORDER BY l.street, l.id LIMIT ${MOST}`,
    [roundId]
  )
  const changed = (rows as Record<string, any>[]).map((row) => {
    const was = readFacts(parsedFacts(row.expected))
    const found = Object.entries(readFacts(parsedFacts(row.facts)))
    // The name of what was not registered stands in a column of its own.
    const told = row.asset_code === null ? found.filter(([fact]) => fact !== 'name') : found
    return told.map(([fact, after]) => ({
      name: fact,
      before: was[fact] ?? null,
      after: after ?? null,
    }))
  })
  const names = await namesOf(changed.flat(), words)
  const visits = await visitDays(roundId, name, words.locale)
  return (rows as Record<string, any>[]).map((row, index) => ({
    id: Number(row.id),
    code: row.asset_code ?? '—',
    name: row.name,
    street: row.street,
    worth: row.worth,
    status: row.status,
    visits: [...(visits.get(Number(row.id)) ?? [])].join(words.locale === 'ar' ? '، ' : ', '),
    note: row.note ?? '',
    differences: [
      ...(row.is_elsewhere && row.distance_m
        ? [
            words.t('registry.rounds.line.distance', {
              metres: formatNumber(Math.round(Number(row.distance_m))),
            }),
          ]
        : []),
      ...changed[index]!.map((one) => {
        const { label, before, after } = changeWords(one, names, words)
        if (before === null) return `${label}: ${after}`
        return words.t('registry.rounds.minutes.was_is', { label, before, after })
      }),
    ].join(words.locale === 'ar' ? '؛ ' : '; '),
    condition: row.condition_score,
  }))
}

/** The days, Cairo's, on which lines that were not found were looked for. */
async function visitDays(roundId: number, name: ListName, locale: 'ar' | 'en') {
  const days = new Map<number, Set<string>>()
  if (name !== 'missing') return days
  const rows: { line_id: number; captured_at: Date }[] = await db
    .from('round_findings as f')
    .join('round_lines as l', 'l.id', 'f.line_id')
    .where({ 'l.round_id': roundId, 'l.outcome': 'not_found' })
    .whereNull('f.desk_reason')
    .orderBy('f.captured_at')
    .select('f.line_id', 'f.captured_at')
  for (const { line_id: line, captured_at: at } of rows) {
    const seen = days.get(Number(line)) ?? new Set<string>()
    days.set(Number(line), seen.add(formatDay(dayOf(at), locale)))
  }
  return days
}
