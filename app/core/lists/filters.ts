import db from '@adonisjs/lucid/services/db'
import { fold } from '#core/arabic'
import { parseDay } from '#core/days'
import { DomainError } from '#core/domain_error'
import { Month } from '#core/fiscal'
import { Money } from '#core/money'
import type { ListFilter, ListQuery, Narrowing, Option, Words } from '#core/lists/definition'
import { unitMeant, type UnitOption } from '#core/lists/units_offered'
import { formatMoney, onPaper } from '#core/web/format'

/** A filter as the request asks it: what was typed, what it means, and what is wrong with it. */
export interface AskedFilter {
  filter: ListFilter
  options: Option[]
  /** What stands in the field (the first field of a range). */
  typed: string
  /** What stands in the second field of a range. */
  typedTo: string
  /** The parsed value; undefined when nothing is asked or it is refused. */
  value: unknown
  /** Of a `unit` filter: the unit and all below it. */
  below: number[]
  /** Of a filter that asks first: what it found. */
  narrowing: Narrowing | null
  error: string | null
}

/** Values of one filter's fields in the address. */
export type Asked = Record<string, unknown>

const LONGEST = 200
const SEVERAL = Symbol('several units')

/** Reads a filter from the address. Nothing but its parsed value ever reaches the query. */
export function readFilter(
  filter: ListFilter,
  asked: Asked,
  options: Option[],
  words: Words
): AskedFilter {
  const ranged = filter.type === 'dayRange' || filter.type === 'moneyRange'
  const typed = textOf(asked[ranged ? `${filter.key}_from` : filter.key])
  const typedTo = ranged ? textOf(asked[`${filter.key}_to`]) : ''
  const read: AskedFilter = {
    filter,
    options,
    typed,
    typedTo,
    value: undefined,
    below: [],
    narrowing: null,
    error: null,
  }
  if (typed === '' && typedTo === '') return read
  try {
    read.value = valueOf(filter, typed, typedTo, options)
    if (read.value === undefined) read.error = words.t('core.list.unknown_choice')
    if (read.value === SEVERAL) {
      read.value = undefined
      read.error = words.t('core.list.several_units')
    }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    read.error = error.adviceFor(words.locale)
  }
  return read
}

/** Narrows the query by what was asked. */
export function applyFilter(query: ListQuery, asked: AskedFilter): void {
  const { filter, value } = asked
  if (value === undefined) return
  if (asked.narrowing) return asked.narrowing.apply(query)
  if (filter.apply) return filter.apply(query, value as never)
  if (!filter.column) throw new Error(`Filter ${filter.key} has neither column nor apply`)
  byColumn(query, asked, filter.column)
}

/** Asks the database what a filter narrows to, where that is not plain from its value. */
export async function resolveFilter(asked: AskedFilter): Promise<void> {
  const { filter, value } = asked
  if (value === undefined) return
  if (filter.find) asked.narrowing = await filter.find(value as never)
  if (filter.type === 'unit') await resolveUnits(asked)
}

/** The unit asked for and all below it; what a `unit` filter narrows to. */
async function resolveUnits(asked: AskedFilter): Promise<void> {
  const rows = await db
    .from('unit_closure')
    .where('ancestor_id', asked.value as number)
    .select('descendant_id as id')
  asked.below = rows.map(({ id }) => Number(id))
}

/** The filter in words, for the head of a file: `تاريخ الاستحقاق`, `من 01/07/2026 إلى 31/07/2026`. */
export function statedFilter(asked: AskedFilter, words: Words): [string, string] | null {
  if (asked.value === undefined) return null
  return [words.t(asked.filter.label), statedValue(asked, words)]
}

function statedValue({ filter, value, typed, options }: AskedFilter, words: Words): string {
  switch (filter.type) {
    case 'dayRange':
    case 'moneyRange': {
      const range = value as { from?: string | Money; to?: string | Money }
      const show = (end: string | Money) =>
        end instanceof Money ? formatMoney(end, words.locale) : onPaper(end)
      return [
        range.from !== undefined && words.t('core.list.from', { value: show(range.from) }),
        range.to !== undefined && words.t('core.list.to', { value: show(range.to) }),
      ]
        .filter(Boolean)
        .join(' ')
    }
    case 'day':
      return onPaper(value as string)
    case 'month':
      return (value as Month).label(words.locale)
    case 'boolean':
      return words.t(value ? 'core.yes' : 'core.no')
    case 'select':
      return options.find((option) => option.value === typed)?.label ?? typed
    case 'unit':
      return options.find((option) => option.value === String(value))?.label ?? typed
    default:
      return typed
  }
}

function valueOf(filter: ListFilter, typed: string, typedTo: string, options: Option[]): unknown {
  switch (filter.type) {
    case 'text':
      return typed
    case 'select':
      return options.some((option) => option.value === typed) ? typed : undefined
    case 'unit':
      return unitIdOf(options as UnitOption[], typed)
    case 'boolean':
      return typed === '1' ? true : typed === '0' ? false : undefined
    case 'month':
      return Month.of(typed)
    case 'day':
      return parseDay(typed)
    case 'dayRange':
      return rangeOf(typed, typedTo, (text) => parseDay(text))
    case 'moneyRange':
      return rangeOf(typed, typedTo, (text) => Money.parse(text))
  }
}

function unitIdOf(units: UnitOption[], typed: string): number | typeof SEVERAL | undefined {
  const meant = unitMeant(units, typed)
  if (meant === 'several') return SEVERAL
  return meant ? Number(meant.value) : undefined
}

function byColumn(query: ListQuery, asked: AskedFilter, column: string): void {
  const { filter, value } = asked
  switch (filter.type) {
    case 'text':
      containing(query, column, fold(value as string))
      break
    case 'select':
    case 'day':
      query.whereRaw(`${column} = ?`, [value as string])
      break
    case 'boolean':
      query.whereRaw(`${column} = ?`, [value ? 1 : 0])
      break
    case 'month':
      query.whereRaw(`${column} BETWEEN ? AND ?`, [(value as Month).first, (value as Month).last])
      break
    case 'unit':
      // Named one by one: a key can be followed in order for one unit, not for a question about units.
      query.whereIn(column, asked.below)
      break
    case 'dayRange':
    case 'moneyRange': {
      const { from, to } = value as { from?: string | Money; to?: string | Money }
      const bound = filter.type === 'moneyRange' ? 'CAST(? AS DECIMAL(20,2))' : '?'
      if (from !== undefined) query.whereRaw(`${column} >= ${bound}`, [String(from)])
      if (to !== undefined) query.whereRaw(`${column} <= ${bound}`, [String(to)])
    }
  }
}

function rangeOf<End>(from: string, to: string, read: (text: string) => End) {
  return {
    ...(from === '' ? {} : { from: read(from) }),
    ...(to === '' ? {} : { to: read(to) }),
  }
}

function textOf(asked: unknown): string {
  // The address parser makes a list of `12,34`; to a filter it is one text with a comma in it.
  const value = Array.isArray(asked) ? asked.join(',') : asked
  return typeof value === 'string' ? value.trim().slice(0, LONGEST) : ''
}

/** Folding leaves nothing of bare signs: then no row holds them. */
function containing(query: ListQuery, column: string, text: string): void {
  if (text === '') query.whereRaw('1 = 0')
  else query.whereRaw(`${column} LIKE ?`, [`%${likeText(text)}%`])
}

/** `%` and `_` in what a person typed are letters, not wildcards. */
function likeText(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`)
}
