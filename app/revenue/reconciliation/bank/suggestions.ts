import { SLIP } from '#revenue/reconciliation/bank/scope'
import type { Workbench } from '#revenue/reconciliation/workbench'

const LEG = `IF(k.kind = ${SLIP}, 'slip_bank', 'settlement_bank')`
const SEED = '(l.is_seed = 1 OR d.is_seed = 1)'

/** Brings the suggestions between bank lines and papers that touch the month to `rw_like_bank`. */
export async function applyBankSuggestions(bench: Workbench): Promise<number> {
  let withdrawn = 0
  const sides = [
    ['slip_bank', SLIP, 'deposit_slips', 'deposited_on'],
    ['settlement_bank', 2, 'settlements', 'settled_on'],
  ] as const
  for (const [leg, kind, table, day] of sides) {
    withdrawn += await bench.run(
      'bank suggestions',
      `UPDATE rw_unit u JOIN match_suggestions s ON s.unit_id = u.unit_id
       JOIN bank_lines l ON l.id = s.left_id JOIN ${table} d ON d.id = s.right_id
       LEFT JOIN rw_like_bank k ON k.line_id = s.left_id AND k.kind = ${kind} AND k.dep_id = s.right_id AND k.rule = s.rule
       SET s.state = 'withdrawn', s.run_id = :run
       WHERE s.leg = '${leg}' AND s.state = 'open' AND k.line_id IS NULL
         AND (l.booked_on BETWEEN :first AND :last OR d.${day} BETWEEN :first AND :last)`
    )
  }
  const again = await bench.run(
    'bank suggestions',
    `UPDATE rw_like_bank k JOIN rw_line l ON l.id = k.line_id JOIN rw_dep d ON d.kind = k.kind AND d.id = k.dep_id
     JOIN match_suggestions s ON s.leg = ${LEG} AND s.left_id = k.line_id AND s.right_id = k.dep_id
     SET s.state = 'open', s.rule = k.rule, s.run_id = :run
     WHERE s.state = 'withdrawn' AND ${SEED}`
  )
  const added = await bench.run(
    'bank suggestions',
    `INSERT INTO match_suggestions (unit_id, month, leg, rule, left_id, right_id, amount, evidence, run_id)
     SELECT d.unit_id, DATE_FORMAT(l.day, '%Y-%m-01'), ${LEG}, k.rule, k.line_id, k.dep_id, k.amount, d.number, :run
     FROM rw_like_bank k JOIN rw_line l ON l.id = k.line_id JOIN rw_dep d ON d.kind = k.kind AND d.id = k.dep_id
     LEFT JOIN match_suggestions s ON s.leg = ${LEG} AND s.left_id = k.line_id AND s.right_id = k.dep_id
     WHERE s.id IS NULL AND ${SEED}`
  )
  return withdrawn + again + added
}
