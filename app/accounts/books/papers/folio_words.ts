/** Words of the books' columns, in Arabic as the forms have them. */
export const FOLIO_WORDS = {
  ar: {
    ...{ day: 'التاريخ', entry: 'القيد', code: 'الحساب', said: 'البيان', debit: 'مدين' },
    ...{ credit: 'دائن', balance: 'الرصيد', brought: 'نقل من قبله', carried: 'نقل بعده' },
    ...{ total: 'جملة الشهر', empty: 'لا حركة ولا رصيد في هذا الشهر.', account: 'الحساب' },
    ...{ b55: 'رقم 55', form: 'استمارة 50', b224: 'رقم 224', payee: 'المستفيد' },
    ...{ department: 'الجهة الطالبة', gross: 'الجملة', back: 'المردود', held: 'الاستقطاعات' },
    ...{ net: 'الصافي', order: 'أمر الدفع', section: 'القسم', payments: 'صرفيات' },
    ...{ settlements: 'تسويات', revenue: 'جملة الإيرادات', expense: 'جملة المصروفات' },
    ...{ nothing: 'صفر', lines: 'السطور', days: 'الأيام والحسابات', accounts: 'الحسابات' },
    ...{ dr: 'مدين', cr: 'دائن', credits: 'الحسابات والاعتمادات', forms: 'الاستمارات' },
  },
  en: {
    ...{ day: 'Day', entry: 'Entry', code: 'Account', said: 'Description', debit: 'Debit' },
    ...{ credit: 'Credit', balance: 'Balance', brought: 'Brought forward' },
    ...{ carried: 'Carried forward', total: 'Of the month', account: 'Account' },
    ...{ empty: 'Neither movement nor balance in this month.', b55: 'No. in 55' },
    ...{ form: 'Form 50', b224: 'No. in 224', payee: 'Payee', department: 'Asked by' },
    ...{ gross: 'Gross', back: 'Taken back', held: 'Held back', net: 'Net', order: 'Order' },
    ...{ section: 'Section', payments: 'Payments', settlements: 'Settlements' },
    ...{ revenue: 'Revenue', expense: 'Expenditure', nothing: 'nil', lines: 'Lines' },
    ...{ days: 'Days and accounts', accounts: 'Accounts', dr: 'Dr', cr: 'Cr' },
    ...{ credits: 'Accounts and credits', forms: 'Forms' },
  },
} as const
