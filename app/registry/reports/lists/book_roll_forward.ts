import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { FiscalYear } from '#core/fiscal'
import { visible } from '#identity/access/visible'
import {
  column,
  empty,
  english,
  named,
  unitColumn,
  unitFilter,
  type RegistryReport,
} from '#registry/reports/lists/parts'

/** The fiscal year asked for in the address (`year=2026-2027`), else the running one. */
function yearOf(ctx: HttpContext): FiscalYear {
  const asked = ctx.request.qs().year
  return typeof asked === 'string' && /^\d{4}$/.test(asked)
    ? FiscalYear.startingIn(Number(asked))
    : FiscalYear.current()
}

/** The book asked for in the address (`book=ipsas`), else the one that is posted to the ledger. */
function bookOf(ctx: HttpContext): string {
  const asked = ctx.request.qs().book
  return typeof asked === 'string' && /^[a-z0-9-]{2,20}$/.test(asked) ? asked : ''
}

const during = (kinds: string, sum: string) =>
  `SUM(IF(e.effective_on >= ? AND e.kind IN (${kinds}), ${sum}, 0))`

/** حركة القيم الدفترية: a book from the first to the last day of a fiscal year. */
export const bookRollForward: RegistryReport = {
  name: 'book-roll-forward',
  title: 'registry.reports.names.book-roll-forward',
  permission: 'registry.books.read',
  query: (user, ctx) => {
    const { first, last } = yearOf(ctx)
    const book = bookOf(ctx)
    return db.from(
      visible(
        db
          .from('asset_book_entries as e')
          .join('assets as a', 'a.id', 'e.asset_id')
          .join('asset_classes as c', 'c.id', 'a.class_id')
          .join('units as u', 'u.id', 'e.unit_id')
          .join('depreciation_books as k', 'k.id', 'e.book_id')
          .whereRaw(book ? 'k.code = ?' : 'k.is_posted = 1', book ? [book] : [])
          .where('e.effective_on', '<=', last),
        user,
        'registry.books.read',
        'e.unit_id'
      )
        .groupBy('u.id', 'c.id', 'u.name_ar', 'u.name_en', 'c.name_ar', 'c.name_en')
        .select(
          db.raw('u.id * 100000 + c.id AS row_id'),
          'u.id as unit_id',
          'u.name_ar as unit_ar',
          'u.name_en as unit_en',
          'c.name_ar as class_ar',
          'c.name_en as class_en',
          db.raw('SUM(IF(e.effective_on < ?, e.cost - e.accumulated, 0)) AS opening', [first]),
          db.raw(`${during("'capitalisation'", 'e.cost')} AS added`, [first]),
          db.raw(`${during("'revaluation'", 'e.cost - e.accumulated')} AS revalued`, [first]),
          db.raw(`${during("'depreciation', 'reversal'", '-e.accumulated')} AS depreciated`, [
            first,
          ]),
          db.raw(`${during("'disposal'", 'e.cost - e.accumulated')} AS disposed`, [first]),
          db.raw('SUM(e.cost - e.accumulated) AS closing')
        )
        .as('r')
    )
  },
  key: 'r.row_id',
  columns: [
    unitColumn,
    named('class', 'class'),
    ...(['opening', 'added', 'revalued', 'depreciated', 'disposed', 'closing'] as const).map(
      (key) => column(key, 'money', key === 'disposed' ? 'written_off' : key, { total: true })
    ),
  ],
  fields: english('unit', 'class'),
  filters: [
    unitFilter,
    {
      key: 'book',
      label: 'registry.books.book',
      type: 'select',
      // As the year: the query itself reads it.
      apply: () => {},
      options: async ({ locale }) => {
        const books = await db.from('depreciation_books').orderBy('is_posted', 'desc').orderBy('id')
        return books.map((row) => ({ value: row.code, label: row[`name_${locale}`] }))
      },
    },
    {
      key: 'year',
      label: 'registry.reports.columns.year',
      type: 'select',
      // The query itself reads the year: it stands inside the sums.
      apply: () => {},
      options: () => {
        const years = [FiscalYear.current()]
        while (years.length < 5) years.push(years.at(-1)!.previous())
        return years.map(({ label, first }) => ({ value: first.slice(0, 4), label }))
      },
    },
  ],
  defaultSort: 'unit',
  empty,
}
