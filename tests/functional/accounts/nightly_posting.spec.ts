import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { Month } from '#core/fiscal'
import { Money } from '#core/money'
import PostRecurringJob from '#accounts/jobs/post_recurring_job'
import DecideJournal from '#accounts/ledger/journals/decide_journal'
import WriteJournal from '#accounts/ledger/journals/write_journal'
import { balanceOf, loadImportReference } from '#tests/support/imports'
import { aPerson } from '#tests/support/people'
import { aUnit } from '#tests/support/units'

test.group('What is posted without a person', (group) => {
  group.setup(loadImportReference)

  test('the monthly job posts approved recurring entries alone: drafts of every kind stay drafts', async ({
    assert,
  }) => {
    const unitId = await aUnit()
    const [maker, checker] = [await aPerson({ unitId }), await aPerson({ unitId })]
    const write = (kind: 'manual' | 'adjusting' | 'recurring', amount: string) =>
      new WriteJournal().handle(
        {
          ...{ unitId, kind, postedOn: '2026-08-31', description: 'قيد', reason: 'تجربة' },
          until: kind === 'recurring' ? Month.of('2026-10') : null,
          lines: [
            { account: 'INT-COMMISSION', debit: Money.of(amount) },
            { account: 'INT-BANK', credit: Money.of(amount) },
          ],
        },
        { by: maker.asActor('test') as { id: number; name: string } }
      )
    await write('manual', '1000.00')
    await write('adjusting', '200.00')
    await write('recurring', '30.00')
    const approved = await write('recurring', '4.00')
    await new DecideJournal().approve(approved.id, { by: checker })
    const context = { guard: async () => {}, progress: async () => {} }
    await new PostRecurringJob().execute({ month: '2026-09' }, context as never)
    assert.equal(await balanceOf('INT-BANK', unitId), '-8.00')
    const rows = await db.from('journals').where('unit_id', unitId).orderBy('id')
    assert.deepEqual(
      rows.map(({ status }) => status),
      ['draft', 'draft', 'draft', 'active']
    )
  })
})
