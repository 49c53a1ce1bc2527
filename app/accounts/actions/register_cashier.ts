import { Trail } from '#audit/trail'
import type { Actor } from '#audit/actor'
import { within, type Trx } from '#core/within'

export interface NewCashier {
  unitId: number
  /** The unit's own code of the cashier, as receipts and slips carry it. */
  code: string
  name: string
}

/**
 * Records a cashier (صراف) of a unit by name, or corrects the name of one whom receipts made known by
 * code alone. Whoever is recorded under another name keeps it.
 * @returns whether anything changed
 */
export async function registerCashier(
  cashier: NewCashier,
  { by, trx: outer }: { by: Actor; trx?: Trx }
): Promise<boolean> {
  return within(outer, async (trx) => {
    const [written] = await trx.rawQuery(
      `INSERT INTO cashiers (unit_id, code, name) VALUES (?, ?, ?)
       ON DUPLICATE KEY UPDATE name = IF(name = code, VALUES(name), name)`,
      [cashier.unitId, cashier.code, cashier.name]
    )
    if (Number(written.affectedRows) === 0) return false
    const [[row]] = await trx.rawQuery('SELECT id FROM cashiers WHERE unit_id = ? AND code = ?', [
      cashier.unitId,
      cashier.code,
    ])
    await Trail.record(
      {
        action: 'cashier.registered',
        unitId: cashier.unitId,
        subjectType: 'cashier',
        subjectId: Number(row.id),
        label: `${cashier.code} ${cashier.name}`,
        after: { ...cashier },
      },
      { by, trx }
    )
    return true
  })
}
