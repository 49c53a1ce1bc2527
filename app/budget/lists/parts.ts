import db from '@adonisjs/lucid/services/db'
import { isDay, type Day } from '#core/days'
import type { ListColumn, ListColumnType, ListDefinition, ListFilter } from '#core/lists/definition'
import { inLanguage } from '#core/lists/in_language'
import type { Viewer } from '#core/web/viewer'
import type { Reader } from '#identity/access/visible'
import { FIGURES } from '#budget/balances/figures'

export type BudgetList = ListDefinition<Viewer & Reader>

/** A column whose text is `budget.columns.LABEL`; its SQL is the column of `r` of the same name unless told. */
export function column(
  key: string,
  type: ListColumnType,
  { label = key, ...more }: Partial<ListColumn> = {}
): ListColumn {
  return { key, type, label: `budget.columns.${label}`, expression: `r.${key}`, ...more }
}

/** A name in both languages: SQL of the Arabic one; the English one stands in `fields` as `KEY_en`. */
export function named(key: string, arabic: string, more: Partial<ListColumn> = {}): ListColumn {
  return column(key, 'text', { expression: arabic, words: inLanguage(key), clip: true, ...more })
}

/** A day as a list's address asks for it, or null. */
export function dayAsked(value: unknown): Day | null {
  return typeof value === 'string' && isDay(value) ? value : null
}

/**
 * Figures of lines as table `b`: the row each line has, or on a past day what was moved by then. Bound
 * values stand in `bindings`. What is available is told from the sums, not counted for each movement.
 */
export function balances(on: Day | null): { sql: string; bindings: string[] } {
  if (!on) return { sql: 'budget_balances', bindings: [] }
  const sums = FIGURES.map((figure) => `SUM(${figure}) AS ${figure}`).join(', ')
  return {
    sql: `(SELECT s.*, s.released - s.frozen - s.reserved - s.committed - s.paid AS available FROM (
        SELECT line_id, ${sums} FROM budget_movements WHERE effective_on <= ? GROUP BY line_id
      ) s)`,
    bindings: [on],
  }
}

/** Lines of uses with where they stand (`l`, `c` code, `k` bab, `f` fund, `u` unit) and their figures `b`. */
export function linesWithFigures(on: Day | null) {
  const { sql, bindings } = balances(on)
  return db
    .from('budget_lines as l')
    .join('budget_codes as c', 'c.id', 'l.code_id')
    .join('budget_codes as f', 'f.id', 'l.fund_id')
    .join('budget_codes as p', 'p.id', 'l.programme_id')
    .join('units as u', 'u.id', 'l.unit_id')
    .joinRaw('JOIN budget_codes k ON k.id = COALESCE(c.chapter_id, c.id)')
    .joinRaw(`${on ? 'LEFT JOIN' : 'JOIN'} ${sql} b ON b.line_id = l.id`, bindings)
    .where('l.side', 'use')
}

/** The fiscal years that have a budget. */
export const yearFilter = (of: string): ListFilter => ({
  key: 'year',
  label: 'budget.columns.year',
  type: 'select',
  apply: (query, value) => query.whereRaw(`${of} = ?`, [value.replace('-', '/')]),
  options: async () => {
    const rows = await db
      .from('budgets')
      .distinct('fiscal_year as year')
      .orderBy('fiscal_year', 'desc')
    return rows.map(({ year }) => ({ value: year.replace('/', '-'), label: year }))
  },
})

/** A choice of codes of one axis (of babs, where it is the axis of uses). */
export const codeFilter = (key: string, axis: string, of: string): ListFilter => ({
  key,
  label: `budget.columns.${key}`,
  type: 'select',
  column: of,
  options: async ({ locale }) => {
    const rows = await db
      .from('budget_codes')
      .where({ axis, level: 1 })
      .orderBy('code')
      .select('id', 'code', `name_${locale} as name`)
    return rows.map(({ id, code, name }) => ({ value: String(id), label: `${code} ${name}` }))
  },
})

/** A text as it was typed within a column; names here are not kept folded. */
export const typedFilter = (key: string, label: string, of: string): ListFilter => ({
  key,
  label: `budget.columns.${label}`,
  type: 'text',
  apply: (query, value) =>
    query.whereRaw(`${of} LIKE ?`, [`%${value.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`]),
})

/** Codes and names of lines that a person types. */
export const lineFilter = typedFilter(
  'q',
  'find_line',
  "CONCAT(c.code, ' ', c.name_ar, ' ', c.name_en)"
)

/** The day on which the figures are asked for; the query itself reads it. */
export const onFilter: ListFilter = {
  key: 'on',
  label: 'budget.columns.as_of',
  type: 'day',
  apply: () => {},
}
