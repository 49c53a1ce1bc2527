import db from '@adonisjs/lucid/services/db'
import { unitColumn, unitFilter } from '#core/lists/parts'
import type { ListDefinition } from '#core/lists/definition'
import type { Viewer } from '#core/web/viewer'
import { visible, type Reader } from '#identity/access/visible'
import { BUDGET_TONES } from '#budget/plan/life'

/** الموازنات: each governorate's year, where it stands and what it comes to. */
export const budgetsList: ListDefinition<Viewer & Reader> = {
  name: 'budgets',
  title: 'budget.plan.title',
  permission: 'budget.lines.read',
  query: (user) =>
    visible(
      db.from('budgets as b').leftJoin('units', 'units.id', 'b.unit_id'),
      user,
      'budget.lines.read',
      'b.unit_id'
    ),
  key: 'b.id',
  columns: [
    {
      key: 'fiscal_year',
      label: 'budget.plan.fiscal_year',
      type: 'text',
      expression: 'b.fiscal_year',
      link: (row) => `/budget/budgets/${row._key}`,
      sortable: true,
      width: 14,
    },
    { ...unitColumn, width: 28 },
    {
      key: 'status',
      label: 'budget.plan.state',
      type: 'badge',
      expression: 'b.status',
      texts: 'budget.plan.states',
      tones: BUDGET_TONES,
      width: 18,
    },
    {
      key: 'law_no',
      label: 'budget.plan.law_no',
      type: 'text',
      expression: 'b.law_no',
      width: 12,
    },
    {
      key: 'opened_on',
      label: 'budget.plan.opened_on',
      type: 'day',
      expression: 'b.opened_on',
      sortable: true,
    },
  ],
  fields: { unit_en: 'units.name_en' },
  filters: [unitFilter('b.unit_id')],
  defaultSort: '-fiscal_year',
  empty: { title: 'budget.plan.empty', text: 'budget.plan.empty_text' },
}
