import type { ListColumnType, ListQuery } from '#core/lists/definition'

export type Direction = 'asc' | 'desc'

/** The order of a list: one column, then the key, so that no two rows are equal. */
export interface Order {
  /** Key of the column. */
  by: string
  direction: Direction
  /** SQL of the column. */
  expression: string
  type: ListColumnType
  /** SQL of the key. */
  key: string
  keyType: 'integer' | 'text'
}

/** A place in an order: the values of the row it stands at. A null value is SQL's NULL. */
export interface Place {
  value: string | null
  key: string
}

/** Names under which every row carries its place. */
export const PLACE_VALUE = '_value'
export const PLACE_KEY = '_key'

/** How a value from a cursor becomes the column's type again: compared as text, money would round. */
const CASTS: Partial<Record<ListColumnType, string>> = {
  money: 'CAST(? AS DECIMAL(20,2))',
  decimal: 'CAST(? AS DECIMAL(38,10))',
  integer: 'CAST(? AS DECIMAL(38,0))',
  day: 'CAST(? AS DATE)',
  month: 'CAST(? AS DATE)',
  moment: 'CAST(? AS DATETIME(6))',
}

/**
 * The text a place travels as in an address. It names its order, so that a place of one order is not
 * taken for a place of another; its values are bound, never written into SQL.
 */
export function encodePlace(place: Place, order: Order): string {
  const content = [1, `${order.by} ${order.direction}`, place.value, place.key]
  return Buffer.from(JSON.stringify(content)).toString('base64url')
}

/** The place a text stands for, or null when it is damaged or belongs to another order. */
export function decodePlace(text: unknown, order: Order): Place | null {
  if (typeof text !== 'string' || text.length > 2000) return null
  try {
    const content = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    if (!Array.isArray(content)) return null
    const [version, named, value, key] = content
    if (version !== 1 || named !== `${order.by} ${order.direction}`) return null
    if (typeof key !== 'string' || (value !== null && typeof value !== 'string')) return null
    if (order.keyType === 'integer' && !/^-?\d{1,20}$/.test(key)) return null
    return { value, key }
  } catch {
    return null
  }
}

/** The values of a row's place, to be selected with it as text: `[name, SQL]`. */
export function placeColumns(order: Order): [string, string][] {
  return [
    [PLACE_VALUE, `CAST(${order.expression} AS CHAR)`],
    [PLACE_KEY, `CAST(${order.key} AS CHAR)`],
  ]
}

export function placeOf(row: Record<string, unknown>): Place {
  return { value: row[PLACE_VALUE] as string | null, key: String(row[PLACE_KEY]) }
}

export function reversed(order: Order): Order {
  return { ...order, direction: order.direction === 'asc' ? 'desc' : 'asc' }
}

/** Puts the rows in order. MariaDB places NULL before every value. */
export function orderRows(query: ListQuery, order: Order): void {
  if (order.expression !== order.key) {
    query.orderByRaw(`${order.expression} ${order.direction}`)
  }
  query.orderByRaw(`${order.key} ${order.direction}`)
}

/** Narrows to the rows that come after the place in the order. */
export function startAfter(query: ListQuery, order: Order, place: Place): void {
  const { expression: value, key } = order
  const sign = order.direction === 'asc' ? '>' : '<'
  const ofValue = CASTS[order.type] ?? '?'
  const ofKey = order.keyType === 'integer' ? 'CAST(? AS DECIMAL(20,0))' : '?'

  if (value === key) {
    query.whereRaw(`${key} ${sign} ${ofKey}`, [place.key])
    return
  }
  if (place.value === null) {
    const others = order.direction === 'asc' ? `${value} IS NOT NULL OR ` : ''
    query.whereRaw(`(${others}(${value} IS NULL AND ${key} ${sign} ${ofKey}))`, [place.key])
    return
  }
  // The first comparison alone gives the index its range; the second settles the ties.
  const after = `(${value} ${sign}= ${ofValue} AND (${value} ${sign} ${ofValue} OR ${key} ${sign} ${ofKey}))`
  const nulls = order.direction === 'desc' ? ` OR ${value} IS NULL` : ''
  query.whereRaw(`(${after}${nulls})`, [place.value, place.value, place.key])
}
