import { sentence } from '#core/domain_error'
import type { ImportDefinition } from '#core/imports/definition'

/** Why a row of the bank's answer does not land, in words. */
export const answerReasons: NonNullable<ImportDefinition['reasons']> = {
  unknown_order: (no) =>
    sentence(
      `لا يوجد في الوحدة أمر دفع برقم «${no}». راجع الرقم والسنة المالية.`,
      `The unit has no payment order "${no}". Check number and fiscal year.`
    ),
  order_amount_differs: (said, recorded) =>
    sentence(
      `المبلغ ${said} غير مبلغ الأمر ${recorded}. راجع البنك.`,
      `The amount ${said} is not the order’s ${recorded}. Ask the bank.`
    ),
  order_iban_differs: (said, recorded) =>
    sentence(
      `الحساب ${said} غير حساب المستفيد في الأمر ${recorded}. راجع البنك قبل أي قيد.`,
      `The account ${said} is not the payee’s account ${recorded} of the order. Ask the bank before anything is posted.`
    ),
  order_not_sent: (no) =>
    sentence(
      `الأمر «${no}» لم يكتمل توقيعه أو ألغي، فلا رد للبنك عليه.`,
      `Order "${no}" is not signed by two or is void: the bank cannot have answered.`
    ),
  order_answered: (_, recorded) =>
    sentence(
      `سبق تسجيل رد البنك على هذا الأمر (${recorded === 'executed' ? 'منفذ' : 'مرفوض'}). لا يسجل مرتين.`,
      `The answer on this order is recorded already (${recorded}). It is not recorded twice.`
    ),
  before_order: (day, made) =>
    sentence(
      `تاريخ الرد ${day} قبل تحرير الأمر في ${made}.`,
      `The answer of ${day} is before the order was made on ${made}.`
    ),
  answer_in_future: (day) =>
    sentence(`تاريخ الحق ${day} لم يأت بعد.`, `The value date ${day} has not come yet.`),
  reason_needed: () =>
    sentence(
      'الأمر مرفوض بغير سبب. اكتب سبب البنك.',
      'The order is refused without a reason. Give the bank’s.'
    ),
}
