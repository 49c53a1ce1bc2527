import db from '@adonisjs/lucid/services/db'

/** Lines of uses of a budget as texts to choose from; each ends with the number of its line. */
export async function linesOfBudget(budgetId: number, locale: string): Promise<string[]> {
  const name = locale === 'en' ? 'name_en' : 'name_ar'
  const [rows] = await db.rawQuery(
    `SELECT CONCAT(c.code, ' ', c.${name}, ' — ', u.${name}, IF(f.code = '00', '', CONCAT(' — ', f.${name})), ' #', l.id) AS label
     FROM budget_lines l JOIN budget_codes c ON c.id = l.code_id JOIN units u ON u.id = l.unit_id
     JOIN budget_codes f ON f.id = l.fund_id
     WHERE l.budget_id = ? AND l.side = 'use' ORDER BY c.code, u.code LIMIT 5000`,
    [budgetId]
  )
  return rows.map(({ label }: { label: string }) => label)
}

/** A line of an order with what the line has now; money as decimal text. */
export interface OrderRow {
  lineId: number
  code: string
  nameAr: string
  nameEn: string
  unitAr: string
  unitEn: string
  amount: string
  appropriated: string
  released: string
  available: string
}

export async function linesOfOrder(orderId: number): Promise<OrderRow[]> {
  const [rows] = await db.rawQuery(
    `SELECT o.line_id AS lineId, c.code, c.name_ar AS nameAr, c.name_en AS nameEn, u.name_ar AS unitAr,
       u.name_en AS unitEn, o.amount, b.appropriated, b.released, b.available
     FROM credit_order_lines o JOIN budget_lines l ON l.id = o.line_id JOIN budget_balances b ON b.line_id = l.id
     JOIN budget_codes c ON c.id = l.code_id JOIN units u ON u.id = l.unit_id
     WHERE o.order_id = ? ORDER BY c.code, u.code`,
    [orderId]
  )
  return rows
}
