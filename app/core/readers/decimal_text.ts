const SCALE = 6

/** Σ of two signed decimal texts, exact to six decimals, with at least two decimals. */
export function addDecimals(a: string, b: string): string {
  return fromUnits(toUnits(a) + toUnits(b))
}

/** The same number with at least two decimals: `12`, `12.5` → `12.00`, `12.50`. */
export function withTwoDecimals(text: string): string {
  return fromUnits(toUnits(text))
}

function toUnits(text: string): bigint {
  const sign = text.startsWith('-') ? -1n : 1n
  const [whole = '0', fraction = ''] = text.replace(/^[-+]/, '').split('.')
  return sign * BigInt(whole + fraction.padEnd(SCALE, '0').slice(0, SCALE))
}

function fromUnits(units: bigint): string {
  const digits = String(units < 0n ? -units : units).padStart(SCALE + 1, '0')
  const whole = digits.slice(0, -SCALE)
  const fraction = digits.slice(-SCALE).replace(/0{1,4}$/, '')
  return `${units < 0n ? '-' : ''}${whole}.${fraction}`
}

/**
 * A double as plain decimal text, without exponent. A result of binary arithmetic such as
 * 1234.5600000000002 is given with the fifteen digits a sheet itself works with, so 1234.56.
 */
export function plainNumber(value: number): string {
  let text = String(Object.is(value, -0) ? 0 : value)
  if (!Number.isInteger(value) && text.replace(/^-?0?\.?0*|e.*$|\D/g, '').length > 15) {
    text = String(Number(value.toPrecision(15)))
  }
  const scientific = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text)
  if (!scientific) return text
  const [, sign = '', lead = '', rest = '', power = '0'] = scientific
  const exponent = Number(power)
  const digits = lead + rest
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`
  return sign + digits.padEnd(exponent + 1, '0')
}
