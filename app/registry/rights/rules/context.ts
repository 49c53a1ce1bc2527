import type { Day } from '#core/days'
import type { Trx } from '#core/within'
import type Asset from '#registry/models/asset'
import type Right from '#registry/models/right'
import type { Fraction, WrittenShare } from '#registry/rights/shares'

/** A right before the rules: itself, its asset held under lock, its shares, and the day of judgement. */
export interface RightCase {
  right: Right
  asset: Asset
  shares: readonly (WrittenShare & Fraction)[]
  on: Day
  trx: Trx
}

/** Rows of a plain query inside the transaction. */
export async function rowsOf(
  trx: Trx,
  sql: string,
  values: Record<string, unknown>
): Promise<Record<string, any>[]> {
  const [rows] = await trx.rawQuery(sql, values as Record<string, string>)
  return rows
}
