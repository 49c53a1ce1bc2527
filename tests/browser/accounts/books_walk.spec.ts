import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import type { Page } from 'playwright'
import { Month } from '#core/fiscal'
import { today } from '#core/days'
import type User from '#identity/models/user'
import { axeFindings } from '#tests/browser/support/axe'
import { faintTexts } from '#tests/browser/support/contrast'
import { picture } from '#tests/browser/support/pictures'
import { anAccountsOffice, loadBooks } from '#tests/support/account_books'
import { aPayingUnit, aVoucher } from '#tests/support/payments'
import { aPerson } from '#tests/support/people'

/** Answers, by keys alone, the question that a form asks before it is sent. */
async function pressed(page: Page, button: string) {
  await page.getByRole('button', { name: button, exact: true }).press('Enter')
  await page.locator('dialog.ask button.btn-primary, dialog.ask button.btn-danger').press('Enter')
}

test.group('Walk of the books', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(loadBooks)

  test('a day is reckoned and signed by three, a month of book 55 closed and audited, form 75 signed in order and withdrawn, what keeps a year open is shown', async ({
    visit,
    browser,
    browserContext,
    assert,
  }) => {
    const world = await aPayingUnit()
    const { unitId, on } = world
    await aVoucher(world, 'posted')
    const office = await anAccountsOffice(unitId)
    await office.post(on, 'INT-BANK', 'INT-REV-FEES', '1250.00')
    const month = String(Month.containing(today()))
    const cashier = await aPerson({ unitId, roles: ['cashier'], fullName: 'عماد الصراف' })
    const deskOf = async (person: User) => {
      const context = await browser.newContext()
      await context.loginAs(person)
      return context.newPage()
    }
    const sees = async (page: Page, name: string) => {
      assert.equal(await page.locator('html').getAttribute('dir'), 'rtl')
      await picture(page, name)
      assert.deepEqual([...(await axeFindings(page)), ...(await faintTexts(page))], [], name)
    }

    await browserContext.loginAs(office.clerk)
    const clerk = await visit('/accounts/daily-reckonings/create')
    await clerk.locator('input[name=day]').fill(on)
    await clerk.locator('input[name=day]').press('Enter')
    await clerk.getByText('دفتر 55 ودفتر 224 متفقان').waitFor()
    await clerk.getByText('48,410.00').first().waitFor()
    const daily = clerk.url()
    const at = (path: string) => new URL(path, daily).href
    const teller = await deskOf(cashier)
    await teller.goto(daily)
    await pressed(teller, 'وقّع كصراف')
    await teller.getByText('عند المحاسب').waitFor()
    await clerk.goto(daily)
    await pressed(clerk, 'وقّع كمحاسب')
    await clerk.getByText('عند رئيس الحسابات').waitFor()
    const controller = await deskOf(office.controller)
    await controller.goto(daily)
    await pressed(controller, 'وقّع كرئيس حسابات')
    await controller.getByText('معتمدة').first().waitFor()
    await sees(controller, 'daily-reckoning')
    await controller.goto(at('/accounts/daily-reckonings'))
    await controller.getByText('69/').first().waitFor()
    await sees(controller, 'daily-reckonings')

    await office.lock(month)
    await clerk.goto(at('/accounts/folios/create'))
    await clerk
      .locator('select[name=book_id]')
      .selectOption({ label: '55 ع.ح — دفتر قيد استمارات الصرف وأوامر الدفع' })
    await clerk.locator('input[name=month]').fill(month)
    await clerk.locator('input[name=month]').press('Enter')
    await clerk.getByText('شركة النيل للأدوات').first().waitFor()
    await pressed(clerk, 'اشطب واقفل')
    await clerk.getByText('مقفلة').first().waitFor()
    const folio = clerk.url()
    await controller.goto(folio)
    await pressed(controller, 'راجعت')
    await controller.getByText('نبيل عزمي').first().waitFor()
    await sees(controller, 'folio-55')
    await clerk.goto(at('/accounts/folios/create'))
    await clerk
      .locator('select[name=book_id]')
      .selectOption({ label: '10 حسابات — دفتر الإيرادات والمصروفات' })
    await clerk.locator('input[name=month]').fill(month)
    await clerk.locator('input[name=month]').press('Enter')
    await clerk.getByText('جملة المصروفات').first().waitFor()
    await sees(clerk, 'folio-10')

    await clerk.goto(at('/accounts/period-accounts/create'))
    await clerk.locator('select[name=span]').selectOption('month')
    await clerk.locator('input[name=month]').fill(month)
    await clerk.locator('input[name=month]').press('Enter')
    await pressed(clerk, 'قدمه للتوقيع')
    await clerk.getByText('عند مراقب الحسابات').first().waitFor()
    const account = clerk.url()
    await controller.goto(account)
    await pressed(controller, 'وقّع كمراقب حسابات')
    await controller.getByText('عند مدير الحسابات').first().waitFor()
    const manager = await deskOf(office.manager)
    await manager.goto(account)
    await pressed(manager, 'وقّع كمدير حسابات')
    const head = await deskOf(office.head)
    await head.goto(account)
    await pressed(head, 'وقّع كرئيس مصلحة')
    await head.getByText('معتمد', { exact: true }).first().waitFor()
    await sees(head, 'form-75')
    await head.locator('#withdraw-reason, [name=reason]').first().fill('سقط مستند من الشهر')
    await pressed(head, 'سحب الحساب')
    await head.getByText('سُحب بعد توقيعه: سقط مستند من الشهر').waitFor()

    await manager.goto(at('/accounts/year-closings/create'))
    await manager.locator('select[name=fiscal_year]').selectOption(Month.of(month).fiscalYear.label)
    await manager.getByRole('button', { name: 'اعرض ما يمنع الإقفال' }).press('Enter')
    await manager.getByText('ارتباطات تُرحل أو تُلغى').first().waitFor()
    await manager.getByText('حسابات 75 لم توقع').first().waitFor()
    await sees(manager, 'year-obstacles')
  }).timeout(240_000)
})
