import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import db from '@adonisjs/lucid/services/db'
import { Money } from '#core/money'
import { SYSTEM } from '#audit/actor'
import type User from '#identity/models/user'
import { postEntry } from '#accounts/actions/post_entry'
import BankReconciliation from '#accounts/models/bank_reconciliation'
import OrderBatch from '#accounts/models/order_batch'
import PaymentOrder from '#accounts/models/payment_order'
import { answers, aSignedBatch, aStatement, bill, linesOf } from '#tests/support/banking'
import { loadImportReference } from '#tests/support/imports'
import { anOrder, aPayingUnit, type PayingUnit } from '#tests/support/payments'

const send = (client: ApiClient, path: string, by: User, fields: object = {}) =>
  client.post(path).loginAs(by).withCsrfToken().redirects(0).form(fields)
const page = (client: ApiClient, path: string, by: User) => client.get(path).loginAs(by)
const BASE = '/accounts/banking'

test.group('Pages of the bank', (group) => {
  let world: PayingUnit
  group.setup(loadImportReference)
  group.each.setup(async () => {
    world = await aPayingUnit()
  })

  test('a batch is made, signed by two and taken as a file from its pages alone', async ({
    client,
    assert,
  }) => {
    const { clerk, head, second, bankAccountId, unitId } = world
    const { order } = await anOrder(world, bill(world, '1', '1250.50'))
    const form = await page(client, `${BASE}/batches/create?account=${bankAccountId}`, clerk)
    form.assertStatus(200)
    for (const text of [order.label, '1,250.50', order.payeeIban!]) form.assertTextIncludes(text)
    const made = await send(client, `${BASE}/batches`, clerk, {
      'bank_account_id': bankAccountId,
      'layout': 'general-csv',
      'orders[0]': order.id,
    })
    made.assertStatus(303)
    const batch = await OrderBatch.findByOrFail('unit_id', unitId)
    const path = `${BASE}/batches/${batch.id}`
    ;(await send(client, `${path}/file`, clerk)).assertStatus(422)
    ;(await send(client, `${path}/signature`, clerk)).assertStatus(403)
    for (const by of [head, second]) {
      ;(await send(client, `${path}/signature`, by)).assertStatus(303)
    }
    const shown = await page(client, path, clerk)
    for (const text of ['1,250.50', head.fullName, second.fullName, 'orders-']) {
      shown.assertTextIncludes(text)
    }
    const file = await send(client, `${path}/file`, clerk)
    file.assertStatus(200)
    assert.match(file.header('content-disposition')!, /attachment; filename="orders-.*\.csv"/)
    assert.include(file.text(), `${order.label},`)
    assert.equal((await batch.refresh()).downloads, 1)
    const list = await page(client, `${BASE}/batches`, clerk)
    list.assertTextIncludes(batch.label)
    const other = await aPayingUnit()
    ;(await page(client, path, other.clerk)).assertStatus(404)
  })

  test('an answer, a debit and a reconciliation are seen and worked on from their pages', async ({
    client,
    assert,
  }) => {
    world.on = '2026-10-10'
    const { clerk, head, bankAccountId } = world
    const post = (debit: string, credit: string, amount: string, kind = 'journal_manual') =>
      db.transaction((trx) =>
        postEntry(
          {
            ...{ unitId: world.unitId, postedOn: '2026-10-31', kind, description: 'قيد' },
            businessKey: `${debit}/${credit}/${world.unitId}`,
            lines: [
              { account: debit, debit: Money.of(amount) },
              { account: credit, credit: Money.of(amount) },
            ],
          },
          { trx, by: SYSTEM }
        )
      )
    await post('INT-BANK', 'INT-RESULT', '10000.00')
    const { orders } = await aSignedBatch(world, ['1250.50', '48.25', '700.00'])
    const [a, b, c] = orders
    await answers(world, [
      `${a!.label},,1250.50,منفذ,,2026-10-12`,
      `${b!.label},,48.25,مرفوض,الحساب مغلق,2026-10-12`,
    ])
    await aStatement(world, [
      `-1250.50,${a!.label},تحويل,2026-10-13`,
      '-700.00,FT8,تحويل,2026-10-14',
      '-30.25,CHG,عمولة,2026-10-31',
    ])
    const told = await page(client, `${BASE}/answers`, clerk)
    for (const text of [a!.label, 'الحساب مغلق', '48.25']) told.assertTextIncludes(text)

    const [, big, fee] = await linesOf(world)
    const list = await page(client, `${BASE}/debits`, clerk)
    for (const text of ['غير معلوم', 'مطابق لأمر دفع', 'CHG']) list.assertTextIncludes(text)
    const debit = await page(client, `${BASE}/debits/${big}`, clerk)
    debit.assertTextIncludes('المبلغ والمدة')
    debit.assertTextIncludes(c!.label)
    const matched = await send(client, `${BASE}/debits/${big}/match`, clerk, { order_id: c!.id })
    matched.assertStatus(303)
    assert.equal((await PaymentOrder.findOrFail(c!.id)).status, 'executed')

    const made = await send(client, `${BASE}/reconciliations`, clerk, {
      bank_account_id: bankAccountId,
      month: '2026-10',
      balance: '٨٬٠١٩٫٢٥',
    })
    made.assertStatus(303)
    const one = await BankReconciliation.findByOrFail('bank_account_id', bankAccountId)
    const path = `${BASE}/reconciliations/${one.id}`
    const shown = await page(client, path, clerk)
    for (const text of ['8,019.25', '30.25', 'CHG']) shown.assertTextIncludes(text)
    assert.equal(String(one.difference), '0.00')

    const { number } = await post('INT-COMMISSION', 'INT-BANKDEBIT', '30.25')
    const explained = await send(client, `${BASE}/debits/${fee}/explanation`, clerk, {
      entry_no: number,
      fiscal_year: '2026/2027',
      note: 'عمولة أكتوبر',
    })
    explained.assertStatus(303)
    const settled = await page(client, `${BASE}/debits/${fee}`, clerk)
    settled.assertTextIncludes('عمولة أكتوبر')
    settled.assertTextIncludes('مسوى بقيد')

    ;(await send(client, `${path}/closure`, clerk)).assertStatus(403)
    ;(await send(client, `${path}/closure`, head)).assertStatus(422)
    ;(await send(client, `${path}/signature`, clerk)).assertStatus(303)
    ;(await send(client, `${path}/closure`, head)).assertStatus(303)
    assert.equal((await one.refresh()).status, 'closed')
    const paper = await page(client, `${path}/paper`, head)
    assert.equal(paper.header('content-type'), 'application/pdf')
    const sheet = await page(client, `${path}/sheet`, head)
    sheet.assertStatus(200)
    for (const at of ['stubs', 'reconciliations', 'reconciliations/create', 'batches/create']) {
      ;(await page(client, `${BASE}/${at}`, clerk)).assertStatus(200)
    }
    const file = await page(client, `${BASE}/debits?format=csv`, clerk)
    assert.include(file.text(), 'CHG')
  })
})
