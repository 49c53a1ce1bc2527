import type { Trx } from '#core/within'

export const after = ['units']

/** Days of grace (مهلة السداد) of what the house bills, from the first day it can be asked for. */
export default async function loadBilling(trx: Trx): Promise<void> {
  await trx.rawQuery(
    `INSERT INTO dated_settings (name, unit_id, value, valid_from, legal_reference, confirmed, note)
     VALUES ('revenue.billing.payment_days', NULL, ?, '2000-07-01', ?, 0, ?)
     ON DUPLICATE KEY UPDATE dated_settings.name = dated_settings.name`,
    [
      JSON.stringify({
        usage: 15,
        holdover: 15,
        rent: 0,
        instalment: 0,
        examination: 15,
        inspection: 15,
        price: 30,
      }),
      'مهل السداد في العقود وقواعد عمل ديوان؛ تُعتمد بقرار السلطة المختصة بالمحافظة',
      'أيام السماح من أول يوم تجوز فيه المطالبة إلى تاريخ الاستحقاق، لكل مصدر',
    ]
  )
}
