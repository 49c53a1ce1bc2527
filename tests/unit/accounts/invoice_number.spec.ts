import { test } from '@japa/runner'
import { Money } from '#core/money'
import { largestRun } from '#accounts/beneficiaries/claims/splitting'
import { foldInvoice } from '#accounts/beneficiaries/claims/invoice_number'

test.group('Numbers of invoices', () => {
  test('«{0}» is the number {1}')
    .with<[string, string][]>([
      ['INV-00123/2026', 'inv/123/2026'],
      ['inv 123 / 2026', 'inv/123/2026'],
      ['INV١٢٣/٢٠٢٦', 'inv/123/2026'],
      ['فاتورة رقم ٠٠٤٥', 'فاتوره/رقم/45'],
      ['12/3', '12/3'],
      ['123', '123'],
      ['000', '0'],
      [' - ', ''],
    ])
    .run(({ assert }, [text, folded]) => {
      assert.equal(foldInvoice(text), folded)
    })
})

test.group('Runs of days', () => {
  const day = (on: string, amount: string) => ({ day: on, count: 1, amount: Money.of(amount) })

  test('the largest sum is that of the best thirty days around the claim, not of the month', ({
    assert,
  }) => {
    const sums = [
      day('2026-10-20', '20000.00'),
      day('2026-11-10', '15000.00'),
      day('2026-11-15', '30000.00'),
      day('2026-12-14', '9000.00'),
    ]
    const run = largestRun(sums, '2026-11-15', 30)
    assert.equal(run.amount.toString(), '65000.00')
    assert.deepEqual([run.count, run.from, run.to], [3, '2026-10-20', '2026-11-15'])
    assert.equal(largestRun(sums, '2026-12-14', 30).amount.toString(), '39000.00')
  })
})
