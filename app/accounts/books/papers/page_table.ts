import type { Money } from '#core/money'
import { formatMoney, formatNumber, formatShortDay } from '#core/web/format'
import type {
  PaperColumn,
  PaperLocale,
  PaperRow,
  PaperTable,
} from '#accounts/books/papers/book_paper'

/** A table of the books with its words decided, for its page. */
export interface PageTable {
  name: string
  headings: { text: string; isAmount: boolean }[]
  rows: PageRow[]
  /** Text of each foot cell; the first without a figure has the label. */
  totals: { text: string; isLabel: boolean }[] | null
  empty: string
  /** Rows that only the papers have. */
  more: number
}

export interface PageRow {
  /** The band above it, where another group begins. */
  group: string | null
  cells: { text: string; url: string | null; isAmount: boolean; isShort: boolean }[]
}

/** Words every cell, so that the page lays out and computes nothing. */
export function pageTable(
  table: PaperTable,
  { locale, most = 400 }: { locale: PaperLocale; most?: number }
): PageTable {
  const { name, columns, rows, totals, totalsLabel = '', groupBy, empty = '' } = table
  let last: unknown
  const shown = rows.slice(0, most).map((row): PageRow => {
    const group = groupBy ? row[groupBy] : undefined
    const begins = group !== undefined && group !== last
    last = group
    return {
      group: begins ? String(group) : null,
      cells: columns.map((column) => cellOf(column, row, locale)),
    }
  })
  const label = totals ? columns.findIndex(({ key }) => totals[key] === undefined) : -1
  return {
    ...{ name, empty, rows: shown, more: Math.max(0, rows.length - most) },
    headings: columns.map((column) => ({ text: column.heading, isAmount: isAmount(column) })),
    totals: totals
      ? columns.map(({ key }, index) => ({
          text: index === label ? totalsLabel : totals[key] ? formatMoney(totals[key], locale) : '',
          isLabel: index === label,
        }))
      : null,
  }
}

/** Codes, numbers and days keep to one line. */
const isShort = ({ chars }: PaperColumn) => chars !== undefined && chars <= 16

const isAmount = ({ type, align }: PaperColumn) => type === 'money' || align === 'end'

function cellOf(column: PaperColumn, row: PaperRow, locale: PaperLocale) {
  const text = textOf(column, row[column.key], locale)
  const url = column.isLink && text ? (row.links?.[column.key] ?? null) : null
  return { text, url, isAmount: isAmount(column), isShort: isShort(column) }
}

function textOf({ type }: PaperColumn, value: unknown, locale: PaperLocale): string {
  if (value === null || value === undefined || value === '') return ''
  if (type === 'money') return formatMoney(value as Money, locale)
  if (type === 'date') return formatShortDay(value as string)
  if (type === 'integer') return formatNumber(value as number)
  return String(value)
}
