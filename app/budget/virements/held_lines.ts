import { Money } from '#core/money'
import type { Trx } from '#core/within'
import type { NamedLine } from '#budget/errors'
import type { Place } from '#budget/virements/scope'

/** A line as a virement needs it: where it stands, what it is called, what it has. */
export interface HeldLine extends Place, NamedLine {
  id: number
  unitId: number
  fiscalYear: string
  side: string
  isLocked: boolean
  appropriated: Money
  released: Money
  available: Money
}

/** The lines, in the order of their ids; locked until the transaction ends where that is asked. */
export async function heldLines(
  ids: readonly number[],
  { lock, trx }: { lock: boolean; trx: Pick<Trx, 'rawQuery'> }
): Promise<HeldLine[]> {
  const [rows] = await trx.rawQuery(
    `SELECT l.id, l.unit_id AS unitId, l.fiscal_year AS fiscalYear, l.side, l.fund_id AS fundId,
       COALESCE(c.chapter_id, c.id) AS chapterId, COALESCE(c.group_id, c.id) AS groupId,
       COALESCE(c.item_id, c.id) AS itemId, c.is_locked AS isLocked, c.code, c.name_ar AS nameAr,
       c.name_en AS nameEn, u.name_ar AS unitAr, u.name_en AS unitEn, b.appropriated, b.released, b.available
     FROM budget_lines l JOIN budget_balances b ON b.line_id = l.id
     JOIN budget_codes c ON c.id = l.code_id JOIN units u ON u.id = l.unit_id
     WHERE l.id IN (${ids.map(() => '?').join(', ')}) ORDER BY l.id${lock ? ' FOR UPDATE' : ''}`,
    [...ids]
  )
  return rows.map((row: Record<string, any>) => ({
    ...row,
    isLocked: Boolean(row.isLocked),
    appropriated: Money.of(row.appropriated),
    released: Money.of(row.released),
    available: Money.of(row.available),
  }))
}
