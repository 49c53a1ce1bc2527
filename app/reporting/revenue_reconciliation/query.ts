import { clock } from '#core/clock'
import { dayOf } from '#core/days'
import { Month } from '#core/fiscal'
import { Money } from '#core/money'
import type { Trx } from '#core/within'
import { NONE, NO_FLOW } from '#reporting/revenue_reconciliation/figures'
import type {
  CountedAmount,
  DifferenceCode,
  DifferenceRow,
  Flow,
  MonthPart,
  Part,
  Question,
  ReconciliationFigures,
  RunFact,
  UnitPart,
} from '#reporting/revenue_reconciliation/figures'
import {
  BELOW,
  FLOW_SUMS,
  KID,
  PART,
  differenceOf,
  flowOf,
  partOf,
  select,
  type SqlRow,
} from '#reporting/revenue_reconciliation/rows'

const MONTHS_SHOWN = 12
/** Differences on the page and in the document; the sheets hold all. */
const LARGEST = 10

/**
 * The figures of a unit's month: one query for the page, the sheets and the document. Run it inside
 * one transaction, whose snapshot makes every figure of one moment. Each figure is read from the
 * totals that the reconciliation keeps per unit, month and head, and from the differences that stand.
 */
export async function reconciliationFigures(
  question: Question,
  trx: Trx,
  { largest = LARGEST }: { largest?: number } = {}
): Promise<ReconciliationFigures> {
  const unit = await unitAsked(question, trx)
  const months = await byMonth(question, trx)
  return {
    unit,
    month: question.month,
    run: await lastRun(question, trx),
    total: months.at(-1)!.flow,
    differences: await standing(question, trx),
    units: await byUnit(question, trx),
    heads: await byHead(question, trx),
    months,
    codes: await byCode(question, trx),
    largest: await largestDifferences(question, largest, trx),
  }
}

async function unitAsked({ unitId }: Question, trx: Trx) {
  const [row] = await select(
    trx,
    `SELECT u.id, u.code, u.name_ar AS ar, u.name_en AS en,
       EXISTS (SELECT 1 FROM units kid WHERE kid.parent_id = u.id) AS has_kids
     FROM units u WHERE u.id = :unit`,
    { unit: unitId }
  )
  if (!row) throw new Error(`There is no unit ${unitId}`)
  return { ...partOf(row), hasUnitsBelow: Boolean(row.has_kids) }
}

/** A run of a unit above covers this one too. */
async function lastRun({ unitId, month }: Question, trx: Trx): Promise<RunFact | null> {
  const [row] = await select(
    trx,
    `SELECT r.id, r.run_no, r.finished_at, u.name_ar, u.name_en
     FROM reconciliation_runs r
     JOIN unit_closure c ON c.ancestor_id = r.unit_id AND c.descendant_id = :unit
     JOIN units u ON u.id = r.unit_id
     WHERE r.month = :month AND r.state = 'done' ORDER BY r.id DESC LIMIT 1`,
    { unit: unitId, month: month.first }
  )
  return row
    ? {
        id: Number(row.id),
        number: Number(row.run_no),
        unitAr: String(row.name_ar),
        unitEn: String(row.name_en),
        finishedAt: row.finished_at as Date,
      }
    : null
}

async function byMonth({ unitId, month }: Question, trx: Trx): Promise<MonthPart[]> {
  const first = month.plus(1 - MONTHS_SHOWN)
  const rows = await select(
    trx,
    `SELECT t.month, ${FLOW_SUMS} FROM revenue_month_totals t ${BELOW('t')}
     WHERE t.month BETWEEN :first AND :last GROUP BY t.month`,
    { unit: unitId, first: first.first, last: month.first }
  )
  const flows = new Map(rows.map((row) => [String(row.month).slice(0, 7), flowOf(row)]))
  return Month.range(first, month).map((at) => ({
    month: at,
    flow: flows.get(String(at)) ?? NO_FLOW,
  }))
}

/** The units right below, each with everything under it, and what the unit holds itself. */
async function byUnit({ unitId, month }: Question, trx: Trx): Promise<UnitPart[]> {
  const bindings = { unit: unitId, month: month.first }
  const named = (sums: string) =>
    `SELECT part.id, part.code, part.name_ar AS ar, part.name_en AS en, part.id = :unit AS own,
       EXISTS (SELECT 1 FROM units kid WHERE kid.parent_id = part.id) AS has_kids, sums.*
     FROM (${sums}) sums JOIN units part ON part.id = sums.part_id ORDER BY part.code`
  const flows = await select(
    trx,
    named(
      `SELECT ${PART} AS part_id, ${FLOW_SUMS} FROM revenue_month_totals t ${BELOW('t')} ${KID('t')}
       WHERE t.month = :month GROUP BY ${PART}`
    ),
    bindings
  )
  const differences = await select(
    trx,
    named(
      `SELECT ${PART} AS part_id, COUNT(*) AS n, SUM(d.amount) AS amount
       FROM differences d ${BELOW('d')} ${KID('d')}
       WHERE d.month = :month AND d.state <> 'cleared' GROUP BY ${PART}`
    ),
    bindings
  )
  return joined(flows, differences).map(({ row, flow, found }) => ({
    ...partOf(row),
    own: Boolean(row.own),
    hasUnitsBelow: Boolean(row.has_kids) && !row.own,
    flow,
    differences: found,
  }))
}

/** Head 0 is what stands under no known head. */
async function byHead({ unitId, month }: Question, trx: Trx): Promise<Part[]> {
  const bindings = { unit: unitId, month: month.first }
  const named = (sums: string) =>
    `SELECT sums.part_id AS id, h.code, h.name_ar AS ar, h.name_en AS en, sums.*
     FROM (${sums}) sums LEFT JOIN revenue_heads h ON h.id = sums.part_id`
  const flows = await select(
    trx,
    named(
      `SELECT t.head_id AS part_id, ${FLOW_SUMS} FROM revenue_month_totals t ${BELOW('t')}
       WHERE t.month = :month GROUP BY t.head_id`
    ),
    bindings
  )
  const differences = await select(
    trx,
    named(
      `SELECT COALESCE(d.head_id, 0) AS part_id, COUNT(*) AS n, SUM(d.amount) AS amount
       FROM differences d ${BELOW('d')}
       WHERE d.month = :month AND d.state <> 'cleared' GROUP BY COALESCE(d.head_id, 0)`
    ),
    bindings
  )
  return joined(flows, differences)
    .map(({ row, flow, found }) => ({ ...partOf(row), flow, differences: found }))
    .sort((a, b) => b.flow.due.compare(a.flow.due) || b.id - a.id)
}

async function byCode({ unitId, month }: Question, trx: Trx): Promise<DifferenceCode[]> {
  const rows = await select(
    trx,
    `SELECT d.code, COUNT(*) AS n, SUM(d.amount) AS amount, SUM(d.state = 'open') AS open
     FROM differences d ${BELOW('d')}
     WHERE d.month = :month AND d.state <> 'cleared' GROUP BY d.code ORDER BY amount DESC, d.code`,
    { unit: unitId, month: month.first }
  )
  return rows.map((row) => ({ code: String(row.code), ...countOf(row), open: Number(row.open) }))
}

async function standing({ unitId, month }: Question, trx: Trx): Promise<CountedAmount> {
  const [row] = await select(
    trx,
    `SELECT COUNT(*) AS n, COALESCE(SUM(d.amount), 0) AS amount FROM differences d ${BELOW('d')}
     WHERE d.month = :month AND d.state <> 'cleared'`,
    { unit: unitId, month: month.first }
  )
  return countOf(row!)
}

async function largestDifferences(
  { unitId, month }: Question,
  most: number,
  trx: Trx
): Promise<DifferenceRow[]> {
  const rows = await select(
    trx,
    `SELECT d.*, u.code AS unit_code, u.name_ar, u.name_en, h.name_ar AS head_ar, h.name_en AS head_en,
       p.full_name AS assignee
     FROM differences d ${BELOW('d')} JOIN units u ON u.id = d.unit_id
     LEFT JOIN revenue_heads h ON h.id = d.head_id LEFT JOIN users p ON p.id = d.assigned_to
     WHERE d.month = :month AND d.state <> 'cleared'
     ORDER BY d.amount DESC, d.id LIMIT ${Math.trunc(most)}`,
    { unit: unitId, month: month.first }
  )
  const today = dayOf(clock.now())
  return rows.map((row) => differenceOf(row, today))
}

/** Two groupings of the same parts side by side; a part may have money or differences alone. */
function joined(flows: SqlRow[], differences: SqlRow[]) {
  const parts = new Map<number, { row: SqlRow; flow: Flow; found: CountedAmount }>()
  for (const row of flows) parts.set(Number(row.id), { row, flow: flowOf(row), found: NONE })
  for (const row of differences) {
    const part = parts.get(Number(row.id))
    if (part) part.found = countOf(row)
    else parts.set(Number(row.id), { row, flow: NO_FLOW, found: countOf(row) })
  }
  return [...parts.values()]
}

function countOf(row: SqlRow): CountedAmount {
  return { count: Number(row.n), amount: Money.of(String(row.amount)) }
}
