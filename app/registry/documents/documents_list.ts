import db from '@adonisjs/lucid/services/db'
import { inLanguage } from '#core/lists/in_language'
import type { ListDefinition } from '#core/lists/definition'
import type { Viewer } from '#core/web/viewer'
import type { Reader } from '#identity/access/visible'
import { DOCUMENT_KINDS } from '#registry/documents/kinds'
import { openTo } from '#registry/security/open_to'

/** المستندات والصور: papers and photographs of the units a person may see. */
export const documentsList: ListDefinition<Viewer & Reader> = {
  name: 'documents',
  title: 'registry.documents.title',
  permission: 'registry.assets.read',
  query: (user) =>
    openTo(
      db.from('documents').leftJoin('units', 'units.id', 'documents.unit_id'),
      user,
      'documents'
    ),
  key: 'documents.id',
  columns: [
    {
      key: 'title',
      label: 'registry.documents.name',
      type: 'text',
      expression: 'documents.title',
      link: (row) => `/registry/documents/${row._key}`,
      clip: true,
      width: 30,
    },
    {
      key: 'kind',
      label: 'registry.documents.kind',
      type: 'badge',
      expression: 'documents.kind',
      texts: 'registry.documents.kinds',
      width: 14,
    },
    {
      key: 'number',
      label: 'registry.documents.number',
      type: 'text',
      expression: 'documents.number',
      width: 16,
    },
    {
      key: 'dated',
      label: 'registry.documents.dated',
      type: 'day',
      expression: 'documents.dated',
      width: 12,
    },
    {
      key: 'pages',
      label: 'registry.documents.pages',
      type: 'integer',
      expression: 'documents.pages',
      width: 8,
    },
    {
      key: 'scanned',
      label: 'registry.documents.scan',
      type: 'badge',
      expression: "IF(documents.file_id IS NULL, 'no', 'yes')",
      texts: 'registry.documents.scans',
      tones: { yes: 'success', no: 'warning' },
      width: 10,
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
    {
      key: 'kept_at',
      label: 'registry.documents.kept_at',
      type: 'integer',
      expression: 'documents.id',
      sortable: true,
      width: 10,
    },
  ],
  fields: { unit_en: 'units.name_en' },
  filters: [
    {
      key: 'q',
      label: 'registry.documents.search',
      type: 'text',
      // Titles and numbers are short and few beside assets; they are folded by the collation.
      apply: (query, value) => {
        const text = `%${value.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
        query.where((either: any) =>
          either.whereLike('documents.title', text).orWhereLike('documents.number', text)
        )
      },
    },
    { key: 'unit', label: 'core.fields.unit', type: 'unit', column: 'documents.unit_id' },
    {
      key: 'kind',
      label: 'registry.documents.kind',
      type: 'select',
      column: 'documents.kind',
      options: ({ t }) =>
        DOCUMENT_KINDS.map((kind) => ({
          value: kind,
          label: t(`registry.documents.kinds.${kind}`),
        })),
    },
    {
      key: 'dated',
      label: 'registry.documents.dated',
      type: 'dayRange',
      column: 'documents.dated',
    },
  ],
  defaultSort: '-kept_at',
  empty: { title: 'registry.documents.empty', text: 'registry.documents.empty_text' },
}
