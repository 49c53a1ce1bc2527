import db from '@adonisjs/lucid/services/db'
import type { Reader } from '#identity/access/visible'
import { inLanguage } from '#core/lists/in_language'
import type { ListDefinition, ListFilter } from '#core/lists/definition'
import type { Viewer } from '#core/web/viewer'
import { assetSearch } from '#registry/search/asset_search'
import { openTo } from '#registry/security/open_to'

const STATES = 'registry.values'
const RECORD = ['draft', 'recorded', 'surveyed', 'verified', 'disputed', 'superseded']
const LIFE = [
  'planned',
  'in_service',
  'idle',
  'under_used',
  'surplus',
  'disposal',
  'disposed',
  'lost',
  'written_off',
  'merged',
  'split',
]
const DOMAINS = ['public', 'private', 'endowment', 'leased_in', 'unknown']
/** Bands of the completeness score: from and below. */
const BANDS: Readonly<Record<string, readonly [number, number]>> = {
  whole: [100, 101],
  nearly: [90, 100],
  half: [50, 90],
  little: [0, 50],
}

/** The list as a person may search it: by the names of tenants only when he may see rights. */
export function assetsListFor(person: { holds(permission: string): boolean }) {
  const parties = person.holds('registry.rights.read')
  const [search, ...others] = assetsList.filters
  const find = (typed: string) => assetSearch(typed, { parties })
  return {
    ...assetsList,
    filters: [{ ...search, column: undefined, find }, ...others],
  } as typeof assetsList
}

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
        .leftJoin('units', 'units.id', 'assets.unit_id')
        .leftJoin('asset_completeness', 'asset_completeness.asset_id', 'assets.id'),
      user,
      'assets'
    ),
  key: 'assets.id',
  select: {
    form: 'bulk-assets',
    permissions: ['registry.assets.manage'],
    label: (row, { t }) => t('registry.assets.choose_row', { site: row.site_no }),
  },
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
      key: 'life',
      label: 'registry.fields.life_status',
      type: 'badge',
      expression: 'assets.life_status',
      texts: `${STATES}.life_status`,
      tones: { in_service: 'success', idle: 'warning', under_used: 'warning', lost: 'danger' },
      width: 12,
    },
    {
      key: 'score',
      label: 'registry.completeness.score',
      type: 'integer',
      expression: 'asset_completeness.score',
      width: 8,
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
      // A class of the tree stands for all below it; codes carry their parents. Their ids are looked up
      // first: against a question about classes the database leaves the order of the list.
      find: async (code) => {
        const rows = await db
          .from('asset_classes')
          .where('code', code)
          .orWhere('code', 'like', `${code}.%`)
          .select('id')
        return {
          apply: (query) =>
            void query.whereIn(
              'assets.class_id',
              rows.map(({ id }) => id)
            ),
        }
      },
      options: ({ locale }) => classOptions(locale),
    },
    choice('domain', 'assets.domain', DOMAINS),
    choice('record_status', 'assets.record_status', RECORD),
    choice('life_status', 'assets.life_status', LIFE),
    {
      key: 'complete',
      label: 'registry.completeness.score',
      type: 'select',
      apply: (query, band) =>
        query.whereRaw('asset_completeness.score >= ? AND asset_completeness.score < ?', [
          ...BANDS[band]!,
        ]),
      options: ({ t }) =>
        Object.keys(BANDS).map((value) => ({
          value,
          label: t(`registry.completeness.bands.${value}`),
        })),
    },
    { key: 'in_use', label: 'registry.assets.in_use', type: 'boolean', column: 'assets.is_in_use' },
    {
      key: 'vanished',
      label: 'registry.assets.vanished',
      type: 'select',
      // In the last but not the latest file of a register, and in none since.
      apply: (query) =>
        query.whereRaw(
          `assets.id IN (SELECT v.asset_id FROM import_vanished v JOIN imports b ON b.id = v.import_id AND b.state = 'committed'
             WHERE NOT EXISTS (SELECT 1 FROM import_sightings n WHERE n.asset_id = v.asset_id AND n.import_id > v.import_id))`
        ),
      options: ({ t }) => [{ value: 'yes', label: t('registry.assets.vanished_yes') }],
    },
  ],
  defaultSort: 'site_no',
  empty: {
    title: 'registry.assets.empty',
    text: 'registry.assets.empty_text',
    action: { label: 'core.nav.imports', url: '/imports', permission: 'core.imports.create' },
  },
}

function choice(key: string, column: string, values: readonly string[]): ListFilter {
  return {
    key,
    label: `registry.fields.${key}`,
    type: 'select',
    column,
    options: ({ t }) => values.map((value) => ({ value, label: t(`${STATES}.${key}.${value}`) })),
  }
}

async function classOptions(locale: 'ar' | 'en') {
  const rows = await db
    .from('asset_classes')
    .select('code', 'name_ar', 'name_en')
    .orderBy('sort_order')
    .orderBy('id')
  return rows.map(({ code, ...names }) => ({
    value: code as string,
    label: `${'\u2003'.repeat(code.split('.').length - 1)}${names[`name_${locale}`]}`,
  }))
}
