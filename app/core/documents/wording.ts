import type { Locale } from '#core/domain_error'

/** The document's own few words. */
export interface Wording {
  page: (number: string) => string
  reportNumber: string
  generatedAt: string
  seal: string
  total: string
  continued: string
  noRows: string
  name: string
  signature: string
  date: string
}

export const WORDING: Record<Locale, Wording> = {
  ar: {
    page: (number) => `صفحة ${number} من`,
    reportNumber: 'رقم التقرير',
    generatedAt: 'أُعد في',
    seal: 'ختم الأرقام',
    total: 'الإجمالي',
    continued: 'تابع',
    noRows: 'لا توجد بيانات لهذا الاختيار.',
    name: 'الاسم',
    signature: 'التوقيع',
    date: 'التاريخ',
  },
  en: {
    page: (number) => `Page ${number} of`,
    reportNumber: 'Report',
    generatedAt: 'Prepared',
    seal: 'Seal of figures',
    total: 'Total',
    continued: 'continued',
    noRows: 'There is nothing to show for this choice.',
    name: 'Name',
    signature: 'Signature',
    date: 'Date',
  },
}
