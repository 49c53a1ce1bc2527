import { test } from '@japa/runner'
import { headingsHash, planFields, proposeMapping } from '#core/imports/mapping'
import { lineWriter } from '#core/imports/stage'
import receipts from '#accounts/imports/receipts'
import bankStatement from '#accounts/imports/bank_statement'

test.group('Import mapping', () => {
  test('reads Arabic and English headings, whatever their spelling', ({ assert }) => {
    const mapping = proposeMapping(receipts, [
      'رقم الدفتر',
      'رقم القسيمه',
      'تاريخ التحصيل',
      'طريقة السداد',
      'Amount',
      'PaymentReference',
    ])
    assert.deepEqual(mapping, {
      book_no: 'رقم الدفتر',
      number: 'رقم القسيمه',
      received_on: 'تاريخ التحصيل',
      method: 'طريقة السداد',
      amount: 'Amount',
      payment_ref: 'PaymentReference',
    })
  })

  test('never takes a heading that only resembles money', ({ assert }) => {
    const mapping = proposeMapping(bankStatement, [
      'Date',
      'IrrecoverableVATAmount',
      'Amount before tax',
    ])
    assert.notProperty(mapping, 'amount')
  })

  test('names the field without a column, and the column that is not there', ({ assert }) => {
    assert.throws(() => planFields(receipts, { book_no: 'x' }, ['x']), /«رقم القسيمة» وهو لازم/)
    assert.throws(
      () => planFields(receipts, { book_no: 'y' }, ['x']),
      /"y" given for "Book number" is not in the file/
    )
    assert.throws(() => planFields(receipts, { nothing: 'x' }, ['x']), /is no field of/)
  })

  test('constants stand for a column', ({ assert }) => {
    const columns = ['Date', 'Amount']
    const fields = planFields(
      bankStatement,
      { account: { value: 'EG1' }, booked_on: 'Date', amount: 'Amount' },
      columns
    )
    assert.deepEqual(
      fields.map(({ field, index, constant }) => [field.name, index, constant]),
      [
        ['account', -1, 'EG1'],
        ['booked_on', 0, null],
        ['amount', 1, null],
      ]
    )
  })

  test('the same headings spelt otherwise are remembered alike', ({ assert }) => {
    assert.deepEqual(
      headingsHash(['رقم القسيمة', 'PaymentRef']),
      headingsHash(['رقم القسيمه', 'payment_ref'])
    )
    assert.notDeepEqual(headingsHash(['a', 'b']), headingsHash(['b', 'a']))
  })

  test('a stage line escapes what LOAD DATA would read as its own', ({ assert }) => {
    assert.equal(
      lineWriter(['a', 'b', 'c'], {})({ a: 'x\ty\\z\n', b: null, c: '\\N' }),
      'x\\ty\\\\z\\n\t\\N\t\\\\N\n'
    )
  })
})
