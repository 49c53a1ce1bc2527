import { foot, head, Sheet, type SeededForm } from '#database/reference/data/forms/marks'

const INVOICES = [
  ['seq', 'م', 8, 'center'],
  ['no', 'رقم الفاتورة', 40],
  ['on', 'تاريخها', 24, 'center'],
  ['before_vat', 'القيمة قبل الضريبة', 38, 'left'],
  ['vat', 'ضريبة القيمة المضافة', 36, 'left'],
  ['total', 'الإجمالي', 40, 'left'],
] as const
const DEDUCTIONS = [
  ['name', 'الاستقطاع', 52],
  ['base', 'الوعاء', 26, 'left'],
  ['rate', 'الفئة أو السند', 26, 'center'],
  ['amount', 'المبلغ', 26, 'left'],
] as const

const first = head(new Sheet(), 'استمارة اعتماد صرف', 'نموذج 50 ع.ح', 210)

first.box(10, 29, 190, 88)
first.words('القسم (أ): بيان المستحق — تحرره الجهة الطالبة', [12, 30, 186], { isBold: true })
first.blank('الجهة الطالبة', 'department', [106, 37, 92], 22)
first.blank('نوع الصرف', 'type', [12, 37, 90], 18)
first.blank('المستفيد', 'payee', [106, 43.5, 92], 22)
first.blank('رقم الحساب', 'iban', [12, 43.5, 90], 18, { size: 8, align: 'left' })
first.blank('البيان', 'purpose', [12, 50, 186], 22, { height: 8.4, size: 8.5 })
first.blank('الارتباط رقم', 'commitment', [138, 60.5, 60], 22)
first.blank('رقم حجز الاعتماد', 'appropriation', [76, 60.5, 58], 25)
first.blank('طلب الاحتياج', 'need', [12, 60.5, 60], 21)
first.table('invoices', [12, 67.5, 186], INVOICES, { rows: 4, step: 6 })
first.words('الجملة', [126, 98.4, 72], { isBold: true })
first.value('before_vat', [88.8, 98.4, 36.4], { align: 'left', isBold: true })
first.value('vat', [52.8, 98.4, 34.4], { align: 'left', isBold: true })
first.value('gross', [12.8, 98.4, 38.4], { align: 'left', isBold: true })
first.blank('عدد المرفقات', 'papers', [138, 105.5, 60], 22, { align: 'center' })
first.blank('المحرر', 'clerk', [62, 105.5, 72], 14)
first.words('التوقيع: ....................................', [12, 105.5, 48], { size: 8 })
first.blank('تجاوز نقص المستندات', 'override', [12, 111.5, 186], 32, { size: 7.5, height: 4 })

first.box(10, 119, 190, 88)
first.words('القسم (ب): الاعتماد', [12, 120, 186], { isBold: true })
first.blank('البند', 'line', [76, 127, 122], 22)
first.blank('الصندوق أو الحساب', 'fund', [12, 127, 60], 26, { size: 8 })
first.table('deductions', [68, 134, 130], DEDUCTIONS, { rows: 8, step: 5 })
first.box(12, 134, 53, 45)
first.words('إجمالي المستحق', [14, 136, 49], { size: 8 })
first.value('gross', [14, 141, 49], { size: 11, isBold: true, align: 'left' })
first.words('جملة الاستقطاعات', [14, 150, 49], { size: 8 })
first.value('deductions', [14, 155, 49], { size: 11, isBold: true, align: 'left' })
first.words('الصافي المنصرف', [14, 164, 49], { size: 8 })
first.value('net', [14, 169, 49], { size: 12, isBold: true, align: 'left' })
first.blank('فقط (الصافي)', 'words', [12, 181, 186], 22, { height: 5.6, size: 9.5 })
first.signature('المراجع', 'reviewer', [153, 188.5, 45], 17)
first.signature('مراقب الحسابات', null, [106, 188.5, 45], 17)
first.signature('رئيس الحسابات', null, [59, 188.5, 45], 17)
first.signature('رئيس المصلحة', null, [12, 188.5, 45], 17)

first.box(10, 209, 190, 26)
first.words('القسم (ج): الوحدة الحسابية — القيد بدفتر 55 والتسميح', [12, 210, 186], {
  isBold: true,
})
first.blank('قيد دفتر 55 رقم', 'book55', [128, 217, 70], 26, { align: 'center' })
first.blank('بتاريخ', 'book55_on', [66, 217, 58], 14, { align: 'center' })
first.blank('سمح بالصرف', 'cleared_by', [128, 226, 70], 26)
first.blank('بتاريخ', 'cleared_on', [66, 226, 58], 14, { align: 'center' })
first.box(12, 214.5, 48, 18.5)
first.words('خاتم روجع', [13, 215, 46], { size: 7.5, align: 'center' })

first.box(10, 237, 190, 40)
first.words('القسم (د): القيد بدفتر 224 وأمر الدفع', [12, 238, 186], { isBold: true })
first.blank('قيد دفتر 224 رقم', 'book224', [128, 245, 70], 26, { align: 'center' })
first.blank('بتاريخ', 'posted_on', [66, 245, 58], 14, { align: 'center' })
first.blank('وسيلة الدفع', 'order_method', [12, 245, 50], 18)
first.blank('رقم الأمر أو الشيك', 'order_no', [128, 253, 70], 26, { align: 'center' })
first.blank('بتاريخ', 'order_on', [66, 253, 58], 14, { align: 'center' })
first.blank('بمبلغ', 'order_amount', [12, 253, 50], 18, { align: 'left' })
first.blank('التوقيع الأول', 'signed_first', [106, 261, 92], 26)
first.blank('التوقيع الثاني', 'signed_second', [12, 261, 90], 22)
first.blank('رد البنك', 'bank_answer', [106, 269, 92], 26)
first.words('موظف الشطب: ....................................', [12, 269, 90], { size: 8 })
foot(first, 279, 210)

const more = head(new Sheet('more'), 'استمارة اعتماد صرف', 'نموذج 50 ع.ح — صفحة استمرار', 210)
more.table('invoices', [12, 32, 186], INVOICES, { rows: 24, step: 6 })
more.table('deductions', [68, 188, 130], DEDUCTIONS, { rows: 16, step: 5 })
foot(more, 279, 210)

/** استمارة 50 ع.ح: sections أ–د on one A4, more invoices on continuation sheets. */
export const FORM_50: SeededForm = {
  form: 'form-50',
  ar: 'استمارة 50 ع.ح',
  en: 'Form 50',
  width: 210,
  height: 297,
  legal: 'اللائحة المالية للموازنة والحسابات، استمارة 50 ع.ح؛ المواضع تقاس على النموذج المطبوع',
  marks: [...first.marks, ...more.marks],
}
