import { ofRevenue } from '#revenue/reconciliation/bank/of_revenue'
import { Money } from '#core/money'
import type { Trx } from '#core/within'
import type {
  CountedAmount,
  Question,
  ReconciliationFigures,
} from '#reporting/revenue_reconciliation/figures'
import { BELOW, select } from '#reporting/revenue_reconciliation/rows'

export const KINDS = ['charge', 'receipt', 'slip', 'settlement', 'bank_line'] as const
export type FactKind = (typeof KINDS)[number]

export interface KindTotals {
  kind: FactKind
  /** Counted on the facts themselves. */
  inputs: CountedAmount
  dispositions: (CountedAmount & { disposition: string })[]
  judged: CountedAmount
  /** Inputs and the sum of their dispositions are the same, in number and in amount. */
  agrees: boolean
}

export interface Check {
  key: string
  left: Money
  right: Money
  agrees: boolean
}

export interface ControlTotals {
  kinds: KindTotals[]
  checks: Check[]
  agrees: boolean
}

/** The facts of a month (docs/reconciliation.md, first table). */
const INPUTS: Record<FactKind, string> = {
  charge: `SELECT COUNT(*) AS n, COALESCE(SUM(f.amount), 0) AS amount FROM charges f ${BELOW('f')}
    WHERE f.status = 'open' AND f.due_on BETWEEN :first AND :last`,
  receipt: `SELECT COUNT(*) AS n, COALESCE(SUM(f.amount), 0) AS amount FROM receipts f ${BELOW('f')}
    WHERE f.received_on BETWEEN :first AND :last`,
  slip: `SELECT COUNT(*) AS n, COALESCE(SUM(f.amount), 0) AS amount FROM deposit_slips f ${BELOW('f')}
    WHERE f.deposited_on BETWEEN :first AND :last`,
  settlement: `SELECT COUNT(*) AS n, COALESCE(SUM(f.gross), 0) AS amount FROM settlements f ${BELOW('f')}
    WHERE f.settled_on BETWEEN :first AND :last`,
  bank_line: `SELECT COUNT(*) AS n, COALESCE(SUM(f.amount), 0) AS amount FROM bank_lines f ${BELOW('f')}
    WHERE f.booked_on BETWEEN :first AND :last AND ${ofRevenue('f')}`,
}

/** Void receipts are no money; they are judged all the same. */
const VOID = new Set(['voided', 'voided_banked'])

/**
 * The proof under the figures: what came in of each kind, counted on the facts, against what the
 * reconciliation judged of them; and each figure reached by two ways. Same transaction as the figures.
 */
export async function controlTotals(
  question: Question,
  figures: ReconciliationFigures,
  trx: Trx
): Promise<ControlTotals> {
  const { unitId, month } = question
  const judged = await select(
    trx,
    `SELECT d.kind, d.disposition, COUNT(*) AS n, SUM(d.amount) AS amount FROM dispositions d ${BELOW('d')}
     WHERE d.month = :month GROUP BY d.kind, d.disposition ORDER BY d.kind, d.disposition`,
    { unit: unitId, month: month.first }
  )
  const kinds: KindTotals[] = []
  for (const kind of KINDS) {
    const [row] = await select(trx, INPUTS[kind], {
      unit: unitId,
      first: month.first,
      last: month.last,
    })
    const inputs = { count: Number(row!.n), amount: Money.of(String(row!.amount)) }
    const dispositions = judged
      .filter((one) => one.kind === kind)
      .map((one) => ({
        disposition: String(one.disposition),
        count: Number(one.n),
        amount: Money.of(String(one.amount)),
      }))
    const sum = {
      count: dispositions.reduce((total, { count }) => total + count, 0),
      amount: Money.sum(dispositions.map(({ amount }) => amount)),
    }
    const agrees = sum.count === inputs.count && sum.amount.equals(inputs.amount)
    kinds.push({ kind, inputs, dispositions, judged: sum, agrees })
  }
  const checks = checksOf(figures, kinds)
  return { kinds, checks, agrees: [...kinds, ...checks].every((one) => one.agrees) }
}

function checksOf(figures: ReconciliationFigures, kinds: KindTotals[]): Check[] {
  const of = (kind: FactKind) => kinds.find((one) => one.kind === kind)!
  const { total, units, heads, differences, codes } = figures
  const valid = of('receipt').dispositions.filter(({ disposition }) => !VOID.has(disposition))
  const sumOf = (parts: { flow: ReconciliationFigures['total'] }[], key: 'due' | 'banked') =>
    Money.sum(parts.map(({ flow }) => flow[key]))
  const check = (key: string, left: Money, right: Money): Check => ({
    key,
    left,
    right,
    agrees: left.equals(right),
  })
  return [
    check('due_is_charges', total.due, of('charge').inputs.amount),
    check('collected_is_receipts', total.collected, Money.sum(valid.map(({ amount }) => amount))),
    check('due_by_unit', sumOf(units, 'due'), total.due),
    check('due_by_head', sumOf(heads, 'due'), total.due),
    check('banked_by_unit', sumOf(units, 'banked'), total.banked),
    check('banked_by_head', sumOf(heads, 'banked'), total.banked),
    check('differences_by_code', Money.sum(codes.map(({ amount }) => amount)), differences.amount),
  ]
}
