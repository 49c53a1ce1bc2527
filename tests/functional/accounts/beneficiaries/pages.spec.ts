import { test } from '@japa/runner'
import { payableAccount } from '#accounts/beneficiaries/accounts/payable_account'
import Beneficiary from '#accounts/models/beneficiary'
import BeneficiaryAccount from '#accounts/models/beneficiary_account'
import { aBeneficiary, IBANS } from '#tests/support/beneficiaries'

test.group('Pages of beneficiaries', () => {
  test('an officer records a supplier and asks for his account; the head approves it', async ({
    client,
    assert,
  }) => {
    const { officer, head, unitId } = await aBeneficiary()
    const made = await client
      .post('/accounts/beneficiaries')
      .loginAs(officer)
      .withCsrfToken()
      .redirects(0)
      .form({ unit_id: unitId, kind: 'supplier', name: 'شركة القناة', tax_no: '123-456-789' })
    made.assertStatus(303)
    const supplier = await Beneficiary.query()
      .where({ unit_id: unitId, name: 'شركة القناة' })
      .firstOrFail()
    const card = `/accounts/beneficiaries/${supplier.id}`
    const form = await client.get(`${card}/accounts/create`).loginAs(officer)
    form.assertStatus(200)
    const asked = await client
      .post(`${card}/accounts`)
      .loginAs(officer)
      .withCsrfToken()
      .redirects(0)
      .form({ iban: IBANS.national, reason: 'خطاب البنك رقم 44' })
    asked.assertStatus(303)
    const account = await BeneficiaryAccount.findByOrFail('beneficiary_id', supplier.id)
    const page = `/accounts/beneficiary-accounts/${account.id}`
    const his = await client.get(page).loginAs(officer)
    assert.include(his.text(), 'EG78 0003 0005 0000 0000 2631 8000 1')
    assert.notInclude(his.text(), `${page}/decision`)
    const own = await client
      .post(`${page}/decision`)
      .loginAs(officer)
      .withCsrfToken()
      .redirects(0)
      .form({})
    own.assertStatus(403)
    const seen = await client.get(page).loginAs(head)
    assert.include(seen.text(), `${page}/decision`)
    const decided = await client
      .post(`${page}/decision`)
      .loginAs(head)
      .withCsrfToken()
      .redirects(0)
      .form({})
    decided.assertStatus(303)
    assert.equal((await payableAccount(supplier.id)).account.iban, IBANS.national)
    const shown = await client.get(card).loginAs(head)
    shown.assertStatus(200)
    assert.include(shown.text(), 'البنك الأهلي المصري')
    for (const list of ['beneficiaries', 'beneficiary-accounts', 'historical-payments']) {
      const answer = await client.get(`/accounts/${list}`).loginAs(head)
      answer.assertStatus(200)
    }
  })

  test('the card looks a claim over and keeps nothing', async ({ client, assert }) => {
    const { id, officer } = await aBeneficiary()
    const answer = await client
      .get(`/accounts/beneficiaries/${id}`)
      .qs({ amount: '1500.00', on: '2026-11-20', invoice_no: '7' })
      .loginAs(officer)
    answer.assertStatus(200)
    assert.include(answer.text(), 'لا مانع من الصرف')
  })

  test('a mistyped IBAN comes back with its sentence', async ({ client, assert }) => {
    const { id, officer } = await aBeneficiary()
    const answer = await client
      .post(`/accounts/beneficiaries/${id}/accounts`)
      .loginAs(officer)
      .withCsrfToken()
      .redirects(0)
      .form({ iban: 'EG790003000500000000263180001', reason: 'خطاب البنك' })
    answer.assertFlashMessage('inputErrorsBag')
    assert.include(JSON.stringify(answer.flashMessages()), 'رقما المراجعة')
    assert.isNull(await BeneficiaryAccount.findBy('beneficiary_id', id))
  })
})
