import { formatDay } from '#core/days'
import { sentence } from '#core/domain_error'
import { Month } from '#core/fiscal'
import { notUnder } from '#rules/guards'
import type { Guard } from '#rules/rule_table'

/** Rules of money do not change under a month that a unit has locked. */
export const noLockedMonth: Guard = async ({ from }, trx) => {
  const [[locked]] = await trx.rawQuery(
    `SELECT p.month, u.name_ar, u.name_en FROM accounting_periods p JOIN units u ON u.id = p.unit_id
     WHERE p.state = 'locked' AND LAST_DAY(p.month) >= ? ORDER BY p.month DESC LIMIT 1`,
    [from]
  )
  if (!locked) return null
  const month = Month.containing(locked.month)
  return {
    said: sentence(
      `شهر ${month.label('ar')} مقفل لدى ${locked.name_ar}، فلا يتغير ما يسري فيه.`,
      `${month.label('en')} is locked at ${locked.name_en}: what holds in it does not change.`
    ),
    cure: sentence(
      `اختر يومًا بعد ${formatDay(month.last, 'ar')}.`,
      `Choose a day after ${formatDay(month.last, 'en')}.`
    ),
  }
}

/** Forms 50 that took the rates of their day: drafts too, whose figures stand as they were written. */
export const noVoucherOfType = notUnder(async ({ key, from }, trx) => {
  const [[last]] = await trx.rawQuery(
    `SELECT v.due_on, v.number, v.fiscal_year, u.name_ar, u.name_en FROM payment_vouchers v
     JOIN units u ON u.id = v.unit_id
     WHERE v.payment_type = ? AND v.due_on >= ? AND v.status <> 'void' ORDER BY v.due_on DESC, v.id DESC LIMIT 1`,
    [key.payment_type!, from]
  )
  if (!last) return null
  const no = `${last.number}/${last.fiscal_year}`
  return {
    on: last.due_on,
    ar: `استمارة الصرف رقم ${no} (${last.name_ar})`,
    en: `form 50 no. ${no} (${last.name_en})`,
  }
})
