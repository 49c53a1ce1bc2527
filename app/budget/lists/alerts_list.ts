import db from '@adonisjs/lucid/services/db'
import { visible } from '#identity/access/visible'
import { unitFilter } from '#core/lists/parts'
import { column, lineFilter, named, yearFilter, type BudgetList } from '#budget/lists/parts'

/** تنبيهات الصرف: lines that passed a set percentage of what is released. */
export const alertsList: BudgetList = {
  name: 'budget-alerts',
  title: 'budget.alerts.title',
  permission: 'budget.lines.read',
  query: (user) =>
    visible(
      db
        .from('budget_alerts as a')
        .join('budget_lines as l', 'l.id', 'a.line_id')
        .join('budget_balances as b', 'b.line_id', 'a.line_id')
        .join('budget_codes as c', 'c.id', 'l.code_id')
        .join('units as u', 'u.id', 'a.unit_id'),
      user,
      'budget.lines.read',
      'a.unit_id'
    ),
  key: 'a.id',
  columns: [
    column('code', 'text', {
      expression: 'c.code',
      link: ({ line_id: id }) => `/budget/lines/${id}`,
      width: 10,
    }),
    named('line', 'c.name_ar', { width: 30 }),
    named('unit', 'u.name_ar', { width: 22 }),
    column('percent', 'badge', {
      expression: 'a.percent',
      words: ({ percent }) => `${percent}%`,
      tones: { 80: 'info', 90: 'warning', 100: 'danger' },
    }),
    column('raised_on', 'day', { expression: 'a.raised_on', sortable: true }),
    column('taken_then', 'money', { expression: 'a.taken' }),
    column('released_then', 'money', { expression: 'a.released' }),
    column('available', 'money', { expression: 'b.available' }),
    column('cleared_on', 'day', { expression: 'a.cleared_on' }),
  ],
  fields: { line_en: 'c.name_en', unit_en: 'u.name_en', line_id: 'a.line_id' },
  filters: [
    unitFilter('a.unit_id'),
    yearFilter('l.fiscal_year'),
    lineFilter,
    {
      key: 'standing',
      label: 'budget.columns.standing',
      type: 'boolean',
      column: '(a.cleared_on IS NULL)',
    },
  ],
  defaultSort: '-raised_on',
  empty: { title: 'budget.alerts.empty', text: 'budget.alerts.empty_text' },
}
