/** `-12.50` → -1250n. */
export function toPiastres(text: string): bigint {
  return BigInt(text.replace('.', ''))
}
