import db from '@adonisjs/lucid/services/db'
import type Penalty from '#accounts/models/penalty'

/** From where the money of an approved penalty can be taken, as its page offers it. */
export interface TakingsOffered {
  /** Posted forms 50 of the unit that deducted a penalty. */
  forms: { label: string; payee: string; deducted: string }[]
  /** Approved deductions from guarantees of the same party and amount, not used yet. */
  acts: { id: number; guarantee: string; paperNo: string }[]
}

/** What the form of execution offers: what fits is judged again when it is sent. */
export async function takingsOffered({
  unitId,
  partyId,
  amount,
}: Penalty): Promise<TakingsOffered> {
  const [forms] = await db.rawQuery(
    `SELECT CONCAT(v.number, '/', v.fiscal_year) AS label, v.payee_name AS payee, d.deducted
     FROM payment_vouchers v JOIN (
       SELECT voucher_id, SUM(amount) AS deducted FROM voucher_deductions WHERE kind = 'penalty' GROUP BY voucher_id
     ) d ON d.voucher_id = v.id
     WHERE v.unit_id = ? AND v.entry_id IS NOT NULL AND v.status NOT IN ('void', 'rejected') AND d.deducted >= ?
     ORDER BY v.id DESC LIMIT 50`,
    [unitId, String(amount)]
  )
  const [acts] = await db.rawQuery(
    `SELECT a.id, CONCAT(g.number, '/', g.fiscal_year) AS guarantee, a.paper_no AS paperNo
     FROM guarantee_acts a JOIN guarantees g ON g.id = a.guarantee_id
     LEFT JOIN penalties p ON p.guarantee_act_id = a.id
     WHERE a.kind = 'penalise' AND a.status = 'approved' AND g.party_id = ? AND a.amount = ? AND p.id IS NULL
     ORDER BY a.id DESC LIMIT 50`,
    [partyId, String(amount)]
  )
  return { forms, acts }
}
