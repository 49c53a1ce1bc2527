import type { Day } from '#core/days'
import { Money } from '#core/money'
import type { Trx } from '#core/within'
import type AssetOrder from '#registry/models/asset_order'

/** Where an asset stands in one book. */
export interface BookValue {
  bookId: number
  isPosted: boolean
  cost: Money
  accumulated: Money
  salvage: Money
  /** What earlier revaluations left in the surplus for it. */
  surplus: Money
  method: 'straight_line' | 'declining' | 'none'
  yearlyRate: string | null
  spreadMonths: number | null
  spreadFrom: string
}

/** The open values of an asset in the books that are open on a day, held until the transaction ends. */
export async function holdValues(assetId: number, on: Day, trx: Trx): Promise<BookValue[]> {
  const [rows] = await trx.rawQuery(
    `SELECT v.*, b.is_posted FROM asset_book_values v JOIN depreciation_books b ON b.id = v.book_id
     WHERE v.asset_id = ? AND v.is_open = 1 AND (b.closed_on IS NULL OR b.closed_on > ?)
     ORDER BY v.book_id FOR UPDATE`,
    [assetId, on]
  )
  return (rows as Record<string, any>[]).map((row) => ({
    bookId: Number(row.book_id),
    isPosted: Boolean(row.is_posted),
    cost: Money.of(row.cost),
    accumulated: Money.of(row.accumulated),
    salvage: Money.of(row.salvage),
    surplus: Money.of(row.surplus),
    method: row.method,
    yearlyRate: row.yearly_rate === null ? null : String(row.yearly_rate),
    spreadMonths: row.spread_months,
    spreadFrom: row.spread_from,
  }))
}

/** The books an asset stands or stood in. */
export async function booksOf(assetId: number, trx: Trx): Promise<Set<number>> {
  const rows = await trx.from('asset_book_values').where('asset_id', assetId).select('book_id')
  return new Set(rows.map((row) => Number(row.book_id)))
}

/** Writes what an order changed in one book; entries are only ever added. */
export async function writeEntry(
  order: AssetOrder,
  bookId: number,
  change: { cost: Money; accumulated: Money; surplus?: Money },
  trx: Trx
): Promise<void> {
  if (change.cost.isZero() && change.accumulated.isZero()) return
  await trx.rawQuery(
    `INSERT INTO asset_book_entries (unit_id, asset_id, book_id, order_id, kind, effective_on, cost, accumulated, surplus)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      order.unitId,
      order.assetId!,
      bookId,
      order.id,
      order.kind,
      order.effectiveOn,
      change.cost.toString(),
      change.accumulated.toString(),
      (change.surplus ?? Money.zero).toString(),
    ]
  )
}
