import db from '@adonisjs/lucid/services/db'
import type { Day } from '#core/days'
import { FiscalYear } from '#core/fiscal'

/** A budget line to which something can be charged, as a form offers it. */
export interface ChargeableLine {
  id: number
  code: string
  nameAr: string
  nameEn: string
  available: string
}

/** The lines of uses of a unit in the year of a day, with what is available of each. */
export async function chargeableLines(unitId: number, on: Day): Promise<ChargeableLine[]> {
  const rows = await db
    .from('budget_lines')
    .join('budget_codes', 'budget_codes.id', 'budget_lines.code_id')
    .join('budget_balances', 'budget_balances.line_id', 'budget_lines.id')
    .where({
      'budget_lines.unit_id': unitId,
      'budget_lines.fiscal_year': FiscalYear.containing(on).label,
      'budget_lines.side': 'use',
    })
    .orderBy('budget_codes.code')
    .limit(500)
    .select('budget_lines.id', 'budget_codes.code', 'budget_codes.name_ar', 'budget_codes.name_en')
    .select(db.raw('released - frozen - reserved - committed - paid AS available'))
  return rows.map((row) => ({
    id: Number(row.id),
    code: row.code,
    nameAr: row.name_ar,
    nameEn: row.name_en,
    available: row.available,
  }))
}
