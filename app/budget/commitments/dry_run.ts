import db from '@adonisjs/lucid/services/db'
import type { Money } from '#core/money'
import { balanceOf } from '#budget/balances/balance_as_of'

export interface DryRun {
  /** Whether the line would take it as it stands now. */
  ok: boolean
  asked: Money
  available: Money
  /** What would be left; below zero: what is missing. */
  left: Money
  line: { id: number; code: string; nameAr: string; nameEn: string; unitAr: string; unitEn: string }
}

/**
 * Whether a line has what a draft would take of it. Only reads: no lock, no number, no row, no trail;
 * the commitment itself is judged again under the lock of its line.
 */
export async function dryRun(lineId: number, asked: Money): Promise<DryRun> {
  const { available } = await balanceOf(lineId)
  const [[line]] = await db.rawQuery(
    `SELECT l.id, c.code, c.name_ar AS nameAr, c.name_en AS nameEn, u.name_ar AS unitAr, u.name_en AS unitEn
     FROM budget_lines l JOIN budget_codes c ON c.id = l.code_id JOIN units u ON u.id = l.unit_id WHERE l.id = ?`,
    [lineId]
  )
  const left = available.subtract(asked)
  return { ok: asked.isPositive() && !left.isNegative(), asked, available, left, line }
}
