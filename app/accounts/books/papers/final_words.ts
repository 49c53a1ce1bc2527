/** Words of the final account, in Arabic as it is signed. */
export const FINAL_WORDS = {
  ar: {
    ...{ revenue: 'الموارد', expense: 'الاستخدامات', code: 'الحساب', name: 'اسمه' },
    ...{ actual: 'الفعلي', total: 'الجملة', nothing: 'لا شيء.', chapter: 'الباب' },
    ...{ execution: 'تنفيذ الموازنة بالأبواب', original: 'الربط الأصلي', revised: 'المعدل' },
    ...{ bound: 'الارتباطات القائمة', paid: 'المنصرف', left: 'الوفر' },
    ...{ uses: 'جملة الاستخدامات', carried: 'الارتباطات المرحلة', from: 'الارتباط' },
    ...{ to: 'رقمه في السنة التالية', purpose: 'الغرض', amount: 'المرحل' },
    ...{ balances: 'ترحيل الأرصدة', cd: 'آخر السنة مدين', cc: 'آخر السنة دائن' },
    ...{ od: 'أول التالية مدين', oc: 'أول التالية دائن' },
  },
  en: {
    ...{ revenue: 'Resources', expense: 'Uses', code: 'Account', name: 'Name' },
    ...{ actual: 'Actual', total: 'Total', nothing: 'Nothing.', chapter: 'Chapter' },
    ...{ execution: 'Execution by chapter', original: 'First approved', revised: 'Revised' },
    ...{ bound: 'Open commitments', paid: 'Paid', left: 'Left', uses: 'Uses' },
    ...{ carried: 'Commitments carried', from: 'Commitment', to: 'Goes on as' },
    ...{ purpose: 'Purpose', amount: 'Carried', balances: 'Balances rolled over' },
    ...{ cd: 'Closes, debit', cc: 'Closes, credit', od: 'Opens, debit', oc: 'Opens, credit' },
  },
} as const
