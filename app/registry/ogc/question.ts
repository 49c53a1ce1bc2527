import { isDay } from '#core/days'
import type { OgcCollection, OgcProperty } from '#registry/ogc/collection'
import { OgcRequestError } from '#registry/ogc/errors'

export const DEFAULT_LIMIT = 100
export const LARGEST_LIMIT = 10_000

/** West, south, east, north in degrees; west may lie east of east, across the antimeridian. */
export type Box = [west: number, south: number, east: number, north: number]

/** A span of time in UTC, `null` where it is open; an instant has the same ends. */
export interface Span {
  from: Date | null
  to: Date | null
}

/** What a page of features is asked for. */
export interface ItemsQuestion {
  limit: number
  offset: number
  /** Only features numbered above it: where the page before ended. */
  after: number
  bbox: Box | null
  datetime: Span | null
  filters: { property: OgcProperty; value: string | number | boolean }[]
}

export const FORMAT_PARAMETER = 'f'
const ITEM_PARAMETERS = ['limit', 'offset', 'after', 'bbox', 'datetime', FORMAT_PARAMETER]

type Sent = Readonly<Record<string, unknown>>

/** @throws OgcRequestError for a parameter that the address does not have */
export function refuseUnknown(sent: Sent, known: readonly string[]): void {
  for (const name of Object.keys(sent)) {
    if (!known.includes(name))
      throw new OgcRequestError(name, 'غير معروف هنا.', 'is not known here.')
    if (typeof sent[name] !== 'string') {
      throw new OgcRequestError(name, 'يُكتب مرة واحدة.', 'is given once.')
    }
  }
}

/** @throws OgcRequestError naming the parameter that is unknown or cannot be read */
export function readQuestion(sent: Sent, { properties }: OgcCollection): ItemsQuestion {
  refuseUnknown(sent, [...ITEM_PARAMETERS, ...properties.map(({ name }) => name)])
  const text = (name: string) => sent[name] as string | undefined
  return {
    limit: Math.min(whole('limit', text('limit'), DEFAULT_LIMIT, 1), LARGEST_LIMIT),
    offset: whole('offset', text('offset'), 0, 0),
    after: whole('after', text('after'), 0, 0),
    bbox: readBox(text('bbox')),
    datetime: readSpan(text('datetime')),
    filters: properties
      .filter(({ name }) => text(name) !== undefined)
      .map((property) => ({ property, value: readValue(property, text(property.name)!) })),
  }
}

function whole(name: string, text: string | undefined, otherwise: number, least: number): number {
  if (text === undefined) return otherwise
  const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN
  if (!(value >= least)) {
    throw new OgcRequestError(name, `عدد صحيح من ${least}.`, `is a whole number from ${least}.`)
  }
  return value
}

/** Four numbers, or six with heights, which are not looked at. */
export function readBox(text: string | undefined): Box | null {
  if (text === undefined) return null
  const parts = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)))
  const [w, s, e, n] = parts.length === 6 ? [parts[0], parts[1], parts[3], parts[4]] : parts
  const fits = (value: number | undefined, most: number) =>
    value !== undefined && Number.isFinite(value) && Math.abs(value) <= most
  if (
    ![4, 6].includes(parts.length) ||
    !(fits(w, 180) && fits(e, 180) && fits(s, 90) && fits(n, 90)) ||
    s! > n!
  ) {
    throw new OgcRequestError(
      'bbox',
      'غرب، جنوب، شرق، شمال بالدرجات.',
      'is west,south,east,north in degrees.'
    )
  }
  return [w!, s!, e!, n!]
}

/** An instant, or two of them with a slash between; `..` or nothing for an open end. */
export function readSpan(text: string | undefined): Span | null {
  if (text === undefined) return null
  const ends = text.split('/')
  const [from, to = from] = ends.map(momentOf)
  const open = ends.length === 2 && ends.every((end) => end === '' || end === '..')
  const isBroken = ends.length > 2 || from === undefined || to === undefined || open
  if (isBroken || (ends.length === 1 && from === null) || (from && to && from > to)) {
    throw new OgcRequestError(
      'datetime',
      'لحظة أو مدة بصيغة RFC 3339.',
      'is an instant or an interval of RFC 3339.'
    )
  }
  // A day alone is all of that day.
  const end = isDay(ends.at(-1)) ? new Date(to!.getTime() + 86_400_000 - 1) : to!
  return { from: from!, to: end }
}

const MOMENT = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/

function momentOf(text: string): Date | null | undefined {
  if (text === '' || text === '..') return null
  const isMoment = MOMENT.test(text)
  if (!isMoment && !isDay(text)) return undefined
  const moment = new Date(isMoment ? text.replace(' ', 'T') : `${text}T00:00:00Z`)
  return Number.isNaN(moment.getTime()) ? undefined : moment
}

function readValue({ name, type }: OgcProperty, text: string): string | number | boolean {
  const refuse = (ar: string, en: string): never => {
    throw new OgcRequestError(name, ar, en)
  }
  switch (type) {
    case 'integer':
      return /^-?\d{1,15}$/.test(text) ? Number(text) : refuse('عدد صحيح.', 'is a whole number.')
    case 'number':
    case 'money':
      return /^-?\d{1,16}(\.\d{1,10})?$/.test(text) ? text : refuse('عدد.', 'is a number.')
    case 'boolean':
      if (!['true', 'false', '1', '0'].includes(text)) refuse('true أو false.', 'is true or false.')
      return text === 'true' || text === '1'
    case 'date':
      return isDay(text) ? text : refuse('يوم yyyy-mm-dd.', 'is a day, yyyy-mm-dd.')
    case 'date-time': {
      const moment = momentOf(text)
      return moment
        ? moment.toISOString().slice(0, 23).replace('T', ' ')
        : refuse('لحظة.', 'is an instant.')
    }
    default:
      return text
  }
}
