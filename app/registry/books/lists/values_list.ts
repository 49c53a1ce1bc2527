import db from '@adonisjs/lucid/services/db'
import type { ListDefinition } from '#core/lists/definition'
import { inLanguage } from '#core/lists/in_language'
import type { Viewer } from '#core/web/viewer'
import { visible, type Reader } from '#identity/access/visible'

/** القيم الدفترية: where each asset stands in each book now. */
export const valuesList: ListDefinition<Viewer & Reader> = {
  name: 'asset-values',
  title: 'registry.books.values',
  permission: 'registry.books.read',
  query: (user) =>
    visible(
      db
        .from('asset_book_values')
        .join('assets', 'assets.id', 'asset_book_values.asset_id')
        .join('asset_classes', 'asset_classes.id', 'assets.class_id')
        .join('depreciation_books', 'depreciation_books.id', 'asset_book_values.book_id')
        .join('units', 'units.id', 'asset_book_values.unit_id'),
      user,
      'registry.books.read',
      'asset_book_values.unit_id'
    ),
  key: 'asset_book_values.asset_id * 100 + asset_book_values.book_id',
  columns: [
    {
      key: 'code',
      label: 'registry.assets.code',
      type: 'text',
      expression: 'assets.code',
      sortable: true,
      link: ({ asset_id: id }) => `/registry/book-values/${id}`,
      width: 20,
    },
    {
      key: 'name',
      label: 'registry.assets.name',
      type: 'text',
      expression: 'assets.name',
      clip: true,
      width: 28,
    },
    {
      key: 'class',
      label: 'registry.assets.class',
      type: 'text',
      expression: 'asset_classes.name_ar',
      words: inLanguage('class'),
      width: 18,
    },
    {
      key: 'book',
      label: 'registry.books.book',
      type: 'text',
      expression: 'depreciation_books.name_ar',
      words: inLanguage('book'),
      width: 18,
    },
    {
      key: 'method',
      label: 'registry.books.method',
      type: 'badge',
      expression: 'asset_book_values.method',
      texts: 'registry.books.methods',
    },
    {
      key: 'cost',
      label: 'registry.books.cost',
      type: 'money',
      expression: 'asset_book_values.cost',
      sortable: true,
      total: true,
    },
    {
      key: 'accumulated',
      label: 'registry.books.accumulated',
      type: 'money',
      expression: 'asset_book_values.accumulated',
      total: true,
    },
    {
      key: 'value',
      label: 'registry.books.value',
      type: 'money',
      expression: 'asset_book_values.cost - asset_book_values.accumulated',
      sortable: true,
      total: true,
    },
    {
      key: 'last_month',
      label: 'registry.books.last_month',
      type: 'month',
      expression: 'asset_book_values.last_month',
    },
    {
      key: 'unit',
      label: 'core.fields.unit',
      type: 'text',
      expression: 'units.name_ar',
      words: inLanguage('unit'),
      clip: true,
      width: 20,
    },
  ],
  fields: {
    asset_id: 'assets.id',
    class_en: 'asset_classes.name_en',
    book_en: 'depreciation_books.name_en',
    unit_en: 'units.name_en',
  },
  filters: [
    { key: 'q', label: 'registry.assets.search', type: 'text', column: 'assets.search_text' },
    { key: 'unit', label: 'core.fields.unit', type: 'unit', column: 'asset_book_values.unit_id' },
    {
      key: 'book',
      label: 'registry.books.book',
      type: 'select',
      column: 'depreciation_books.code',
      options: async ({ locale }) => {
        const rows = await db.from('depreciation_books').orderBy('id')
        return rows.map((row) => ({ value: row.code, label: row[`name_${locale}`] }))
      },
    },
    {
      key: 'open',
      label: 'registry.books.open',
      type: 'boolean',
      column: 'asset_book_values.is_open',
    },
  ],
  defaultSort: 'code',
  empty: { title: 'registry.books.no_values', text: 'registry.books.no_values_text' },
}
