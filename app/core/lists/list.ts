import db from '@adonisjs/lucid/services/db'
import type { HttpContext } from '@adonisjs/core/http'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Locale } from '#core/domain_error'
import {
  applyFilter,
  readFilter,
  resolveFilter,
  statedFilter,
  type AskedFilter,
} from '#core/lists/filters'
import {
  decodePlace,
  encodePlace,
  orderRows,
  PLACE_KEY,
  placeColumns,
  placeOf,
  reversed,
  startAfter,
  type Order,
  type Place,
} from '#core/lists/keyset'
import type {
  ListColumn,
  ListDefinition,
  ListQuery,
  ListRow,
  Option,
  Words,
} from '#core/lists/definition'
import { LongLists } from '#core/lists/long_lists'
import { unitsOffered } from '#core/lists/units_offered'
import { viewerOf, type Viewer } from '#core/web/viewer'

/** Rows are counted one by one up to here; a longer list says "more than". */
export const COUNTED = 10_000
const PAGE_SIZE = 50
/** A count that takes longer holds for a minute. Sums are always added up anew. */
const DEAR_MS = 250
const longLists = new LongLists()
const BATCH = 2_000

export interface ListCount {
  /** Exact, or a bound that was passed ("more than"): {@link COUNTED}, less where finding rows is dear. */
  rows: number
  exact: boolean
  /** Sums of the columns that have one, as decimal text; only when the count is exact. */
  totals: Record<string, string> | null
}

export interface ListPage {
  rows: ListRow[]
  /** Places for the links to the pages before and after, null where the list ends. */
  previous: string | null
  next: string | null
}

/**
 * A list as one request asks it: filters and order checked against its definition, rows by keyset
 * (each page costs the same however deep it lies), a bounded count, and all rows for files.
 */
export class List {
  readonly filters: AskedFilter[]
  readonly order: Order
  readonly words: Words

  private constructor(
    readonly ctx: HttpContext,
    readonly definition: ListDefinition,
    readonly person: Viewer,
    readonly asked: Record<string, unknown>,
    options: Map<string, Option[]>
  ) {
    this.words = wordsOf(ctx)
    this.filters = definition.filters.map((filter) =>
      readFilter(filter, asked, options.get(filter.key) ?? [], this.words)
    )
    this.order = orderOf(definition, asked.sort)
  }

  static async from(ctx: HttpContext, definition: ListDefinition): Promise<List> {
    const person = viewerOf(ctx)
    if (!person) throw new Error('A list is read by a person who is signed in')
    const options = new Map<string, Option[]>()
    for (const filter of definition.filters) {
      if (filter.type === 'unit') {
        const { locale } = wordsOf(ctx)
        options.set(filter.key, await unitsOffered(person, definition.permission, locale))
      } else if (filter.type === 'select') {
        const given = filter.options
        options.set(filter.key, Array.isArray(given) ? given : await given(wordsOf(ctx), ctx))
      }
    }
    const list = new List(ctx, definition, person, ctx.request.qs(), options)
    for (const filter of list.filters) await resolveFilter(filter)
    return list
  }

  /** Whether what was asked can be answered: a filter that cannot be read shows no rows, never all. */
  get isAnswerable(): boolean {
    return this.filters.every((filter) => filter.error === null)
  }

  get isFiltered(): boolean {
    return this.filters.some((filter) => filter.typed !== '' || filter.typedTo !== '')
  }

  /** The filters in words, for the head of a file. */
  get question(): [label: string, value: string][] {
    return this.filters.flatMap((filter) => {
      const stated = statedFilter(filter, this.words)
      return stated ? [stated] : []
    })
  }

  /** The rows of the page the address asks for, and the places of its neighbours. */
  async page(): Promise<ListPage> {
    if (!this.isAnswerable) return { rows: [], previous: null, next: null }
    const before = decodePlace(this.asked.before, this.order)
    const after = before ? null : decodePlace(this.asked.after, this.order)
    const size = this.definition.pageSize ?? PAGE_SIZE
    const found = await this.#take(before ?? after, size + 1, { backward: !!before })
    const more = found.length > size
    const rows = more ? (before ? found.slice(1) : found.slice(0, size)) : found
    const place = (row: ListRow | undefined) => row && encodePlace(placeOf(row), this.order)
    return {
      rows,
      previous: ((before ? more : !!after) && place(rows[0])) || null,
      next: ((before ? true : more) && place(rows.at(-1))) || null,
    }
  }

  /** How many rows there are, and their sums, at a cost that does not grow past the bound. */
  async count(): Promise<ListCount> {
    if (!this.isAnswerable) return { rows: 0, exact: true, totals: null }
    const upTo = Math.min(
      COUNTED,
      ...this.filters.map(({ narrowing }) => narrowing?.countUpTo ?? COUNTED)
    )
    const bounded = this.#narrowed().limit(upTo + 1)
    bounded.select(this.#named([['one', '1']]))
    const { sql, bindings } = bounded.toSQL()
    const question = `${sql} ${bindings.join(' ')}`
    let rows = longLists.rows(question)
    if (rows === null) {
      const begun = performance.now()
      rows = Number((await this.#over(bounded, [])).counted)
      if (rows > upTo || performance.now() - begun > DEAR_MS) longLists.note(question, rows)
    }
    if (rows > upTo) return { rows: upTo, exact: false, totals: null }
    if (rows === 0 || this.#summed().length === 0) return { rows, exact: true, totals: null }
    return this.grandTotals()
  }

  /** Count and sums of every row, whatever their number, as seen by a transaction. */
  async grandTotals(trx?: TransactionClientContract): Promise<ListCount> {
    const summed = this.#summed()
    const all = this.#narrowed(trx).select(this.#named(summed.length ? summed : [['one', '1']]))
    const row = await this.#over(all, summed, trx)
    return { rows: Number(row.counted), exact: true, totals: totalsOf(row, summed) }
  }

  /**
   * Every row in order, in batches of bounded size. Within one transaction they are rows of one
   * moment, whatever others write meanwhile.
   */
  async *all(trx?: TransactionClientContract): AsyncGenerator<ListRow> {
    let place: Place | null = null
    for (;;) {
      const rows: ListRow[] = await this.#take(place, BATCH, { backward: false, trx })
      yield* rows
      if (rows.length < BATCH) return
      place = placeOf(rows.at(-1)!)
    }
  }

  /**
   * First the places alone, from the tables that filters and order need (the database leaves out outer
   * joins that nothing asks for), then the rows of those places with all that belongs to them. One
   * query for both would join every row of the table before it took the first fifty.
   */
  async #take(
    place: Place | null,
    limit: number,
    { backward, trx }: { backward: boolean; trx?: TransactionClientContract }
  ): Promise<ListRow[]> {
    const order = backward ? reversed(this.order) : this.order
    const query = this.#narrowed(trx)
    query.select(this.#named(placeColumns(order)))
    if (place) startAfter(query, order, place)
    orderRows(query, order)
    query.limit(limit)
    const places = await rowsOf(query)
    if (places.length === 0) return []

    const found = await this.#rowsAt(places, trx)
    const rows = backward ? found.reverse() : found
    await this.definition.follow?.(rows, this, trx)
    return rows
  }

  async #rowsAt(places: ListRow[], trx?: TransactionClientContract): Promise<ListRow[]> {
    const keys = places.map((row) => row[PLACE_KEY] as string)
    const query = this.definition.sums ? this.#narrowed(trx) : this.#asked(trx)
    query.select(
      this.#named([
        ...Object.entries(this.definition.fields ?? {}),
        ...this.definition.columns.map((column): [string, string] => [
          column.key,
          expressionOf(column),
        ]),
        ...placeColumns(this.order),
      ])
    )
    const marks = keys.map(() => '?').join(', ')
    // Keys that are numbers are compared as numbers, or no index would serve.
    const values = this.order.keyType === 'integer' ? keys.map(BigInt) : keys
    query.whereRaw(`${this.order.key} IN (${marks})`, values as never)
    const found = new Map((await rowsOf(query)).map((row) => [row[PLACE_KEY] as string, row]))
    // A row deleted between the two questions is simply no longer there.
    return keys.flatMap((key) => found.get(key) ?? [])
  }

  #narrowed(trx?: TransactionClientContract): ListQuery {
    const query = this.#asked(trx)
    for (const filter of this.filters) applyFilter(query, filter)
    return query
  }

  #asked(trx?: TransactionClientContract): ListQuery {
    const query = this.definition.query(this.person, this.ctx)
    if (trx) (query as unknown as { useTransaction(trx: unknown): void }).useTransaction(trx)
    return query
  }

  #summed(): [string, string][] {
    return this.definition.columns
      .filter((column) => column.total)
      .map((column) => [column.key, expressionOf(column)])
  }

  #named(columns: [string, string][]) {
    return columns.map(([name, expression]) => db.raw(`${expression} AS \`${name}\``)) as any
  }

  async #over(rows: ListQuery, summed: [string, string][], trx?: TransactionClientContract) {
    const { sql, bindings } = rows.toSQL()
    const sums = summed.map(([name]) => `, COALESCE(SUM(\`${name}\`), 0) AS \`${name}\``).join('')
    const [[found]] = await (trx ?? db).rawQuery(
      `SELECT COUNT(*) AS counted${sums} FROM (${sql}) AS listed`,
      bindings as never
    )
    return found
  }
}

/** Runs the query. Models give instances with their own ideas of each column; a list reads plain values. */
function rowsOf(query: ListQuery): PromiseLike<ListRow[]> {
  const run = query as unknown as PromiseLike<ListRow[]> & { pojo?: () => PromiseLike<ListRow[]> }
  return run.pojo ? run.pojo() : run
}

export function expressionOf(column: ListColumn): string {
  return column.expression ?? column.key
}

export function wordsOf(ctx: HttpContext): Words {
  return {
    locale: ctx.i18n.locale as Locale,
    t: (key, data, otherwise) => ctx.i18n.t(key, data, otherwise),
  }
}

/** The order asked for when the definition allows it, else its own. */
function orderOf(definition: ListDefinition, asked: unknown): Order {
  const allowed = (text: unknown) => {
    const [, minus, by] = /^(-?)([a-zA-Z][\w]*)$/.exec(typeof text === 'string' ? text : '') ?? []
    const column = definition.columns.find(({ key, sortable }) => sortable && key === by)
    return column && { column, direction: minus ? ('desc' as const) : ('asc' as const) }
  }
  const chosen = allowed(asked) ?? allowed(definition.defaultSort)
  if (!chosen) throw new Error(`List ${definition.name}: ${definition.defaultSort} is not sortable`)
  return {
    by: chosen.column.key,
    direction: chosen.direction,
    expression: expressionOf(chosen.column),
    type: chosen.column.type,
    key: definition.key,
    keyType: definition.keyType ?? 'integer',
  }
}

function totalsOf(row: Record<string, unknown>, summed: [string, string][]) {
  return Object.fromEntries(summed.map(([name]) => [name, String(row[name])]))
}
