import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { addDays, type Day } from '#core/days'
import type User from '#identity/models/user'
import AdvanceLife from '#accounts/advances/advance_life'
import DecideSettlement from '#accounts/advances/decide_settlement'
import RequestAdvance from '#accounts/advances/request_advance'
import SettleAdvance from '#accounts/advances/settle_advance'
import ActOnGuarantee, { type ActInput } from '#accounts/guarantees/act_on_guarantee'
import RecordGuarantee from '#accounts/guarantees/record_guarantee'
import RaiseNotices from '#accounts/holdings/raise_notices'
import RaiseHoldingNoticesJob from '#accounts/jobs/raise_holding_notices_job'
import { recordSurety } from '#accounts/sureties/record_surety'
import { releaseSurety } from '#accounts/sureties/release_surety'
import { anAdvanceDesk, payAdvance } from '#tests/support/advances'
import { pounds } from '#tests/support/budget'
import { aParty } from '#tests/support/holdings'
import { aPerson } from '#tests/support/people'
import { aUnit } from '#tests/support/units'

const on = '2026-11-22'

test.group('Diary of expiry', (group) => {
  let unitId: number
  let officer: User
  let head: User
  const diary = new RaiseNotices()

  group.each.setup(async () => {
    unitId = await aUnit()
    officer = await aPerson({ unitId, roles: ['finance_officer'] })
    head = await aPerson({ unitId, roles: ['accounts_head'] })
  })

  const by = () => officer.asActor() as { id: number; name: string }
  const raise = (day: Day) => diary.unit(unitId, { on: day })
  /** Standing notices: kind, day and step. */
  const standing = async () =>
    (
      await db
        .from('holding_notices')
        .where('unit_id', unitId)
        .whereNull('cleared_on')
        .orderBy(['kind', 'id'])
    ).map(({ kind, due_on: due, days }) => `${kind} ${due} ${days}`)

  const act = async (id: number, input: Pick<ActInput, 'kind' | 'expiresOn'>) => {
    const proposed = { paperNo: '1', reason: 'كتاب البنك', ...input }
    const step = await new ActOnGuarantee().propose(id, proposed, { by: by() })
    await new ActOnGuarantee().approve(step.id, { by: head, on })
  }
  const aLetter = async (expiresOn: Day) => {
    const { id } = await new RecordGuarantee().handle(
      {
        ...{ unitId, purpose: 'final', form: 'letter', subjectNo: '7', subject: 'توريد' },
        ...{ partyId: await aParty(unitId), amount: pounds('19860.00'), bankName: 'بنك مصر' },
        ...{ referenceNo: `L-${unitId}`, issuedOn: '2026-01-01', expiresOn, on },
      },
      { by: by() }
    )
    await act(id, { kind: 'accept' })
    return id
  }

  test('a letter is named 30, 15 and 7 days before its end and once it is past, each once; an extension clears it', async ({
    assert,
  }) => {
    const letter = await aLetter('2026-12-31')
    assert.deepEqual(await raise('2026-11-30'), { raised: 0, cleared: 0 })
    assert.deepEqual(await raise('2026-12-01'), { raised: 1, cleared: 0 })
    assert.deepEqual(await raise('2026-12-01'), { raised: 0, cleared: 0 })
    assert.deepEqual(await raise('2026-12-15'), { raised: 0, cleared: 0 })
    assert.deepEqual(await raise('2026-12-16'), { raised: 1, cleared: 1 })
    assert.deepEqual(await raise('2026-12-24'), { raised: 1, cleared: 1 })
    assert.deepEqual(await standing(), ['guarantee 2026-12-31 7'])
    assert.deepEqual(await raise('2026-12-31'), { raised: 0, cleared: 0 })
    assert.deepEqual(await raise('2027-01-01'), { raised: 1, cleared: 1 })
    assert.deepEqual(await standing(), ['guarantee 2026-12-31 0'])
    await act(letter, { kind: 'extend', expiresOn: '2027-01-20' })
    assert.deepEqual(await raise('2027-01-02'), { raised: 1, cleared: 1 })
    assert.deepEqual(await standing(), ['guarantee 2027-01-20 30'])
    await act(letter, { kind: 'release' })
    assert.deepEqual(await raise('2027-01-03'), { raised: 0, cleared: 1 })
  })

  test('a unit has its own days from the day they hold', async ({ assert }) => {
    await aLetter('2026-12-31')
    await db.table('dated_settings').insert({
      name: 'accounts.guarantees.diary',
      unit_id: unitId,
      value: JSON.stringify({ days: [45] }),
      valid_from: '2026-11-01',
      legal_reference: 'قرار',
    })
    assert.deepEqual(await raise('2026-10-31'), { raised: 0, cleared: 0 })
    assert.deepEqual(await raise('2026-11-15'), { raised: 0, cleared: 0 })
    assert.deepEqual(await raise('2026-11-16'), { raised: 1, cleared: 0 })
    assert.deepEqual(await standing(), ['guarantee 2026-12-31 45'])
  })

  test('an advance is named before its day and once it is overdue, until it is settled', async ({
    assert,
  }) => {
    const { id } = await new RequestAdvance().handle(
      {
        ...{ unitId, kind: 'travel', holder: { userId: officer.id }, purpose: 'مأمورية' },
        ...{ amount: pounds('900.00'), on },
      },
      { by: by() }
    )
    assert.deepEqual(await raise(on), { raised: 0, cleared: 0 })
    await new AdvanceLife().approve(id, { by: head, on })
    const desk = await anAdvanceDesk(unitId, { officer, head })
    const { dueOn } = await payAdvance(id, desk, { on })
    assert.equal(dueOn, '2026-12-07')
    await raise('2026-12-01')
    assert.deepEqual(await standing(), ['advance 2026-12-07 7'])
    await raise('2026-12-07')
    assert.deepEqual(await standing(), ['advance 2026-12-07 7'])
    await raise('2026-12-08')
    assert.deepEqual(await standing(), ['advance 2026-12-07 0'])
    const part = await new SettleAdvance().submit(
      id,
      { kind: 'returned', amount: pounds('900.00'), paperNo: '2' },
      { by: by(), on }
    )
    await new DecideSettlement().approve(part.id, { by: head, on })
    assert.deepEqual(await raise('2026-12-09'), { raised: 0, cleared: 1 })
  })

  test('a surety is named until it is renewed or its holder is cleared', async ({ assert }) => {
    const surety = (holderNo: string, validFrom: Day, validTo: Day) =>
      recordSurety(
        {
          ...{ unitId, holderNo, holderName: 'صراف', job: 'cashier', policyNo: '1' },
          ...{ guarantorName: 'صندوق التأمين', amount: pounds('50000.00'), validFrom, validTo },
        },
        { by: by() }
      )
    await surety('7', '2026-01-01', '2027-01-01')
    const leaves = await surety('8', '2026-01-01', '2027-01-01')
    await raise('2026-12-05')
    assert.deepEqual(await standing(), ['surety 2026-12-31 30', 'surety 2026-12-31 30'])
    await surety('7', '2027-01-01', '2028-01-01')
    await releaseSurety(leaves.id, { paper: 'محضر تسليم 4', on }, { by: by() })
    assert.deepEqual(await raise('2026-12-06'), { raised: 0, cleared: 2 })
    await assert.rejects(() => releaseSurety(leaves.id, { paper: '5', on }, { by: by() }))
  })

  test('the nightly job goes through every unit that holds something, once a day', async ({
    assert,
  }) => {
    await aLetter(addDays(on, 10))
    const { result } = await RaiseHoldingNoticesJob.runHere({ on })
    assert.isAtLeast((result as { raised: number }).raised, 1)
    assert.deepEqual(await standing(), [`guarantee ${addDays(on, 10)} 15`])
    await RaiseHoldingNoticesJob.ofToday()
    await RaiseHoldingNoticesJob.ofToday()
    const jobs = await db
      .from('jobs')
      .where('kind', 'accounts.raise_holding_notices')
      .whereNotNull('effect_key')
    assert.lengthOf(jobs, 1)
  })
})
