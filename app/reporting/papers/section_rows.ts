import { cellHtml } from '#core/lists/cell_html'
import type { Locale } from '#core/domain_error'
import { NOTHING, formatMoney, formatMonth, formatShortDay } from '#core/web/format'
import type { Section, SectionColumn } from '#reporting/papers/paper'

/** The rows of a section as HTML, each cell laid out as in the lists; the first leads to the row's own page. */
export function sectionRows(
  { columns, rows }: Section,
  locale: Locale,
  t: (key: string) => string
): string[] {
  return rows.map((row) =>
    columns
      .map((column, index) => {
        const text = textOf(column, row[column.key], locale, t)
        return cellHtml({
          text,
          kind: isFigure(column) ? 'amount' : 'words',
          tone: 'neutral',
          url: index === 0 ? (row.url ?? null) : null,
          clip: false,
        })
      })
      .join('')
  )
}

export function isFigure({ type }: SectionColumn): boolean {
  return type === 'money' || type === 'integer'
}

function textOf(
  { type, texts }: SectionColumn,
  value: any,
  locale: Locale,
  t: (key: string) => string
): string {
  if (type === 'money') return formatMoney(value, locale)
  if (type === 'day') return formatShortDay(value)
  if (type === 'month') return formatMonth(value, locale)
  if (value === null || value === undefined || value === '') return NOTHING
  return texts ? t(`${texts}.${value}`) : String(value)
}
