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
 * Records a cashier (صراف) of a unit by name, or names one whom receipts made known by code alone.
 * Whoever is recorded under a name keeps it.
 * @returns whether anything changed
 */
export async function registerCashier(
  cashier: NewCashier,
  { by, trx: outer }: { by: Actor; trx?: Trx }
): Promise<boolean> {
  return within(outer, async (trx) => {
    const [[known]] = await trx.rawQuery(
      'SELECT id, name FROM cashiers WHERE unit_id = ? AND code = ? FOR UPDATE',
      [cashier.unitId, cashier.code]
    )
    if (known && known.name !== cashier.code) return false
    const [written] = known
      ? await trx.rawQuery('UPDATE cashiers SET name = ? WHERE id = ?', [cashier.name, known.id])
      : await trx.rawQuery('INSERT INTO cashiers (unit_id, code, name) VALUES (?, ?, ?)', [
          cashier.unitId,
          cashier.code,
          cashier.name,
        ])
    await Trail.record(
      {
        action: 'cashier.registered',
        unitId: cashier.unitId,
        subjectType: 'cashier',
        subjectId: Number(known?.id ?? written.insertId),
        label: `${cashier.code} ${cashier.name}`,
        after: { ...cashier },
      },
      { by, trx }
    )
    return true
  })
}
