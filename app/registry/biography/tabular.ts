import {
  formatShortDay,
  formatMoment,
  formatMoney,
  formatMonth,
  formatNumber,
} from '#core/web/format'
import { NOTHING } from '#core/web/format'
import type { TableColumn } from '#core/documents/table_columns'
import type { Tone, Words } from '#core/lists/definition'
import type { BiographySection, Paper } from '#registry/biography/section'

export type ValueType = 'text' | 'money' | 'day' | 'month' | 'moment' | 'integer' | 'decimal'

/** A fact of a section. `value` is plain, or a code whose words are `texts.CODE`. */
export interface SectionFact {
  label: string
  value: unknown
  type?: ValueType
  texts?: string
  url?: string | null
  wide?: boolean
  tone?: Tone
}

export interface SectionColumn {
  key: string
  label: string
  type?: ValueType
  texts?: string
  /** Tone of each code: the cell is a badge. */
  tones?: Record<string, Tone>
  /** Share of the width on paper. */
  weight?: number
}

export interface SectionTable {
  title?: string
  columns: SectionColumn[]
  /** A row's `url` is where its first cell leads. */
  rows: (Record<string, unknown> & { url?: string | null })[]
  /** Key of what is said when there are no rows. */
  empty: string
}

/** What most sections are: facts, tables, and sentences that matter. */
export interface Tabular {
  notes?: { tone: 'info' | 'warning' | 'danger' | 'success'; text: string }[]
  facts?: SectionFact[]
  tables?: SectionTable[]
}

type Named = Pick<BiographySection<Tabular>, 'key' | 'title' | 'permission' | 'load' | 'actions'>

/** A section of facts and tables: page and paper come by themselves. */
export function tabular(named: Named): BiographySection<Tabular> {
  return { ...named, view: 'pages/registry/assets/sections/tabular', pdf: printTabular }
}

/** The value as people read it, on the page and on paper. */
export function shown(
  { value, type, texts }: { value: unknown; type?: ValueType; texts?: string },
  words: Words
): string {
  if (value === null || value === undefined || value === '') return NOTHING
  if (texts) return words.t(`${texts}.${value}`, undefined, String(value))
  switch (type) {
    case 'money':
      return formatMoney(value as string, words.locale)
    case 'day':
      return formatShortDay(value as string)
    case 'month':
      return formatMonth(value as string, words.locale)
    case 'moment':
      return formatMoment(value as Date | string)
    case 'integer':
    case 'decimal':
      return formatNumber(value as string)
    default:
      return String(value)
  }
}

export async function printTabular(content: Tabular, { document, words }: Paper): Promise<void> {
  for (const { text } of content.notes ?? []) document.paragraph(text)
  // Paper has no room for what is not known.
  const told = (content.facts ?? []).map(
    (fact) => [words.t(fact.label), shown(fact, words)] as const
  )
  const known = told.filter(([, value]) => value !== NOTHING)
  if (known.length > 0) document.details(known)
  for (const table of content.tables ?? []) {
    if (table.title) document.paragraph(words.t(table.title))
    if (table.rows.length === 0) {
      document.paragraph(words.t(table.empty))
      continue
    }
    await document.table({
      columns: table.columns.map((column) => columnOnPaper(column, words)),
      rows: table.rows.map((row) =>
        Object.fromEntries(
          table.columns.map((column) => [
            column.key,
            shown({ ...column, value: row[column.key] }, words),
          ])
        )
      ),
    })
  }
}

function columnOnPaper({ key, label, type, weight }: SectionColumn, words: Words): TableColumn {
  const amount = type === 'money' || type === 'integer' || type === 'decimal'
  return { key, heading: words.t(label), weight, ...(amount ? { align: 'right' as const } : {}) }
}
