import db from '@adonisjs/lucid/services/db'
import { fold } from '#core/arabic'
import { inLanguage } from '#core/lists/in_language'
import type { ListDefinition, Tone } from '#core/lists/definition'
import type { Viewer } from '#core/web/viewer'
import { visible, type Reader } from '#identity/access/visible'
import { CASE_SOURCES } from '#registry/encroachments/kinds'
import { CASE_STATES } from '#registry/encroachments/life'

/** Ages by which cases are counted: first and last day of each band; the last has no end. */
export const AGE_BANDS = [
  { key: 'd30', from: 0, to: 30 },
  { key: 'd90', from: 31, to: 90 },
  { key: 'd180', from: 91, to: 180 },
  { key: 'd365', from: 181, to: 365 },
  { key: 'more', from: 366, to: null },
] as const

const AGE = 'DATEDIFF(COALESCE(c.closed_on, CURRENT_DATE), c.detected_on)'

/** SQL that is true for a case within a band. */
export function inBand({ from, to }: { from: number; to: number | null }): string {
  return to === null ? `${AGE} >= ${from}` : `${AGE} BETWEEN ${from} AND ${to}`
}

export const CASE_TONES: Record<string, Tone> = {
  detected: 'info',
  lawful: 'success',
  duplicate: 'neutral',
  manifest: 'danger',
  arguable: 'warning',
  issued: 'danger',
  notified: 'danger',
  scheduled: 'danger',
  removed: 'success',
  rejected: 'warning',
  settled: 'success',
  in_court: 'warning',
}

/** ملفات التعديات: cases with their state, age and deadline. */
export const casesList: ListDefinition<Viewer & Reader> = {
  name: 'encroachments',
  title: 'registry.cases.title',
  permission: 'registry.encroachments.read',
  query: (user) =>
    visible(
      db
        .from('encroachment_cases as c')
        .leftJoin('units', 'units.id', 'c.unit_id')
        .leftJoin('assets', 'assets.id', 'c.asset_id'),
      user,
      'registry.encroachments.read',
      'c.unit_id'
    ),
  key: 'c.id',
  columns: [
    {
      key: 'case_no',
      label: 'registry.cases.case_no',
      type: 'text',
      expression: 'c.case_no',
      link: (row) => `/registry/encroachments/${row._key}`,
      width: 16,
    },
    {
      key: 'status',
      label: 'registry.cases.state',
      type: 'badge',
      expression: 'c.status',
      texts: 'registry.cases.states',
      tones: CASE_TONES,
      width: 20,
    },
    {
      key: 'occupier',
      label: 'registry.cases.fields.occupier_name',
      type: 'text',
      expression: 'c.occupier_name',
      clip: true,
      width: 24,
    },
    {
      key: 'kind',
      label: 'registry.cases.fields.kind',
      type: 'badge',
      expression: 'c.kind',
      texts: 'registry.cases.values.kind',
      width: 12,
    },
    {
      key: 'area',
      label: 'registry.cases.fields.area_m2',
      type: 'decimal',
      expression: 'ROUND(c.area_m2, 2)',
      width: 12,
    },
    {
      key: 'detected_on',
      label: 'registry.cases.fields.detected_on',
      type: 'day',
      expression: 'c.detected_on',
      sortable: true,
      width: 12,
    },
    {
      key: 'age',
      label: 'registry.cases.age',
      type: 'integer',
      expression: AGE,
      width: 8,
    },
    {
      key: 'deadline_on',
      label: 'registry.cases.deadline',
      type: 'day',
      expression: 'c.deadline_on',
      sortable: false,
      width: 12,
    },
    {
      key: 'asset',
      label: 'registry.cases.asset',
      type: 'text',
      // A restricted asset is not named here.
      expression: "IF(assets.security_class = 'normal', assets.code, NULL)",
      width: 18,
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
  fields: { unit_en: 'units.name_en' },
  filters: [
    {
      key: 'q',
      label: 'registry.cases.search',
      type: 'text',
      apply: (query, value) =>
        query.where((either: any) =>
          either
            .where('c.case_no', 'like', `${escaped(value)}%`)
            .orWhere('c.source_ref', value)
            .orWhere('c.folded_occupier', 'like', `%${escaped(fold(value))}%`)
        ),
    },
    { key: 'unit', label: 'core.fields.unit', type: 'unit', column: 'c.unit_id' },
    {
      key: 'status',
      label: 'registry.cases.state',
      type: 'select',
      column: 'c.status',
      options: ({ t }) =>
        CASE_STATES.map((value) => ({ value, label: t(`registry.cases.states.${value}`) })),
    },
    {
      key: 'band',
      label: 'registry.cases.age',
      type: 'select',
      apply: (query, value) => {
        const band = AGE_BANDS.find(({ key }) => key === value)
        if (band) query.whereRaw(inBand(band))
      },
      options: ({ t }) =>
        AGE_BANDS.map(({ key }) => ({ value: key, label: t(`registry.cases.bands.${key}`) })),
    },
    {
      key: 'late',
      label: 'registry.cases.late',
      type: 'boolean',
      apply: (query, value) =>
        query.whereRaw(
          value
            ? 'c.deadline_on < CURRENT_DATE AND c.closed_on IS NULL'
            : '(c.deadline_on IS NULL OR c.deadline_on >= CURRENT_DATE OR c.closed_on IS NOT NULL)'
        ),
    },
    {
      key: 'source',
      label: 'registry.cases.fields.source',
      type: 'select',
      column: 'c.source',
      options: ({ t }) =>
        CASE_SOURCES.map((value) => ({
          value,
          label: t(`registry.cases.values.source.${value}`),
        })),
    },
  ],
  defaultSort: '-detected_on',
  empty: {
    title: 'registry.cases.none',
    text: 'registry.cases.none_text',
    action: {
      label: 'registry.cases.new',
      url: '/registry/encroachments/create',
      permission: 'registry.encroachments.manage',
    },
  },
}

/** Text for LIKE, its signs taken as they are. */
export function escaped(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`)
}
