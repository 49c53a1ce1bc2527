import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { TransitionError } from '#core/transitions'
import { SelfApprovalError } from '#identity/errors'
import type User from '#identity/models/user'
import ActOnGuarantee, { type ActInput } from '#accounts/guarantees/act_on_guarantee'
import RecordGuarantee from '#accounts/guarantees/record_guarantee'
import Appeal from '#accounts/penalties/appeal'
import { PenaltyCapError, PenaltyPaperError } from '#accounts/penalties/errors'
import PenaltyLife from '#accounts/penalties/penalty_life'
import RecordPenalty, { type PenaltyInput } from '#accounts/penalties/record_penalty'
import { Form50Error } from '#accounts/postings/form_50'
import Beneficiary from '#accounts/models/beneficiary'
import { pounds } from '#tests/support/budget'
import { aParty, standing } from '#tests/support/holdings'
import { aPayingUnit, aVoucher } from '#tests/support/payments'
import { aPerson } from '#tests/support/people'
import { aUnit } from '#tests/support/units'

const on = '2026-11-22'

test.group('Penalties', (group) => {
  let unitId: number
  let partyId: number
  let officer: User
  let head: User
  const life = new PenaltyLife()
  const appeals = new Appeal()

  group.each.setup(async () => {
    unitId = await aUnit()
    partyId = await aParty(unitId)
    officer = await aPerson({ unitId, roles: ['finance_officer'] })
    head = await aPerson({ unitId, roles: ['accounts_head'] })
  })

  const by = () => officer.asActor() as { id: number; name: string }
  const act = () => ({ by: by(), on })
  const record = (amount: string, input: Partial<PenaltyInput> = {}) =>
    new RecordPenalty().handle(
      {
        unitId,
        person: { partyId },
        violation: 'goods',
        investigationNo: '5/2026',
        contractNo: '12/2026',
        contractAmount: pounds('397200.00'),
        amount: pounds(amount),
        reason: 'تأخير التوريد',
        on,
        ...input,
      },
      { by: by() }
    )
  const approved = async (amount: string, input: Partial<PenaltyInput> = {}) =>
    life.approve((await record(amount, input)).id, { by: head, on })
  const verdict = { by: () => ({ by: head, on, decisionNo: '8' }) }

  test('penalties of a supply contract of 397,200 stop at 3 %: 11,916.00, whatever their number', async ({
    assert,
  }) => {
    await record('10000.00')
    await assert.rejects(() => record('1916.01'), PenaltyCapError as never)
    const rest = await record('1916.00')
    assert.equal(rest.number, 2, 'the refused one took no number')
    await assert.rejects(() => record('0.01'), PenaltyCapError as never)
    await life.refuse(rest.id, { by: head, on, reason: 'لم يثبت التأخير' })
    assert.equal(String((await record('1916.00')).amount), '1916.00')
    const works = { violation: 'works', contractNo: '13/2026' }
    await assert.rejects(() => record('39720.01', works), PenaltyCapError as never)
    assert.equal(String((await record('39720.00', works)).amount), '39720.00')
    await assert.rejects(() => record('1.00', { contractNo: null }), PenaltyPaperError as never)
  })

  test('who wrote a penalty down does not approve it, nor does whom it is on', async ({
    assert,
  }) => {
    const { id } = await record('500.00')
    await assert.rejects(() => life.approve(id, { by: officer, on }), SelfApprovalError as never)
    await assert.rejects(
      () => life.execute(id, { via: 'cash', paperNo: '1' }, act()),
      TransitionError as never
    )
    const own = await record('500.00', {
      person: { userId: head.id },
      violation: 'conduct',
      contractNo: null,
      contractAmount: null,
    })
    await assert.rejects(() => life.approve(own.id, { by: head, on }), SelfApprovalError as never)
  })

  test('an appeal that reduces a penalty before it is executed lowers what is taken', async ({
    assert,
  }) => {
    const { id } = await approved('3000.00')
    const appeal = await appeals.file(id, { venue: 'لجنة التظلمات', fileNo: '3' }, act())
    await assert.rejects(
      () => appeals.file(id, { venue: 'لجنة التظلمات', fileNo: '4' }, act()),
      PenaltyPaperError as never
    )
    await assert.rejects(
      () => appeals.decide(appeal.id, { outcome: 'upheld' }, { by: officer, on, decisionNo: '8' }),
      SelfApprovalError as never
    )
    const lower = await appeals.decide(
      appeal.id,
      { outcome: 'reduced', amount: pounds('1200.00') },
      verdict.by()
    )
    assert.deepEqual([lower.assessed, lower.amount].map(String), ['3000.00', '1200.00'])
    await life.execute(id, { via: 'cash', paperNo: '33/7' }, act())
    assert.deepEqual(await standing(unitId), {
      'INT-CASH': '1200.00',
      'INT-REV-FINES': '-1200.00',
    })
    await assert.rejects(
      () => life.execute(id, { via: 'cash', paperNo: '2' }, act()),
      TransitionError as never
    )
  })

  test('penalties deducted by a form 50 of 2,000 clear what it deducted, and no piastre more', async ({
    assert,
  }) => {
    const world = await aPayingUnit()
    unitId = world.unitId
    partyId = (await Beneficiary.findOrFail(world.payee.id)).partyId!
    const form = await aVoucher(world, 'posted', {
      stated: [{ kind: 'penalty', amount: pounds('2000.00'), reference: 'غرامة تأخير' }],
    })
    assert.equal((await standing(unitId))['INT-PENALTIES'], '-2000.00')
    const first = await approved('1200.00')
    const off = (formNo: string) => ({ via: 'invoice', formNo }) as const
    await assert.rejects(() => life.execute(first.id, off('50/7'), act()), Form50Error as never)
    const another = await approved('1.00', { person: { partyId: await aParty(unitId) } })
    await assert.rejects(() => life.execute(another.id, off(form.label), act()), /صُرفت لمتعامل آخر/)
    const taken = await life.execute(first.id, off(form.label), act())
    assert.deepEqual([taken.executionPaper, taken.voucherId], [form.label, form.id])
    const tooMuch = await approved('800.01')
    await assert.rejects(
      () => life.execute(tooMuch.id, off(form.label), act()),
      Form50Error as never
    )
    // What an appeal gave back was deducted all the same.
    const appeal = await appeals.file(first.id, { venue: 'لجنة', fileNo: '3' }, act())
    await appeals.decide(appeal.id, { outcome: 'cancelled' }, verdict.by())
    await assert.rejects(
      () => life.execute(tooMuch.id, off(form.label), act()),
      Form50Error as never
    )
    await life.execute((await approved('800.00')).id, off(form.label), act())
    const stands = await standing(unitId)
    assert.isUndefined(stands['INT-PENALTIES'])
    assert.equal(stands['INT-REV-FINES'], '-800.00')
    assert.equal(stands['INT-DEPOSITS'], '-1200.00')
  })

  test('an executed penalty that is reduced gives back the difference, and one cancelled the whole', async ({
    assert,
  }) => {
    const { id } = await approved('3000.00')
    await life.execute(id, { via: 'cash', paperNo: '33/9' }, act())
    const first = await appeals.file(id, { venue: 'المحكمة', fileNo: '3' }, act())
    await assert.rejects(
      () =>
        appeals.decide(first.id, { outcome: 'reduced', amount: pounds('3000.00') }, verdict.by()),
      PenaltyPaperError as never
    )
    await appeals.decide(first.id, { outcome: 'reduced', amount: pounds('1000.00') }, verdict.by())
    assert.deepEqual(await standing(unitId), {
      'INT-CASH': '3000.00',
      'INT-DEPOSITS': '-2000.00',
      'INT-REV-FINES': '-1000.00',
    })
    const second = await appeals.file(id, { venue: 'المحكمة العليا', fileNo: '9' }, act())
    const end = await appeals.decide(second.id, { outcome: 'cancelled' }, verdict.by())
    assert.equal(end.status, 'cancelled')
    assert.deepEqual([end.amount, end.executed].map(String), ['0.00', '0.00'])
    assert.deepEqual(await standing(unitId), { 'INT-CASH': '3000.00', 'INT-DEPOSITS': '-3000.00' })
  })

  test('an upheld penalty stays as it was', async ({ assert }) => {
    const { id } = await approved('3000.00')
    const { id: appealId } = await appeals.file(id, { venue: 'لجنة', fileNo: '3' }, act())
    const same = await appeals.decide(appealId, { outcome: 'upheld' }, verdict.by())
    assert.deepEqual([same.status, String(same.amount)], ['approved', '3000.00'])
    await assert.rejects(
      () => appeals.decide(appealId, { outcome: 'cancelled' }, verdict.by()),
      PenaltyPaperError as never
    )
  })

  test('a penalty taken out of a cash deposit lowers the deposit and is revenue once', async ({
    assert,
  }) => {
    const acting = new ActOnGuarantee()
    const deposit = await new RecordGuarantee().handle(
      {
        unitId,
        partyId,
        purpose: 'final',
        form: 'cash',
        subjectNo: '12/2026',
        subject: 'توريد',
        amount: pounds('19860.00'),
        referenceNo: '33/1',
        issuedOn: on,
        on,
      },
      { by: by() }
    )
    const step = async (input: Pick<ActInput, 'kind' | 'amount'>) => {
      const proposal = { paperNo: '6', reason: 'غرامة', ...input }
      const { id } = await acting.propose(deposit.id, proposal, { by: by() })
      await acting.approve(id, { by: head, on })
      return id
    }
    await step({ kind: 'accept' })
    const { id } = await approved('3000.00')
    const wrong = await step({ kind: 'penalise', amount: pounds('2000.00') })
    await assert.rejects(
      () => life.execute(id, { via: 'guarantee', actId: wrong }, act()),
      PenaltyPaperError as never
    )
    const right = await step({ kind: 'penalise', amount: pounds('3000.00') })
    assert.equal(
      (await life.execute(id, { via: 'guarantee', actId: right }, act())).status,
      'executed'
    )
    assert.deepEqual(await standing(unitId), {
      'INT-CASH': '19860.00',
      '41110499': '-14860.00',
      'INT-REV-FINES': '-5000.00',
    })
    const other = await approved('3000.00')
    await assert.rejects(
      () => life.execute(other.id, { via: 'guarantee', actId: right }, act()),
      /penalties_guarantee_act/
    )
    await assert.rejects(
      () => db.from('penalties').where('id', id).update({ assessed: '1.00' }),
      /keeps its person/
    )
  })
})
