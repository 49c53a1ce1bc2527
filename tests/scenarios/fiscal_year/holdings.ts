import { test } from '@japa/runner'
import { MoreThanAdvanceError, AdvanceOpenError } from '#accounts/advances/errors'
import AdvanceLife from '#accounts/advances/advance_life'
import DecideSettlement from '#accounts/advances/decide_settlement'
import RequestAdvance from '#accounts/advances/request_advance'
import SettleAdvance, { type SettlementInput } from '#accounts/advances/settle_advance'
import ActOnGuarantee, { type ActInput } from '#accounts/guarantees/act_on_guarantee'
import { OfAuthorityError } from '#accounts/guarantees/errors'
import RecordGuarantee from '#accounts/guarantees/record_guarantee'
import Appeal from '#accounts/penalties/appeal'
import { PenaltyCapError } from '#accounts/penalties/errors'
import PenaltyLife from '#accounts/penalties/penalty_life'
import RecordPenalty from '#accounts/penalties/record_penalty'
import { payAdvance } from '#tests/support/advances'
import { pounds } from '#tests/support/budget'
import { counts } from '#tests/support/imports'
import { formNo, statement } from '#tests/scenarios/fiscal_year/forms'
import type { FiscalYearWorld } from '#tests/scenarios/fiscal_year/world'

/** A part of an advance, written down by the officer and approved by the head. */
export async function settled(
  world: FiscalYearWorld,
  name: string,
  input: SettlementInput,
  on: string
) {
  const part = await new SettleAdvance().submit(world.id(name), input, world.act('officer', on))
  return new DecideSettlement().approve(part.id, world.by('head', on))
}

/** Advances, guarantees and fines of the year. */
export function holdingsChapter(world: FiscalYearWorld): void {
  const life = new AdvanceLife()

  test('a travel advance of 5,000.00 is open once, spent for 3,200.00, and closed by 1,800.00 in cash', async ({
    assert,
  }) => {
    const request = () =>
      new RequestAdvance().handle(
        {
          ...{ unitId: world.city, kind: 'travel', purpose: 'مأمورية القاهرة', on: '2026-02-01' },
          holder: { userId: world.people.clerk.id },
          amount: pounds('5000.00'),
        },
        { by: world.actor('officer') }
      )
    const advance = await request()
    world.made.set('travel', advance.id)
    await assert.rejects(request, AdvanceOpenError as never)
    await life.approve(advance.id, world.by('head', '2026-02-02'))
    const given = await payAdvance(advance.id, world.advanceDesk, { on: '2026-02-03' })
    assert.deepEqual([given.paidOn, given.dueOn], ['2026-02-03', '2026-02-18'])
    const spent: SettlementInput = {
      kind: 'spent',
      ...{ amount: pounds('3200.00'), paperNo: '51/1' },
      ...{ lineId: await world.line('2203'), accountCode: 'INT-USES' },
    }
    const part = await settled(world, 'travel', spent, '2026-02-12')
    assert.deepEqual([part.status, String(part.open)], ['paid', '1800.00'])
    const back = (amount: string): SettlementInput => ({
      ...{ kind: 'returned', amount: pounds(amount), paperNo: '33/40' },
    })
    await assert.rejects(
      () => settled(world, 'travel', back('1800.01'), '2026-02-15'),
      MoreThanAdvanceError as never
    )
    const closed = await settled(world, 'travel', back('1800.00'), '2026-02-15')
    assert.deepEqual([closed.status, closed.settledOn], ['settled', '2026-02-15'])
    assert.equal(await world.figures('2203'), '40000.00 30000.00 0.00 0.00 0.00 3200.00 | 26800.00')
    assert.equal((await world.standing())['INT-CASH'], '1800.00')
  })

  test('the contractor is paid 20,000.00 ahead on his contract', async ({ assert }) => {
    const { id, number } = await new RequestAdvance().handle(
      {
        ...{ unitId: world.city, kind: 'supplier', purpose: 'دفعة مقدمة', on: '2026-02-14' },
        holder: { partyId: world.parties.contractor! },
        amount: pounds('20000.00'),
        contractNo: 'ع/6',
      },
      { by: world.actor('officer') }
    )
    world.made.set('ahead', id)
    assert.equal(number, 2)
    await life.approve(id, world.by('head', '2026-02-14'))
    await payAdvance(id, world.advanceDesk, { on: '2026-02-15' })
    const { 'INT-ADV-SUPPLIER': ahead, 'INT-ADV-TEMPORARY': travel } = await world.standing()
    assert.deepEqual([ahead, travel], ['20000.00', undefined])
  })

  test('a letter of 3,000.00 is extended, claimed and forfeited once the bank paid; one of 22,500.00 is held over the year', async ({
    assert,
  }) => {
    const acting = new ActOnGuarantee()
    const record = (partyId: number, amount: string, referenceNo: string, expiresOn: string) =>
      new RecordGuarantee().handle(
        {
          ...{ unitId: world.city, partyId, purpose: 'final', form: 'letter', referenceNo },
          ...{ subjectNo: 'ع/5', subject: 'توريد', bankName: 'البنك الأهلي المصري' },
          amount: pounds(amount),
          issuedOn: '2026-01-09',
          expiresOn,
          on: '2026-01-10',
        },
        { by: world.actor('officer') }
      )
    const act = async (id: number, input: Omit<ActInput, 'reason'>, on: string, who = 'head') => {
      const asked = { reason: 'إخلال بالعقد', ...input }
      const made = await acting.propose(id, asked, { by: world.actor('officer') })
      world.made.set('last-act', made.id)
      return acting.approve(made.id, world.by(who as 'head', on))
    }
    const { stationer, contractor } = world.parties
    const works = await record(contractor!, '22500.00', 'LG-2', '2027-03-31')
    await act(works.id, { kind: 'accept', paperNo: 'LG-2' }, '2026-01-10')
    const letter = await record(stationer!, '3000.00', 'LG-1', '2026-04-30')
    assert.deepEqual([works.number, letter.number], [1, 2])
    await act(letter.id, { kind: 'accept', paperNo: 'LG-1' }, '2026-01-10')
    const memo = async () => {
      const all = await world.standing()
      return [all['91130501'], all['92130501']]
    }
    assert.deepEqual(await memo(), ['25500.00', '-25500.00'])
    const longer = { kind: 'extend', expiresOn: '2026-06-30', paperNo: 'LG-1/م' } as const
    assert.equal((await act(letter.id, longer, '2026-04-15')).expiresOn, '2026-06-30')
    const call = { kind: 'call', paperNo: 'ص/88' } as const
    await assert.rejects(() => act(letter.id, call, '2026-05-20'), OfAuthorityError as never)
    await acting.approve(world.id('last-act'), world.by('chief', '2026-05-20'))
    assert.deepEqual(await memo(), ['25500.00', '-25500.00'], 'a claim moves nothing')
    const forfeit = { kind: 'forfeit', paperNo: 'كشف 6' } as const
    const lost = await act(letter.id, forfeit, '2026-06-10', 'chief')
    assert.deepEqual([lost.status, String(lost.forfeited)], ['forfeited', '3000.00'])
    assert.deepEqual(await memo(), ['22500.00', '-22500.00'])
    assert.equal((await world.standing())['11330101'], '-3000.00')
    const landed = await statement(world, 'letter', [['2026-06-12', '3000.00', 'LG-1']])
    assert.deepEqual(counts(landed), [1, 0, 0, 0, 0])
    assert.isUndefined((await world.standing())['INT-TRANSIT'])
  })

  test('the fine of 240.00 stays within 3 % of the contract, clears what form 50 held back, and 40.00 of it is owed back after the appeal', async ({
    assert,
  }) => {
    const record = (amount: string) =>
      new RecordPenalty().handle(
        {
          ...{ unitId: world.city, person: { partyId: world.parties.stationer! } },
          ...{ violation: 'goods', investigationNo: '5/2026', contractNo: 'ع/5' },
          contractAmount: pounds('60000.00'),
          amount: pounds(amount),
          reason: 'تأخير التوريد',
          on: '2026-02-09',
        },
        { by: world.actor('officer') }
      )
    const fine = await record('240.00')
    await assert.rejects(() => record('1560.01'), PenaltyCapError as never)
    const penalties = new PenaltyLife()
    await penalties.approve(fine.id, world.by('head', '2026-02-09'))
    await penalties.execute(
      fine.id,
      { via: 'invoice', formNo: await formNo(world, 'second-part') },
      world.act('clerk', '2026-02-10')
    )
    const fines = async () => {
      const all = await world.standing()
      return [all['INT-PENALTIES'], all['INT-REV-FINES'], all['INT-DEPOSITS']]
    }
    assert.deepEqual(await fines(), [undefined, '-240.00', '-12000.00'])
    const filed = { venue: 'لجنة التظلمات', fileNo: '3' }
    const appeal = await new Appeal().file(fine.id, filed, world.act('clerk', '2026-03-01'))
    const lower = await new Appeal().decide(
      appeal.id,
      { outcome: 'reduced', amount: pounds('200.00') },
      { ...world.by('manager', '2026-03-15'), decisionNo: '8' }
    )
    assert.deepEqual([lower.assessed, lower.amount].map(String), ['240.00', '200.00'])
    assert.deepEqual(await fines(), [undefined, '-200.00', '-12040.00'])
  })
}
