import { Month } from '#core/fiscal'
import type { Day } from '#core/days'
import type { Money } from '#core/money'
import type { Trx } from '#core/within'
import {
  AlreadyCapitalisedError,
  MonthDepreciatedError,
  NotCapitalisedError,
  OrderAmountError,
  ValuationNeededError,
} from '#registry/books/errors'
import { lastDepreciated } from '#registry/books/months'

export interface Ordered {
  kind: 'capitalisation' | 'revaluation' | 'disposal'
  unitId: number
  assetId: number
  code: string
  effectiveOn: Day
  amount: Money
  salvage?: Money | null
  valuationId?: number | null
}

/** Whether an order can stand in the books as they are; asked when it is made and when it is approved. */
export async function assertApplicable(order: Ordered, trx: Trx): Promise<void> {
  const { kind, amount, salvage } = order
  if (kind !== 'disposal' && !amount.isPositive()) {
    throw new OrderAmountError('القيمة يجب أن تزيد على الصفر.', 'The value must be above zero.')
  }
  if (salvage && salvage.compare(amount) >= 0) {
    throw new OrderAmountError(
      `القيمة التخريدية ${salvage} يجب أن تقل عن القيمة ${amount}.`,
      `The salvage value ${salvage} must be below the value ${amount}.`
    )
  }
  const [[value]] = await trx.rawQuery(
    `SELECT MAX(v.is_open) AS isOpen, MIN(v.spread_from) AS since,
       SUM(v.asset_id IS NULL AND (b.closed_on IS NULL OR b.closed_on > ?)) AS missing
     FROM depreciation_books b LEFT JOIN asset_book_values v ON v.book_id = b.id AND v.asset_id = ?`,
    [order.effectiveOn, order.assetId]
  )
  if (kind === 'capitalisation') {
    if (Number(value.missing) === 0) throw new AlreadyCapitalisedError(order.code)
  } else if (!value.isOpen) {
    throw new NotCapitalisedError(order.code)
  } else if (Month.containing(order.effectiveOn).first < value.since) {
    throw new OrderAmountError(
      'تاريخ الأمر يسبق آخر تغيير لقيمة الأصل.',
      'The order is dated before the last change of the asset’s value.'
    )
  }
  const last = await lastDepreciated(order.unitId, trx)
  if (last && order.effectiveOn <= last.last)
    throw new MonthDepreciatedError(order.effectiveOn, last)
  if (kind === 'revaluation') await assertValued(order, trx)
}

async function assertValued(order: Ordered, trx: Trx): Promise<void> {
  const [[found]] = await trx.rawQuery(
    `SELECT id FROM valuations WHERE id = ? AND asset_id = ? AND status = 'approved' AND amount = ?
       AND basis <> 'rent' AND valued_on <= ? AND valid_until >= ?`,
    [
      order.valuationId ?? 0,
      order.assetId,
      order.amount.toString(),
      order.effectiveOn,
      order.effectiveOn,
    ]
  )
  if (!found) throw new ValuationNeededError()
}
