import { createHash } from 'node:crypto'

/**
 * A value as JSON text that depends on nothing but the value: keys in order, amounts and months by
 * their own text. Two readings of the same figures give the same text.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part) => {
    if (typeof part === 'bigint') return String(part)
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}

/** SHA-256 of the canonical text. */
export function digestOf(value: unknown): Buffer {
  return createHash('sha256').update(canonicalJson(value)).digest()
}
