import { Money } from '#core/money'

/**
 * What of an amount is due after `elapsed` of `months` equal months, to the nearest piastre (half up).
 * Each month takes the difference to the month before, so the months together are the amount exactly.
 */
export function spreadUntil(amount: Money, months: number, elapsed: number): Money {
  const piastres = BigInt(amount.toString().replace('.', ''))
  const parts = BigInt(months)
  const passed = BigInt(Math.max(0, Math.min(elapsed, months)))
  return Money.piastres((2n * piastres * passed + parts) / (2n * parts))
}

/** The same in SQL, over columns of a row of values; `elapsed` is an expression of months. */
export function spreadUntilSql(amount: string, months: string, elapsed: string): string {
  const piastres = `CAST(${amount} * 100 AS SIGNED)`
  return `CAST((2 * ${piastres} * LEAST(${elapsed}, ${months}) + ${months}) DIV (2 * ${months}) AS DECIMAL(18,0)) / 100`
}
