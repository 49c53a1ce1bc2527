import { test } from '@japa/runner'
import { counts } from '#tests/support/imports'
import { statement } from '#tests/scenarios/fiscal_year/forms'
import { journal } from '#tests/scenarios/fiscal_year/spending'
import type { FiscalYearWorld } from '#tests/scenarios/fiscal_year/world'

/** What left the account, as the bank's statements tell it. */
const DEBITS = [
  ['2025-12-29', '-315000.00', 'GPS 1'],
  ['2026-01-29', '-46764.06', 'GPS 2'],
  ['2026-02-04', '-5000.00', 'س/1'],
  ['2026-02-13', '-7488.00', 'GPS 3'],
  ['2026-02-16', '-20000.00', 'س/2'],
  ['2026-03-04', '-45795.86', 'GPS 5'],
  ['2026-03-25', '-89200.00', 'GPS 6'],
  ['2026-05-22', '-39600.00', 'GPS 7'],
  ['2026-06-30', '-35.50', 'مصروفات بنكية'],
] as const

/** The account as the bank has it beside the account as the books have it. */
export function bankChapter(world: FiscalYearWorld): void {
  test('the statements credit the bank once: 1,534,116.58 on 30 June; 720,000.00 of wages and 35.50 of charges stand apart', async ({
    assert,
  }) => {
    const landed = await statement(world, 'year', DEBITS)
    assert.deepEqual(counts(landed), [9, 0, 0, 0, 0])
    const again = await statement(world, 'year', DEBITS)
    assert.deepEqual(counts(again), [0, 0, 9, 0, 0])
    // Advances are paid on orders of their own: what the statement shows of them is settled by hand.
    await journal(world, '2026-02-28', 'خصم أوامر السلف من كشف البنك', [
      ...(['INT-PAYORDERS', 'INT-BANKDEBIT', '25000.00'] as const),
    ])
    const all = await world.standing()
    assert.equal(all['INT-BANK'], '1534116.58')
    assert.equal(all['INT-BANKDEBIT'], '-719964.50')
    assert.isUndefined(all['INT-PAYORDERS'])
  })
}
