import db from '@adonisjs/lucid/services/db'
import { inLanguage } from '#core/lists/in_language'
import type { ListDefinition } from '#core/lists/definition'
import type { Viewer } from '#core/web/viewer'
import { visible, type Reader } from '#identity/access/visible'

const TEXTS = 'registry.custodies'

/** العهد الشخصية: what is in whose hands. */
export const custodiesList: ListDefinition<Viewer & Reader> = {
  name: 'custodies',
  title: `${TEXTS}.title`,
  permission: 'registry.assets.read',
  query: (user) =>
    visible(
      db
        .from('personal_custodies')
        .leftJoin('assets', 'assets.id', 'personal_custodies.asset_id')
        .leftJoin('units', 'units.id', 'personal_custodies.unit_id'),
      user,
      'registry.assets.read',
      'personal_custodies.unit_id'
    ),
  key: 'personal_custodies.id',
  columns: [
    {
      key: 'holder',
      label: `${TEXTS}.holder`,
      type: 'text',
      expression: 'personal_custodies.holder_name',
      link: (row) => `/registry/custodies/${row._key}`,
      width: 24,
    },
    {
      key: 'job',
      label: `${TEXTS}.job`,
      type: 'text',
      expression: 'personal_custodies.holder_job',
      width: 18,
    },
    {
      key: 'code',
      label: 'registry.fields.code',
      type: 'text',
      expression: 'assets.code',
      width: 20,
    },
    {
      key: 'asset',
      label: 'registry.fields.name',
      type: 'text',
      expression: 'assets.name',
      clip: true,
      width: 26,
    },
    {
      key: 'handed_on',
      label: `${TEXTS}.handed_on`,
      type: 'day',
      expression: 'personal_custodies.handed_on',
      width: 12,
    },
    {
      key: 'state',
      label: `${TEXTS}.state`,
      type: 'badge',
      expression:
        "IF(personal_custodies.returned_on IS NOT NULL, 'returned', IF(personal_custodies.signed_at IS NULL, 'unsigned', 'held'))",
      texts: `${TEXTS}.states`,
      tones: { held: 'success', unsigned: 'warning', returned: 'neutral' },
      width: 14,
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
      key: 'entry',
      label: 'registry.documents.kept_at',
      type: 'integer',
      expression: 'personal_custodies.id',
      sortable: true,
      width: 8,
    },
  ],
  fields: { unit_en: 'units.name_en' },
  filters: [
    {
      key: 'q',
      label: `${TEXTS}.search`,
      type: 'text',
      apply: (query, value) =>
        query.whereRaw('personal_custodies.holder_name LIKE ?', [
          `%${value.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`,
        ]),
    },
    { key: 'unit', label: 'core.fields.unit', type: 'unit', column: 'personal_custodies.unit_id' },
    {
      key: 'open',
      label: `${TEXTS}.open`,
      type: 'boolean',
      apply: (query, isOpen) =>
        query.whereRaw(`personal_custodies.returned_on IS ${isOpen ? '' : 'NOT '}NULL`),
    },
  ],
  defaultSort: '-entry',
  empty: { title: `${TEXTS}.empty`, text: `${TEXTS}.empty_text` },
}
