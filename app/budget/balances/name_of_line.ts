import type { Trx } from '#core/within'
import type { NamedLine } from '#budget/errors'

/** How a line is called in sentences for people. */
export async function nameOfLine(lineId: number, trx: Trx): Promise<NamedLine> {
  const [[line]] = await trx.rawQuery(
    `SELECT c.code, c.name_ar AS nameAr, c.name_en AS nameEn, u.name_ar AS unitAr, u.name_en AS unitEn
     FROM budget_lines l JOIN budget_codes c ON c.id = l.code_id JOIN units u ON u.id = l.unit_id
     WHERE l.id = ?`,
    [lineId]
  )
  return line
}
