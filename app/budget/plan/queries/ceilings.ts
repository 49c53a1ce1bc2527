import db from '@adonisjs/lucid/services/db'
import { FiscalYear } from '#core/fiscal'
import { OWN_CREDIT } from '#budget/balances/carried'
import type Budget from '#budget/models/budget'

/** What a unit may ask of a bab, beside what it asks and what it had; money as decimal text. */
export interface CeilingRow {
  unitId: number
  unitAr: string
  unitEn: string
  chapterId: number
  chapter: string
  nameAr: string
  nameEn: string
  /** null: none is set. */
  amount: string | null
  legalReference: string | null
  asked: string
  previous: string
}

/** What the units ask by bab, of proposals in hand. */
const ASKED = `SELECT p.unit_id, COALESCE(c.chapter_id, c.id) AS chapter_id, SUM(COALESCE(l.discussed, l.amount)) AS asked
  FROM budget_proposals p JOIN budget_proposal_lines l ON l.proposal_id = p.id
  JOIN budget_codes c ON c.id = l.code_id AND c.axis = 'use'
  WHERE p.budget_id = ? AND p.is_live = 1 GROUP BY p.unit_id, COALESCE(c.chapter_id, c.id)`

/** What they had in the year before, by the code of the bab: codes may be newer versions. */
const PREVIOUS = `SELECT l.unit_id, COALESCE(h.code, c.code) AS chapter, SUM(${OWN_CREDIT}) AS previous
  FROM budget_lines l JOIN budget_balances b ON b.line_id = l.id JOIN budget_codes c ON c.id = l.code_id
  LEFT JOIN budget_codes h ON h.id = c.chapter_id
  WHERE l.fiscal_year = ? AND l.side = 'use' GROUP BY l.unit_id, COALESCE(h.code, c.code)`

/** Ceilings of a budget, of one unit or of all that have one or ask; babs of uses in their order. */
export async function ceilingsOf(
  { id, fiscalYear }: Budget,
  { unitId }: { unitId?: number } = {}
): Promise<CeilingRow[]> {
  const year = FiscalYear.of(fiscalYear)
  const [rows] = await db.rawQuery(
    `SELECT u.id AS unitId, u.name_ar AS unitAr, u.name_en AS unitEn, k.id AS chapterId, k.code AS chapter,
       k.name_ar AS nameAr, k.name_en AS nameEn, t.amount, t.legal_reference AS legalReference,
       COALESCE(a.asked, 0) AS asked, COALESCE(y.previous, 0) AS previous
     FROM units u JOIN budget_codes k ON k.axis = 'use' AND k.level = 1 AND k.valid_from <= ? AND (k.valid_to IS NULL OR k.valid_to > ?)
     LEFT JOIN budget_ceilings t ON t.budget_id = ? AND t.unit_id = u.id AND t.chapter_id = k.id
     LEFT JOIN (${ASKED}) a ON a.unit_id = u.id AND a.chapter_id = k.id
     LEFT JOIN (${PREVIOUS}) y ON y.unit_id = u.id AND y.chapter = k.code
     WHERE ${unitId ? 'u.id = ?' : '(t.id IS NOT NULL OR a.asked > 0)'}
     ORDER BY u.code, k.code`,
    [
      ...[year.first, year.first, id, id, year.previous().label],
      ...(unitId ? [unitId] : []),
    ] as string[]
  )
  return rows
}
