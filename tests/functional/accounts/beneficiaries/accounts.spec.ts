import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { clock } from '#core/clock'
import { IdentifierError } from '#core/identifiers'
import { TransitionError } from '#core/transitions'
import DecideAccount from '#accounts/beneficiaries/accounts/decide_account'
import { payableAccount } from '#accounts/beneficiaries/accounts/payable_account'
import ChangeBeneficiary from '#accounts/beneficiaries/change_beneficiary'
import {
  AccountChangeOpenError,
  AccountHoldsError,
  BeneficiaryKnownError,
  NotPayableError,
  SameAccountError,
  UnknownBankError,
} from '#accounts/beneficiaries/errors'
import RecordBeneficiary from '#accounts/beneficiaries/record_beneficiary'
import { paperWarnings } from '#accounts/beneficiaries/queries/papers'
import Beneficiary from '#accounts/models/beneficiary'
import { SYSTEM } from '#audit/actor'
import { SelfApprovalError } from '#identity/errors'
import { aBeneficiary, IBANS } from '#tests/support/beneficiaries'

const decide = new DecideAccount()

test.group('Accounts of beneficiaries', (group) => {
  group.each.setup(() => {
    clock.freeze('2026-11-22T08:00:00Z')
    return () => clock.restore()
  })

  test('a first account holds as soon as another person approves it, named by its code', async ({
    assert,
  }) => {
    const { id, propose, approve, officer } = await aBeneficiary()
    const { id: accountId, bankName } = await propose('EG78 0003 0005 0000 0000 2631 8000 1')
    assert.equal(bankName, 'البنك الأهلي المصري')
    await assert.rejects(() => payableAccount(id), NotPayableError as never)
    await assert.rejects(() => approve(accountId, officer), SelfApprovalError as never)
    await approve(accountId)
    const { account, coming } = await payableAccount(id)
    assert.equal(account.iban, IBANS.national)
    assert.equal(account.holdsFrom, '2026-11-22')
    assert.isNull(coming)
  })

  test('the database itself refuses its maker as its approver', async ({ assert }) => {
    const { propose, officer } = await aBeneficiary()
    const { id } = await propose(IBANS.national)
    await assert.rejects(
      () =>
        db.rawQuery(
          `UPDATE beneficiary_accounts SET status = 'approved', approved_by = ?, approved_at = NOW(3), holds_from = '2026-11-22', document_hash = REPEAT('x', 32) WHERE id = ?`,
          [officer.id, id]
        ),
      /maker_is_not_checker/
    )
  })

  test('a change holds after seven days; until then he is paid into the account before', async ({
    assert,
  }) => {
    const { id, propose, approve } = await aBeneficiary()
    const first = await propose(IBANS.national)
    await approve(first.id)
    const second = await propose(IBANS.misr)
    const during = await payableAccount(id)
    assert.equal(during.account.id, first.id)
    assert.deepEqual(during.coming, { id: second.id, status: 'proposed', holdsFrom: null })
    const { holdsFrom } = await approve(second.id)
    assert.equal(holdsFrom, '2026-11-29')
    const before = await payableAccount(id, { on: '2026-11-28' })
    assert.equal(before.account.iban, IBANS.national)
    assert.deepEqual(before.coming, {
      id: second.id,
      status: 'cooling',
      holdsFrom: '2026-11-29',
    })
    const after = await payableAccount(id, { on: '2026-11-29' })
    assert.equal(after.account.iban, IBANS.misr)
    assert.isNull(after.coming)
  })

  test('a change is stopped while it cools and the old account goes on; afterwards it is not', async ({
    assert,
  }) => {
    const { id, propose, approve, head } = await aBeneficiary()
    const first = await propose(IBANS.national)
    await approve(first.id)
    const second = await propose(IBANS.misr)
    await approve(second.id)
    await assert.rejects(() => propose(IBANS.misr), SameAccountError as never)
    await assert.rejects(() => propose(IBANS.national), AccountChangeOpenError as never)
    await decide.stop(second.id, { by: head, reason: 'نفى المورد طلب التغيير' })
    const { account } = await payableAccount(id, { on: '2027-01-01' })
    assert.equal(account.iban, IBANS.national)
    assert.isNull(account.holdsUntil)
    await assert.rejects(
      () => decide.stop(first.id, { by: head, reason: 'خطأ' }),
      AccountHoldsError as never
    )
    await assert.rejects(() => approve(second.id), TransitionError as never)
  })

  test('one request at a time; refused or withdrawn it makes room for another', async ({
    assert,
  }) => {
    const { id, propose, head, officer } = await aBeneficiary()
    const first = await propose(IBANS.national)
    await assert.rejects(() => propose(IBANS.misr), AccountChangeOpenError as never)
    await decide.refuse(first.id, { by: head, reason: 'الخطاب بلا ختم' })
    const second = await propose(IBANS.misr)
    await decide.withdraw(second.id, { by: officer.asActor() })
    await propose(IBANS.national)
    await assert.rejects(() => payableAccount(id), NotPayableError as never)
  })

  test('a mistyped IBAN is refused, and a bank that is not in the list is to be named', async ({
    assert,
  }) => {
    const { propose } = await aBeneficiary()
    await assert.rejects(() => propose('EG790003000500000000263180001'), IdentifierError as never)
    await assert.rejects(() => propose(IBANS.unknown), UnknownBankError as never)
    const { bankName } = await propose(IBANS.unknown, 'بنك القرية')
    assert.equal(bankName, 'بنك القرية')
  })

  test('an account is never rewritten nor deleted, whoever asks the database', async ({
    assert,
  }) => {
    const { propose, approve } = await aBeneficiary()
    const { id } = await propose(IBANS.national)
    await assert.rejects(
      () => db.rawQuery('UPDATE beneficiary_accounts SET iban = ? WHERE id = ?', [IBANS.misr, id]),
      /not rewritten/
    )
    await approve(id)
    await assert.rejects(
      () =>
        db.rawQuery("UPDATE beneficiary_accounts SET holds_from = '2020-01-01' WHERE id = ?", [id]),
      /decision is not rewritten/
    )
    await assert.rejects(
      () => db.rawQuery('DELETE FROM beneficiary_accounts WHERE id = ?', [id]),
      /keeps what was decided/
    )
  })

  test('nothing is paid to who is stopped, and the reason is told', async ({ assert }) => {
    const { id, propose, approve } = await aBeneficiary()
    await approve((await propose(IBANS.national)).id)
    await new ChangeBeneficiary().handle(id, { stopReason: 'حجز إداري رقم 9' }, { by: SYSTEM })
    await assert.rejects(() => payableAccount(id), /حجز إداري رقم 9/)
    await new ChangeBeneficiary().handle(id, { stopReason: null }, { by: SYSTEM })
    assert.equal((await payableAccount(id)).account.iban, IBANS.national)
  })
})

test.group('Who is paid', (group) => {
  group.each.setup(() => {
    clock.freeze('2026-11-22T08:00:00Z')
    return () => clock.restore()
  })

  test('a national id is sealed, found again, and belongs to one beneficiary of a unit', async ({
    assert,
  }) => {
    const numbers = { national_id: '٢٩٠٠١٠١٢٣٠١٢٣٤' }
    const { id, unitId } = await aBeneficiary({ kind: 'person', numbers })
    const kept = await Beneficiary.findOrFail(id)
    assert.equal(kept.reveal('national_id'), '29001012301234')
    assert.notInclude(kept.nationalIdCipher!.toString('latin1'), '29001012301234')
    await assert.rejects(
      () => aBeneficiary({ unitId, kind: 'person', numbers }),
      BeneficiaryKnownError as never
    )
  })

  test('«{0}» is refused as a {1}')
    .with<[string, 'national_id' | 'tax_no'][]>([
      ['2900101230123', 'national_id'],
      ['29002302301234', 'national_id'],
      ['29001019901234', 'national_id'],
      ['12345678', 'tax_no'],
      ['12345678x', 'tax_no'],
    ])
    .run(async ({ assert }, [digits, kind]) => {
      await assert.rejects(
        () => aBeneficiary({ kind: 'person', numbers: { [kind]: digits } }),
        IdentifierError as never
      )
    })

  test('a tax card that ran out stops, one that runs out within thirty days warns', async ({
    assert,
  }) => {
    const { id } = await aBeneficiary({
      numbers: { tax_no: '123-456-789' },
      taxCardUntil: '2026-11-21',
      registerUntil: '2026-12-20',
    })
    const beneficiary = await Beneficiary.findOrFail(id)
    const said = (await paperWarnings(beneficiary)).map(({ tone, rule }) => [tone, rule])
    assert.deepEqual(said, [
      ['danger', 'tax_card'],
      ['warning', 'register'],
    ])
    await new ChangeBeneficiary().handle(
      id,
      { taxCardUntil: '2027-11-21', registerUntil: '2027-12-20' },
      { by: SYSTEM }
    )
    assert.deepEqual(await paperWarnings(await Beneficiary.findOrFail(id)), [])
  })

  test('numbers go on behind those of a file', async ({ assert }) => {
    const { unitId } = await aBeneficiary({ beneficiaryNo: '1' })
    const { beneficiaryNo } = await new RecordBeneficiary().handle(
      { unitId, kind: 'employee', name: 'منى السيد' },
      { by: SYSTEM }
    )
    assert.equal(beneficiaryNo, '2')
  })
})
