import db from '@adonisjs/lucid/services/db'
import type BudgetCode from '#budget/models/budget_code'

/** What the page of a code tells besides the code: its family, its other texts and what stands on it. */
export async function codeFacts(one: BudgetCode) {
  const columns = ['id', 'code', 'name_ar', 'name_en', 'valid_from', 'valid_to']
  const parent = one.parentId
    ? await db.from('budget_codes').where('id', one.parentId).select(columns).first()
    : null
  const versions = await db
    .from('budget_codes')
    .where({ axis: one.axis, code: one.code })
    .whereNot('id', one.id)
    .orderBy('valid_from')
    .select(columns)
  const children = await db
    .from('budget_codes')
    .where('parent_id', one.id)
    .orderBy('code')
    .select(columns)
  const [years] = await db.rawQuery(
    `SELECT fiscal_year AS year, COUNT(*) AS \`lines\` FROM budget_lines
     WHERE ? IN (code_id, fund_id, function_id, programme_id) GROUP BY fiscal_year ORDER BY fiscal_year DESC`,
    [one.id]
  )
  const people = [one.madeBy, one.confirmedBy, one.closedBy].filter((id) => id !== null)
  const named = await db.from('users').whereIn('id', people).select('id', 'full_name as name')
  const names = new Map(named.map(({ id, name }) => [Number(id), String(name)]))
  const name = (id: number | null) => (id === null ? null : (names.get(id) ?? null))
  return {
    ...{ parent, versions, children, years },
    maker: name(one.madeBy),
    confirmer: name(one.confirmedBy),
    closer: name(one.closedBy),
  }
}
