import db from '@adonisjs/lucid/services/db'
import { numberColumn, unitColumn, unitFilter } from '#core/lists/parts'
import type { ListDefinition } from '#core/lists/definition'
import type { Viewer } from '#core/web/viewer'
import { visible, type Reader } from '#identity/access/visible'

export const ORDER_TONES = {
  proposed: 'warning',
  approved: 'success',
  refused: 'danger',
  withdrawn: 'neutral',
} as const

/** أوامر الاعتماد: releases, twelfths, supplements, revisions and freezes. */
export const ordersList: ListDefinition<Viewer & Reader> = {
  name: 'credit-orders',
  title: 'budget.orders.title',
  permission: 'budget.lines.read',
  query: (user) =>
    visible(
      db.from('credit_orders as o').leftJoin('units', 'units.id', 'o.unit_id'),
      user,
      'budget.lines.read',
      'o.unit_id'
    ),
  key: 'o.id',
  columns: [
    numberColumn('o', 'budget.orders', '/budget/orders', { width: 18 }),
    {
      key: 'kind',
      label: 'budget.orders.kind',
      type: 'badge',
      expression: 'o.kind',
      texts: 'budget.orders.kinds',
      width: 16,
    },
    {
      key: 'reason',
      label: 'budget.orders.reason',
      type: 'text',
      expression: 'o.reason',
      clip: true,
      width: 30,
    },
    {
      key: 'amount',
      label: 'budget.orders.amount',
      type: 'money',
      expression: 'o.amount',
      sortable: true,
    },
    {
      key: 'status',
      label: 'budget.orders.state',
      type: 'badge',
      expression: 'o.status',
      texts: 'budget.orders.states',
      tones: ORDER_TONES,
      width: 14,
    },
    {
      key: 'effective_on',
      label: 'budget.orders.effective_on',
      type: 'day',
      expression: 'o.effective_on',
      sortable: true,
    },
    unitColumn,
  ],
  fields: { unit_en: 'units.name_en' },
  filters: [unitFilter('o.unit_id')],
  defaultSort: '-effective_on',
  empty: { title: 'budget.orders.empty', text: 'budget.orders.empty_text' },
}
