import db from '@adonisjs/lucid/services/db'
import type { ListDefinition } from '#core/lists/definition'
import { inLanguage } from '#core/lists/in_language'
import type { Viewer } from '#core/web/viewer'
import type { Reader } from '#identity/access/visible'

const STATE = `CASE WHEN b.is_posted = 1 THEN 'posted' WHEN b.closed_on IS NOT NULL THEN 'closed' ELSE 'open' END`

/** دفاتر الإهلاك: the books of the house, the same for every unit. */
export const booksList: ListDefinition<Viewer & Reader> = {
  name: 'depreciation-books',
  title: 'registry.books.books',
  permission: 'registry.books.read',
  query: () => db.from('depreciation_books as b'),
  key: 'b.id',
  columns: [
    {
      key: 'name',
      label: 'registry.books.book',
      type: 'text',
      expression: 'b.name_ar',
      words: inLanguage('name'),
      sortable: true,
      link: ({ _key }) => `/registry/depreciation-books/${_key}`,
      width: 30,
    },
    { key: 'code', label: 'registry.books.code', type: 'text', expression: 'b.code', width: 12 },
    {
      key: 'state',
      label: 'registry.books.status',
      type: 'badge',
      expression: STATE,
      texts: 'registry.books.book_states',
      tones: { posted: 'info', open: 'success', closed: 'neutral' },
    },
    {
      key: 'closed_on',
      label: 'registry.books.closed_on',
      type: 'day',
      expression: 'b.closed_on',
    },
    {
      key: 'methods',
      label: 'registry.books.methods_now',
      type: 'integer',
      expression:
        '(SELECT COUNT(*) FROM depreciation_methods m WHERE m.book_id = b.id AND m.valid_from <= CURRENT_DATE AND (m.valid_to IS NULL OR m.valid_to > CURRENT_DATE))',
      width: 10,
    },
    {
      key: 'waiting',
      label: 'registry.books.to_confirm',
      type: 'integer',
      expression:
        '(SELECT COUNT(*) FROM depreciation_methods m WHERE m.book_id = b.id AND m.confirmed = 0 AND (m.valid_to IS NULL OR m.valid_to > CURRENT_DATE))',
      width: 12,
    },
    {
      key: 'legal',
      label: 'registry.books.legal_reference',
      type: 'text',
      expression: 'b.legal_reference',
      clip: true,
      width: 40,
    },
  ],
  fields: { name_en: 'b.name_en' },
  filters: [
    {
      key: 'state',
      label: 'registry.books.status',
      type: 'select',
      column: STATE,
      options: ({ t }) =>
        ['posted', 'open', 'closed'].map((value) => ({
          value,
          label: t(`registry.books.book_states.${value}`),
        })),
    },
  ],
  defaultSort: 'name',
  empty: { title: 'registry.books.no_books' },
}
