import { daysBetween, type Day } from '#core/days'
import { Money } from '#core/money'
import type { Trx } from '#core/within'
import type { DifferenceRow, Flow, Named } from '#reporting/revenue_reconciliation/figures'

/** A row as the database gives it: amounts and sums are decimal text. */
export type SqlRow = Record<string, unknown>

/** Narrows a table with `unit_id` to the unit asked and everything below it. */
export const BELOW = (table: string) =>
  `JOIN unit_closure reach ON reach.descendant_id = ${table}.unit_id AND reach.ancestor_id = :unit`

/**
 * The unit asked and all below it, each with the unit right below the one asked that it falls under
 * (`part_id`; the unit itself stands for its own rows). It comes first in a join: a few units, each
 * leading into the key of the table.
 */
export const PLACES = `(SELECT :unit AS unit_id, :unit AS part_id
  UNION ALL SELECT c.descendant_id, kid.id FROM units kid
  JOIN unit_closure c ON c.ancestor_id = kid.id WHERE kid.parent_id = :unit) place`

export const FLOW_SUMS = `SUM(t.due_count) AS due_count, SUM(t.due) AS due, SUM(t.due_matched) AS due_matched,
  SUM(t.collected_count) AS collected_count, SUM(t.collected) AS collected,
  SUM(t.deposited) AS deposited, SUM(t.banked) AS banked`

export async function select(
  trx: Trx,
  sql: string,
  bindings: Record<string, string | number>
): Promise<SqlRow[]> {
  const [rows] = await trx.rawQuery(sql, bindings as never)
  return rows as SqlRow[]
}

export function flowOf(row: SqlRow): Flow {
  const due = Money.of(String(row.due))
  const dueMatched = Money.of(String(row.due_matched))
  const collected = Money.of(String(row.collected))
  const banked = Money.of(String(row.banked))
  return {
    dueCount: Number(row.due_count),
    due,
    dueMatched,
    collectedCount: Number(row.collected_count),
    collected,
    deposited: Money.of(String(row.deposited)),
    banked,
    difference: due.subtract(dueMatched).add(collected.subtract(banked)),
  }
}

export function plus(a: Flow, b: Flow): Flow {
  return {
    dueCount: a.dueCount + b.dueCount,
    due: a.due.add(b.due),
    dueMatched: a.dueMatched.add(b.dueMatched),
    collectedCount: a.collectedCount + b.collectedCount,
    collected: a.collected.add(b.collected),
    deposited: a.deposited.add(b.deposited),
    banked: a.banked.add(b.banked),
    difference: a.difference.add(b.difference),
  }
}

/** How many there are in all. */
export function summed<One>(parts: One[], count: (part: One) => number): number {
  return parts.reduce((sum, part) => sum + count(part), 0)
}

export function partOf(row: SqlRow): Named {
  return {
    id: Number(row.id),
    code: String(row.code ?? ''),
    ar: String(row.ar ?? 'بدون بند معروف'),
    en: String(row.en ?? 'No known head'),
  }
}

export function differenceOf(row: SqlRow, today: Day): DifferenceRow {
  const arose = String(row.arose_on).slice(0, 10)
  return {
    id: Number(row.id),
    code: String(row.code),
    unitId: Number(row.unit_id),
    unitCode: String(row.unit_code),
    unitAr: String(row.name_ar),
    unitEn: String(row.name_en),
    subjectType: String(row.subject_type),
    subjectId: Number(row.subject_id),
    subjectKey: String(row.subject_key),
    partyName: String(row.party_name ?? ''),
    headAr: row.head_ar === null ? null : String(row.head_ar),
    headEn: row.head_en === null ? null : String(row.head_en),
    amount: Money.of(String(row.amount)),
    arose,
    age: Math.max(0, daysBetween(arose, today)),
    state: String(row.state),
    assignee: row.assignee ? String(row.assignee) : null,
  }
}
