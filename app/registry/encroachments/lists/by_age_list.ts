import db from '@adonisjs/lucid/services/db'
import type { ListColumn, ListDefinition } from '#core/lists/definition'
import { inLanguage } from '#core/lists/in_language'
import type { Viewer } from '#core/web/viewer'
import { visible, type Reader } from '#identity/access/visible'
import { AGE_BANDS, CASE_TONES, inBand } from '#registry/encroachments/lists/cases_list'
import { CASE_STATES } from '#registry/encroachments/life'

const count = (key: string, label: string, width = 10): ListColumn => ({
  key,
  label,
  type: 'integer',
  expression: `g.${key}`,
  total: true,
  width,
})

/** التعديات حسب الحالة والعمر: a row for each unit and state, with counts by age. */
export const byAgeList: ListDefinition<Viewer & Reader> = {
  name: 'encroachments-by-age',
  title: 'registry.cases.by_age.title',
  permission: 'registry.encroachments.read',
  query: (user) => {
    const bands = AGE_BANDS.map((band) => `SUM(${inBand(band)}) AS ${band.key}`).join(', ')
    const late = 'SUM(c.closed_on IS NULL AND c.deadline_on < CURRENT_DATE) AS late'
    const charged =
      'COALESCE(SUM((SELECT SUM(a.amount) FROM usage_accruals a WHERE a.case_id = c.id)), 0) AS charged'
    const groups = db
      .from('encroachment_cases as c')
      .groupBy('c.unit_id', 'c.status')
      .select('c.unit_id', 'c.status')
      .select(
        db.raw(
          `CONCAT(c.unit_id, '/', c.status) AS id, COUNT(*) AS cases, ${bands}, ${late}, COALESCE(SUM(c.area_m2), 0) AS area, ${charged}`
        )
      )
    return visible(
      db.from(groups.as('g')).leftJoin('units', 'units.id', 'g.unit_id'),
      user,
      'registry.encroachments.read',
      'g.unit_id'
    )
  },
  key: 'g.id',
  keyType: 'text',
  columns: [
    {
      key: 'unit',
      label: 'core.fields.unit',
      type: 'text',
      expression: 'units.name_ar',
      words: inLanguage('unit'),
      clip: true,
      width: 22,
    },
    {
      key: 'status',
      label: 'registry.cases.state',
      type: 'badge',
      expression: 'g.status',
      texts: 'registry.cases.states',
      tones: CASE_TONES,
      sortable: true,
      link: (row) => `/registry/encroachments?unit=${row.unit_id}&status=${row.code}`,
      width: 20,
    },
    count('cases', 'registry.cases.by_age.cases'),
    ...AGE_BANDS.map(({ key }) => count(key, `registry.cases.bands.${key}`)),
    count('late', 'registry.cases.late'),
    {
      key: 'area',
      label: 'registry.cases.fields.area_m2',
      type: 'decimal',
      expression: 'ROUND(g.area, 2)',
      width: 14,
    },
    {
      key: 'charged',
      label: 'registry.cases.accrued',
      type: 'money',
      expression: 'g.charged',
      total: true,
      width: 16,
    },
  ],
  fields: { unit_en: 'units.name_en', unit_id: 'g.unit_id', code: 'g.status' },
  filters: [
    { key: 'unit', label: 'core.fields.unit', type: 'unit', column: 'g.unit_id' },
    {
      key: 'status',
      label: 'registry.cases.state',
      type: 'select',
      column: 'g.status',
      options: ({ t }) =>
        CASE_STATES.map((value) => ({ value, label: t(`registry.cases.states.${value}`) })),
    },
  ],
  defaultSort: 'status',
  empty: { title: 'registry.cases.none' },
}
