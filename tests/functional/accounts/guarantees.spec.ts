import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { TransitionError } from '#core/transitions'
import { SelfApprovalError } from '#identity/errors'
import type User from '#identity/models/user'
import ActOnGuarantee, { type ActInput } from '#accounts/guarantees/act_on_guarantee'
import {
  ActWaitsError,
  GuaranteeExpiredError,
  GuaranteePaperError,
  OfAuthorityError,
  MoreThanIsHeldError,
} from '#accounts/guarantees/errors'
import RecordGuarantee, { type GuaranteeInput } from '#accounts/guarantees/record_guarantee'
import type Guarantee from '#accounts/models/guarantee'
import { pounds } from '#tests/support/budget'
import { aParty, standing } from '#tests/support/holdings'
import { aPerson } from '#tests/support/people'
import { aUnit } from '#tests/support/units'

const on = '2026-11-22'
const BONDS = '41110499'
const FORFEITED = '11330101'
let papers = 0

test.group('Guarantees and deposits', (group) => {
  let unitId: number
  let partyId: number
  let officer: User
  let head: User
  let chief: User
  const acting = new ActOnGuarantee()

  group.each.setup(async () => {
    unitId = await aUnit()
    partyId = await aParty(unitId)
    officer = await aPerson({ unitId, roles: ['finance_officer'] })
    head = await aPerson({ unitId, roles: ['accounts_head'] })
    chief = await aPerson({ unitId, roles: ['secretary_general'] })
  })

  const by = () => officer.asActor() as { id: number; name: string }
  const record = (input: Partial<GuaranteeInput> = {}) =>
    new RecordGuarantee().handle(
      {
        unitId,
        partyId,
        purpose: 'final',
        form: 'letter',
        subjectNo: '12/2026',
        subject: 'توريد أجهزة',
        amount: pounds('19860.00'),
        referenceNo: `LG-${process.pid}-${++papers}`,
        bankName: 'البنك الأهلي المصري',
        issuedOn: '2026-09-01',
        expiresOn: '2026-12-31',
        on,
        ...input,
      },
      { by: by() }
    )
  const cash = { form: 'cash', bankName: null, expiresOn: null } as const
  const cheque = { form: 'cheque', expiresOn: null } as const
  const act = async (
    guarantee: Guarantee,
    input: Partial<ActInput> & Pick<ActInput, 'kind'>,
    day = on
  ) => {
    const { id } = await acting.propose(
      guarantee.id,
      { paperNo: '9', reason: 'خطاب البنك', ...input },
      { by: by() }
    )
    try {
      return await acting.approve(id, { by: signer(input.kind), on: day })
    } catch (error) {
      await acting.refuse(id, { by: head, on: day, reason: 'لا يجوز' })
      throw error
    }
  }
  const signer = (kind: string) => (['call', 'forfeit'].includes(kind) ? chief : head)
  const held = async (input: Partial<GuaranteeInput> = {}) => {
    const guarantee = await act(await record(input), { kind: 'accept' })
    return input.form === 'cheque' ? act(guarantee, { kind: 'clear' }) : guarantee
  }

  test('a letter stands in the memo accounts 91 and 92 while it is held, and in none once released', async ({
    assert,
  }) => {
    const letter = await record()
    assert.deepEqual(await standing(unitId), {})
    assert.equal((await act(letter, { kind: 'accept' })).status, 'held')
    assert.deepEqual(await standing(unitId), { '91130501': '19860.00', '92130501': '-19860.00' })
    const released = await act(letter, { kind: 'release' })
    assert.equal(released.status, 'released')
    assert.equal(released.endedOn, on)
    assert.deepEqual(await standing(unitId), {})
  })

  test('an extension changes the day of expiry and keeps the days before it', async ({
    assert,
  }) => {
    const letter = await held()
    assert.equal(
      (await act(letter, { kind: 'extend', expiresOn: '2027-03-31' })).expiresOn,
      '2027-03-31'
    )
    assert.equal(
      (await act(letter, { kind: 'extend', expiresOn: '2027-06-30' })).expiresOn,
      '2027-06-30'
    )
    const history = await db
      .from('guarantee_acts')
      .where({ guarantee_id: letter.id, kind: 'extend' })
      .orderBy('id')
    assert.deepEqual(
      history.map(({ expires_before, expires_after }) => [expires_before, expires_after]),
      [
        ['2026-12-31', '2027-03-31'],
        ['2027-03-31', '2027-06-30'],
      ]
    )
    await assert.rejects(
      () => act(letter, { kind: 'extend', expiresOn: '2027-06-30' }),
      GuaranteePaperError as never
    )
    assert.deepEqual(await standing(unitId), { '91130501': '19860.00', '92130501': '-19860.00' })
  })

  test('the claim of a letter is no money; what the bank pays is revenue, and the letter leaves the memo accounts', async ({
    assert,
  }) => {
    const letter = await held()
    await assert.rejects(() => act(letter, { kind: 'forfeit' }), GuaranteePaperError as never)
    assert.equal((await act(letter, { kind: 'call' })).status, 'called')
    assert.deepEqual(await standing(unitId), { '91130501': '19860.00', '92130501': '-19860.00' })
    assert.equal((await act(letter, { kind: 'forfeit' })).status, 'forfeited')
    assert.deepEqual(await standing(unitId), {
      'INT-TRANSIT': '19860.00',
      [FORFEITED]: '-19860.00',
    })
  })

  test('a bank that extends instead of paying ends the claim; a letter past its day is not claimed', async ({
    assert,
  }) => {
    const letter = await held()
    const claim = await acting.propose(
      letter.id,
      { kind: 'call', paperNo: '4', reason: 'إخلال بالعقد' },
      { by: by() }
    )
    await assert.rejects(
      () => acting.approve(claim.id, { by: head, on }),
      OfAuthorityError as never
    )
    await acting.approve(claim.id, { by: chief, on })
    const longer = await act(letter, { kind: 'extend', expiresOn: '2027-01-31' })
    assert.equal(longer.status, 'held')
    await assert.rejects(
      () => act(letter, { kind: 'call' }, '2027-02-01'),
      GuaranteeExpiredError as never
    )
    assert.equal(String(longer.left), '19860.00')
  })

  test('cash is a liability until it is given back or forfeited, whole or in parts', async ({
    assert,
  }) => {
    const deposit = await held({ ...cash, amount: pounds('6000.00') })
    assert.deepEqual(await standing(unitId), { 'INT-CASH': '6000.00', [BONDS]: '-6000.00' })
    const part = await act(deposit, { kind: 'forfeit', amount: pounds('1500.00') })
    assert.equal(part.status, 'held')
    assert.equal(String(part.left), '4500.00')
    assert.deepEqual(await standing(unitId), {
      'INT-CASH': '6000.00',
      [BONDS]: '-4500.00',
      [FORFEITED]: '-1500.00',
    })
    await assert.rejects(
      () => act(deposit, { kind: 'release', amount: pounds('4500.01') }),
      MoreThanIsHeldError as never
    )
    assert.equal((await act(deposit, { kind: 'release' })).status, 'released')
    assert.deepEqual(await standing(unitId), {
      'INT-CASH': '6000.00',
      [FORFEITED]: '-1500.00',
      'INT-DEPOSITS': '-4500.00',
    })
  })

  test('a cheque is a liability only when it clears; a returned one never is', async ({
    assert,
  }) => {
    const good = await act(await record(cheque), { kind: 'accept' })
    assert.equal(good.status, 'received')
    assert.deepEqual(await standing(unitId), {})
    await assert.rejects(() => act(good, { kind: 'release' }), TransitionError as never)
    await act(good, { kind: 'clear' })
    assert.deepEqual(await standing(unitId), { 'INT-TRANSIT': '19860.00', [BONDS]: '-19860.00' })
    const bad = await act(await record(cheque), { kind: 'accept' })
    assert.equal((await act(bad, { kind: 'bounce' })).status, 'bounced')
    assert.deepEqual(await standing(unitId), { 'INT-TRANSIT': '19860.00', [BONDS]: '-19860.00' })
  })

  test('who proposes a step does not decide it, one step waits at a time, and what is decided stays', async ({
    assert,
  }) => {
    const letter = await record()
    const propose = () =>
      acting.propose(letter.id, { kind: 'accept', paperNo: '1', reason: 'ورد' }, { by: by() })
    const { id } = await propose()
    await assert.rejects(() => propose(), ActWaitsError as never)
    await assert.rejects(() => acting.approve(id, { by: officer, on }), SelfApprovalError as never)
    const same = await acting.refuse(id, { by: head, on, reason: 'الخطاب مشروط' })
    assert.equal(same.status, 'draft')
    await assert.rejects(() => acting.approve(id, { by: head, on }), TransitionError as never)
    await assert.rejects(
      () => db.from('guarantee_acts').where('id', id).update({ reason: 'آخر' }),
      /is not changed/
    )
    await act(letter, { kind: 'accept' })
    await assert.rejects(
      () => db.from('guarantees').where('id', letter.id).update({ amount: '1.00' }),
      /keeps its party/
    )
    await assert.rejects(
      () => db.from('guarantees').where('id', letter.id).update({ status: 'draft' }),
      /does not follow/
    )
  })

  test('a letter needs bank and expiry, one paper is recorded once', async ({ assert }) => {
    await assert.rejects(() => record({ bankName: null }), GuaranteePaperError as never)
    await assert.rejects(() => record({ expiresOn: null }), GuaranteePaperError as never)
    await assert.rejects(() => record({ expiresOn: '2026-08-31' }), GuaranteePaperError as never)
    await assert.rejects(
      () => record({ ...cash, expiresOn: '2027-01-01' }),
      GuaranteePaperError as never
    )
    await record({ referenceNo: `same-${unitId}` })
    await assert.rejects(
      () => record({ referenceNo: `same-${unitId}` }),
      GuaranteePaperError as never
    )
  })
})
