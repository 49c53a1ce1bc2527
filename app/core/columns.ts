import { column } from '@adonisjs/lucid/orm'
import type { ColumnOptions } from '@adonisjs/lucid/types/model'
import { isDay, type Day } from '#core/days'
import { Money } from '#core/money'

type Options = Partial<ColumnOptions>

/**
 * DECIMAL(18,2) ↔ {@link Money}. NULL stays null. A number coming out of the driver means that decimals
 * are read as floats (`decimalNumbers`), which this house never does, so it stops there.
 */
export function moneyColumn(options: Options = {}) {
  return column({
    ...options,
    prepare: (value, attribute) => (isAbsent(value) ? value : moneyOf(value, attribute).toString()),
    consume: (value, attribute) => (isAbsent(value) ? value : moneyOf(value, attribute)),
    serialize: (value: Money | null | undefined) => value?.toString() ?? null,
  })
}

/** TINYINT(1) ↔ boolean: the driver gives 0 and 1. */
export function booleanColumn(options: Options = {}) {
  return column({
    ...options,
    prepare: (value) => (isAbsent(value) ? value : Boolean(value)),
    consume: (value, attribute) => {
      if (isAbsent(value) || typeof value === 'boolean') return value
      if (value === 0 || value === 1) return value === 1
      throw new TypeError(`${attribute}: ${String(value)} is neither true nor false`)
    },
  })
}

/**
 * DATE ↔ ISO `yyyy-mm-dd` text. A fiscal day has no zone, so it is never a Date: the connection must
 * have `dateStrings: ['DATE']`.
 */
export function fiscalDateColumn(options: Options = {}) {
  return column({ ...options, prepare: dayOrNothing, consume: dayOrNothing })
}

/** JSON ↔ plain data, whichever of text or parsed value the driver gives. Assign, never mutate. */
export function jsonColumn(options: Options = {}) {
  return column({
    ...options,
    prepare: (value) => (isAbsent(value) ? value : JSON.stringify(value)),
    consume: (value) => (typeof value === 'string' ? JSON.parse(value) : value),
  })
}

function isAbsent(value: unknown): value is null | undefined {
  return value === null || value === undefined
}

function moneyOf(value: unknown, attribute: string): Money {
  if (value instanceof Money) return value
  if (typeof value === 'string') return Money.of(value)
  throw new TypeError(`${attribute}: money is Money or decimal text, never ${typeof value}`)
}

function dayOrNothing(value: unknown, attribute: string): Day | null | undefined {
  if (isAbsent(value)) return value
  if (isDay(value)) return value
  throw new TypeError(`${attribute}: a fiscal day is yyyy-mm-dd text, not ${String(value)}`)
}
