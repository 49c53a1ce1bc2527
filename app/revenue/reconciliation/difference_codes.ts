import { sentence, type Sentence } from '#core/domain_error'

/** Who usually acts on a difference: a role's code. */
type Actor =
  'revenue_officer' | 'state_property_officer' | 'cashier' | 'finance_officer' | 'accounts_head'

export interface DifferenceKind {
  name: Sentence
  /** What to do next, as an order to the person who acts. */
  nextStep: Sentence
  usuallyActs: Actor
}

/** Every difference by name, in the order in which lists and reports show them. */
export const DIFFERENCE_KINDS = {
  unpaid: {
    name: sentence('مستحق لم يُسدد', 'Unpaid charge'),
    nextStep: sentence(
      'طالب المنتفع بالسداد، وإن مضى الأجل فابدأ إجراءات التحصيل.',
      'Claim the payment from the party; once overdue, start collection.'
    ),
    usuallyActs: 'revenue_officer',
  },
  part_paid: {
    name: sentence('مستحق سُدد جزء منه', 'Partly paid charge'),
    nextStep: sentence('طالب المنتفع بباقي المستحق.', 'Claim the rest from the party.'),
    usuallyActs: 'revenue_officer',
  },
  duplicate_receipt: {
    name: sentence('سداد مكرر لنفس المستحق', 'Charge paid twice'),
    nextStep: sentence(
      'راجع القسيمتين مع المنتفع: رُد المبلغ أو رحّله لمستحق آخر بقرار.',
      'Check both receipts with the party: refund it, or carry it to another charge by a decision.'
    ),
    usuallyActs: 'revenue_officer',
  },
  overpaid: {
    name: sentence('سداد أكثر من المستحق', 'Paid more than due'),
    nextStep: sentence(
      'راجع المبلغ مع المنتفع: رُد الزيادة أو رحّلها لمستحق قادم بقرار.',
      'Check the amount with the party: refund the surplus, or carry it forward by a decision.'
    ),
    usuallyActs: 'revenue_officer',
  },
  receipt_on_expired_right: {
    name: sentence('تحصيل على ترخيص أو عقد منتهٍ', 'Receipt on an expired right'),
    nextStep: sentence(
      'جدد الترخيص أو العقد أو أوقف الانتفاع، ولا تحصل عليه قبل ذلك.',
      'Renew the right or stop the use; collect nothing on it before that.'
    ),
    usuallyActs: 'state_property_officer',
  },
  receipt_without_charge: {
    name: sentence('قسيمة بلا مستحق', 'Receipt without a charge'),
    nextStep: sentence(
      'ابحث عن المستحق المقصود (راجع الاقتراحات)، أو سجل المستحق الناقص.',
      'Find the charge that was meant (see the suggestions), or record the missing charge.'
    ),
    usuallyActs: 'revenue_officer',
  },
  receipt_number_gap: {
    name: sentence('رقم قسيمة مفقود من الدفتر', 'Receipt number missing from its book'),
    nextStep: sentence(
      'اطلب من الصراف أصل القسيمة أو صورتها الملغاة، وأثبت ما تبين.',
      'Ask the cashier for the receipt or its voided copy, and record what is found.'
    ),
    usuallyActs: 'cashier',
  },
  voided_receipt_banked: {
    name: sentence('قسيمة ملغاة ضمن حافظة توريد', 'Voided receipt in a deposit'),
    nextStep: sentence(
      'تحقق من سبب الإلغاء: إن ورد المبلغ فعلًا فالإلغاء غير صحيح.',
      'Check why it was voided: if the money was deposited, the void is wrong.'
    ),
    usuallyActs: 'finance_officer',
  },
  cash_not_deposited: {
    name: sentence('متحصلات لم تُورد', 'Collected but not deposited'),
    nextStep: sentence(
      'كلف الصراف بتوريد المبلغ فورًا وسجل الحافظة، وأخطر المراجعة إن تأخر.',
      'Have the cashier deposit it at once and record the slip; tell the inspectors if it is late.'
    ),
    usuallyActs: 'cashier',
  },
  slip_short: {
    name: sentence('حافظة أقل من قسائمها', 'Deposit less than its receipts'),
    nextStep: sentence(
      'طابق الحافظة بقسائمها واطلب من الصراف توريد العجز.',
      'Compare the slip with its receipts and have the cashier deposit the shortfall.'
    ),
    usuallyActs: 'cashier',
  },
  slip_over: {
    name: sentence('حافظة أكثر من قسائمها', 'Deposit more than its receipts'),
    nextStep: sentence(
      'ابحث عن قسائم لم تُسجل أو سُجلت على حافظة أخرى.',
      'Look for receipts not recorded, or recorded under another slip.'
    ),
    usuallyActs: 'finance_officer',
  },
  slip_not_in_bank: {
    name: sentence('حافظة لم تظهر في البنك', 'Deposit not in the bank'),
    nextStep: sentence(
      'اطلب من الصراف إيصال الإيداع وراجع البنك به.',
      "Ask the cashier for the bank's stamped slip and take it up with the bank."
    ),
    usuallyActs: 'finance_officer',
  },
  bank_credit_without_slip: {
    name: sentence('إيداع بنكي بلا حافظة', 'Bank credit without a deposit'),
    nextStep: sentence(
      'اعرف مصدر الإيداع من البنك، وسجل الحافظة أو دفعة التسوية الناقصة.',
      'Learn its origin from the bank and record the missing slip or batch.'
    ),
    usuallyActs: 'finance_officer',
  },
  bank_amount_differs: {
    name: sentence('مبلغ البنك يخالف الحافظة', 'Bank amount differs from the deposit'),
    nextStep: sentence(
      'قارن إيصال الإيداع بكشف البنك، واطلب التصحيح من المخطئ.',
      'Compare the stamped slip with the statement and have the wrong one corrected.'
    ),
    usuallyActs: 'finance_officer',
  },
  wrong_account: {
    name: sentence('إيداع في حساب آخر', 'Deposited to another account'),
    nextStep: sentence(
      'اطلب من البنك تحويل المبلغ إلى الحساب الصحيح.',
      'Ask the bank to transfer the amount to the right account.'
    ),
    usuallyActs: 'accounts_head',
  },
  returned_cheque: {
    name: sentence('شيك مرتد', 'Returned cheque'),
    nextStep: sentence(
      'أخطر المنتفع بارتداد الشيك، وحصل قيمته نقدًا أو بدأ الإجراءات القانونية.',
      'Tell the party, collect the amount in cash or start the legal steps.'
    ),
    usuallyActs: 'revenue_officer',
  },
  expired_right_in_use: {
    name: sentence('موقع مستغل بعد انتهاء ترخيصه', 'Site in use after its right ended'),
    nextStep: sentence(
      'جدد الترخيص أو أزل الإشغال، واحسب مقابل المدة المنقضية.',
      'Renew the right or remove the use, and bill the time since it ended.'
    ),
    usuallyActs: 'state_property_officer',
  },
  double_right: {
    name: sentence('ترخيصان لموقع واحد', 'Two rights on one site'),
    nextStep: sentence(
      'راجع الملفين وأوقف الترخيص الصادر خطأ.',
      'Check both files and stop the right granted by mistake.'
    ),
    usuallyActs: 'state_property_officer',
  },
  unlicensed_use: {
    name: sentence('موقع مستغل بلا ترخيص', 'Site in use without any right'),
    nextStep: sentence(
      'حرر محضرًا بالإشغال، ورخص الموقع أو أزل ما عليه.',
      'Record the occupation; license the site or clear it.'
    ),
    usuallyActs: 'state_property_officer',
  },
  never_charged: {
    name: sentence('ترخيص لم يصدر له مستحق', 'Right that was never charged'),
    nextStep: sentence('أصدر المستحق عن هذه المدة.', 'Issue the charge of this period.'),
    usuallyActs: 'revenue_officer',
  },
} as const satisfies Record<string, DifferenceKind>

export type DifferenceCode = keyof typeof DIFFERENCE_KINDS

/** The codes in their order. */
export const CODES = Object.keys(DIFFERENCE_KINDS) as DifferenceCode[]

export function isDifferenceCode(text: string): text is DifferenceCode {
  return Object.hasOwn(DIFFERENCE_KINDS, text)
}
