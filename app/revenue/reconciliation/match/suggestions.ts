import type { Workbench } from '#revenue/reconciliation/workbench'
import { PHASE_RULES } from '#revenue/reconciliation/match/claims'

/** Brings the suggested pairs of charge and receipt that touch the month to `rw_pair`. */
export async function applyPairSuggestions(bench: Workbench, unitId: number): Promise<number> {
  const withdrawn = await bench.run(
    'suggestions',
    `UPDATE match_suggestions s
     JOIN receipts r ON r.id = s.left_id JOIN charges c ON c.id = s.right_id
     LEFT JOIN rw_pair p ON p.receipt_id = s.left_id AND p.charge_id = s.right_id
     SET s.state = 'withdrawn', s.run_id = :run
     WHERE s.unit_id = :unit AND s.leg = 'charge_receipt' AND s.state = 'open' AND p.receipt_id IS NULL
       AND (r.received_on BETWEEN :first AND :last OR c.due_on BETWEEN :first AND :last)`,
    { unit: unitId }
  )
  const again = await bench.run(
    'suggestions',
    `UPDATE rw_pair p JOIN match_suggestions s ON s.leg = 'charge_receipt' AND s.left_id = p.receipt_id
       AND s.right_id = p.charge_id
     SET s.state = 'open', s.run_id = :run, s.rule = ELT(p.phase - 3, '${PHASE_RULES[4]}', '${PHASE_RULES[5]}')
     WHERE s.state = 'withdrawn'`
  )
  const added = await bench.run(
    'suggestions',
    `INSERT INTO match_suggestions (unit_id, month, leg, rule, left_id, right_id, amount, evidence, run_id)
     SELECT :unit, DATE_FORMAT(r.received_on, '%Y-%m-01'), 'charge_receipt',
       ELT(p.phase - 3, '${PHASE_RULES[4]}', '${PHASE_RULES[5]}'), p.receipt_id, p.charge_id, p.amount,
       IF(p.phase = 4, LEFT(r.payer_name, 255), r.site_no), :run
     FROM rw_pair p JOIN receipts r ON r.id = p.receipt_id
     LEFT JOIN match_suggestions s ON s.leg = 'charge_receipt' AND s.left_id = p.receipt_id AND s.right_id = p.charge_id
     WHERE s.id IS NULL`,
    { unit: unitId }
  )
  return withdrawn + again + added
}
