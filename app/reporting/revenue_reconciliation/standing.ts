import { Money } from '#core/money'
import type { Trx } from '#core/within'
import type { CountedAmount, Question } from '#reporting/revenue_reconciliation/figures'
import { PLACES, select } from '#reporting/revenue_reconciliation/rows'

/** Differences of a month that stand, of one unit right below (or the unit itself), head, code and state. */
export interface Standing extends CountedAmount {
  partId: number
  /** 0: under no known head. */
  headId: number
  code: string
  state: 'open' | 'explained'
  /** Open, and with nobody. */
  unassigned: boolean
}

/** One reading of the differences serves their sums by unit, by head, by code and in all. */
export async function standingDifferences(
  { unitId, month }: Question,
  trx: Trx
): Promise<Standing[]> {
  const rows = await select(
    trx,
    `SELECT STRAIGHT_JOIN place.part_id, COALESCE(d.head_id, 0) AS head_id, d.code, d.state,
       d.state = 'open' AND d.assigned_to IS NULL AS unassigned, COUNT(*) AS n, SUM(d.amount) AS amount
     FROM ${PLACES} JOIN differences d ON d.unit_id = place.unit_id
     WHERE d.month = :month AND d.state IN ('open', 'explained')
     GROUP BY place.part_id, d.head_id, d.code, d.state, unassigned`,
    { unit: unitId, month: month.first }
  )
  return rows.map((row) => ({
    partId: Number(row.part_id),
    headId: Number(row.head_id),
    code: String(row.code),
    state: row.state as Standing['state'],
    unassigned: Boolean(row.unassigned),
    count: Number(row.n),
    amount: Money.of(String(row.amount)),
  }))
}
