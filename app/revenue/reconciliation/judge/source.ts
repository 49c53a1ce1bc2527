import { ofRevenue } from '#revenue/reconciliation/bank/of_revenue'
import type { Workbench } from '#revenue/reconciliation/workbench'

/** The five kinds of facts, as `dispositions.kind`. */
export type FactKind = 'charge' | 'receipt' | 'slip' | 'settlement' | 'bank_line'

interface FactTable {
  table: string
  day: string
  index: string
  /** Facts that count at all. */
  counts: string
}

export const FACTS: Record<FactKind, FactTable> = {
  charge: { table: 'charges', day: 'due_on', index: 'charges_due', counts: "f.status = 'open'" },
  receipt: { table: 'receipts', day: 'received_on', index: 'receipts_day', counts: '1 = 1' },
  slip: {
    table: 'deposit_slips',
    day: 'deposited_on',
    index: 'deposit_slips_day',
    counts: '1 = 1',
  },
  settlement: {
    table: 'settlements',
    day: 'settled_on',
    index: 'settlements_day',
    counts: '1 = 1',
  },
  bank_line: {
    table: 'bank_lines',
    day: 'booked_on',
    index: 'bank_lines_day',
    counts: ofRevenue('f'),
  },
}

/**
 * The facts judged by a run, as `FROM … WHERE …` with the fact as `f`: those of the month in its units,
 * then those of other months whose matches changed and that were judged before (`rw_again`).
 */
export function factsOf(kind: FactKind): { month: [string, string]; again: [string, string] } {
  const { table, day, index, counts } = FACTS[kind]
  return {
    month: [
      `rw_unit u JOIN ${table} f FORCE INDEX (${index}) ON f.unit_id = u.unit_id`,
      `f.${day} BETWEEN :first AND :last AND ${counts}`,
    ],
    again: [`rw_again t JOIN ${table} f ON f.id = t.fact_id`, `t.kind = '${kind}' AND ${counts}`],
  }
}

/** `rw_again`: facts outside the run's month that are judged with it. */
export async function openAgain(bench: Workbench): Promise<void> {
  await bench.table(
    'rw_again',
    'kind VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, fact_id BIGINT UNSIGNED NOT NULL, unit_id BIGINT UNSIGNED NOT NULL, month DATE NOT NULL, PRIMARY KEY (kind, fact_id)'
  )
}

/**
 * Facts of the run's units, outside its month, that earlier matching left to be judged. The
 * month's own are judged anyway.
 */
export async function collectAgain(bench: Workbench): Promise<void> {
  await openAgain(bench)
  await bench.run(
    'facts to judge again',
    `INSERT INTO rw_again SELECT t.kind, t.fact_id, t.unit_id, p.month FROM rw_unit u
     JOIN facts_to_judge t ON t.unit_id = u.unit_id
     JOIN dispositions p ON p.kind = t.kind AND p.fact_id = t.fact_id AND p.month <> :month`
  )
  await bench.run(
    'facts to judge again',
    'DELETE t FROM rw_unit u JOIN facts_to_judge t ON t.unit_id = u.unit_id'
  )
}
