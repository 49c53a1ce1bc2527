import { visible } from '#identity/access/visible'
import { unitFilter } from '#core/lists/parts'
import {
  codeFilter,
  column,
  dayAsked,
  lineFilter,
  linesWithFigures,
  named,
  onFilter,
  yearFilter,
  type BudgetList,
} from '#budget/lists/parts'

const money = (key: string) =>
  column(key, 'money', { expression: `COALESCE(b.${key}, 0)`, total: true })

/** الاعتمادات المتاحة: each line with what it has, at once or as of a day. */
export const availableList: BudgetList = {
  name: 'budget-available',
  title: 'budget.available.title',
  permission: 'budget.lines.read',
  query: (user, ctx) =>
    visible(
      linesWithFigures(dayAsked(ctx.request.qs().on)),
      user,
      'budget.lines.read',
      'l.unit_id'
    ),
  key: 'l.id',
  columns: [
    column('code', 'text', {
      expression: 'c.code',
      sortable: true,
      link: ({ _key }) => `/budget/lines/${_key}`,
      width: 10,
    }),
    named('line', 'c.name_ar', { width: 30 }),
    named('unit', 'u.name_ar', { label: 'unit', width: 22, sortable: true }),
    // What it is asked for stands where every screen shows it; what it is made of follows.
    column('available', 'money', {
      expression: 'COALESCE(b.available, 0)',
      total: true,
      sortable: true,
    }),
    money('appropriated'),
    money('released'),
    money('frozen'),
    money('reserved'),
    money('committed'),
    money('paid'),
    column('used', 'text', {
      expression:
        "IF(COALESCE(b.released, 0) = 0, '', CONCAT(FORMAT((b.reserved + b.committed + b.paid) * 100 / b.released, 1), '%'))",
      width: 8,
    }),
    named('fund', 'f.name_ar', { width: 18 }),
    column('year', 'text', { expression: 'l.fiscal_year', sortable: true, width: 11 }),
  ],
  fields: { line_en: 'c.name_en', unit_en: 'u.name_en', fund_en: 'f.name_en' },
  filters: [
    unitFilter('l.unit_id'),
    yearFilter('l.fiscal_year'),
    codeFilter('fund', 'fund', 'l.fund_id'),
    codeFilter('chapter', 'use', 'k.id'),
    codeFilter('programme', 'programme', 'l.programme_id'),
    lineFilter,
    onFilter,
  ],
  defaultSort: 'code',
  empty: { title: 'budget.available.empty', text: 'budget.available.empty_text' },
}
