import { Month } from '#core/fiscal'
import type { Trx } from '#core/within'
import { reverseEntry } from '#accounts/actions/post_entry'
import AssetOrder from '#registry/models/asset_order'
import { DepreciationStandsError } from '#registry/books/errors'
import { lastDepreciated } from '#registry/books/months'

/**
 * Takes the last depreciated month of a unit back: the mirror of each entry in every book, and of the
 * ledger's. The months come off in the reverse of their order; one after which an asset was revalued or
 * went stays.
 * @returns the reversing entry of the ledger, or null when the month posted none
 * @throws DepreciationStandsError, PeriodLockedError
 */
export async function takeBackMonth(
  order: AssetOrder,
  by: { id: number },
  trx: Trx
): Promise<number | null> {
  await trx.rawQuery('SELECT id FROM units WHERE id = ? FOR UPDATE', [order.unitId])
  const run = await AssetOrder.findOrFail(order.reversesId!, { client: trx })
  await assertLast(run, trx)
  const month = Month.containing(run.effectiveOn)
  await trx.rawQuery(
    `INSERT INTO asset_book_entries (unit_id, asset_id, book_id, order_id, kind, effective_on, cost, accumulated)
     SELECT unit_id, asset_id, book_id, ?, 'reversal', effective_on, 0, -accumulated
     FROM asset_book_entries WHERE order_id = ?`,
    [order.id, run.id]
  )
  const moved = `UPDATE asset_book_values v JOIN asset_book_entries e
       ON e.asset_id = v.asset_id AND e.book_id = v.book_id AND e.order_id = ?`
  await trx.rawQuery(`${moved} SET v.accumulated = v.accumulated - e.accumulated`, [run.id])
  await trx.rawQuery(`${moved} SET v.last_month = IF(v.accumulated = 0, NULL, ?)`, [
    run.id,
    month.previous().first,
  ])
  await endYearAgain(order.unitId, month, trx)
  order.amount = run.amount
  if (!run.ledgerEntryId) return null
  const reason = `عكس إهلاك ${month.label('ar')}، أمر ${order.label}`
  const reversed = await reverseEntry(run.ledgerEntryId, {
    postedOn: run.effectiveOn,
    reason,
    trx,
    by,
  })
  return reversed.id
}

/** @throws DepreciationStandsError for a month that others follow, or a later change of a value */
export async function assertLast(run: AssetOrder, trx: Trx): Promise<void> {
  const last = await lastDepreciated(run.unitId, trx)
  const isLast = run.kind === 'depreciation' && run.status === 'approved'
  if (!isLast || last?.last !== run.effectiveOn) throw new DepreciationStandsError(last)
  const [[later]] = await trx.rawQuery(
    `SELECT 1 FROM asset_orders o JOIN asset_book_entries e ON e.asset_id = o.asset_id AND e.order_id = ?
     WHERE o.kind IN ('revaluation', 'disposal') AND o.status = 'approved' AND o.effective_on > ? LIMIT 1`,
    [run.id, run.effectiveOn]
  )
  if (later) throw new DepreciationStandsError(last)
}

/**
 * With July the new year of declining values goes: each shares out again what it did before, by its last
 * order or by the July of the year before, whichever is later.
 */
async function endYearAgain(unitId: number, month: Month, trx: Trx): Promise<void> {
  if (month.first !== month.fiscalYear.first) return
  const july = month.fiscalYear.previous().first
  await trx.rawQuery(
    `UPDATE asset_book_values v JOIN (
       SELECT asset_id, book_id, GREATEST(began, ?) AS since, TIMESTAMPDIFF(MONTH, GREATEST(began, ?), ?) AS months,
         IF(began < ?, before_july, 0) AS base
       FROM (
         SELECT v.asset_id, v.book_id,
           CAST(DATE_FORMAT(MAX(IF(e.kind IN ('capitalisation', 'revaluation'), e.effective_on, NULL)), '%Y-%m-01') AS DATE) AS began,
           SUM(IF(e.effective_on < ?, e.accumulated, 0)) AS before_july
         FROM asset_book_values v JOIN asset_book_entries e FORCE INDEX (asset_book_entries_asset)
           ON e.asset_id = v.asset_id AND e.book_id = v.book_id
         WHERE v.unit_id = ? AND v.is_open = 1 AND v.method = 'declining' AND v.spread_from = ?
         GROUP BY v.asset_id, v.book_id) orders
       WHERE began < ?) old ON old.asset_id = v.asset_id AND old.book_id = v.book_id
     SET v.spread_base = old.base, v.spread_from = old.since, v.spread_months = old.months,
       v.spread = GREATEST(0, LEAST(v.cost - old.base - v.salvage,
         CAST((2 * CAST(ROUND((v.cost - old.base) * v.yearly_rate, 2) * 100 AS SIGNED) * old.months + 12) DIV 24 AS DECIMAL(18,0)) / 100))`,
    [july, july, month.first, july, july, unitId, month.first, month.first]
  )
}
