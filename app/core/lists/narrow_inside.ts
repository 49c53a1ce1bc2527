import type { ListQuery } from '#core/lists/definition'

/**
 * Narrows a query of which a list's own query adds up the rows. The outer query took the inner one's
 * conditions when it was built; they are handed on to it anew.
 */
export function narrowInside(inner: ListQuery, sql: string, values: readonly unknown[]): void {
  inner.whereRaw(sql, values as string[])
  ;(inner as unknown as { toKnex(): unknown }).toKnex()
}
