import db from '@adonisjs/lucid/services/db'
import { tabular } from '#registry/biography/tabular'
import { valueAsOf } from '#registry/books/queries/value_as_of'

/** حسابات الأصل: what it stood at in each book on the day, and how it came there. */
export const section = tabular({
  key: 'books',
  title: 'registry.books.values',
  permission: 'registry.books.read',
  actions: [
    {
      label: 'registry.books.schedule',
      icon: 'calendar',
      permission: 'registry.books.read',
      url: ({ id }) => `/registry/book-values/${id}`,
    },
    {
      label: 'registry.books.new',
      icon: 'plus',
      permission: 'registry.books.manage',
      url: ({ id }) => `/registry/book-orders/create?asset=${id}`,
    },
  ],
  async load(assetId, { on, words }) {
    const values = await valueAsOf(assetId, on, words.locale)
    const [entries] = await db.rawQuery(
      `SELECT e.effective_on, e.kind, b.name_${words.locale} AS book, e.cost, e.accumulated, e.order_id
       FROM asset_book_entries e JOIN depreciation_books b ON b.id = e.book_id AND b.is_posted = 1
       WHERE e.asset_id = ? AND e.effective_on <= ? ORDER BY e.effective_on DESC, e.id DESC LIMIT 60`,
      [assetId, on]
    )
    return {
      tables: [
        {
          title: 'registry.books.as_of',
          columns: [
            { key: 'book', label: 'registry.books.book', weight: 3 },
            { key: 'cost', label: 'registry.books.cost', type: 'money', weight: 2 },
            { key: 'accumulated', label: 'registry.books.accumulated', type: 'money', weight: 2 },
            { key: 'value', label: 'registry.books.value', type: 'money', weight: 2 },
          ],
          rows: values.map((row) => ({
            book: row.book,
            cost: row.cost.toString(),
            accumulated: row.accumulated.toString(),
            value: row.value.toString(),
          })),
          empty: 'registry.books.none_yet',
        },
        {
          title: 'registry.books.history',
          columns: [
            { key: 'effective_on', label: 'registry.books.effective_on', type: 'day', weight: 2 },
            { key: 'kind', label: 'registry.books.kind', texts: 'registry.books.kinds', weight: 2 },
            { key: 'cost', label: 'registry.books.cost', type: 'money', weight: 2 },
            { key: 'accumulated', label: 'registry.books.accumulated', type: 'money', weight: 2 },
          ],
          rows: (entries as Record<string, any>[]).map((row) => ({
            ...row,
            url: `/registry/book-orders/${row.order_id}`,
          })),
          empty: 'registry.books.none_yet',
        },
      ],
    }
  },
})
