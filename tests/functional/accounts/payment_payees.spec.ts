import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import db from '@adonisjs/lucid/services/db'
import { clock } from '#core/clock'
import type User from '#identity/models/user'
import DecideAccount from '#accounts/beneficiaries/accounts/decide_account'
import ProposeAccount from '#accounts/beneficiaries/accounts/propose_account'
import ChangeBeneficiary from '#accounts/beneficiaries/change_beneficiary'
import {
  ClaimRefusedError,
  NotPayableError,
  PaymentsFrozenError,
} from '#accounts/beneficiaries/errors'
import RecordBeneficiary from '#accounts/beneficiaries/record_beneficiary'
import Beneficiary from '#accounts/models/beneficiary'
import PaymentVoucher from '#accounts/models/payment_voucher'
import DraftVoucher from '#accounts/payments/draft_voucher'
import EndVoucher from '#accounts/payments/end_voucher'
import { PayeeChangedError, VoucherInputError } from '#accounts/payments/errors'
import OrderVoucher from '#accounts/payments/order_voucher'
import ReviewVoucher from '#accounts/payments/review_voucher'
import { IBANS } from '#tests/support/beneficiaries'
import { pounds } from '#tests/support/budget'
import {
  AN_IBAN,
  anOrder,
  aPayee,
  aPayingUnit,
  aVoucher,
  fillDossier,
  type PayingUnit,
} from '#tests/support/payments'

const review = new ReviewVoucher()
const decide = new DecideAccount()

const invoice = (invoiceNo: string, amount: string, on: string, taxUuid: string | null = null) => [
  { invoiceNo, invoiceOn: on, taxUuid, beforeVat: pounds(amount), vat: pounds('0.00') },
]

test.group('Whom a form 50 pays', (group) => {
  let world: PayingUnit

  group.each.setup(async () => {
    world = await aPayingUnit()
  })

  const another = (reason = 'خطاب البنك رقم 40') =>
    new ProposeAccount().handle(
      { beneficiaryId: world.payee.id, iban: IBANS.misr, reason },
      { by: world.officer.asActor() as never }
    )

  test('it carries the name and the account of its beneficiary, who is a party of the ledger', async ({
    assert,
  }) => {
    const { order } = await anOrder(world)
    const voucher = await PaymentVoucher.findOrFail(order.voucherId)
    assert.deepEqual(
      [voucher.payeeName, voucher.payeeIban, voucher.beneficiaryAccountId],
      ['شركة النيل للأدوات', AN_IBAN, world.payee.accountId]
    )
    const { partyId } = await Beneficiary.findOrFail(world.payee.id)
    assert.isNumber(partyId)
    const lines = await db.from('ledger_lines').where('entry_id', voucher.entryId!)
    assert.isAbove(lines.length, 2)
    assert.deepEqual([...new Set(lines.map(({ party_id: of }) => Number(of)))], [partyId])
    const charged = lines.filter(({ budget_line_id: line }) => line !== null)
    assert.deepEqual(
      charged.map(({ debit }) => debit),
      ['48410.00']
    )
  })

  test('one of another unit, one without an account and one who is stopped are refused', async ({
    assert,
  }) => {
    const make = (beneficiaryId: number) =>
      new DraftVoucher().make(world.input({ beneficiaryId }), { by: world.officer })
    const foreign = await aPayingUnit()
    await assert.rejects(() => make(foreign.payee.id), VoucherInputError as never)
    const bare = await new RecordBeneficiary().handle(
      { unitId: world.unitId, kind: 'supplier', name: 'مورد بلا حساب' },
      { by: world.officer.asActor() }
    )
    await assert.rejects(() => make(bare.id), NotPayableError as never)
    await new ChangeBeneficiary().handle(
      world.payee.id,
      { stopReason: 'حجز إداري رقم 4' },
      { by: world.head.asActor() }
    )
    await assert.rejects(() => make(world.payee.id), /حجز إداري رقم 4/)
  })

  test('a change of account waits while an approved payment is on its way, and goes on when it is void', async ({
    assert,
  }) => {
    const { head, on } = world
    const voucher = await aVoucher(world, 'reviewed')
    const asked = await another()
    await assert.rejects(() => decide.approve(asked.id, { by: head }), PaymentsFrozenError as never)
    await new EndVoucher().void(voucher.id, { by: head, on, reason: 'أُلغيت لتغيير الحساب' })
    const account = await decide.approve(asked.id, { by: head })
    assert.equal(account.status, 'approved')
  })

  test('a form written before the change of account is not approved on the account before', async ({
    assert,
  }) => {
    const { officer, head, on } = world
    const { id } = await aVoucher(world, 'submitted')
    const asked = await another()
    const { holdsFrom } = await decide.approve(asked.id, { by: head })
    clock.freeze(`${holdsFrom}T08:00:00Z`)
    try {
      await assert.rejects(() => review.approve(id, { by: head, on }), PayeeChangedError as never)
      await review.giveBack(id, { by: head, on, reason: 'تغير حساب المستفيد' })
      await new DraftVoucher().change(id, world.input(), { by: officer })
      await review.submit(id, { by: officer, on })
      const approved = await review.approve(id, { by: head, on })
      assert.equal(approved.payeeIban, IBANS.misr)
    } finally {
      clock.restore()
    }
  })

  test('no order is made to a payee who was stopped after the approval', async ({ assert }) => {
    const { clerk: by, head, on, bankAccountId } = world
    const voucher = await aVoucher(world, 'posted')
    await new ChangeBeneficiary().handle(
      world.payee.id,
      { stopReason: 'حجز إداري رقم 5' },
      { by: head.asActor() }
    )
    await assert.rejects(
      () => new OrderVoucher().make(voucher.id, { bankAccountId, method: 'order' }, { by, on }),
      NotPayableError as never
    )
  })

  test('an invoice in a second form is a duplicate: approved only by another’s written answer', async ({
    assert,
  }) => {
    const { head, on } = world
    const invoices = invoice('F-77', '9000.00', on)
    await aVoucher(world, 'submitted', { invoices })
    const again = await aVoucher(world, 'submitted', {
      invoices: invoice('ف 77', '9000.00', on).concat(invoice('F/٠77', '9000.00', on)),
    })
    const approve = (override?: string) => review.approve(again.id, { by: head, on, override })
    await assert.rejects(() => approve(), ClaimRefusedError as never)
    await assert.rejects(
      () =>
        db
          .from('payment_vouchers')
          .where('id', again.id)
          .update({
            status: 'reviewed',
            reviewed_by: head.id,
            reviewed_on: on,
            document_hash: Buffer.alloc(32),
          }),
      /duplicate claim/
    )
    const done = await approve('الأولى صورة وستلغى')
    assert.deepEqual([done.overrideBy, done.overrideReason], [head.id, 'الأولى صورة وستلغى'])
  })

  test('a voided form claims nothing any more', async ({ assert }) => {
    const { head, on } = world
    const uuid = `U${Date.now()}${process.pid}`.slice(0, 26).padEnd(26, '0')
    const invoices = invoice('88', '7000.00', on, uuid)
    const first = await aVoucher(world, 'reviewed', { invoices })
    const again = await aVoucher(world, 'submitted', { invoices })
    await assert.rejects(
      () => review.approve(again.id, { by: head, on }),
      ClaimRefusedError as never
    )
    await new EndVoucher().void(first.id, { by: head, on, reason: 'حررت خطأ' })
    assert.equal((await review.approve(again.id, { by: head, on })).overrideReason, null)
  })

  test('two forms with one electronic invoice written at once: one of them is stopped', async ({
    assert,
  }) => {
    const { officer, head, on } = world
    const uuid = `P${Date.now()}${process.pid}`.slice(0, 26).padEnd(26, '0')
    const make = () =>
      new DraftVoucher().make(world.input({ invoices: invoice('99', '500.00', on, uuid) }), {
        by: officer,
      })
    const forms = await Promise.all([make(), make(), make()])
    for (const { id } of forms) {
      await fillDossier(id, officer)
      await review.submit(id, { by: officer, on })
    }
    const ends = await Promise.allSettled(
      forms.map(({ id }) => review.approve(id, { by: head, on }))
    )
    const refused = ends.filter(({ status }) => status === 'rejected')
    assert.isAtLeast(refused.length, 2)
  })
})

test.group('Payees in the form 50', (group) => {
  let world: PayingUnit

  group.each.setup(async () => {
    world = await aPayingUnit()
  })

  const send = (client: ApiClient, path: string, by: User, fields: object = {}) =>
    client.post(path).loginAs(by).withCsrfToken().redirects(0).form(fields)

  const typed = (changes: object = {}) => ({
    'unit_id': world.unitId,
    'payment_type': 'supplies',
    'commitment_id': world.commitment.id,
    'payee': 'النيل للادوات',
    'purpose': 'توريد أدوات كتابية',
    'due_on': world.on,
    'invoices[0][no]': 'ن-12',
    'invoices[0][before_vat]': '4000',
    ...changes,
  })
  const written = () => PaymentVoucher.query().where('unit_id', world.unitId).orderBy('id')

  test('the payee is suggested by any part of his name, among those of the chosen unit', async ({
    client,
    assert,
  }) => {
    const other = await aPayingUnit()
    const { unitId, officer, payee } = world
    const ask = async (q: string, unit: number) =>
      (
        await client
          .get('/accounts/payments/payees')
          .qs({ q, unit_id: unit })
          .header('accept', 'application/json')
          .loginAs(officer)
      ).body()
    assert.deepEqual(await ask('الادوات', unitId), [])
    assert.deepEqual(await ask('للادوات', unitId), [`شركة النيل للأدوات — ${payee.beneficiaryNo}`])
    assert.deepEqual(await ask(payee.beneficiaryNo, unitId), [
      `شركة النيل للأدوات — ${payee.beneficiaryNo}`,
    ])
    const seen: string[] = await ask('النيل', other.unitId)
    assert.lengthOf(seen, 1)
    assert.deepEqual(await ask('%', unitId), [])
  })

  test('part of a name that only one has is enough; of two with it neither is taken', async ({
    client,
    assert,
  }) => {
    const { officer, unitId } = world
    const one = await send(client, '/accounts/payments', officer, typed())
    one.assertStatus(302)
    assert.equal((await written())[0]!.beneficiaryId, world.payee.id)
    await aPayee(unitId, world, { name: 'النيل للأدوات الصحية', iban: IBANS.misr })
    const several = await send(client, '/accounts/payments', officer, typed())
    several.assertStatus(303)
    const unknown = await send(client, '/accounts/payments', officer, typed({ payee: 'لا أحد' }))
    unknown.assertStatus(303)
    assert.lengthOf(await written(), 1)
  })

  test('a form that looks like another is shown back once with what was found, and its page tells it', async ({
    client,
    assert,
  }) => {
    const { officer, head } = world
    await send(client, '/accounts/payments', officer, typed())
    const back = await send(client, '/accounts/payments', officer, typed())
    back.assertStatus(303)
    assert.lengthOf(await written(), 1)
    const session = back.flashMessages() as unknown as {
      findings: { severity: string; text: string }[]
      to_see: string
      purpose: string
    }
    assert.include(session.findings[0]!.text, 'رقم الفاتورة والمبلغ نفسهما')
    assert.equal(session.purpose, 'توريد أدوات كتابية')
    const saved = await send(client, '/accounts/payments', officer, typed({ seen: session.to_see }))
    saved.assertStatus(302)
    const [, again] = await written()
    for (const by of [officer, head]) {
      const page = await client.get(`/accounts/payments/${again!.id}`).loginAs(by)
      page.assertStatus(200)
      page.assertTextIncludes('مطالبة مكررة')
    }
    const { id } = again!
    await fillDossier(id, officer)
    await send(client, `/accounts/payments/${id}/submit`, officer)
    await send(client, `/accounts/payments/${id}/approve`, head)
    assert.equal((await PaymentVoucher.findOrFail(id)).status, 'submitted')
    const asks = await client.get(`/accounts/payments/${id}`).loginAs(head)
    asks.assertTextIncludes('في الاستمارة مطالبة مكررة')
    await send(client, `/accounts/payments/${id}/approve`, head, { override: 'الأولى ستلغى' })
    assert.equal((await PaymentVoucher.findOrFail(id)).status, 'reviewed')
    const card = await client.get(`/accounts/beneficiaries/${world.payee.id}`).loginAs(head)
    card.assertStatus(200)
    card.assertTextIncludes(again!.label)
  })
})
