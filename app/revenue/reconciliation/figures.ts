import { Money } from '#core/money'
import { FiguresDisagreeError } from '#revenue/errors'
import { CODES, type DifferenceCode } from '#revenue/reconciliation/difference_codes'
import { FACTS, type FactKind } from '#revenue/reconciliation/judge/source'
import type { Workbench } from '#revenue/reconciliation/workbench'

/** How many and how much; amounts are decimal text, signed for bank lines. */
export interface Tally {
  count: number
  amount: string
}

export const KINDS = {
  charges: 'charge',
  receipts: 'receipt',
  slips: 'slip',
  settlements: 'settlement',
  bankLines: 'bank_line',
} as const

export type KindName = keyof typeof KINDS

/** The result of a run as docs/reconciliation.md, "Output", defines it. */
export interface RunFigures {
  unit: string
  month: string
  run: number
  changed: number
  inputs: Record<KindName, Tally>
  dispositions: Record<KindName, Record<string, Tally>>
  differences: { code: DifferenceCode; count: number; amount: string }[]
}

/**
 * Reads the result of the run's units and month and proves it: per kind, the dispositions count and sum
 * to the facts.
 * @throws FiguresDisagreeError when they do not, so that nothing is kept
 */
export async function readFigures(
  bench: Workbench,
  head: { unit: string; run: number; changed: number }
): Promise<RunFigures> {
  const inputs = {} as RunFigures['inputs']
  const dispositions = {} as RunFigures['dispositions']
  for (const [name, kind] of Object.entries(KINDS) as [KindName, FactKind][]) {
    inputs[name] = await inputsOf(bench, kind)
    dispositions[name] = await dispositionsOf(bench, kind)
    const judged = Object.values(dispositions[name])
    const count = judged.reduce((sum, one) => sum + one.count, 0)
    const amount = Money.sum(judged.map((one) => Money.of(one.amount))).toString()
    if (count !== inputs[name].count || amount !== inputs[name].amount) {
      throw new FiguresDisagreeError(name, inputs[name], { count, amount })
    }
  }
  return {
    unit: head.unit,
    month: String(bench.month),
    run: head.run,
    changed: head.changed,
    inputs,
    dispositions,
    differences: await differencesOf(bench),
  }
}

/** Charges and receipts were read once for the whole judgement; the few others are asked for here. */
function factsOfMonth(kind: FactKind): string {
  if (kind === 'charge' || kind === 'receipt') return `rw_${kind}_now f WHERE f.is_again = 0`
  const { table, day, index, counts } = FACTS[kind]
  return `rw_unit u JOIN ${table} f FORCE INDEX (${index}) ON f.unit_id = u.unit_id
    WHERE f.${day} BETWEEN :first AND :last AND ${counts}`
}

async function inputsOf(bench: Workbench, kind: FactKind): Promise<Tally> {
  const amount = kind === 'settlement' ? 'f.gross' : 'f.amount'
  const [row] = await bench.rows<Tally>(
    `SELECT COUNT(*) AS count, CAST(COALESCE(SUM(${amount}), 0) AS DECIMAL(30,2)) AS amount FROM ${factsOfMonth(kind)}`
  )
  return { count: Number(row!.count), amount: String(row!.amount) }
}

async function dispositionsOf(bench: Workbench, kind: FactKind): Promise<Record<string, Tally>> {
  const rows = await bench.rows<Tally & { disposition: string }>(
    `SELECT p.disposition, COUNT(*) AS count, CAST(SUM(p.amount) AS DECIMAL(30,2)) AS amount
     FROM rw_unit u JOIN dispositions p ON p.unit_id = u.unit_id
     WHERE p.month = :month AND p.kind = '${kind}' GROUP BY p.disposition ORDER BY p.disposition`
  )
  return Object.fromEntries(
    rows.map((row) => [row.disposition, { count: Number(row.count), amount: String(row.amount) }])
  )
}

async function differencesOf(bench: Workbench): Promise<RunFigures['differences']> {
  const rows = await bench.rows<Tally & { code: DifferenceCode }>(
    `SELECT e.code, COUNT(*) AS count, CAST(SUM(e.amount) AS DECIMAL(30,2)) AS amount
     FROM rw_unit u JOIN differences e ON e.unit_id = u.unit_id
     WHERE e.month = :month AND e.state <> 'cleared' GROUP BY e.code`
  )
  return rows
    .map((row) => ({ code: row.code, count: Number(row.count), amount: String(row.amount) }))
    .sort((a, b) => CODES.indexOf(a.code) - CODES.indexOf(b.code))
}
