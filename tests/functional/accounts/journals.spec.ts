import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { Month } from '#core/fiscal'
import { Money } from '#core/money'
import type User from '#identity/models/user'
import { postEntry } from '#accounts/actions/post_entry'
import { postRecurring } from '#accounts/ledger/journals/post_recurring'
import DecideJournal from '#accounts/ledger/journals/decide_journal'
import WriteJournal, { type JournalInput } from '#accounts/ledger/journals/write_journal'
import DecidePeriod from '#accounts/ledger/periods/decide_period'
import ProposePeriod from '#accounts/ledger/periods/propose_period'
import { balanceOf, loadImportReference, one } from '#tests/support/imports'
import { aPerson } from '#tests/support/people'
import { aUnit } from '#tests/support/units'

const rent = (unitId: number, facts: Partial<JournalInput> = {}): JournalInput => ({
  unitId,
  kind: 'adjusting',
  postedOn: '2026-10-31',
  description: 'تسوية عمولة أكتوبر',
  reason: 'عمولة لم تقيد في شهرها',
  lines: [
    { account: 'INT-COMMISSION', debit: Money.of('33.10'), centre: 'C-1' },
    { account: 'INT-BANK', credit: Money.of('33.10') },
  ],
  ...facts,
})

const october = Month.of('2026-10')
const decision = { month: october, decisionNo: '77', decisionOn: '2026-11-03', reason: 'قفل الشهر' }

test.group('Entries written by hand', (group) => {
  let [maker, checker]: User[] = []
  const by = () => ({ by: { ...maker!.asActor('test'), id: maker!.id } })
  const write = (input: JournalInput) => new WriteJournal().handle(input, by())
  const approve = (id: number) => new DecideJournal().approve(id, { by: checker! })

  group.setup(loadImportReference)
  group.setup(async () => {
    const unitId = await aUnit()
    maker = await aPerson({ unitId })
    checker = await aPerson({ unitId })
  })

  test('an adjusting entry waits as a draft and is posted by another, never by its maker', async ({
    assert,
  }) => {
    const unitId = await aUnit()
    const journal = await write(rent(unitId))
    assert.equal(journal.label, '1/2026/2027')
    assert.equal(await balanceOf('INT-BANK', unitId), '0.00')
    await assert.rejects(() => new DecideJournal().approve(journal.id, { by: maker! }))
    await assert.rejects(
      () => db.rawQuery('UPDATE journals SET decided_by = made_by WHERE id = ?', [journal.id]),
      /maker_is_not_checker/
    )
    const posted = await approve(journal.id)
    assert.equal(posted.status, 'posted')
    assert.equal(await balanceOf('INT-BANK', unitId), '-33.10')
    assert.equal(
      await one('SELECT centre FROM ledger_lines WHERE entry_id = ? AND debit > 0', [
        posted.ledgerEntryId!,
      ]),
      'C-1'
    )
    await assert.rejects(() => approve(journal.id))
  })

  test('what is refused is not posted, and says why', async ({ assert }) => {
    const unitId = await aUnit()
    const { id } = await write(rent(unitId))
    const refused = await new DecideJournal().refuse(id, { by: checker!, reason: 'بلا مستند' })
    assert.deepEqual([refused.status, refused.refusal], ['refused', 'بلا مستند'])
    assert.equal(await balanceOf('INT-BANK', unitId), '0.00')
    await assert.rejects(() => approve(id))
  })

  test('a reversal is asked for once with its reason, and mirrors the entry when another approves', async ({
    assert,
  }) => {
    const unitId = await aUnit()
    const { ledgerEntryId } = await approve((await write(rent(unitId))).id)
    const document = await db.transaction((trx) =>
      postEntry(
        {
          unitId,
          postedOn: '2026-10-05',
          kind: 'payment_voucher',
          businessKey: `journals/${unitId}/document`,
          description: 'استمارة 50',
          lines: [
            { account: 'INT-COMMISSION', debit: Money.of('5') },
            { account: 'INT-DEPOSITS', credit: Money.of('5') },
          ],
        },
        { trx, by: by().by }
      )
    )
    await assert.rejects(
      () =>
        new WriteJournal().reverse(document.id, { postedOn: '2026-11-02', reason: 'باليد' }, by()),
      /رُحل من مستند/
    )
    const ask = (postedOn = '2026-11-02') =>
      new WriteJournal().reverse(ledgerEntryId!, { postedOn, reason: 'سددت من قبل' }, by())
    await assert.rejects(() => ask('2026-10-30'), /لا يسبق القيد/)
    const asked = await ask()
    await assert.rejects(() => ask(), /معكوس من قبل/)
    const done = await approve(asked.id)
    assert.equal(await balanceOf('INT-BANK', unitId), '0.00')
    assert.equal(
      await one('SELECT reverses_id FROM ledger_entries WHERE id = ?', [done.ledgerEntryId!]),
      String(ledgerEntryId)
    )
  })

  test('a recurring entry posts once a month from its first to its last, however often it is asked', async ({
    assert,
  }) => {
    const unitId = await aUnit()
    const facts = { kind: 'recurring', postedOn: '2026-08-31', until: Month.of('2026-10') } as const
    const { id } = await write(rent(unitId, facts))
    const post = (month: string) =>
      db.transaction((trx) => postRecurring(id, Month.of(month), trx)).then((m) => m.map(String))
    assert.deepEqual(await post('2026-09'), [])
    await approve(id)
    assert.deepEqual(await post('2026-09'), ['2026-08', '2026-09'])
    assert.deepEqual(await post('2026-09'), [])
    assert.deepEqual(await post('2026-12'), ['2026-10'])
    assert.deepEqual(await post('2026-12'), [])
    const [days] = await db.rawQuery(
      'SELECT posted_on AS day FROM ledger_entries WHERE unit_id = ? ORDER BY number',
      [unitId]
    )
    assert.deepEqual(
      days.map(({ day }: { day: string }) => day),
      ['2026-08-31', '2026-09-30', '2026-10-31']
    )
    assert.equal(await balanceOf('INT-BANK', unitId), '-99.30')
    assert.equal(await one('SELECT status FROM journals WHERE id = ?', [id]), 'ended')
  })

  test('a month is locked and opened again by decisions of one and the approval of another', async ({
    assert,
  }) => {
    const unitId = await aUnit()
    const propose = (to: 'locked' | 'open') =>
      new ProposePeriod().handle({ unitId, to, ...decision }, by())
    const decide = (id: number) => new DecidePeriod().approve(id, { by: checker! })
    await assert.rejects(() => propose('open'), /مفتوح/)

    const waiting = await write(rent(unitId))
    await assert.rejects(() => propose('locked'), /لم يبت فيها: 1/)
    await new DecideJournal().withdraw(waiting.id, by())

    const lock = await propose('locked')
    await assert.rejects(() => propose('locked'), /ينتظر الاعتماد/)
    await assert.rejects(() => new DecidePeriod().approve(lock.id, { by: maker! }))
    await decide(lock.id)
    await assert.rejects(() => write(rent(unitId)), /2026-10 مقفل/)
    await assert.rejects(() => propose('locked'), /مقفل من قبل/)

    const reopen = await propose('open')
    await decide(reopen.id)
    const { id } = await write(rent(unitId))
    assert.equal((await approve(id)).status, 'posted')
    assert.equal(
      await one('SELECT state FROM accounting_periods WHERE unit_id = ?', [unitId]),
      'open'
    )
    assert.equal(
      await one(
        "SELECT COUNT(*) FROM approvals WHERE subject_type = 'period_decision' AND unit_id = ?",
        [unitId]
      ),
      '2'
    )
  })
})
