/** Columns and filters that many lists share; what differs in one is told in `more`. */
import type { ListColumn, ListFilter, Tone } from '#core/lists/definition'
import { inLanguage } from '#core/lists/in_language'

type More = Partial<ListColumn>

/** The number of a document, `7/2026/2027` unless told, with its page. */
export const numberColumn = (
  table: string,
  texts: string,
  path: string,
  more: More = {}
): ListColumn => ({
  key: 'number',
  label: `${texts}.number`,
  type: 'text',
  expression: `CONCAT(${table}.number, '/', ${table}.fiscal_year)`,
  link: (row) => `${path}/${row._key}`,
  width: 14,
  ...more,
})

/** The state of a document, whose words are `texts.states.STATE`. */
export const stateColumn = (
  texts: string,
  expression: string,
  tones: Record<string, Tone>,
  more: More = {}
): ListColumn => ({
  key: 'state',
  label: `${texts}.state`,
  type: 'badge',
  expression,
  texts: `${texts}.states`,
  tones,
  width: 14,
  ...more,
})

export const textColumn = (
  key: string,
  label: string,
  expression: string,
  more: More = {}
): ListColumn => ({ key, label, type: 'text', expression, clip: true, ...more })

export const moneyColumn = (key: string, label: string, expression: string): ListColumn => ({
  ...{ key, label, type: 'money', expression },
  total: true,
})

export const dayColumn = (key: string, label: string, expression: string): ListColumn => ({
  ...{ key, label, type: 'day', expression },
  sortable: true,
})

/** A code whose words are `texts.CODE`. */
export const badgeColumn = (
  key: string,
  label: string,
  expression: string,
  more: More = {}
): ListColumn => ({ key, label, type: 'badge', expression, width: 14, ...more })

/** Rows newest first, as they were written down. */
export const entryColumn = (texts: string, expression: string): ListColumn => ({
  key: 'entry',
  label: `${texts}.entry`,
  type: 'integer',
  expression,
  sortable: true,
  width: 8,
})

/** Name of the unit in the reader's language; `unit_en` must be among the fields. */
export const unitColumn: ListColumn = {
  key: 'unit',
  label: 'core.fields.unit',
  type: 'text',
  expression: 'units.name_ar',
  words: inLanguage('unit'),
  clip: true,
  width: 20,
}

export const unitFilter = (column: string): ListFilter => ({
  key: 'unit',
  label: 'core.fields.unit',
  type: 'unit',
  column,
})

/** What was typed, anywhere within any of these. */
export const typedFilter = (label: string, ...expressions: string[]): ListFilter => ({
  key: 'q',
  label,
  type: 'text',
  apply: (query, value) => {
    const like = `%${value.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
    query.whereRaw(
      `(${expressions.map((one) => `${one} LIKE ?`).join(' OR ')})`,
      expressions.map(() => like)
    )
  },
})

/** One of some codes, whose words are `texts.CODE`. */
export const codeFilter = (
  key: string,
  label: string,
  { column, codes, texts }: { column: string; codes: readonly string[]; texts: string }
): ListFilter => ({
  key,
  label,
  type: 'select',
  column,
  options: ({ t }) => codes.map((value) => ({ value, label: t(`${texts}.${value}`) })),
})
