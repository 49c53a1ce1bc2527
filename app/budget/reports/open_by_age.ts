import db from '@adonisjs/lucid/services/db'
import { addDays, today } from '#core/days'
import { visible } from '#identity/access/visible'
import { AGE } from '#budget/lists/commitments_list'
import { unitFilter } from '#core/lists/parts'
import { column, named, yearFilter, type BudgetList } from '#budget/lists/parts'

/** Days since the commitment: from, and to (none: older). */
const BANDS = [
  ['to_30', 0, 30],
  ['to_90', 31, 90],
  ['to_180', 91, 180],
  ['older', 181, null],
] as const

const within = (from: number, to: number | null) =>
  to === null ? `${AGE} >= ${from}` : `${AGE} BETWEEN ${from} AND ${to}`

const drill = (unit: number, year: string, from: number, to: number | null) =>
  `/budget/commitments?status=committed&unit=${unit}&year=${year.replace('/', '-')}` +
  `&approved_to=${addDays(today(), -from)}` +
  (to === null ? '' : `&approved_from=${addDays(today(), -to)}`)

/** الارتباطات المفتوحة بأعمارها: what each unit has bound and not paid, and since when. */
export const openByAge: BudgetList = {
  name: 'commitments-open-by-age',
  title: 'budget.reports.names.commitments-open-by-age',
  permission: 'budget.commitments.read',
  query: (user) =>
    db.from(
      visible(
        db
          .from('commitments as m')
          .join('units as u', 'u.id', 'm.unit_id')
          .where('m.status', 'committed'),
        user,
        'budget.commitments.read',
        'm.unit_id'
      )
        .groupBy('u.id', 'u.name_ar', 'u.name_en', 'm.fiscal_year')
        .select('u.id as unit_id', 'u.name_ar as unit_ar', 'u.name_en as unit_en')
        .select(
          'm.fiscal_year as year',
          db.raw('u.id * 10000 + LEFT(m.fiscal_year, 4) AS row_id'),
          db.raw('COUNT(*) AS commitments'),
          db.raw('SUM(m.open_amount) AS open'),
          db.raw(`MAX(${AGE}) AS oldest`)
        )
        .select(
          ...BANDS.map(([key, from, to]) =>
            db.raw(`SUM(IF(${within(from, to)}, m.open_amount, 0)) AS ${key}`)
          )
        )
        .as('r')
    ),
  key: 'r.row_id',
  columns: [
    named('unit', 'r.unit_ar', { width: 26, sortable: true }),
    column('year', 'text', { width: 11 }),
    column('commitments', 'integer', { total: true }),
    ...BANDS.map(([key, from, to]) =>
      column(key, 'money', {
        total: true,
        link: ({ unit_id: unit, year }) => drill(unit, year, from, to),
      })
    ),
    column('open', 'money', { total: true, sortable: true }),
    column('oldest', 'integer', {}),
  ],
  fields: { unit_en: 'r.unit_en', unit_id: 'r.unit_id' },
  filters: [unitFilter('r.unit_id'), yearFilter('r.year')],
  defaultSort: 'unit',
  empty: { title: 'budget.commitments.empty', text: 'budget.commitments.empty_text' },
}
