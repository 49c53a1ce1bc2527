import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { ChainableContract } from '@adonisjs/lucid/types/querybuilder'
import type { HttpContext } from '@adonisjs/core/http'
import type { Day } from '#core/days'
import type { Month } from '#core/fiscal'
import type { List } from '#core/lists/list'
import type { Money } from '#core/money'
import type { Viewer } from '#core/web/viewer'

/**
 * `db.from(…)` or `Model.query()`, already narrowed to what the person may see. A query being built, not
 * a promise of its rows: only the list runs it.
 */
export interface ListQuery extends ChainableContract {
  toSQL(): { sql: string; bindings: readonly unknown[] }
}

/** A row as read: column keys, `fields` keys, and `_key`. Amounts are decimal text. */
export type ListRow = Record<string, any>

export type Tone = 'success' | 'info' | 'warning' | 'danger' | 'neutral'

/**
 * - `text`, `badge` (a code with words and a tone), `integer`, `decimal`, `money`
 * - `day` (DATE), `month` (DATE of its first day), `moment` (DATETIME, shown on Cairo's clock)
 */
export type ListColumnType =
  'text' | 'badge' | 'integer' | 'decimal' | 'money' | 'day' | 'month' | 'moment'

export interface ListColumn {
  /** Name of the value in the row and of the sort in the address. */
  key: string
  /** Key of its text, such as `revenue.charges.amount`. */
  label: string
  type: ListColumnType
  /** SQL of the value, without anything from the request; `key` when left out. */
  expression?: string
  sortable?: boolean
  /** Add the amounts up, below the list and in its files. Money and integer columns only. */
  total?: boolean
  /** Address the value leads to. */
  link?: (row: ListRow) => string | null
  /** Prefix of the texts of a code: `revenue.charges.statuses` reads `….open`. */
  texts?: string
  /** Tone of each code of a badge; neutral when not named. */
  tones?: Record<string, Tone>
  /** Words instead of the plain value, on the page and in files. */
  words?: (row: ListRow, words: Words) => string
  /** In characters, for Excel and PDF. */
  width?: number
  /** Long texts are cut on the page (the whole is the title) and wrap on paper. */
  clip?: boolean
}

export interface Words {
  locale: 'ar' | 'en'
  t: (key: string, data?: Record<string, unknown>, otherwise?: string) => string
}

export interface Option {
  value: string
  label: string
}

interface FilterBase<Value> {
  /** Name in the address: `status`, or `due_from` and `due_to` for a range called `due`. */
  key: string
  /** Key of its text. */
  label: string
  /**
   * Column (or SQL) it narrows, when the plain rule of its type is meant: contained text, equal code,
   * within the range, the month of a DATE, the unit and all below it.
   */
  column?: string
  /** Narrows the query by the value; instead of `column`. */
  apply?: (query: ListQuery, value: Value) => void
  /** As `apply`, where the database is asked first how to narrow; once for all queries of the list. */
  find?: (value: Value) => Promise<Narrowing>
}

/** How a filter narrows a list, as it was found out for one request. */
export interface Narrowing {
  apply(query: ListQuery): void
  /** Where finding each row is dear, they are counted up to here; the page then says "more than". */
  countUpTo?: number
}

export type ListFilter =
  | (FilterBase<string> & { type: 'text'; placeholder?: string })
  | (FilterBase<string> & {
      type: 'select'
      options: Option[] | ((words: Words, ctx: HttpContext) => Option[] | Promise<Option[]>)
    })
  | (FilterBase<{ from?: Day; to?: Day }> & { type: 'dayRange' })
  | (FilterBase<Day> & { type: 'day' })
  | (FilterBase<Month> & { type: 'month' })
  | (FilterBase<number> & { type: 'unit' })
  | (FilterBase<boolean> & { type: 'boolean' })
  | (FilterBase<{ from?: Money; to?: Money }> & { type: 'moneyRange' })

/** What a list is: one definition serves the page, its Excel, CSV and PDF. */
export interface ListDefinition<Person extends Viewer = any> {
  /** Name of its part of the page and of its files: `charges`. */
  name: string
  /** Key of its title, stated on the files. */
  title: string
  /** Permission its rows are read under; the unit filter offers the units where it is held. */
  permission: string
  /** A fresh query each time it is asked, narrowed to the person, without select, order and limit. */
  query: (person: Person, ctx: HttpContext) => ListQuery
  /** Its rows are sums, and filters narrow what is added up (`narrowInside`), not the sums alone. */
  sums?: boolean
  /** A column that no two rows share, for a stable order: `charges.id`. */
  key: string
  /** How keys compare; `integer` when left out. */
  keyType?: 'integer' | 'text'
  columns: ListColumn[]
  /** Values of the row besides its columns, for links and words: `{ id: 'charges.id' }`. */
  fields?: Record<string, string>
  filters: ListFilter[]
  /** Key of a sortable column, `-` before it for descending. */
  defaultSort: string
  /**
   * Gives rows what depends on the rows before them, such as a running balance. They are one stretch of
   * the list, as shown; a list of several orders has no such thing, so one column alone is sortable.
   */
  follow?: (rows: ListRow[], list: List, trx?: TransactionClientContract) => Promise<void>
  /** Figures of the whole answer, stated at the head of its files. */
  stated?: (
    list: List,
    trx?: TransactionClientContract
  ) => Promise<[label: string, value: string][]>
  /** Rows of a page; 50 when left out. */
  pageSize?: number
  /**
   * Rows can be ticked, and the ticked ones go with a form of the page (`ids[]`): its id, who may use it
   * (any of these permissions), and how a row's box is called.
   */
  select?: {
    form: string
    permissions: string[]
    label: (row: ListRow, words: Words) => string
  }
  /** Texts when nothing exists yet: what to do. Keys of texts, and a button. */
  empty?: {
    title: string
    text?: string
    action?: { label: string; url: string; permission?: string }
  }
}
