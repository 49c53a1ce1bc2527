import { test } from '@japa/runner'
import type User from '#identity/models/user'
import { waitingFor } from '#identity/waiting'
import AdvanceLife from '#accounts/advances/advance_life'
import DecideSettlement from '#accounts/advances/decide_settlement'
import RequestAdvance from '#accounts/advances/request_advance'
import SettleAdvance from '#accounts/advances/settle_advance'
import ActOnGuarantee, { type ActInput } from '#accounts/guarantees/act_on_guarantee'
import RecordGuarantee from '#accounts/guarantees/record_guarantee'
import { holdingWaits } from '#accounts/holdings/waits'
import Appeal from '#accounts/penalties/appeal'
import PenaltyLife from '#accounts/penalties/penalty_life'
import RecordPenalty from '#accounts/penalties/record_penalty'
import { anAdvanceDesk, anAdvanceForm, payAdvance } from '#tests/support/advances'
import { pounds } from '#tests/support/budget'
import { aParty } from '#tests/support/holdings'
import { aPerson } from '#tests/support/people'
import { aUnit } from '#tests/support/units'

const on = '2026-11-22'

test.group('The worklist of holdings', (group) => {
  let unitId: number
  let officer: User
  let head: User
  let chief: User

  group.each.setup(async () => {
    unitId = await aUnit()
    officer = await aPerson({ unitId, roles: ['finance_officer'] })
    head = await aPerson({ unitId, roles: ['accounts_head'] })
    chief = await aPerson({ unitId, roles: ['secretary_general'] })
  })

  const by = () => officer.asActor() as { id: number; name: string }
  /** `kind step amount url` of what waits for somebody. */
  const waits = async (person: User) => {
    const rows = await waitingFor(person, holdingWaits)
    return rows.map(({ kind, step, amount, url }: any) => `${kind} ${step} ${amount} ${url}`).sort()
  }
  const request = (amount = '5000.00') =>
    new RequestAdvance().handle(
      {
        ...{ unitId, kind: 'travel', amount: pounds(amount), purpose: 'مأمورية', on },
        holder: { userId: officer.id },
      },
      { by: by() }
    )

  test('an advance waits for its approval, then for its form 50, and each part of it for another than who submitted it', async ({
    assert,
  }) => {
    const { id } = await request()
    const page = `/accounts/advances/${id}`
    assert.deepEqual(await waits(head), [`advance approve 5000.00 ${page}`])
    assert.deepEqual(await waits(officer), [])
    await new AdvanceLife().approve(id, { by: head, on })
    assert.deepEqual(await waits(head), [])
    assert.deepEqual(await waits(officer), [`advance form_50 5000.00 ${page}`])
    const desk = await anAdvanceDesk(unitId, { officer, head })
    const other = await new RequestAdvance().handle(
      {
        ...{ unitId, kind: 'transport', amount: pounds('90.00'), purpose: 'انتقال', on },
        holder: { userId: officer.id },
      },
      { by: by() }
    )
    await new AdvanceLife().approve(other.id, { by: head, on })
    await anAdvanceForm(other.id, desk, { on })
    await payAdvance(id, desk, { on })
    assert.deepEqual(await waits(officer), [], 'a form stands for each')
    const submit = (amount: string) =>
      new SettleAdvance().submit(
        id,
        { kind: 'returned', amount: pounds(amount), paperNo: '33/1' },
        { by: by(), on }
      )
    const first = await submit('1000.00')
    const second = await submit('700.00')
    assert.deepEqual(await waits(head), [
      `advance_settlement approve 1000.00 ${page}#part-${first.id}`,
      `advance_settlement approve 700.00 ${page}#part-${second.id}`,
    ])
    assert.deepEqual(await waits(officer), [])
    await new DecideSettlement().approve(first.id, { by: head, on })
    await new DecideSettlement().refuse(second.id, { by: head, on, reason: 'مكرر' })
    assert.deepEqual(await waits(head), [])
  })

  test('a fine waits for its approval, its appeal for who made neither', async ({ assert }) => {
    const { id } = await new RecordPenalty().handle(
      {
        ...{ unitId, on, person: { userId: head.id }, violation: 'conduct', reason: 'غياب' },
        ...{ investigationNo: '4', amount: pounds('300.00') },
      },
      { by: by() }
    )
    const other = await aPerson({ unitId, roles: ['accounts_head'] })
    const line = `/accounts/penalties/${id}`
    assert.deepEqual(await waits(head), [], 'nobody approves the fine on himself')
    assert.deepEqual(await waits(other), [`penalty approve 300.00 ${line}`])
    await new PenaltyLife().approve(id, { by: other, on })
    assert.deepEqual(await waits(other), [])
    const appeal = await new Appeal().file(id, { venue: 'لجنة', fileNo: '1' }, { by: by(), on })
    assert.deepEqual(await waits(other), [`penalty_appeal decide 300.00 ${line}`])
    assert.deepEqual(await waits(officer), [])
    const upheld = { by: other, on, decisionNo: '2' }
    await new Appeal().decide(appeal.id, { outcome: 'upheld' }, upheld)
    assert.deepEqual(await waits(other), [])
  })

  test('a claim on a letter waits for the head of the authority, other steps for the head of accounts', async ({
    assert,
    client,
  }) => {
    const { id } = await new RecordGuarantee().handle(
      {
        ...{ unitId, partyId: await aParty(unitId), purpose: 'final', form: 'letter', on },
        ...{ subjectNo: '5', subject: 'توريد', amount: pounds('900.00'), bankName: 'بنك مصر' },
        ...{ referenceNo: `W-${unitId}`, issuedOn: on, expiresOn: '2027-11-22' },
      },
      { by: by() }
    )
    const propose = (kind: ActInput['kind']) =>
      new ActOnGuarantee().propose(id, { kind, paperNo: '1', reason: 'مطابق' }, { by: by() })
    const accept = await propose('accept')
    const page = `/accounts/guarantees/${id}`
    assert.deepEqual(await waits(head), [`guarantee approve null ${page}`])
    assert.deepEqual(await waits(chief), [])
    await new ActOnGuarantee().approve(accept.id, { by: head, on })
    await propose('call')
    assert.deepEqual(await waits(head), [])
    assert.deepEqual(await waits(chief), [`guarantee approve 900.00 ${page}`])
    const list = await client.get(`/waiting?unit=${unitId}`).loginAs(chief)
    list.assertStatus(200)
    list.assertTextIncludes(page)
  })
})
