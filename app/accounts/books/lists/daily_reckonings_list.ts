import db from '@adonisjs/lucid/services/db'
import { numberColumn, unitColumn, unitFilter } from '#core/lists/parts'
import type { ListColumn, ListDefinition, Tone } from '#core/lists/definition'
import type { Viewer } from '#core/web/viewer'
import { visible, type Reader } from '#identity/access/visible'

export const DAILY_TONES: Record<string, Tone> = {
  draft: 'neutral',
  counted: 'warning',
  checked: 'warning',
  signed: 'success',
}

const TEXTS = 'accounts.books.form69'

const amount = (key: string, expression: string): ListColumn => ({
  ...{ key, label: `${TEXTS}.${key}`, type: 'money', expression, total: true },
})

/** الحسبات اليومية: form 69 of each day, and whose signature it waits for. */
export const dailyReckoningsList: ListDefinition<Viewer & Reader> = {
  name: 'daily-reckonings',
  title: `${TEXTS}.title`,
  permission: 'accounts.books.read',
  query: (user) =>
    visible(
      db.from('daily_reckonings as d').join('units', 'units.id', 'd.unit_id'),
      user,
      'accounts.books.read',
      'd.unit_id'
    ),
  key: 'd.id',
  columns: [
    numberColumn('d', TEXTS, '/accounts/daily-reckonings', {
      expression: "CONCAT('69/', REPLACE(d.fiscal_year, '/', '-'), '/', d.number)",
      width: 18,
    }),
    { key: 'day', label: `${TEXTS}.day`, type: 'day', expression: 'd.day', sortable: true },
    {
      key: 'status',
      label: 'accounts.books.state',
      type: 'badge',
      expression: 'd.status',
      texts: `${TEXTS}.states`,
      tones: DAILY_TONES,
      width: 18,
    },
    { key: 'count', label: `${TEXTS}.count`, type: 'integer', expression: 'd.entries_count' },
    amount('gross', 'd.entries_gross'),
    amount('held', 'd.entries_deductions'),
    amount('net', 'd.entries_net'),
    unitColumn,
  ],
  fields: { unit_en: 'units.name_en' },
  filters: [
    unitFilter('d.unit_id'),
    { key: 'day', label: `${TEXTS}.day`, type: 'dayRange', column: 'd.day' },
    {
      key: 'status',
      label: 'accounts.books.state',
      type: 'select',
      column: 'd.status',
      options: ({ t }) =>
        Object.keys(DAILY_TONES).map((value) => ({ value, label: t(`${TEXTS}.states.${value}`) })),
    },
  ],
  defaultSort: '-day',
  empty: {
    title: `${TEXTS}.none`,
    text: `${TEXTS}.none_text`,
    action: {
      label: `${TEXTS}.new`,
      url: '/accounts/daily-reckonings/create',
      permission: 'accounts.books.manage',
    },
  },
}
