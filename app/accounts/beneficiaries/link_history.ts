import type { Trx } from '#core/within'

/**
 * Gives payments of the past, whose payee nobody had recorded, to the beneficiary: by the unit's own
 * number of him; a payment without a number by his name, where only one of the unit has it.
 */
export async function linkHistory(unitId: number, trx: Pick<Trx, 'rawQuery'>): Promise<void> {
  await trx.rawQuery(
    `UPDATE historical_payments h
     JOIN beneficiaries b ON b.unit_id = h.unit_id AND b.beneficiary_no = h.payee_no
     SET h.beneficiary_id = b.id WHERE h.unit_id = ? AND h.beneficiary_id IS NULL`,
    [unitId]
  )
  await trx.rawQuery(
    `UPDATE historical_payments h
     JOIN (SELECT folded_name, MIN(id) AS id FROM beneficiaries WHERE unit_id = ?
           GROUP BY folded_name HAVING COUNT(*) = 1) b ON b.folded_name = h.payee_folded
     SET h.beneficiary_id = b.id
     WHERE h.unit_id = ? AND h.payee_no IS NULL AND h.beneficiary_id IS NULL`,
    [unitId, unitId]
  )
}
