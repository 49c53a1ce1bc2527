import db from '@adonisjs/lucid/services/db'
import { numberColumn, unitColumn, unitFilter } from '#core/lists/parts'
import type { ListDefinition } from '#core/lists/definition'
import type { Viewer } from '#core/web/viewer'
import { visible, type Reader } from '#identity/access/visible'

const KINDS = ['manual', 'adjusting', 'recurring', 'reversal'] as const
const STATES = ['draft', 'posted', 'active', 'ended', 'refused', 'withdrawn'] as const

export const JOURNAL_TONES = {
  draft: 'info',
  posted: 'success',
  active: 'success',
  ended: 'neutral',
  refused: 'danger',
  withdrawn: 'neutral',
} as const

/** مذكرات القيد: entries written by hand and what became of them. */
export const journalsList: ListDefinition<Viewer & Reader> = {
  name: 'journals',
  title: 'accounts.journals.title',
  permission: 'accounts.ledger.read',
  query: (user) =>
    visible(
      db.from('journals').join('units', 'units.id', 'journals.unit_id'),
      user,
      'accounts.ledger.read',
      'journals.unit_id'
    ),
  key: 'journals.id',
  columns: [
    numberColumn('journals', 'accounts.journals', '/accounts/journals', {
      expression: "CONCAT(journals.number, ' / ', journals.fiscal_year)",
      width: 16,
    }),
    {
      key: 'kind',
      label: 'accounts.journals.kind',
      type: 'text',
      expression: 'journals.kind',
      words: ({ kind }, { t }) => t(`accounts.journals.kinds.${kind}`),
      width: 14,
    },
    {
      key: 'posted_on',
      label: 'accounts.ledger_entries.posted_on',
      type: 'day',
      expression: 'journals.posted_on',
      sortable: true,
    },
    {
      key: 'description',
      label: 'accounts.ledger_entries.description',
      type: 'text',
      expression: 'journals.description',
      clip: true,
      width: 36,
    },
    {
      key: 'total',
      label: 'accounts.ledger_entries.total',
      type: 'money',
      expression: 'journals.total',
    },
    {
      key: 'status',
      label: 'accounts.journals.status',
      type: 'badge',
      expression: 'journals.status',
      texts: 'accounts.journals.statuses',
      tones: JOURNAL_TONES,
    },
    unitColumn,
  ],
  fields: { unit_en: 'units.name_en' },
  filters: [
    unitFilter('journals.unit_id'),
    {
      key: 'kind',
      label: 'accounts.journals.kind',
      type: 'select',
      column: 'journals.kind',
      options: ({ t }) =>
        KINDS.map((value) => ({ value, label: t(`accounts.journals.kinds.${value}`) })),
    },
    {
      key: 'status',
      label: 'accounts.journals.status',
      type: 'select',
      column: 'journals.status',
      options: ({ t }) =>
        STATES.map((value) => ({ value, label: t(`accounts.journals.statuses.${value}`) })),
    },
    {
      key: 'posted',
      label: 'accounts.ledger_entries.posted_on',
      type: 'dayRange',
      column: 'journals.posted_on',
    },
  ],
  defaultSort: '-posted_on',
  empty: { title: 'accounts.journals.empty', text: 'accounts.journals.empty_text' },
}
