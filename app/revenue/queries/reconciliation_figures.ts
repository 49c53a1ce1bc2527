import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Month, type Day } from '#core/fiscal'
import { Money } from '#core/money'
import type { UnitIds } from '#identity/access/access'
import { readControls, type Control } from '#revenue/queries/reconciliation_controls'
import {
  readDifferenceTotals,
  type DifferenceTotal,
} from '#revenue/queries/reconciliation_differences'
import { placeOf } from '#revenue/queries/reconciliation_place'

export interface FiguresQuestion {
  /** The unit; everything below it is included. */
  unitId: number
  /** First and last month, both included. */
  from: Month
  to: Month
  /** What the reader may see (`user.unitIds('revenue.reconciliation.read')`); the rest is left out. */
  visible: UnitIds
}

/** What was due, collected, deposited and banked. `difference` = due − banked, negative when more came in. */
export interface Sums {
  dueCount: number
  due: Money
  /** Of what was due in the months: paid, whenever that was. */
  paid: Money
  collectedCount: number
  /** Receipts of the months that are not void. */
  collected: Money
  deposited: Money
  banked: Money
  difference: Money
}

export interface UnitRow extends Sums {
  unitId: number
  code: string
  nameAr: string
  nameEn: string
}

export interface HeadRow extends Sums {
  /** 0: under no known head. */
  headId: number
  code: string
  nameAr: string
  nameEn: string
}

export interface MonthRow extends Sums {
  month: Month
}

/** The last finished run that covers the whole unit in a month. */
export interface RunRow {
  id: number
  month: Month
  runNo: number
  changed: number
  finishedAt: Date
  figuresHash: string
}

export interface ReconciliationFigures {
  unit: { id: number; code: string; nameAr: string; nameEn: string }
  from: Month
  to: Month
  /** The moment the figures were read. */
  asOf: Date
  runs: RunRow[]
  /** Months without a finished run of the unit or of one above it. */
  missing: Month[]
  /** A run of these months is under way: its figures appear when it ends. */
  isRunning: boolean
  summary: Sums
  byUnit: UnitRow[]
  byHead: HeadRow[]
  byMonth: MonthRow[]
  differences: DifferenceTotal[]
  controls: Control[]
}

const SUMS = `COALESCE(SUM(t.due_count), 0) AS due_count, COALESCE(SUM(t.due), 0) AS due, COALESCE(SUM(t.due_matched), 0) AS paid,
  COALESCE(SUM(t.collected_count), 0) AS collected_count, COALESCE(SUM(t.collected), 0) AS collected,
  COALESCE(SUM(t.deposited), 0) AS deposited, COALESCE(SUM(t.banked), 0) AS banked`

/**
 * The one source of the secretary's page, the Excel file and the PDF: they only lay it out, so they
 * agree to the piastre. All of it is read in one snapshot. The long parts are streamed by
 * `differenceRows` and `matchedRows` of the same question.
 */
export async function reconciliationFigures(
  question: FiguresQuestion,
  outer?: TransactionClientContract
): Promise<ReconciliationFigures> {
  return outer ? read(question, outer) : db.transaction((trx) => read(question, trx))
}

async function read(
  question: FiguresQuestion,
  trx: TransactionClientContract
): Promise<ReconciliationFigures> {
  const place = placeOf(question)
  const ask = async <T>(sql: string): Promise<T[]> =>
    (await trx.rawQuery(sql, place.bindings))[0] as T[]
  const from = `FROM revenue_month_totals t JOIN units u ON u.id = t.unit_id WHERE ${place.within('t')}`

  const [unit] = await ask<any>('SELECT id, code, name_ar, name_en FROM units WHERE id = :unit')
  const [summary] = await ask<any>(`SELECT ${SUMS} ${from}`)
  const byUnit = await ask<any>(
    `SELECT u.id, u.code, u.name_ar, u.name_en, ${SUMS} ${from} GROUP BY u.id, u.code, u.name_ar, u.name_en ORDER BY u.code`
  )
  const byHead = await ask<any>(
    `SELECT t.head_id AS id, COALESCE(h.code, '') AS code, COALESCE(h.name_ar, '') AS name_ar, COALESCE(h.name_en, '') AS name_en, ${SUMS}
     FROM revenue_month_totals t LEFT JOIN revenue_heads h ON h.id = t.head_id WHERE ${place.within('t')}
     GROUP BY t.head_id, h.code, h.name_ar, h.name_en ORDER BY h.code IS NULL, h.code`
  )
  const byMonth = await ask<any>(
    `SELECT t.month, ${SUMS} ${from} GROUP BY t.month ORDER BY t.month`
  )
  const { runs, isRunning } = await readRuns(ask)
  const months = Month.range(question.from, question.to)
  return {
    unit: { id: Number(unit.id), code: unit.code, nameAr: unit.name_ar, nameEn: unit.name_en },
    from: question.from,
    to: question.to,
    asOf: new Date(),
    runs,
    missing: months.filter((month) => !runs.some((run) => run.month.equals(month))),
    isRunning,
    summary: sumsOf(summary),
    byUnit: byUnit.map((row) => ({ unitId: Number(row.id), ...named(row), ...sumsOf(row) })),
    byHead: byHead.map((row) => ({ headId: Number(row.id), ...named(row), ...sumsOf(row) })),
    byMonth: byMonth.map((row) => ({ month: Month.containing(row.month), ...sumsOf(row) })),
    differences: await readDifferenceTotals(place, trx),
    controls: await readControls(place, trx),
  }
}

async function readRuns(ask: <T>(sql: string) => Promise<T[]>) {
  const covering = `FROM reconciliation_runs r JOIN unit_closure c ON c.ancestor_id = r.unit_id AND c.descendant_id = :unit
    WHERE r.month BETWEEN :from AND :to`
  const rows = await ask<{
    id: number
    month: Day
    run_no: number
    changed: number
    finished_at: Date
    hash: string
  }>(
    `SELECT id, month, run_no, changed, finished_at, hash FROM (
       SELECT r.id, r.month, r.run_no, r.changed, r.finished_at, HEX(r.figures_hash) AS hash,
         ROW_NUMBER() OVER (PARTITION BY r.month ORDER BY r.finished_at DESC, r.id DESC) AS place
       ${covering} AND r.state = 'done') l WHERE place = 1 ORDER BY month`
  )
  const [running] = await ask<{ n: number }>(
    `SELECT COUNT(*) AS n ${covering} AND r.state = 'running'`
  )
  return {
    runs: rows.map((row): RunRow => ({
      id: Number(row.id),
      month: Month.containing(row.month),
      runNo: Number(row.run_no),
      changed: Number(row.changed),
      finishedAt: new Date(row.finished_at),
      figuresHash: row.hash.toLowerCase(),
    })),
    isRunning: Number(running!.n) > 0,
  }
}

function named(row: { code: string; name_ar: string; name_en: string }) {
  return { code: row.code, nameAr: row.name_ar, nameEn: row.name_en }
}

function sumsOf(row: Record<string, string | number>): Sums {
  const due = Money.of(String(row.due))
  const banked = Money.of(String(row.banked))
  return {
    dueCount: Number(row.due_count),
    due,
    paid: Money.of(String(row.paid)),
    collectedCount: Number(row.collected_count),
    collected: Money.of(String(row.collected)),
    deposited: Money.of(String(row.deposited)),
    banked,
    difference: due.subtract(banked),
  }
}
