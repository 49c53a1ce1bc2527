import db from '@adonisjs/lucid/services/db'
import { unitColumn, unitFilter } from '#core/lists/parts'
import type { ListDefinition, Tone } from '#core/lists/definition'
import type { Viewer } from '#core/web/viewer'
import { visible, type Reader } from '#identity/access/visible'

export const CLOSING_TONES: Record<string, Tone> = {
  closed: 'warning',
  undone: 'neutral',
  approved: 'success',
}

/** الحسابات الختامية: each unit's closed years and their results. */
export const yearClosingsList: ListDefinition<Viewer & Reader> = {
  name: 'year-closings',
  title: 'accounts.books.year.title',
  permission: 'accounts.books.read',
  query: (user) =>
    visible(
      db.from('year_closings as y').join('units', 'units.id', 'y.unit_id'),
      user,
      'accounts.books.read',
      'y.unit_id'
    ),
  key: 'y.id',
  columns: [
    {
      key: 'fiscal_year',
      label: 'accounts.books.year.fiscal_year',
      type: 'text',
      expression: 'y.fiscal_year',
      link: (row) => `/accounts/year-closings/${row._key}`,
      sortable: true,
      width: 14,
    },
    { ...unitColumn, width: 24 },
    {
      key: 'status',
      label: 'accounts.books.state',
      type: 'badge',
      expression: 'y.status',
      texts: 'accounts.books.year.states',
      tones: CLOSING_TONES,
      width: 16,
    },
    {
      key: 'revenue',
      label: 'accounts.books.year.revenue',
      type: 'money',
      expression: 'y.revenue',
    },
    {
      key: 'expense',
      label: 'accounts.books.year.expense',
      type: 'money',
      expression: 'y.expense',
    },
    {
      key: 'surplus',
      label: 'accounts.books.year.surplus',
      type: 'money',
      expression: 'y.surplus',
    },
  ],
  fields: { unit_en: 'units.name_en' },
  filters: [unitFilter('y.unit_id')],
  defaultSort: '-fiscal_year',
  empty: {
    title: 'accounts.books.year.none',
    text: 'accounts.books.year.none_text',
    action: {
      label: 'accounts.books.year.close',
      url: '/accounts/year-closings/create',
      permission: 'accounts.books.approve',
    },
  },
}
