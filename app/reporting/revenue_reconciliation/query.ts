import { clock } from '#core/clock'
import { dayOf } from '#core/days'
import { Month } from '#core/fiscal'
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
import { standingDifferences, type Standing } from '#reporting/revenue_reconciliation/standing'
import {
  BELOW,
  FLOW_SUMS,
  PLACES,
  differenceOf,
  flowOf,
  partOf,
  plus,
  select,
  summed,
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
  const places = await unitAndKids(question, trx)
  const months = await byMonth(question, trx)
  const flows = await byPartAndHead(question, trx)
  const standing = await standingDifferences(question, trx)
  const own = places.get(question.unitId)!
  return {
    unit: { ...partOf(own), hasUnitsBelow: places.size > 1 },
    month: question.month,
    run: await lastRun(question, trx),
    total: months.at(-1)!.flow,
    differences: countOf(standing),
    unassigned: summed(
      standing.filter((one) => one.unassigned),
      (one) => one.count
    ),
    units: byUnit(question, places, flows, standing),
    heads: await byHead(flows, standing, trx),
    months,
    codes: byCode(standing),
    largest: await largestDifferences(question, largest, trx),
  }
}

/** The unit asked and those right below it, by id. */
async function unitAndKids({ unitId }: Question, trx: Trx): Promise<Map<number, SqlRow>> {
  const rows = await select(
    trx,
    `SELECT u.id, u.code, u.name_ar AS ar, u.name_en AS en,
       EXISTS (SELECT 1 FROM units kid WHERE kid.parent_id = u.id) AS has_kids
     FROM units u WHERE u.id = :unit OR u.parent_id = :unit ORDER BY u.code`,
    { unit: unitId }
  )
  const found = new Map(rows.map((row) => [Number(row.id), row]))
  if (!found.has(unitId)) throw new Error(`There is no unit ${unitId}`)
  return found
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

interface PartFlow {
  partId: number
  headId: number
  flow: Flow
}

/** The month's totals by head, for the unit itself and each unit right below with all under it. */
async function byPartAndHead({ unitId, month }: Question, trx: Trx): Promise<PartFlow[]> {
  const rows = await select(
    trx,
    `SELECT STRAIGHT_JOIN place.part_id, t.head_id, ${FLOW_SUMS}
     FROM ${PLACES} JOIN revenue_month_totals t ON t.unit_id = place.unit_id
     WHERE t.month = :month GROUP BY place.part_id, t.head_id`,
    { unit: unitId, month: month.first }
  )
  return rows.map((row) => ({
    partId: Number(row.part_id),
    headId: Number(row.head_id),
    flow: flowOf(row),
  }))
}

/** The units right below, each with everything under it, and what the unit holds itself. */
function byUnit(
  { unitId }: Question,
  places: Map<number, SqlRow>,
  flows: PartFlow[],
  standing: Standing[]
): UnitPart[] {
  const ids = [...places.keys()]
  const withMoney = ids.filter((id) => flows.some((one) => one.partId === id))
  const others = ids.filter(
    (id) => !withMoney.includes(id) && standing.some((one) => one.partId === id)
  )
  return [...withMoney, ...others].map((id) => {
    const row = places.get(id)!
    return {
      ...partOf(row),
      own: id === unitId,
      hasUnitsBelow: Boolean(row.has_kids) && id !== unitId,
      flow: sumOf(flows.filter((one) => one.partId === id)),
      differences: countOf(standing.filter((one) => one.partId === id)),
    }
  })
}

/** Head 0 is what stands under no known head. */
async function byHead(flows: PartFlow[], standing: Standing[], trx: Trx): Promise<Part[]> {
  const ids = [...new Set([...flows, ...standing].map((one) => one.headId))]
  const rows = await select(
    trx,
    'SELECT h.id, h.code, h.name_ar AS ar, h.name_en AS en FROM revenue_heads h',
    {}
  )
  const heads = new Map(rows.map((row) => [Number(row.id), row]))
  return ids
    .map((id) => ({
      ...partOf(heads.get(id) ?? { id }),
      flow: sumOf(flows.filter((one) => one.headId === id)),
      differences: countOf(standing.filter((one) => one.headId === id)),
    }))
    .sort((a, b) => b.flow.due.compare(a.flow.due) || b.id - a.id)
}

function byCode(standing: Standing[]): DifferenceCode[] {
  return [...new Set(standing.map((one) => one.code))]
    .map((code) => {
      const ofCode = standing.filter((one) => one.code === code)
      const open = ofCode.filter((one) => one.state === 'open')
      return { code, ...countOf(ofCode), open: summed(open, (one) => one.count) }
    })
    .sort((a, b) => b.amount.compare(a.amount) || (a.code < b.code ? -1 : 1))
}

async function largestDifferences(
  { unitId, month }: Question,
  most: number,
  trx: Trx
): Promise<DifferenceRow[]> {
  // First which they are, from the key alone; then all that is said of those few.
  const rows = await select(
    trx,
    `SELECT d.*, u.code AS unit_code, u.name_ar, u.name_en, h.name_ar AS head_ar, h.name_en AS head_en,
       p.full_name AS assignee
     FROM (SELECT STRAIGHT_JOIN d.id FROM ${PLACES} JOIN differences d ON d.unit_id = place.unit_id
       WHERE d.month = :month AND d.state IN ('open', 'explained')
       ORDER BY d.amount DESC, d.id LIMIT ${Math.trunc(most)}) top
     JOIN differences d ON d.id = top.id JOIN units u ON u.id = d.unit_id
     LEFT JOIN revenue_heads h ON h.id = d.head_id LEFT JOIN users p ON p.id = d.assigned_to
     ORDER BY d.amount DESC, d.id`,
    { unit: unitId, month: month.first }
  )
  const today = dayOf(clock.now())
  return rows.map((row) => differenceOf(row, today))
}

function sumOf(parts: { flow: Flow }[]): Flow {
  return parts.reduce((sum, one) => plus(sum, one.flow), NO_FLOW)
}

function countOf(standing: Standing[]): CountedAmount {
  return standing.reduce(
    (sum, one) => ({ count: sum.count + one.count, amount: sum.amount.add(one.amount) }),
    NONE
  )
}
