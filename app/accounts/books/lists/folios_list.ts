import db from '@adonisjs/lucid/services/db'
import { inLanguage } from '#core/lists/in_language'
import { numberColumn, unitColumn, unitFilter } from '#core/lists/parts'
import type { ListDefinition, Tone } from '#core/lists/definition'
import type { Viewer } from '#core/web/viewer'
import { visible, type Reader } from '#identity/access/visible'
import AccountBook from '#accounts/models/account_book'

export const FOLIO_TONES: Record<string, Tone> = {
  open: 'warning',
  closed: 'info',
  audited: 'success',
}

/** Every book, in the order of the books. */
async function booksOffered({ locale }: { locale: string }) {
  const books = await AccountBook.query().orderBy('sort_order')
  return books.map((book) => ({
    value: String(book.id),
    label: `${book.formNo} — ${book.nameIn(locale)}`,
  }))
}

/** الدفاتر: the folios of every book, by month. */
export const foliosList: ListDefinition<Viewer & Reader> = {
  name: 'folios',
  title: 'accounts.books.title',
  permission: 'accounts.books.read',
  query: (user) =>
    visible(
      db
        .from('book_folios as f')
        .join('account_books as b', 'b.id', 'f.book_id')
        .join('units', 'units.id', 'f.unit_id'),
      user,
      'accounts.books.read',
      'f.unit_id'
    ),
  key: 'f.id',
  columns: [
    numberColumn('f', 'accounts.books', '/accounts/folios', {
      label: 'accounts.books.folio',
      expression: "CONCAT(f.number, ' / ', f.fiscal_year)",
    }),
    {
      key: 'form',
      label: 'accounts.books.form',
      type: 'text',
      expression: 'b.form_no',
      width: 12,
    },
    {
      key: 'book',
      label: 'accounts.books.book',
      type: 'text',
      expression: 'b.name_ar',
      words: inLanguage('book'),
      clip: true,
      width: 30,
    },
    {
      key: 'month',
      label: 'accounts.books.month',
      type: 'month',
      expression: 'f.month',
      sortable: true,
    },
    {
      key: 'status',
      label: 'accounts.books.state',
      type: 'badge',
      expression: 'f.status',
      texts: 'accounts.books.states',
      tones: FOLIO_TONES,
      width: 10,
    },
    { key: 'debit', label: 'accounts.books.debit', type: 'money', expression: 'f.debit' },
    { key: 'credit', label: 'accounts.books.credit', type: 'money', expression: 'f.credit' },
    unitColumn,
  ],
  fields: { unit_en: 'units.name_en', book_en: 'b.name_en' },
  filters: [
    unitFilter('f.unit_id'),
    {
      key: 'book',
      label: 'accounts.books.book',
      type: 'select',
      column: 'b.id',
      options: booksOffered,
    },
    { key: 'month', label: 'accounts.books.month', type: 'month', column: 'f.month' },
    {
      key: 'status',
      label: 'accounts.books.state',
      type: 'select',
      column: 'f.status',
      options: ({ t }) =>
        Object.keys(FOLIO_TONES).map((value) => ({
          value,
          label: t(`accounts.books.states.${value}`),
        })),
    },
  ],
  defaultSort: '-month',
  empty: {
    title: 'accounts.books.none',
    text: 'accounts.books.none_text',
    action: {
      label: 'accounts.books.open',
      url: '/accounts/folios/create',
      permission: 'accounts.books.manage',
    },
  },
}
