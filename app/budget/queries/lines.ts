import db from '@adonisjs/lucid/services/db'
import type { Locale } from '#core/domain_error'
import type { Option } from '#core/lists/definition'
import { formatMoney } from '#core/web/format'
import { visible } from '#identity/access/visible'
import type User from '#identity/models/user'
import type { Permission } from '#identity/permissions'

/** Lines offered in one choice: more are found by the list of available credit. */
const OFFERED = 400

/** Where a line stands, in words. */
export async function lineFacts(id: number, locale: Locale) {
  const name = (of: string) => `${of}.name_${locale}`
  const row = await db
    .from('budget_lines as l')
    .join('budget_codes as c', 'c.id', 'l.code_id')
    .joinRaw('JOIN budget_codes k ON k.id = COALESCE(c.chapter_id, c.id)')
    .join('budget_codes as f', 'f.id', 'l.fund_id')
    .join('budget_codes as g', 'g.id', 'l.function_id')
    .join('budget_codes as p', 'p.id', 'l.programme_id')
    .join('units as u', 'u.id', 'l.unit_id')
    .where('l.id', id)
    .select(
      'l.id',
      'l.unit_id as unitId',
      'l.fiscal_year as year',
      'c.code',
      'c.is_locked as locked'
    )
    .select(`${name('c')} as name`, `${name('k')} as chapter`, `${name('f')} as fund`)
    .select(`${name('g')} as function`, `${name('p')} as programme`, `${name('u')} as unit`)
    .firstOrFail()
  return row as Record<
    'name' | 'code' | 'chapter' | 'fund' | 'function' | 'programme' | 'unit' | 'year',
    string
  > & { id: number; unitId: number; locked: number }
}

/** Lines of uses of years that run, where the person may do what the form does; with what they have. */
export async function linesOffered(
  user: User,
  permission: Permission,
  { locale, unitId, withId }: { locale: Locale; unitId?: number | null; withId?: number | null }
): Promise<Option[]> {
  const query = visible(
    db
      .from('budget_lines as l')
      .join('budgets as g', 'g.id', 'l.budget_id')
      .join('budget_codes as c', 'c.id', 'l.code_id')
      .join('budget_codes as f', 'f.id', 'l.fund_id')
      .join('units as u', 'u.id', 'l.unit_id')
      .join('budget_balances as b', 'b.line_id', 'l.id')
      .where('l.side', 'use')
      .whereNotIn('g.status', ['closed']),
    user,
    permission,
    'l.unit_id'
  )
  if (unitId) {
    void query.whereRaw(
      'l.unit_id IN (SELECT descendant_id FROM unit_closure WHERE ancestor_id = ?)',
      [unitId]
    )
  }
  const rows = await query
    .orderByRaw('l.id = ? DESC', [withId ?? 0])
    .orderBy('l.fiscal_year', 'desc')
    .orderBy('c.code')
    .orderBy('u.id')
    .limit(OFFERED)
    .select('l.id', 'l.fiscal_year as year', 'c.code', `c.name_${locale} as name`)
    .select('f.code as fundCode', `f.name_${locale} as fund`, `u.name_${locale} as unit`)
    .select('b.available')
  return rows.map((row) => ({
    value: String(row.id),
    label: [
      `${row.code} ${row.name}`,
      row.unit,
      ...(row.fundCode === '00' ? [] : [row.fund]),
      row.year,
      formatMoney(row.available, locale),
    ].join(' — '),
  }))
}
