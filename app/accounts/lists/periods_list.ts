import db from '@adonisjs/lucid/services/db'
import { stateColumn, unitColumn, unitFilter } from '#core/lists/parts'
import type { ListDefinition } from '#core/lists/definition'
import type { Viewer } from '#core/web/viewer'
import { visible, type Reader } from '#identity/access/visible'

export const PERIOD_TONES = { proposed: 'info', approved: 'success', refused: 'danger' } as const

/** قرارات الفترات: months locked and opened again, by which decision and by whom. */
export const periodsList: ListDefinition<Viewer & Reader> = {
  name: 'periods',
  title: 'accounts.periods.title',
  permission: 'accounts.ledger.read',
  query: (user) =>
    visible(
      db
        .from('period_decisions as d')
        .join('units', 'units.id', 'd.unit_id')
        .leftJoin('accounting_periods as p', (join) =>
          join.on('p.unit_id', 'd.unit_id').andOn('p.month', 'd.month')
        ),
      user,
      'accounts.ledger.read',
      'd.unit_id'
    ),
  key: 'd.id',
  columns: [
    {
      key: 'month',
      label: 'accounts.periods.month',
      type: 'month',
      expression: 'd.month',
      sortable: true,
      link: ({ _key }) => `/accounts/periods/${_key}`,
    },
    {
      key: 'to',
      label: 'accounts.periods.to',
      type: 'text',
      expression: 'd.to_state',
      words: ({ to }, { t }) => t(`accounts.periods.moves.${to}`),
    },
    {
      key: 'decision',
      label: 'accounts.periods.decision_no',
      type: 'text',
      expression: 'd.decision_no',
      clip: true,
      width: 16,
    },
    {
      key: 'decision_on',
      label: 'accounts.periods.decision_on',
      type: 'day',
      expression: 'd.decision_on',
    },
    {
      key: 'reason',
      label: 'accounts.periods.reason',
      type: 'text',
      expression: 'd.reason',
      clip: true,
      width: 30,
    },
    {
      key: 'status',
      label: 'accounts.journals.status',
      type: 'badge',
      expression: 'd.status',
      texts: 'accounts.periods.statuses',
      tones: PERIOD_TONES,
    },
    stateColumn(
      'accounts.periods',
      "COALESCE(p.state, 'open')",
      { open: 'success', locked: 'warning' },
      { label: 'accounts.periods.now', width: undefined }
    ),
    unitColumn,
  ],
  fields: { unit_en: 'units.name_en' },
  filters: [
    unitFilter('d.unit_id'),
    { key: 'month', label: 'accounts.periods.month', type: 'month', column: 'd.month' },
    {
      key: 'status',
      label: 'accounts.journals.status',
      type: 'select',
      column: 'd.status',
      options: ({ t }) =>
        Object.keys(PERIOD_TONES).map((value) => ({
          value,
          label: t(`accounts.periods.statuses.${value}`),
        })),
    },
  ],
  defaultSort: '-month',
  empty: { title: 'accounts.periods.empty', text: 'accounts.periods.empty_text' },
}
