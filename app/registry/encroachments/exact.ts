/** A decimal text as a whole number of its last places: `('5.25', 4)` is 52500n. */
export function scaled(text: string, places: number): bigint {
  const [whole = '0', decimals = ''] = text.split('.')
  return BigInt(whole + decimals.padEnd(places, '0').slice(0, places))
}

/** A division rounded half up; both above zero or zero. */
export function halfUp(numerator: bigint, denominator: bigint): bigint {
  return (numerator * 2n + denominator) / (denominator * 2n)
}

/** One feddan is 25,205/6 square metres. */
export const FEDDAN = { numerator: 25_205n, denominator: 6n } as const
