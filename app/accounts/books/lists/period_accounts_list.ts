import db from '@adonisjs/lucid/services/db'
import { numberColumn, unitColumn, unitFilter } from '#core/lists/parts'
import type { ListDefinition, Tone } from '#core/lists/definition'
import type { Viewer } from '#core/web/viewer'
import { visible, type Reader } from '#identity/access/visible'

export const PERIOD_TONES: Record<string, Tone> = {
  draft: 'neutral',
  submitted: 'warning',
  controlled: 'warning',
  managed: 'warning',
  signed: 'success',
}

/** حسابات نموذج 75: of months, quarters and years, and whose signature each waits for. */
export const periodAccountsList: ListDefinition<Viewer & Reader> = {
  name: 'period-accounts',
  title: 'accounts.books.form75.title',
  permission: 'accounts.books.read',
  query: (user) =>
    visible(
      db.from('period_accounts as p').join('units', 'units.id', 'p.unit_id'),
      user,
      'accounts.books.read',
      'p.unit_id'
    ),
  key: 'p.id',
  columns: [
    numberColumn('p', 'accounts.books.form75', '/accounts/period-accounts', {
      expression: "CONCAT('75/', REPLACE(p.fiscal_year, '/', '-'), '/', p.number)",
      width: 18,
    }),
    {
      key: 'span',
      label: 'accounts.books.form75.span',
      type: 'badge',
      expression: 'p.span',
      texts: 'accounts.books.form75.spans',
      width: 10,
    },
    {
      key: 'first_day',
      label: 'accounts.books.form75.from',
      type: 'day',
      expression: 'p.first_day',
      sortable: true,
    },
    { key: 'last_day', label: 'accounts.books.form75.to', type: 'day', expression: 'p.last_day' },
    {
      key: 'status',
      label: 'accounts.books.state',
      type: 'badge',
      expression: 'p.status',
      texts: 'accounts.books.form75.states',
      tones: PERIOD_TONES,
      width: 18,
    },
    { key: 'debit', label: 'accounts.books.form75.moved', type: 'money', expression: 'p.debit' },
    unitColumn,
  ],
  fields: { unit_en: 'units.name_en' },
  filters: [
    unitFilter('p.unit_id'),
    {
      key: 'status',
      label: 'accounts.books.state',
      type: 'select',
      column: 'p.status',
      options: ({ t }) =>
        Object.keys(PERIOD_TONES).map((value) => ({
          value,
          label: t(`accounts.books.form75.states.${value}`),
        })),
    },
  ],
  defaultSort: '-first_day',
  empty: {
    title: 'accounts.books.form75.none',
    text: 'accounts.books.form75.none_text',
    action: {
      label: 'accounts.books.form75.new',
      url: '/accounts/period-accounts/create',
      permission: 'accounts.books.manage',
    },
  },
}
