import { sentence } from '#core/domain_error'
import { unitField } from '#core/imports/common_fields'
import { asciiCode, code, day, note, signedAmount, text } from '#core/imports/parsers'
import type { ImportField } from '#core/imports/definition'

/** What may stand in a file of payments of the past. */
export const historicalPaymentFields: readonly ImportField[] = [
  unitField,
  {
    name: 'payee_no',
    labels: sentence('رقم المستفيد', 'Beneficiary number'),
    synonyms: ['كود المستفيد', 'كود المورد', 'beneficiary no', 'supplier no', 'vendor no'],
    column: 'VARCHAR(60)',
    parse: code(60),
  },
  {
    name: 'payee_name',
    labels: sentence('اسم المستفيد', 'Beneficiary'),
    synonyms: ['المستفيد', 'الاسم', 'المورد', 'payee', 'supplier', 'supplier name', 'vendor'],
    required: true,
    column: 'VARCHAR(200)',
    parse: text(200),
  },
  {
    name: 'paid_on',
    labels: sentence('تاريخ الصرف', 'Paid on'),
    synonyms: ['التاريخ', 'تاريخ الدفع', 'payment date', 'date'],
    required: true,
    column: 'DATE',
    parse: day,
  },
  {
    name: 'amount',
    labels: sentence('المبلغ', 'Amount'),
    synonyms: ['القيمة', 'الصافي', 'net amount', 'value'],
    required: true,
    column: 'DECIMAL(18,2)',
    parse: signedAmount,
  },
  {
    name: 'reference',
    labels: sentence('رقم أمر الصرف', 'Payment number'),
    synonyms: ['رقم أمر الدفع', 'رقم الشيك', 'transaction number', 'reference'],
    column: 'VARCHAR(60)',
    parse: code(60),
  },
  {
    name: 'invoice_no',
    labels: sentence('رقم الفاتورة', 'Invoice number'),
    synonyms: ['الفاتورة', 'invoice', 'invoice no'],
    column: 'VARCHAR(60)',
    parse: code(60),
  },
  {
    name: 'tax_uuid',
    labels: sentence('معرف الفاتورة الإلكترونية', 'Tax identifier of the invoice'),
    synonyms: ['uuid', 'tax uuid', 'المعرف الضريبي'],
    column: 'VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin',
    parse: asciiCode(64),
  },
  {
    name: 'department',
    labels: sentence('القسم الطالب', 'Department'),
    synonyms: ['القسم', 'الإدارة', 'organisational unit', 'department', 'service area'],
    column: 'VARCHAR(160)',
    parse: note(160),
  },
  {
    name: 'item_class',
    labels: sentence('صنف المشتريات', 'Class of goods'),
    synonyms: ['الصنف', 'البند', 'proclass code', 'category', 'expense type'],
    column: 'VARCHAR(60)',
    parse: code(60),
  },
  {
    name: 'purpose',
    labels: sentence('الغرض', 'Purpose'),
    synonyms: ['البيان', 'الوصف', 'description', 'narrative'],
    column: 'VARCHAR(255)',
    parse: note(255),
  },
]
