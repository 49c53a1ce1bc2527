import db from '@adonisjs/lucid/services/db'

/** Money as decimal text; of proposals what is asked and estimated, of an open year its balances. */
export interface TotalRow {
  id: number
  side: 'use' | 'resource'
  code: string | null
  nameAr: string
  nameEn: string
  asked: string
  estimate: string
  appropriated: string
  released: string
  frozen: string
  bound: string
  paid: string
  available: string
}

const FIGURES = `SUM(asked) AS asked, SUM(estimate) AS estimate, SUM(appropriated) AS appropriated,
  SUM(released) AS released, SUM(frozen) AS frozen, SUM(bound) AS bound, SUM(paid) AS paid,
  SUM(available) AS available`

/** Every figure of a budget by unit and item: what is proposed beside what the lines have. */
const ROWS = `
  SELECT p.unit_id, l.code_id, l.amount AS asked, COALESCE(l.discussed, l.amount) AS estimate, 0 AS appropriated,
    0 AS released, 0 AS frozen, 0 AS bound, 0 AS paid, 0 AS available
  FROM budget_proposals p JOIN budget_proposal_lines l ON l.proposal_id = p.id
  WHERE p.budget_id = ? AND p.status <> 'returned'
  UNION ALL
  SELECT l.unit_id, l.code_id, 0, 0, b.appropriated, b.released, b.frozen, b.reserved + b.committed, b.paid, b.available
  FROM budget_lines l JOIN budget_balances b ON b.line_id = l.id WHERE l.budget_id = ?`

/** Totals of a budget by bab, uses before resources. */
export async function totalsByChapter(budgetId: number): Promise<TotalRow[]> {
  const [rows] = await db.rawQuery(
    `SELECT h.id, h.axis AS side, h.code, h.name_ar AS nameAr, h.name_en AS nameEn, ${FIGURES}
     FROM (${ROWS}) r JOIN budget_codes c ON c.id = r.code_id
     JOIN budget_codes h ON h.id = COALESCE(c.chapter_id, c.id)
     GROUP BY h.id, h.axis, h.code, h.name_ar, h.name_en ORDER BY h.axis = 'resource', h.code`,
    [budgetId, budgetId]
  )
  return rows
}

/** Totals of a budget's uses by unit. */
export async function totalsByUnit(budgetId: number): Promise<TotalRow[]> {
  const [rows] = await db.rawQuery(
    `SELECT u.id, 'use' AS side, u.code, u.name_ar AS nameAr, u.name_en AS nameEn, ${FIGURES}
     FROM (${ROWS}) r JOIN budget_codes c ON c.id = r.code_id AND c.axis = 'use' JOIN units u ON u.id = r.unit_id
     GROUP BY u.id, u.code, u.name_ar, u.name_en ORDER BY u.code`,
    [budgetId, budgetId]
  )
  return rows
}
