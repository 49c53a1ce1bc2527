import db from '@adonisjs/lucid/services/db'
import type { ListDefinition } from '#core/lists/definition'
import { inLanguage } from '#core/lists/in_language'
import type { Viewer } from '#core/web/viewer'
import type { Reader } from '#identity/access/visible'

const METHODS = ['straight_line', 'declining', 'none'] as const

/** طرق الإهلاك: how a book depreciates each class, from a day to a day. */
export function methodsList(bookId: number): ListDefinition<Viewer & Reader> {
  return {
    name: `depreciation-methods-${bookId}`,
    title: 'registry.books.methods_title',
    permission: 'registry.books.read',
    query: () =>
      db
        .from('depreciation_methods as m')
        .leftJoin('asset_classes as c', 'c.code', 'm.class_code')
        .where('m.book_id', bookId),
    key: 'm.id',
    columns: [
      {
        key: 'class',
        label: 'registry.assets.class',
        type: 'text',
        expression: 'COALESCE(c.name_ar, m.class_code)',
        words: inLanguage('class'),
        sortable: true,
        width: 24,
      },
      {
        key: 'method',
        label: 'registry.books.method',
        type: 'text',
        expression: 'm.method',
        words: ({ method }, { t }) => t(`registry.books.methods.${method}`),
        width: 14,
      },
      {
        key: 'life',
        label: 'registry.books.life_months',
        type: 'integer',
        expression: 'm.life_months',
        width: 10,
      },
      {
        key: 'rate',
        label: 'registry.books.yearly_rate',
        type: 'text',
        expression: "IF(m.yearly_rate IS NULL, '', CONCAT(FORMAT(m.yearly_rate * 100, 2), '%'))",
        width: 10,
      },
      {
        key: 'salvage',
        label: 'registry.books.salvage_share',
        type: 'text',
        expression: "IF(m.salvage_share = 0, '', CONCAT(FORMAT(m.salvage_share * 100, 2), '%'))",
        width: 10,
      },
      {
        key: 'valid_from',
        label: 'registry.books.valid_from',
        type: 'day',
        expression: 'm.valid_from',
        sortable: true,
      },
      {
        key: 'valid_to',
        label: 'registry.books.valid_to',
        type: 'day',
        expression: 'm.valid_to',
      },
      {
        key: 'confirmed',
        label: 'registry.books.confirmation',
        type: 'badge',
        expression: "IF(m.confirmed = 1, 'confirmed', 'to_confirm')",
        texts: 'registry.books.confirmations',
        tones: { confirmed: 'success', to_confirm: 'warning' },
      },
      {
        key: 'legal',
        label: 'registry.books.legal_reference',
        type: 'text',
        expression: 'm.legal_reference',
        clip: true,
        width: 34,
      },
    ],
    fields: { class_en: 'COALESCE(c.name_en, m.class_code)' },
    filters: [
      {
        key: 'method',
        label: 'registry.books.method',
        type: 'select',
        column: 'm.method',
        options: ({ t }) =>
          METHODS.map((value) => ({ value, label: t(`registry.books.methods.${value}`) })),
      },
    ],
    defaultSort: 'class',
    empty: { title: 'registry.books.no_methods' },
  }
}
