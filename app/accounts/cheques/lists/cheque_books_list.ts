import db from '@adonisjs/lucid/services/db'
import { visible } from '#identity/access/visible'
import {
  badgeColumn,
  codeFilter,
  dayColumn,
  entryColumn,
  textColumn,
  typedFilter,
  unitColumn,
  unitFilter,
} from '#core/lists/parts'
import type { HoldingList } from '#accounts/holdings/lists/holding_list'

const TEXTS = 'accounts.cheques'

export const BOOK_TONES = { stock: 'info', issued: 'success', withdrawn: 'neutral' } as const

const STATE = `CASE WHEN cheque_books.withdrawn_on IS NOT NULL THEN 'withdrawn'
  WHEN cheque_books.issued_on IS NOT NULL THEN 'issued' ELSE 'stock' END`

const leaves = (status: string) => ({
  key: status,
  label: `${TEXTS}.leaf_states.${status}`,
  type: 'integer' as const,
  expression: `(SELECT COUNT(*) FROM cheque_leaves x WHERE x.book_id = cheque_books.id AND x.status = '${status}')`,
  width: 9,
})

/** رصيد دفاتر الشيكات: each book with its range, who has it and how many leaves are left. */
export const chequeBooksList: HoldingList = {
  name: 'cheque-books',
  title: `${TEXTS}.title`,
  permission: 'accounts.safes.read',
  query: (user) =>
    visible(
      db
        .from('cheque_books')
        .join('units', 'units.id', 'cheque_books.unit_id')
        .join('bank_accounts', 'bank_accounts.id', 'cheque_books.bank_account_id'),
      user,
      'accounts.safes.read',
      'cheque_books.unit_id'
    ),
  key: 'cheque_books.id',
  columns: [
    textColumn(
      'range',
      `${TEXTS}.range`,
      "CONCAT(cheque_books.first_no, '–', cheque_books.last_no)",
      { link: (row) => `/accounts/cheque-books/${row._key}`, width: 18 }
    ),
    textColumn(
      'account',
      `${TEXTS}.account`,
      "CONCAT(bank_accounts.name_ar, ' – ', bank_accounts.account_no)",
      { width: 30 }
    ),
    textColumn('holder', `${TEXTS}.holder`, 'cheque_books.holder_name', { width: 20 }),
    leaves('blank'),
    leaves('used'),
    leaves('void'),
    leaves('missing'),
    dayColumn('received_on', `${TEXTS}.received_on`, 'cheque_books.received_on'),
    badgeColumn('state', `${TEXTS}.state`, STATE, {
      texts: `${TEXTS}.states`,
      tones: BOOK_TONES,
    }),
    unitColumn,
    entryColumn(TEXTS, 'cheque_books.id'),
  ],
  fields: { unit_en: 'units.name_en' },
  filters: [
    typedFilter(
      `${TEXTS}.search`,
      'cheque_books.holder_name',
      'bank_accounts.account_no',
      'bank_accounts.name_ar'
    ),
    unitFilter('cheque_books.unit_id'),
    {
      key: 'leaf',
      label: `${TEXTS}.leaf_no`,
      type: 'text',
      apply: (query, value) =>
        query.whereRaw(
          'CAST(? AS UNSIGNED) BETWEEN cheque_books.first_no AND cheque_books.last_no',
          [value]
        ),
    },
    codeFilter('state', `${TEXTS}.state`, {
      column: `(${STATE})`,
      codes: Object.keys(BOOK_TONES),
      texts: `${TEXTS}.states`,
    }),
  ],
  defaultSort: '-entry',
  empty: { title: `${TEXTS}.empty`, text: `${TEXTS}.empty_text` },
}
