import { foot, head, Sheet, type SeededForm } from '#database/reference/data/forms/marks'

const MEASURED = 'المواضع تقاس على النموذج المطبوع'

const LINES = [
  ['seq', 'م', 8, 'center'],
  ['code', 'الحساب', 28, 'center'],
  ['name', 'اسمه', 78],
  ['debit', 'مدين', 36, 'left'],
  ['credit', 'دائن', 36, 'left'],
] as const

const entry = head(new Sheet(), 'إذن قيد', 'دفتر 224 ع.ح: صرفيات وتسويات', 210)
entry.blank('استمارة 50 رقم', 'form50', [138, 31, 60], 25)
entry.blank('قيد دفتر 55 رقم', 'book55', [76, 31, 58], 25)
entry.blank('رقم القيد', 'entry', [12, 31, 60], 18)
entry.blank('المستفيد', 'payee', [12, 38, 186], 25)
entry.blank('البيان', 'purpose', [12, 45, 186], 25, { height: 8.4, size: 8.5 })
entry.table('lines', [12, 58, 186], LINES, { rows: 14, step: 7 })
entry.words('الجملة', [84.8, 165, 113], { isBold: true })
entry.value('debit', [48.8, 165, 34.4], { align: 'left', isBold: true })
entry.value('credit', [12.8, 165, 34.4], { align: 'left', isBold: true })
entry.blank('فقط (إجمالي القيد)', 'words', [12, 174, 186], 30, { height: 5.6 })
entry.signature('حرره', 'poster', [140, 186, 58], 22)
entry.signature('المراجع', 'reviewer', [76, 186, 58], 22)
entry.signature('رئيس الحسابات', null, [12, 186, 58], 22)
foot(entry, 215, 210)
const entryMore = head(new Sheet('more'), 'إذن قيد', 'دفتر 224 ع.ح — صفحة استمرار', 210)
entryMore.table('lines', [12, 32, 186], LINES, { rows: 30, step: 7 })
foot(entryMore, 279, 210)

const extract = head(new Sheet(), 'مستخرج من دفتر 55 ع.ح', 'قيد استمارات اعتماد الصرف', 210)
extract.blank('رقم القيد', 'book55', [138, 31, 60], 25, { align: 'center' })
extract.blank('تاريخه', 'book55_on', [76, 31, 58], 25, { align: 'center' })
extract.blank('استمارة 50 رقم', 'form50', [12, 31, 60], 25)
extract.blank('الجهة الطالبة', 'department', [106, 39, 92], 25)
extract.blank('نوع الصرف', 'type', [12, 39, 90], 25)
extract.blank('المستفيد', 'payee', [106, 47, 92], 25)
extract.blank('البند', 'line', [12, 47, 90], 25, { size: 8 })
extract.blank('البيان', 'purpose', [12, 55, 186], 25, { height: 8.4, size: 8.5 })
extract.blank('الإجمالي', 'gross', [138, 67, 60], 25, { align: 'left' })
extract.blank('الاستقطاعات', 'deductions', [76, 67, 58], 25, { align: 'left' })
extract.blank('الصافي', 'net', [12, 67, 60], 18, { align: 'left' })
extract.blank('فقط (الصافي)', 'words', [12, 75, 186], 25, { height: 5.6 })
extract.blank('راجعها', 'reviewer', [106, 84, 92], 25, { size: 8 })
extract.blank('سمح بها', 'cleared_by', [12, 84, 90], 25, { size: 8 })
extract.blank('قيد 224 رقم', 'book224', [138, 92, 60], 25, { align: 'center' })
extract.blank('أمر الدفع رقم', 'order_no', [76, 92, 58], 25, { align: 'center' })
extract.blank('الحالة', 'state', [12, 92, 60], 18)
extract.signature('كاتب الدفتر', null, [140, 102, 58], 24)
extract.signature('رئيس الحسابات', null, [76, 102, 58], 24)
extract.words('خاتم الوحدة', [12, 110, 58], { size: 8, align: 'center' })
foot(extract, 134, 210)

const order = head(new Sheet(), 'أمر دفع', 'يصدر إلى البنك بتوقيعين', 210)
order.blank('البنك', 'bank', [106, 32, 92], 32)
order.blank('رقم الحساب المخصوم منه', 'account', [12, 32, 90], 36, { size: 8, align: 'left' })
order.blank('ادفعوا إلى', 'payee', [12, 40, 186], 32, { size: 11, height: 5.6 })
order.blank('رقم حساب المستفيد IBAN', 'iban', [12, 49, 186], 38, { align: 'left', size: 10 })
order.blank('مبلغ', 'amount', [12, 57, 186], 32, { align: 'left', size: 12, height: 6 })
order.blank('فقط', 'words', [12, 66, 186], 32, { height: 10, size: 10 })
order.blank('وذلك عن', 'purpose', [12, 79, 186], 32, { height: 8.4, size: 8.5 })
order.blank('استمارة 50 رقم', 'form50', [138, 91, 60], 25)
order.blank('قيد 224 رقم', 'book224', [76, 91, 58], 25, { align: 'center' })
order.blank('حرره', 'clerk', [12, 91, 60], 14, { size: 8 })
order.signature('التوقيع الأول', 'signed_first', [106, 100, 92], 26)
order.signature('التوقيع الثاني', 'signed_second', [12, 100, 90], 26)
foot(order, 134, 210)

const cheque = new Sheet()
cheque.box(3, 3, 174, 79)
cheque.value('bank', [100, 8, 72], { isBold: true, size: 10 })
cheque.words('شيك رقم', [60, 8, 22], { size: 8 })
cheque.value('number', [10, 8, 50], { align: 'left', isBold: true })
cheque.blank('تحريرًا في', 'day', [10, 15, 60], 20, { align: 'center' })
cheque.blank('ادفعوا بموجب هذا الشيك لأمر', 'payee', [10, 27, 160], 46, { size: 11, height: 5.6 })
cheque.blank('مبلغًا وقدره', 'words', [10, 37, 160], 24, { size: 9.5, height: 10 })
cheque.box(10, 51, 52, 9)
cheque.value('amount', [12, 52.5, 48], { size: 12, isBold: true, align: 'center' })
cheque.words('يصرف للمستفيد الأول فقط', [66, 53, 104], { size: 8 })
cheque.blank('الحساب', 'account', [100, 66, 70], 16, { size: 8, align: 'left' })
cheque.words('التوقيع الأول', [56, 66, 40], { size: 7.5, align: 'center' })
cheque.words('التوقيع الثاني', [10, 66, 40], { size: 7.5, align: 'center' })
cheque.value('print.copy', [100, 76, 70], { size: 6.5, height: 4 })

/** Slips of the books 224 and 55, the payment order and the cheque. */
export const ACCOUNTS_FORMS: readonly SeededForm[] = [
  {
    ...{ form: 'entry-224', ar: 'إذن قيد دفتر 224', en: 'Entry slip of book 224' },
    ...{ width: 210, height: 297, legal: `اللائحة المالية، دفتر 224 ع.ح؛ ${MEASURED}` },
    marks: [...entry.marks, ...entryMore.marks],
  },
  {
    ...{ form: 'extract-55', ar: 'مستخرج دفتر 55', en: 'Extract of book 55' },
    ...{ width: 210, height: 148.5, legal: `اللائحة المالية، دفتر 55 ع.ح؛ ${MEASURED}` },
    marks: extract.marks,
  },
  {
    ...{ form: 'payment-order', ar: 'أمر دفع', en: 'Payment order' },
    ...{ width: 210, height: 148.5, legal: `منظومة الدفع الحكومي؛ ${MEASURED}` },
    marks: order.marks,
  },
  {
    ...{ form: 'cheque', ar: 'شيك', en: 'Cheque' },
    ...{ width: 180, height: 85, legal: `نموذج شيك البنك؛ ${MEASURED}` },
    marks: cheque.marks,
  },
]
