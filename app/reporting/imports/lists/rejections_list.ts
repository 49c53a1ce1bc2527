import db from '@adonisjs/lucid/services/db'
import type { ImportDefinition } from '#core/imports/definition'
import type { ListDefinition } from '#core/lists/definition'

/** The rejected rows of one import, with the sentence that says why and what to do. */
export function rejectionsList(importId: number, definition: ImportDefinition): ListDefinition {
  const labels = new Map(definition.fields.map((field) => [field.name, field.labels]))
  return {
    name: `import-${importId}-rejected`,
    title: 'imports.rejections.title',
    permission: 'core.imports.read',
    query: () => db.from('import_rejections').where('import_rejections.import_id', importId),
    key: 'import_rejections.id',
    columns: [
      {
        key: 'row',
        label: 'imports.rejections.row',
        type: 'integer',
        expression: 'import_rejections.row_no',
        sortable: true,
        width: 10,
      },
      {
        key: 'field',
        label: 'imports.rejections.field',
        type: 'text',
        expression: 'import_rejections.field',
        words: ({ field }, { locale }) => labels.get(field)?.[locale] ?? '',
        width: 22,
      },
      {
        key: 'message_ar',
        label: 'imports.rejections.sentence',
        type: 'text',
        expression: 'import_rejections.message_ar',
        words: (row, { locale }) => row[`message_${locale}`],
        width: 70,
      },
    ],
    fields: { message_en: 'import_rejections.message_en' },
    filters: [
      {
        key: 'field',
        label: 'imports.rejections.field',
        type: 'select',
        column: 'import_rejections.field',
        options: ({ locale }) =>
          definition.fields.map(({ name, labels: named }) => ({
            value: name,
            label: named[locale],
          })),
      },
      {
        key: 'q',
        label: 'imports.rejections.search',
        type: 'text',
        column: 'import_rejections.message_ar',
      },
    ],
    defaultSort: 'row',
    pageSize: 25,
  }
}
