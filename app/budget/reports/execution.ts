import db from '@adonisjs/lucid/services/db'
import type { ListFilter, ListQuery } from '#core/lists/definition'
import { narrowInside } from '#core/lists/narrow_inside'
import { visible } from '#identity/access/visible'
import { unitFilter } from '#core/lists/parts'
import {
  column,
  dayAsked,
  linesWithFigures,
  onFilter,
  yearFilter,
  type BudgetList,
} from '#budget/lists/parts'
import { FIGURES } from '#budget/balances/figures'

/** What execution is counted by: SQL of the group's id, code and names, and the filter it drills to. */
interface Dimension {
  id: string
  code: string
  ar: string
  en: string
  /** Filter of the list of lines; none: the text of its code. */
  drill: string
}

/** The lines that a report adds up: a unit narrows them before they are summed, not the sums. */
const summed = new WeakMap<ListQuery, ListQuery>()

const unitInside = {
  ...unitFilter('r.part_id'),
  apply: (report: ListQuery, unitId: number) =>
    narrowInside(
      summed.get(report)!,
      'l.unit_id IN (SELECT descendant_id FROM unit_closure WHERE ancestor_id = ?)',
      [unitId]
    ),
} as ListFilter

const of = (table: string, drill: string): Dimension => ({
  id: `${table}.id`,
  code: `${table}.code`,
  ar: `${table}.name_ar`,
  en: `${table}.name_en`,
  drill,
})

const DIMENSIONS: Readonly<Record<string, Dimension>> = {
  chapter: of('k', 'chapter'),
  item: of('i', 'q'),
  unit: of('u', 'unit'),
  fund: of('f', 'fund'),
  programme: of('p', 'programme'),
}

/** تنفيذ الموازنة: appropriated, released, bound and paid by one classification, at once or as of a day. */
export const executionReports: readonly BudgetList[] = Object.entries(DIMENSIONS).map(
  ([by, dimension]) => ({
    name: `execution-by-${by}`,
    title: `budget.reports.names.execution-by-${by}`,
    permission: 'budget.lines.read',
    sums: true,
    query: (user, ctx) => {
      const lines = visible(
        linesWithFigures(dayAsked(ctx.request.qs().on)),
        user,
        'budget.lines.read',
        'l.unit_id'
      ).joinRaw('JOIN budget_codes i ON i.id = COALESCE(c.item_id, c.id)')
      const { id, code, ar, en } = dimension
      const report = db.from(
        lines
          .groupByRaw(`${id}, l.fiscal_year`)
          .select('l.fiscal_year as year')
          .select(
            db.raw(`${id} AS part_id`),
            db.raw(`${id} * 10000 + LEFT(l.fiscal_year, 4) AS row_id`),
            db.raw(`MIN(${code}) AS code`),
            db.raw(`MIN(${ar}) AS part_ar`),
            db.raw(`MIN(${en}) AS part_en`)
          )
          .select(...FIGURES.map((key) => db.raw(`COALESCE(SUM(b.${key}), 0) AS ${key}`)))
          .select(db.raw('COALESCE(SUM(b.available), 0) AS available'))
          .as('r')
      )
      summed.set(report, lines)
      return report
    },
    key: 'r.row_id',
    columns: [
      column('code', 'text', {
        sortable: true,
        width: 12,
        link: ({ part_id: id, code, year }) =>
          `/budget/available?year=${String(year).replace('/', '-')}&${dimension.drill}=${
            dimension.drill === 'q' ? encodeURIComponent(code) : id
          }`,
      }),
      column('part', 'text', {
        label: `by_${by}`,
        expression: 'r.part_ar',
        words: ({ part, part_en: english }, { locale }) =>
          String((locale === 'en' ? english : part) ?? ''),
        clip: true,
        width: 30,
      }),
      column('year', 'text', { sortable: true, width: 11 }),
      ...FIGURES.map((key) => column(key, 'money', { total: true })),
      column('available', 'money', { total: true, sortable: true }),
      column('rate', 'text', {
        expression: "IF(r.released = 0, '', CONCAT(FORMAT(r.paid * 100 / r.released, 1), '%'))",
        width: 8,
      }),
    ],
    fields: { part_en: 'r.part_en', part_id: 'r.part_id' },
    filters: [unitInside, yearFilter('r.year'), onFilter],
    defaultSort: 'code',
    empty: { title: 'budget.available.empty', text: 'budget.available.empty_text' },
  })
)
