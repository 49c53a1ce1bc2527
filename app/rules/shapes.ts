import { isDay } from '#core/days'
import type { Sentence } from '#core/domain_error'

interface Optional {
  /** May be left empty; it is then null. */
  optional?: boolean
}

export interface Choice {
  value: string
  name: Sentence
}

/** One value of a rule as a person types it. Rates and amounts are decimal text, never floating numbers. */
export type Leaf =
  | ({ kind: 'text'; max?: number; arabic?: boolean } & Optional)
  /** A code of Latin letters, digits and signs. */
  | ({ kind: 'code'; max?: number } & Optional)
  /** A count: days, months, parts. */
  | ({ kind: 'whole'; min?: number; max?: number } & Optional)
  /** A measure that is neither money nor a rate of money: metres, hectares. */
  | ({ kind: 'measure' } & Optional)
  /** Decimal text between bounds, exclusive of them where `above` and `below` say so. */
  | ({
      kind: 'decimal'
      /** A share of something: the form says how percents are typed. */
      isRate?: boolean
      digits?: number
      above?: string
      below?: string
      min?: string
      max?: string
    } & Optional)
  | ({ kind: 'money'; above?: string } & Optional)
  | ({ kind: 'choice'; options: readonly Choice[] } & Optional)
  | { kind: 'yes' }
  | ({ kind: 'day' } & Optional)
  /** Several codes or numbers, typed with commas between them; none is what `none` says. */
  | { kind: 'codes'; numbers?: boolean; none: 'null' | 'empty' | 'refused' }

export interface RecordShape {
  kind: 'record'
  /** Each part's label is `rules.fields.PART`. */
  parts: Readonly<Record<string, Shape>>
  /** Parts that are left out of the value when empty, as the reading code expects it. */
  leftOut?: readonly string[]
  /** What its parts are called, where they are not fields that other rules have too. */
  names?: Readonly<Record<string, Sentence>>
  /** Its parts are alike: they are shown and written as lines of one table. */
  isGrid?: boolean
}

/** What a rule says: a value, named values, a table of rows, or values by code. */
export type Shape =
  | Leaf
  | RecordShape
  | { kind: 'rows'; row: RecordShape }
  | { kind: 'pairs'; of: string; value: Leaf | RecordShape }

export const text = (more: { max?: number; optional?: boolean; arabic?: boolean } = {}): Leaf => ({
  kind: 'text',
  ...more,
})
export const whole = (min = 0, max = 100_000): Leaf => ({ kind: 'whole', min, max })
/** A share of something: above zero, below one (0.15 is 15 %). */
export const share = (): Leaf => ({
  ...{ kind: 'decimal', above: '0', below: '1', isRate: true },
})
export const money = (more: { above?: string; optional?: boolean } = {}): Leaf => ({
  kind: 'money',
  ...more,
})
export const record = (parts: RecordShape['parts'], leftOut?: readonly string[]): RecordShape => ({
  kind: 'record',
  parts,
  leftOut,
})
export const rows = (parts: RecordShape['parts'], leftOut?: readonly string[]): Shape => ({
  kind: 'rows',
  row: record(parts, leftOut),
})
/** @param names `{ code: [Arabic, English] }` */
export const choice = (
  names: Readonly<Record<string, readonly [string, string]>>,
  more: { optional?: boolean } = {}
): Leaf => ({
  kind: 'choice',
  options: Object.entries(names).map(([value, [ar, en]]) => ({ value, name: { ar, en } })),
  ...more,
})

export const isLeaf = (shape: Shape): shape is Leaf =>
  shape.kind !== 'record' && shape.kind !== 'rows' && shape.kind !== 'pairs'

/**
 * The shape of a value that no definition describes: what is there tells what may be typed. A count stays
 * a count, decimal text stays decimal text, and no part is added or left out.
 */
export function inferShape(value: unknown): Shape {
  if (typeof value === 'boolean') return { kind: 'yes' }
  if (typeof value === 'number') {
    return Number.isInteger(value) ? { kind: 'whole', min: 0 } : { kind: 'measure' }
  }
  if (isDay(value)) return { kind: 'day' }
  if (typeof value === 'string') {
    return /^-?\d+(\.\d+)?$/.test(value) ? { kind: 'decimal', min: '0' } : text({ max: 500 })
  }
  if (Array.isArray(value)) {
    if (value.every((one) => typeof one !== 'object')) {
      return { kind: 'codes', numbers: value.every(Number.isInteger), none: 'refused' }
    }
    return { kind: 'rows', row: inferRow(value as Record<string, unknown>[]) }
  }
  if (value === null || typeof value !== 'object') return text({ max: 500, optional: true })
  const parts = Object.entries(value).map(([part, one]) => [part, inferShape(one)])
  return record(Object.fromEntries(parts))
}

function inferRow(all: readonly Record<string, unknown>[]): RecordShape {
  const parts: Record<string, Shape> = {}
  for (const part of new Set(all.flatMap((one) => Object.keys(one)))) {
    const said = all.map((one) => one[part]).filter((one) => one !== null && one !== undefined)
    const known = inferShape(said[0] ?? '')
    parts[part] =
      said.length < all.length && isLeaf(known) ? ({ ...known, optional: true } as Leaf) : known
  }
  return record(parts)
}

/** The parts alone that a page of many rules shows. */
export function briefShape(shape: Shape, parts: readonly string[] | undefined): Shape {
  if (!parts || shape.kind !== 'record') return shape
  return record(Object.fromEntries(parts.map((part) => [part, shape.parts[part]!])))
}
