import { test } from '@japa/runner'
import { Money } from '#core/money'
import { SYSTEM } from '#audit/actor'
import { within } from '#core/within'
import type User from '#identity/models/user'
import { postEntry } from '#accounts/actions/post_entry'
import { axeFindings } from '#tests/browser/support/axe'
import { faintTexts } from '#tests/browser/support/contrast'
import { picture } from '#tests/browser/support/pictures'
import { answers, aSignedBatch, aStatement, bill, linesOf } from '#tests/support/banking'
import { loadImportReference } from '#tests/support/imports'
import { anOrder, aPayingUnit } from '#tests/support/payments'
import type { Page } from 'playwright'

/** Answers the question that a form asks before it is sent. */
async function confirmed(page: Page, button: string) {
  await page.getByRole('button', { name: button, exact: true }).click()
  await page.locator('dialog.ask button.btn-primary, dialog.ask button.btn-danger').click()
}

test.group('Walk of the bank', (group) => {
  group.setup(loadImportReference)

  test('orders go out as a signed file, a debit is matched, and the month is reconciled to nothing: three people, pages alone', async ({
    visit,
    browser,
    browserContext,
    assert,
  }) => {
    const world = await aPayingUnit()
    const { clerk, head, second, unitId, bankAccountId } = world
    world.on = '2026-10-10'
    await within(null, (trx) =>
      postEntry(
        {
          ...{ unitId, postedOn: '2026-10-01', kind: 'opening', description: 'رصيد أول المدة' },
          businessKey: `walk/${unitId}`,
          lines: [
            { account: 'INT-BANK', debit: Money.of('100000.00') },
            { account: 'INT-RESULT', credit: Money.of('100000.00') },
          ],
        },
        { trx, by: SYSTEM }
      )
    )
    const { orders } = await aSignedBatch(world, ['1250.50', '48.25', '700.00', '320.00'])
    const [a, b, c] = orders.map(({ label }) => label)
    await answers(world, [
      `${a},,1250.50,منفذ,,2026-10-12`,
      `${b},,48.25,مرفوض,الحساب مغلق,2026-10-12`,
    ])
    await aStatement(world, [
      `-1250.50,${a},تحويل,2026-10-13`,
      '-320.00,FT7,تحويل,2026-10-14',
      '-30.25,CHG,عمولة,2026-10-31',
      '500.00,IN,إضافة,2026-10-31',
      '-100.00,FT8,تحويلات ملف,2026-10-15',
    ])
    await aSignedBatch(world, ['60.00', '40.00'])
    const next = await anOrder(world, bill(world, '9', '90.00'))
    const flaws = async (of: Page) => [...(await axeFindings(of)), ...(await faintTexts(of))]
    await browserContext.loginAs(clerk)
    const page = await visit(`/accounts/banking/batches/create?account=${bankAccountId}`)
    const at = (path: string) => new URL(path, page.url()).href
    const as = async (user: User) => {
      const context = await browser.newContext()
      await context.loginAs(user)
      return context.newPage()
    }
    await page.getByLabel(`الأمر ${next.order.label}`, { exact: false }).check()
    await picture(page, 'bank-batch-new')
    assert.deepEqual(await flaws(page), [])
    await page.getByRole('button', { name: 'حرر الدفعة', exact: true }).click()
    await page.waitForURL(/batches\/\d+$/)
    const batch = page.url()
    for (const [user, button] of [
      [head, 'وقع التوقيع الأول'],
      [second, 'وقع التوقيع الثاني واكتب الملف'],
    ] as const) {
      const signing = await as(user)
      await signing.goto(batch)
      await confirmed(signing, button)
      await signing.locator(`dd:has-text("${user.fullName}")`).first().waitFor()
      await signing.close()
    }
    await page.goto(batch)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'نزل ملف البنك', exact: true }).click(),
    ])
    assert.match(download.suggestedFilename(), /^orders-.*\.csv$/)
    await page.goto(batch)
    await picture(page, 'bank-batch-signed')
    assert.deepEqual(await flaws(page), [])

    await page.goto(at('/accounts/banking/debits'))
    await picture(page, 'bank-debits')
    const [, whole, , credit, together] = await linesOf(world)
    await page.goto(at(`/accounts/banking/debits/${whole}`))
    await picture(page, 'bank-debit')
    assert.deepEqual(await flaws(page), [])
    await page.getByRole('button', { name: 'نعم، هو', exact: true }).click()
    await page.getByText('مطابق لأمر دفع').first().waitFor()
    await page.goto(at(`/accounts/banking/debits/${together}`))
    await picture(page, 'bank-debit-of-batch')
    assert.deepEqual(await flaws(page), [])
    await page.getByRole('button', { name: 'نعم، هو خصمها', exact: true }).click()
    await page.getByText('أوامر سددها هذا الخصم جملة واحدة: 2').waitFor()
    await picture(page, 'bank-debit-of-batch-matched')
    assert.deepEqual(await flaws(page), [])
    await page.goto(at(`/accounts/banking/debits/${credit}`))
    await page.getByText('لا قيد معتمد بهذا المبلغ بعد.').waitFor()
    await picture(page, 'bank-credit')
    assert.deepEqual(await flaws(page), [])

    await page.goto(at('/accounts/banking/reconciliations/create'))
    await page.locator('select[name=bank_account_id]').selectOption(String(bankAccountId))
    await page.locator('input[name=month]').fill('2026-10')
    await page.locator('input[name=balance]').fill('٩٨٧٩٩٫٢٥')
    await picture(page, 'bank-reconciliation-new')
    assert.deepEqual(await flaws(page), [])
    await page.getByRole('button', { name: 'أعد المذكرة', exact: true }).click()
    await page.waitForURL(/reconciliations\/\d+$/)
    const statement = page.url()
    // 98,799.25 of the ledger, 30.25 unknown, 700.00 and 90.00 with the bank, 500.00 unknown credit.
    for (const text of ['98,799.25', '30.25', '790.00', '500.00', c!]) {
      await page.getByText(text).first().waitFor()
    }
    await picture(page, 'bank-reconciliation')
    assert.deepEqual(await flaws(page), [])
    await confirmed(page, 'وقع المذكرة')
    await page.getByText('موقعة من معدها').first().waitFor()
    const closing = await as(head)
    await closing.goto(statement)
    await confirmed(closing, 'اعتمد وأقفل')
    await closing.getByText('معتمدة').first().waitFor()
    await picture(closing, 'bank-reconciliation-closed')
    for (const path of ['answers', 'stubs', 'batches', 'reconciliations']) {
      await page.goto(at(`/accounts/banking/${path}`))
      await picture(page, `bank-${path}`)
      assert.deepEqual(await flaws(page), [], path)
    }
  }).timeout(240_000)
})
