import db from '@adonisjs/lucid/services/db'
import type { Reader } from '#identity/access/visible'
import { inLanguage } from '#core/lists/in_language'
import type { ListDefinition } from '#core/lists/definition'
import type { Viewer } from '#core/web/viewer'
import { openTo } from '#registry/security/open_to'

/** المواقع والأصول: sites and other assets of the units a person may see. */
export const assetsList: ListDefinition<Viewer & Reader> = {
  name: 'assets',
  title: 'registry.assets.title',
  permission: 'registry.assets.read',
  query: (user) =>
    openTo(
      db
        .from('assets')
        .leftJoin('asset_classes', 'asset_classes.id', 'assets.class_id')
        .leftJoin('units', 'units.id', 'assets.unit_id'),
      user,
      'assets'
    ),
  key: 'assets.id',
  columns: [
    {
      key: 'site_no',
      label: 'registry.assets.site_no',
      type: 'text',
      expression: 'assets.site_no',
      sortable: true,
      link: (row) => `/registry/assets/${row._key}`,
      width: 14,
    },
    {
      key: 'name',
      label: 'registry.assets.name',
      type: 'text',
      expression: 'assets.name',
      clip: true,
      width: 30,
    },
    {
      key: 'class',
      label: 'registry.assets.class',
      type: 'text',
      expression: 'asset_classes.name_ar',
      words: inLanguage('class'),
      clip: true,
      width: 18,
    },
    {
      key: 'street',
      label: 'registry.assets.street',
      type: 'text',
      expression: 'assets.street',
      clip: true,
      width: 24,
    },
    {
      key: 'area_m2',
      label: 'registry.assets.area_m2',
      type: 'decimal',
      expression: 'assets.area_m2',
      width: 12,
    },
    {
      key: 'faces',
      label: 'registry.assets.faces',
      type: 'integer',
      expression: 'assets.faces',
      width: 8,
    },
    {
      key: 'in_use',
      label: 'registry.assets.in_use',
      type: 'badge',
      expression: "IF(assets.is_in_use IS NULL, 'unknown', IF(assets.is_in_use, 'yes', 'no'))",
      texts: 'registry.assets.uses',
      tones: { yes: 'success', no: 'neutral', unknown: 'warning' },
      width: 12,
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
      key: 'code',
      label: 'registry.assets.code',
      type: 'text',
      expression: 'assets.code',
      width: 22,
    },
  ],
  fields: { unit_en: 'units.name_en', class_en: 'asset_classes.name_en' },
  filters: [
    { key: 'q', label: 'registry.assets.search', type: 'text', column: 'assets.search_text' },
    { key: 'unit', label: 'core.fields.unit', type: 'unit', column: 'assets.unit_id' },
    {
      key: 'class',
      label: 'registry.assets.class',
      type: 'select',
      column: 'asset_classes.code',
      options: ({ locale }) => classOptions(locale),
    },
    { key: 'in_use', label: 'registry.assets.in_use', type: 'boolean', column: 'assets.is_in_use' },
  ],
  defaultSort: 'site_no',
  empty: {
    title: 'registry.assets.empty',
    text: 'registry.assets.empty_text',
    action: { label: 'core.nav.imports', url: '/imports', permission: 'core.imports.create' },
  },
}

async function classOptions(locale: 'ar' | 'en') {
  const rows = await db
    .from('asset_classes')
    .select('code', 'name_ar', 'name_en')
    .orderBy('sort_order')
    .orderBy('id')
  return rows.map((row) => ({ value: row.code as string, label: row[`name_${locale}`] as string }))
}
