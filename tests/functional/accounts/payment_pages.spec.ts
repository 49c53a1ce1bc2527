import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import type User from '#identity/models/user'
import PaymentVoucher from '#accounts/models/payment_voucher'
import { aPayingUnit, aVoucher, fillDossier, type PayingUnit } from '#tests/support/payments'

const send = (client: ApiClient, path: string, by: User, fields: object = {}) =>
  client.post(path).loginAs(by).withCsrfToken().redirects(0).form(fields)

const page = (client: ApiClient, path: string, by: User) => client.get(path).loginAs(by)

const rows = (name: string, values: object[]) =>
  Object.fromEntries(
    values.flatMap((row, at) =>
      Object.entries(row).map(([key, value]) => [`${name}[${at}][${key}]`, value])
    )
  )

test.group('Pages of payments', (group) => {
  let world: PayingUnit

  group.each.setup(async () => {
    world = await aPayingUnit()
  })

  const typed = (changes: object = {}) => ({
    unit_id: world.unitId,
    payment_type: 'supplies',
    commitment_id: world.commitment.id,
    payee: world.payee.beneficiaryNo,
    purpose: 'توريد أدوات كتابية',
    due_on: world.on,
    // As a browser names the fields of rows.
    ...rows('invoices', [
      { no: '101', on: world.on, before_vat: '٣٠٬٠٠٠٫٠٠', vat: '' },
      { no: '102', on: world.on, before_vat: '18,410.00', vat: '' },
      { no: '', on: '', before_vat: '', vat: '' },
      { no: '', on: '', before_vat: '', vat: '' },
    ]),
    ...rows('stated', [
      { kind: 'penalty', amount: '100', reference: 'قرار 3 في 2026-10-01' },
      { kind: '', amount: '', reference: '' },
    ]),
    ...changes,
  })

  test('a form of two invoices is typed, its empty rows are no invoices, and its page tells every figure', async ({
    client,
    assert,
  }) => {
    const { officer } = world
    const form = await page(client, '/accounts/payments/create', officer)
    form.assertStatus(200)
    form.assertTextIncludes('invoices[0][no]')
    const answer = await send(client, '/accounts/payments', officer, typed())
    answer.assertStatus(302)
    const [voucher] = await PaymentVoucher.query()
      .where('unit_id', world.unitId)
      .preload('invoices')
    assert.lengthOf(voucher!.invoices, 2)
    assert.deepEqual([voucher!.gross, voucher!.deductions, voucher!.net].map(String), [
      '48410.00',
      '1745.94',
      '46664.06',
    ])
    const shown = await page(client, `/accounts/payments/${voucher!.id}`, officer)
    shown.assertStatus(200)
    for (const text of ['48,410.00', '484.10', '290.46', '871.38', '46,664.06', 'قرار 3']) {
      shown.assertTextIncludes(text)
    }
    shown.assertTextIncludes('ستة وأربعون ألفًا وستمائة وأربعة وستون جنيهًا وستة قروش فقط لا غير')
    const edit = await page(client, `/accounts/payments/${voucher!.id}/edit`, officer)
    edit.assertStatus(200)
    edit.assertTextIncludes('18410.00')
    const list = await page(client, '/accounts/payments', officer)
    list.assertTextIncludes(voucher!.label)
  })

  test('the figures of a form that is being typed are those it is saved with, and write nothing', async ({
    client,
    assert,
  }) => {
    const { officer, second } = world
    const answer = await client
      .post('/accounts/payments/figures')
      .header('x-part', 'figures')
      .loginAs(officer)
      .withCsrfToken()
      .form(typed({ payee: '', purpose: '' }))
    answer.assertStatus(200)
    for (const text of ['48,410.00', '484.10', '290.46', '871.38', '46,664.06', 'قرار 3']) {
      answer.assertTextIncludes(text)
    }
    answer.assertTextIncludes('ستة وأربعون ألفًا وستمائة وأربعة وستون جنيهًا وستة قروش فقط لا غير')
    const above = await client
      .post('/accounts/payments/figures')
      .header('x-part', 'figures')
      .loginAs(officer)
      .withCsrfToken()
      .form(typed(rows('stated', [{ kind: 'penalty', amount: '50000', reference: 'قرار 4' }])))
    above.assertStatus(200)
    above.assertTextIncludes('تزيد على المستحق')
    assert.lengthOf(await PaymentVoucher.query().where('unit_id', world.unitId), 0)
    const stranger = await send(client, '/accounts/payments/figures', second, typed())
    stranger.assertStatus(403)
    const plain = await send(client, '/accounts/payments/figures', officer, typed())
    plain.assertStatus(303)
  })

  test('a form is saved and handed in at once, or neither', async ({ client, assert }) => {
    const { officer } = world
    const sent = await send(client, '/accounts/payments', officer, typed({ then: 'submit' }))
    sent.assertStatus(302)
    const [voucher] = await PaymentVoucher.query().where('unit_id', world.unitId)
    assert.equal(voucher!.status, 'submitted')
  })

  test('every step is taken from the page by whose step it is, and the page shows the whole chain', async ({
    client,
    assert,
  }) => {
    const { officer, clerk, head, second, bankAccountId, on } = world
    const { id } = await aVoucher(world, 'draft')
    const step = async (path: string, by: User, fields: object = {}) => {
      const answer = await send(client, `/accounts/payments/${id}/${path}`, by, fields)
      answer.assertStatus(303)
      return (await PaymentVoucher.findOrFail(id)).status
    }
    assert.equal(await step('submit', officer), 'submitted')
    assert.equal(await step('return', head, { reason: 'ينقصها توقيع' }), 'returned')
    assert.equal(await step('submit', officer), 'submitted')
    assert.equal(await step('approve', head), 'reviewed')
    assert.equal(await step('register', clerk), 'registered')
    assert.equal(await step('clear', head), 'cleared')
    assert.equal(await step('post', clerk), 'posted')
    const order = { bank_account_id: bankAccountId, method: 'order' }
    assert.equal(await step('order', clerk, order), 'ordered')
    const voucher = await PaymentVoucher.findOrFail(id)
    await voucher.load('orders')
    const orderPath = `/accounts/payments/orders/${voucher.orders[0]!.id}`
    for (const by of [head, second]) (await send(client, `${orderPath}/sign`, by)).assertStatus(303)
    const paid = await send(client, `${orderPath}/execute`, clerk, { on, reference: 'GPS-778' })
    paid.assertStatus(303)
    assert.equal(await step('archive', clerk, { shelf: 'أ/3' }), 'archived')
    for (const by of [officer, head, second]) {
      const shown = await page(client, `/accounts/payments/${id}`, by)
      shown.assertStatus(200)
      for (const text of ['GPS-778', 'ينقصها توقيع', 'أ/3', head.fullName, second.fullName]) {
        shown.assertTextIncludes(text)
      }
      // The chain of its papers stands once.
      assert.equal(shown.text().split('سلسلة المستند').length, 2)
      const { commitment } = world
      shown.assertTextIncludes(`/budget/commitments/${commitment.id}"`)
    }
  })

  test('the worklist asks each for his own step and nobody to check what he wrote', async ({
    client,
    assert,
  }) => {
    const { officer, head, second } = world
    const { id } = await aVoucher(world, 'submitted')
    const waits = async (by: User) =>
      (await page(client, '/accounts/payments/waiting', by))
        .text()
        .includes(`/accounts/payments/${id}"`)
    assert.deepEqual(await Promise.all([officer, head, second].map(waits)), [false, true, false])
    await send(client, `/accounts/payments/${id}/approve`, head)
    assert.deepEqual(await Promise.all([officer, head, second].map(waits)), [true, false, false])
  })

  test('a page refuses a reviewer without the right, a line of another unit and missing papers', async ({
    client,
    assert,
  }) => {
    const { officer, head } = world
    const other = await aPayingUnit()
    const strange = typed({ commitment_id: other.commitment.id })
    const refused = await send(client, '/accounts/payments', officer, strange)
    refused.assertStatus(422)
    refused.assertTextIncludes('اختر البند الذي يخصم عليه')
    const written = await PaymentVoucher.query().whereIn('unit_id', [world.unitId, other.unitId])
    assert.lengthOf(written, 0)
    const foreign = await aVoucher(other, 'submitted')
    const hidden = await page(client, `/accounts/payments/${foreign.id}`, officer)
    assert.oneOf(hidden.status(), [403, 404])
    const mine = await aVoucher(world, 'submitted')
    const unapproved = await send(client, `/accounts/payments/${mine.id}/approve`, officer)
    assert.notEqual(unapproved.status(), 303)
    const bare = await aVoucher(world, 'draft')
    await fillDossier(bare.id, officer)
    await send(client, `/accounts/payments/${bare.id}/void`, head, { reason: 'ليست له' })
    assert.equal((await PaymentVoucher.findOrFail(bare.id)).status, 'draft')
  })
})
