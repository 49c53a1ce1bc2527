import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { daysBetween, Month, today, type Day } from '#core/fiscal'
import { Money } from '#core/money'
import { CODES, type DifferenceCode } from '#revenue/reconciliation/difference_codes'
import { placeOf, type Place } from '#revenue/queries/reconciliation_place'
import type { FiguresQuestion } from '#revenue/queries/reconciliation_figures'

/** How many differences of a code stand and how much they come to, in the order of the codes. */
export interface DifferenceTotal {
  code: DifferenceCode
  count: number
  amount: Money
  /** Of those: with a person, and explained. */
  assigned: number
  explained: number
  /** Day of the oldest. */
  oldest: Day
}

export interface DifferenceRow {
  id: number
  code: DifferenceCode
  unitId: number
  unitCode: string
  unitNameAr: string
  unitNameEn: string
  month: Month
  subjectType: string
  /** 0 where the subject is a missing number. */
  subjectId: number
  subjectKey: string
  headCode: string | null
  partyName: string
  amount: Money
  aroseOn: Day
  /** Whole days from `aroseOn` to the day asked about. */
  ageDays: number
  state: 'open' | 'explained' | 'cleared'
  assignedTo: number | null
  assigneeName: string | null
}

const PAGE = 2000

export async function readDifferenceTotals(
  place: Place,
  trx: TransactionClientContract
): Promise<DifferenceTotal[]> {
  const [rows] = await trx.rawQuery(
    `SELECT d.code, COUNT(*) AS count, SUM(d.amount) AS amount, SUM(d.assigned_to IS NOT NULL) AS assigned,
       SUM(d.state = 'explained') AS explained, MIN(d.arose_on) AS oldest
     FROM differences d WHERE ${place.within('d')} AND d.state <> 'cleared' GROUP BY d.code`,
    place.bindings
  )
  return (rows as any[])
    .map((row) => ({
      code: row.code as DifferenceCode,
      count: Number(row.count),
      amount: Money.of(String(row.amount)),
      assigned: Number(row.assigned),
      explained: Number(row.explained),
      oldest: row.oldest as Day,
    }))
    .sort((a, b) => CODES.indexOf(a.code) - CODES.indexOf(b.code))
}

const COLUMNS = `d.id, d.code, d.unit_id, u.code AS unit_code, u.name_ar AS unit_ar, u.name_en AS unit_en, d.month,
  d.subject_type, d.subject_id, d.subject_key, h.code AS head_code, d.party_name, d.amount, d.arose_on, d.state, d.assigned_to,
  p.full_name AS assignee`
const JOINS = `FROM differences d JOIN units u ON u.id = d.unit_id LEFT JOIN revenue_heads h ON h.id = d.head_id
  LEFT JOIN users p ON p.id = d.assigned_to`

/** The largest differences that stand, for the secretary's page. */
export async function largestDifferences(
  question: FiguresQuestion,
  limit = 10,
  trx?: TransactionClientContract
): Promise<DifferenceRow[]> {
  const place = placeOf(question)
  const [rows] = await (trx ?? db).rawQuery(
    `SELECT ${COLUMNS} ${JOINS} WHERE ${place.within('d')} AND d.state <> 'cleared'
     ORDER BY d.amount DESC, d.arose_on, d.id LIMIT ${Math.max(1, Math.floor(limit))}`,
    place.bindings
  )
  return (rows as any[]).map((row) => rowOf(row, today()))
}

/** Every difference that stands, by unit, month, code and subject; read in pages, so of any number. */
export async function* differenceRows(
  question: FiguresQuestion,
  { asOf = today(), trx }: { asOf?: Day; trx?: TransactionClientContract } = {}
): AsyncGenerator<DifferenceRow> {
  const place = placeOf(question)
  const key = '(d.unit_id, d.month, d.code, d.subject_type, d.subject_key)'
  let last: Record<string, string | number> | null = null
  for (;;) {
    const [rows] = (await (trx ?? db).rawQuery(
      `SELECT ${COLUMNS} ${JOINS} WHERE ${place.within('d')} AND d.state <> 'cleared'
       ${last ? `AND ${key} > (:k_unit, :k_month, :k_code, :k_type, :k_key)` : ''}
       ORDER BY d.unit_id, d.month, d.code, d.subject_type, d.subject_key LIMIT ${PAGE}`,
      { ...place.bindings, ...last } as never
    )) as [any[]]
    for (const row of rows) yield rowOf(row, asOf)
    if (rows.length < PAGE) return
    const end = rows.at(-1)!
    last = {
      k_unit: end.unit_id,
      k_month: end.month,
      k_code: end.code,
      k_type: end.subject_type,
      k_key: end.subject_key,
    }
  }
}

function rowOf(row: any, asOf: Day): DifferenceRow {
  return {
    id: Number(row.id),
    code: row.code,
    unitId: Number(row.unit_id),
    unitCode: row.unit_code,
    unitNameAr: row.unit_ar,
    unitNameEn: row.unit_en,
    month: Month.containing(row.month),
    subjectType: row.subject_type,
    subjectId: Number(row.subject_id),
    subjectKey: row.subject_key,
    headCode: row.head_code,
    partyName: row.party_name,
    amount: Money.of(String(row.amount)),
    aroseOn: row.arose_on,
    ageDays: Math.max(0, daysBetween(row.arose_on, asOf)),
    state: row.state,
    assignedTo: row.assigned_to === null ? null : Number(row.assigned_to),
    assigneeName: row.assignee,
  }
}
