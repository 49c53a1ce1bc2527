import db from '@adonisjs/lucid/services/db'
import { visible } from '#identity/access/visible'
import {
  badgeColumn,
  codeFilter,
  dayColumn,
  entryColumn,
  moneyColumn,
  textColumn,
  typedFilter,
  unitColumn,
  unitFilter,
} from '#core/lists/parts'
import type { HoldingList } from '#accounts/holdings/lists/holding_list'
import { inLanguage } from '#core/lists/in_language'

const TEXTS = 'accounts.cash'

export const TRANSFER_TONES = { sent: 'warning', received: 'success', refused: 'danger' } as const

/** Transfers and who they go to: `of` names the side whose unit the reader must reach. */
const transfers = (of: string): ReturnType<typeof db.from> =>
  db
    .from('cash_transfers')
    .join('cash_arrivals', 'cash_arrivals.transfer_id', 'cash_transfers.id')
    .join('units', 'units.id', `${of}.unit_id`)
    .joinRaw(
      `JOIN units other ON other.id = ${of === 'cash_transfers' ? 'cash_arrivals' : 'cash_transfers'}.unit_id`
    )

const list = (
  of: 'cash_transfers' | 'cash_arrivals',
  { path, other }: { path: string; other: string }
): HoldingList => ({
  name: of.replace('_', '-'),
  title: `${TEXTS}.${of}`,
  permission: 'accounts.safes.read',
  query: (user) => visible(transfers(of), user, 'accounts.safes.read', `${of}.unit_id`),
  key: `${of}.id`,
  columns: [
    textColumn(
      'number',
      `${TEXTS}.number`,
      "CONCAT(cash_transfers.number, '/', cash_transfers.fiscal_year)",
      { link: (row) => `${path}/${row._key}`, clip: false, width: 14 }
    ),
    unitColumn,
    textColumn('other', `${TEXTS}.${other}`, 'other.name_ar', {
      words: inLanguage('other'),
      width: 20,
    }),
    moneyColumn('amount', `${TEXTS}.amount`, 'cash_transfers.amount'),
    textColumn('carrier', `${TEXTS}.carrier`, 'cash_transfers.carrier_name', { width: 20 }),
    dayColumn('sent_on', `${TEXTS}.sent_on`, 'cash_transfers.sent_on'),
    dayColumn('received_on', `${TEXTS}.received_on`, 'cash_transfers.received_on'),
    badgeColumn('state', `${TEXTS}.state`, 'cash_transfers.status', {
      texts: `${TEXTS}.states`,
      tones: TRANSFER_TONES,
    }),
    entryColumn(TEXTS, `${of}.id`),
  ],
  fields: { unit_en: 'units.name_en', other_en: 'other.name_en' },
  filters: [
    typedFilter(`${TEXTS}.search`, 'cash_transfers.carrier_name', 'cash_transfers.purpose'),
    unitFilter(`${of}.unit_id`),
    codeFilter('state', `${TEXTS}.state`, {
      column: 'cash_transfers.status',
      codes: Object.keys(TRANSFER_TONES),
      texts: `${TEXTS}.states`,
    }),
  ],
  defaultSort: '-entry',
  empty: { title: `${TEXTS}.empty`, text: `${TEXTS}.empty_text` },
})

/** Cash sent from the reader's units. */
export const cashTransfersList = list('cash_transfers', {
  path: '/accounts/cash-transfers',
  other: 'to_unit',
})

/** Cash that comes to the reader's units. */
export const cashArrivalsList = list('cash_arrivals', {
  path: '/accounts/cash-arrivals',
  other: 'from_unit',
})
