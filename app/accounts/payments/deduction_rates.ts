import { Money } from '#core/money'
import type { Day } from '#core/days'
import type { Trx } from '#core/within'
import type { DeductionRate } from '#accounts/payments/deductions'

/** Deductions of a payment type as they hold on a day, in the order in which they are taken. */
export async function deductionRatesOf(
  paymentType: string,
  on: Day,
  trx: Pick<Trx, 'rawQuery'>
): Promise<DeductionRate[]> {
  const [rows] = await trx.rawQuery(
    `SELECT id, kind, name_ar AS nameAr, name_en AS nameEn, method, base, of_kind AS ofKind, rate,
       applies_above AS appliesAbove, exempt, round_to AS roundTo
     FROM deduction_rates WHERE payment_type = ? AND valid_from <= ? AND (valid_to IS NULL OR valid_to > ?)
     ORDER BY sort_order, id`,
    [paymentType, on, on]
  )
  return rows.map((row: Record<string, any>) => ({
    ...row,
    id: Number(row.id),
    appliesAbove: Money.of(row.appliesAbove),
    exempt: Money.of(row.exempt),
    roundTo: Money.of(row.roundTo),
  }))
}
