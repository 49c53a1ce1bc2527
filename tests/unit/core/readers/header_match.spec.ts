import { test } from '@japa/runner'
import { matchColumns, type FieldNames } from '#core/readers/header_match'

const FIELDS: FieldNames[] = [
  {
    name: 'receipt_no',
    labels: { ar: 'رقم الإيصال', en: 'Receipt number' },
    synonyms: ['رقم القسيمة'],
  },
  {
    name: 'received_on',
    labels: { ar: 'تاريخ التحصيل', en: 'Received on' },
    synonyms: ['تاريخ السداد', 'date'],
  },
  { name: 'amount', labels: { ar: 'المبلغ', en: 'Amount' }, synonyms: ['القيمة', 'net amount'] },
  {
    name: 'payer',
    labels: { ar: 'اسم الممول', en: 'Payer' },
    synonyms: ['العميل', 'supplier name'],
  },
]

const chosen = (columns: string[]) =>
  Object.fromEntries(
    Object.entries(matchColumns(columns, FIELDS).fields).map(([field, match]) => [
      field,
      match.column,
    ])
  )

test.group('Which column holds what', () => {
  test('Arabic headings match across spelling, article and underscores', ({ assert }) => {
    assert.deepEqual(chosen(['رقم_الايصال', 'تاريخ سداد', 'مبلغ', 'إسم المموّل']), {
      receipt_no: 'رقم_الايصال',
      received_on: 'تاريخ سداد',
      amount: 'مبلغ',
      payer: 'إسم المموّل',
    })
  })

  test('the two spellings of one council file find the same fields', ({ assert }) => {
    assert.equal(chosen([' NetAmount ', 'SupplierName', 'Date']).amount, ' NetAmount ')
    assert.equal(chosen(['Net Amount', 'Supplier name', 'Payment date']).amount, 'Net Amount')
    assert.equal(chosen(['NetAmount', 'SupplierName', 'Payment Date']).payer, 'SupplierName')
  })

  test('no column serves two fields, and the better likeness wins', ({ assert }) => {
    const match = matchColumns(
      ['Amount', 'Amount paid'],
      [
        { name: 'paid', labels: { ar: 'المسدد', en: 'Amount paid' }, synonyms: [] },
        { name: 'due', labels: { ar: 'المستحق', en: 'Amount' }, synonyms: [] },
      ]
    )
    assert.equal(match.fields.paid!.column, 'Amount paid')
    assert.equal(match.fields.due!.column, 'Amount')
    assert.equal(match.fields.due!.score, 1)
  })

  test('what nobody asked for stays unmatched, and so does what is not there', ({ assert }) => {
    const match = matchColumns(['ملاحظات', 'المبلغ', 'xyz'], FIELDS)
    assert.deepEqual(match.unmatchedColumns, ['ملاحظات', 'xyz'])
    assert.deepEqual(match.unmatchedFields, ['receipt_no', 'received_on', 'payer'])
  })

  test('a slip of the pen is still suggested, with a lower score', ({ assert }) => {
    const match = matchColumns(['Recipt number'], FIELDS)
    assert.equal(match.fields.receipt_no!.column, 'Recipt number')
    assert.isBelow(match.fields.receipt_no!.score, 0.9)
  })
})
