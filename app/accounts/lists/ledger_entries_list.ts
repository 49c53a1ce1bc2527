import db from '@adonisjs/lucid/services/db'
import { visible, type Reader } from '#identity/access/visible'
import { numberColumn, unitColumn, unitFilter } from '#core/lists/parts'
import type { ListDefinition } from '#core/lists/definition'
import type { Viewer } from '#core/web/viewer'

/** القيود: entries of the ledger. */
export const ledgerEntriesList: ListDefinition<Viewer & Reader> = {
  name: 'ledger',
  title: 'accounts.ledger_entries.title',
  permission: 'accounts.ledger.read',
  query: (user) =>
    visible(
      db.from('ledger_entries').leftJoin('units', 'units.id', 'ledger_entries.unit_id'),
      user,
      'accounts.ledger.read',
      'ledger_entries.unit_id'
    ),
  key: 'ledger_entries.id',
  columns: [
    numberColumn('ledger_entries', 'accounts.ledger_entries', '/papers/ledger_entries', {
      expression: "CONCAT(ledger_entries.number, ' / ', ledger_entries.fiscal_year)",
      width: 18,
    }),
    {
      key: 'posted_on',
      label: 'accounts.ledger_entries.posted_on',
      type: 'day',
      expression: 'ledger_entries.posted_on',
      sortable: true,
    },
    {
      key: 'description',
      label: 'accounts.ledger_entries.description',
      type: 'text',
      expression: 'ledger_entries.description',
      clip: true,
      width: 40,
    },
    {
      key: 'total',
      label: 'accounts.ledger_entries.total',
      type: 'money',
      expression: 'ledger_entries.total',
      sortable: true,
      total: true,
    },
    {
      key: 'reverses',
      label: 'accounts.ledger_entries.reverses',
      type: 'integer',
      expression: 'ledger_entries.reverses_id',
    },
    unitColumn,
  ],
  fields: { unit_en: 'units.name_en' },
  filters: [
    unitFilter('ledger_entries.unit_id'),
    {
      key: 'posted',
      label: 'accounts.ledger_entries.posted_on',
      type: 'dayRange',
      column: 'ledger_entries.posted_on',
    },
    {
      key: 'total',
      label: 'accounts.ledger_entries.total',
      type: 'moneyRange',
      column: 'ledger_entries.total',
    },
  ],
  defaultSort: '-posted_on',
  empty: { title: 'accounts.ledger_entries.empty', text: 'revenue.charges.empty_text' },
}
