import type { FiscalYear } from '#core/fiscal'
import { Money } from '#core/money'
import type { Trx } from '#core/within'

/** What was open of a commitment when its year ended, and the commitment of the next year it goes on as. */
export interface CarriedCommitment {
  fromId: number
  toId: number
  from: string
  to: string
  purpose: string
  amount: Money
}

/** Commitments of a unit's year that went over into the next (ارتباطات مرحلة). */
export async function carriedCommitments(
  { unitId, year }: { unitId: number; year: FiscalYear },
  { trx }: { trx: Pick<Trx, 'rawQuery'> }
): Promise<CarriedCommitment[]> {
  const [rows] = await trx.rawQuery(
    `SELECT c.id, n.id AS next_id, c.number, n.number AS next_number, n.fiscal_year AS next_year, c.purpose, c.amount - c.paid AS open
     FROM commitments c JOIN commitments n ON n.carried_from_id = c.id
     WHERE c.unit_id = ? AND c.fiscal_year = ? AND c.status = 'carried' ORDER BY c.number`,
    [unitId, year.label]
  )
  return rows.map((row: Record<string, string>) => ({
    fromId: Number(row.id),
    toId: Number(row.next_id),
    from: `${row.number}/${year.label}`,
    to: `${row.next_number}/${row.next_year}`,
    purpose: row.purpose!,
    amount: Money.of(row.open!),
  }))
}
