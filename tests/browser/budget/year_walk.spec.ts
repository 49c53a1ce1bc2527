import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import { today } from '#core/days'
import { SYSTEM } from '#audit/actor'
import { postEntry } from '#accounts/actions/post_entry'
import { axeFindings } from '#tests/browser/support/axe'
import { faintTexts } from '#tests/browser/support/contrast'
import { picture } from '#tests/browser/support/pictures'
import { aBudgetLine, pounds } from '#tests/support/budget'
import { aPerson } from '#tests/support/people'
import { aUnit } from '#tests/support/units'
import type { Page } from 'playwright'

async function confirmed(page: Page, button: string) {
  await page.getByRole('button', { name: button, exact: true }).click()
  await page.locator('dialog.ask button.btn-primary, dialog.ask button.btn-danger').click()
}

const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).press('Enter')

test.group('Walk of the budget’s year', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('a year from its ceilings over proposal, return, discussion and law to a release, by two people', async ({
    visit,
    browser,
    browserContext,
    assert,
  }) => {
    const governorate = await aUnit()
    const city = await aUnit(governorate)
    // The year before gives the proposal its lines.
    await aBudgetLine('40000.00', '2104', {
      unitId: city,
      fiscalYear: '2026/2027',
      budgetUnitId: governorate,
    })
    await aBudgetLine('60000.00', '2102', {
      unitId: city,
      fiscalYear: '2026/2027',
      budgetUnitId: governorate,
    })
    const officer = await aPerson({ unitId: governorate, roles: ['finance_officer'] })
    const head = await aPerson({ unitId: governorate, roles: ['accounts_head'] })
    const looks = async (page: Page, name: string) => {
      await picture(page, name)
      assert.deepEqual([...(await axeFindings(page)), ...(await faintTexts(page))], [], name)
    }
    await browserContext.loginAs(officer)
    const page = await visit('/budget/budgets/create')
    const other = await browser.newContext()
    await other.loginAs(head)
    const desk = await other.newPage()

    await page.locator('input[name=fiscal_year]').fill('2027/2028')
    const unit = page.locator('[name=unit_id]')
    if ((await unit.evaluate((one) => one.tagName)) === 'SELECT')
      await unit.selectOption(String(governorate))
    await press(page, 'بدء الموازنة')
    await page.getByText('تحديد السقوف').first().waitFor()
    const budget = page.url()

    await page.goto(`${budget}/ceilings?unit_id=${city}`)
    const goods = await db.from('budget_codes').where({ axis: 'use', code: '2' }).firstOrFail()
    await page.locator(`input[name="amounts[c${goods.id}]"]`).fill('١٢٠٬٠٠٠')
    await page.getByText('120,000.00').first().waitFor()
    await page.locator('input[name=legal_reference]').fill('منشور إعداد الموازنة 1 لسنة 2027')
    await looks(page, 'budget-ceilings')
    await press(page, 'حفظ السقوف')
    await page.getByText('حُفظت السقوف').waitFor()
    await page.goto(budget)
    await press(page, 'طلب مقترحات الوحدات')
    await page.getByText('إعداد المقترحات').first().waitFor()
    const cities = page.locator('[name=unit_id]')
    if ((await cities.evaluate((one) => one.tagName)) === 'SELECT')
      await cities.selectOption(String(city))
    await press(page, 'إعداد مقترح وحدة')
    await page.locator('table[data-grid]').waitFor()
    const proposal = page.url()

    // By keys: the figure, Enter to the next row, and the sum is counted while one types.
    const cells = page.locator('table[data-grid] input[data-sum]')
    await cells.first().focus()
    await cells.first().fill('65000')
    await page.keyboard.press('Enter')
    assert.equal(
      await page.locator('table[data-grid] tbody tr:nth-child(2) input[data-sum]:focus').count(),
      1
    )
    await page.keyboard.type('50000')
    assert.equal(await page.locator('[data-sum-of=amount]').textContent(), '115,000.00')
    await page.locator('input[name$="[justification]"]').nth(1).fill('زيادة الكميات')
    await looks(page, 'budget-proposal-grid')
    await press(page, 'حفظ')
    await page.getByText('115,000.00').first().waitFor()
    await confirmed(page, 'تقديم المقترح')
    await page.getByText('مقدم').first().waitFor()

    await desk.goto(proposal)
    await desk.locator('input[name=reason]').fill('خفض الوقود')
    await desk.getByRole('button', { name: 'إعادة المقترح إلى الوحدة', exact: true }).click()
    await desk.getByText('معاد').first().waitFor()
    await page.goto(budget)
    const again = page.locator('[name=unit_id]')
    if ((await again.evaluate((one) => one.tagName)) === 'SELECT')
      await again.selectOption(String(city))
    await press(page, 'إعداد مقترح وحدة')
    await page.locator('table[data-grid]').waitFor()
    await page.getByText('خفض الوقود').first().waitFor()
    await looks(page, 'budget-proposal-issues')
    await confirmed(page, 'تقديم المقترح')
    await page.getByText('مقدم').first().waitFor()
    await desk.goto(page.url())
    await press(desk, 'قبول المقترح للمناقشة')
    await desk.getByText('مقبول').first().waitFor()

    await page.goto(budget)
    await press(page, 'بدء المناقشة')
    await page.getByText('المناقشة').first().waitFor()
    await page.goto(desk.url())
    const figures = page.locator('table[data-grid] input[data-sum=estimate]')
    await figures.first().fill('60000')
    await page.locator('input[name$="[reason]"]').first().fill('متوسط الاستهلاك الفعلي')
    await looks(page, 'budget-discussion')
    await press(page, 'حفظ ما انتهت إليه المناقشة')
    await page.getByText('عدد الأرقام التي عُدلت: 1').waitFor()

    await desk.goto(budget)
    await confirmed(desk, 'اعتماد التقديرات')
    await desk.getByText('تقديرات معتمدة').first().waitFor()
    await desk.locator('input[name=law_no]').fill('88')
    await desk.locator('input[name=law_on]').fill(today())
    await desk.locator('input[name=on]').fill('2027-07-01')
    await confirmed(desk, 'فتح الموازنة')
    await desk.getByText('مفتوحة').first().waitFor()
    await desk.getByText('110,000.00').first().waitFor()
    await looks(desk, 'budget-open')

    await page.goto(`${budget}/orders/create`)
    await page.locator('select[name=kind]').selectOption('release')
    await page.locator('input[name=month]').fill('2027-07')
    await page.locator('input[name=reason]').fill('إفراج الربع الأول')
    await looks(page, 'credit-order-form')
    await press(page, 'تقديم للاعتماد')
    await page.getByText('27,500.00').first().waitFor()
    await desk.goto(page.url())
    await looks(desk, 'credit-order')
    await press(desk, 'اعتماد الأمر')
    await desk.getByText('معتمد').first().waitFor()
    const [{ released }] = await db
      .from('budget_lines as l')
      .join('budget_balances as b', 'b.line_id', 'l.id')
      .where({ 'l.unit_id': city, 'l.fiscal_year': '2027/2028' })
      .sum('b.released as released')
    assert.equal(released, '27500.00')
  })

  test('classifications and the treasury’s share are kept by pages', async ({
    visit,
    browser,
    browserContext,
    assert,
  }) => {
    const unitId = await aUnit()
    const officer = await aPerson({ unitId, roles: ['finance_officer'] })
    const head = await aPerson({ unitId, roles: ['accounts_head'] })
    const looks = async (page: Page, name: string) => {
      await picture(page, name)
      assert.deepEqual([...(await axeFindings(page)), ...(await faintTexts(page))], [], name)
    }
    await browserContext.loginAs(officer)
    const page = await visit('/budget/codes')
    await page.getByText('أدوات كتابية').first().waitFor()
    await looks(page, 'budget-codes')
    await page.locator('#codes-search').fill('وقود')
    await page.getByText('أدوات كتابية').first().waitFor({ state: 'detached' })
    await page.goto(new URL('/budget/codes/create?axis=fund', page.url()).href)
    await page.locator('input[name=code]').fill('SF98')
    await page.locator('input[name=name_ar]').fill('صندوق تجميل المدينة')
    await page.locator('input[name=legal_reference]').fill('القانون 9 لسنة 2026')
    await press(page, 'فتح الكود')
    await page.getByText('وينتظر التأكيد').waitFor()
    const other = await browser.newContext()
    await other.loginAs(head)
    const desk = await other.newPage()
    await desk.goto(page.url())
    await looks(desk, 'budget-code')
    await press(desk, 'تأكيد الكود')
    await desk.getByText('تأكد الكود').waitFor()

    const { id: fundId } = await db
      .from('budget_codes')
      .where({ axis: 'fund', code: 'SF02' })
      .firstOrFail()
    await db.transaction((trx) =>
      postEntry(
        {
          ...{ unitId, postedOn: '2026-09-10', kind: 'test', description: 'رسم نظافة' },
          businessKey: `test/walk/${process.pid}`,
          lines: [
            { account: 'INT-CASH', debit: pounds('1000.00'), fundId: Number(fundId) },
            { account: 'INT-REV-CLEANING', credit: pounds('1000.00'), fundId: Number(fundId) },
          ],
        },
        { trx, by: SYSTEM }
      )
    )
    await page.goto(new URL('/budget/fund-shares/create', page.url()).href)
    await page.locator('select[name=fund_id]').selectOption(String(fundId))
    await page.locator('input[name=month]').fill('2026-09')
    await looks(page, 'fund-share-form')
    await press(page, 'حساب الحصة')
    await page.getByText('150.00').first().waitFor()
    await desk.goto(page.url())
    await confirmed(desk, 'اعتماد الحصة')
    await desk.getByText('اعتُمدت الحصة وقُيدت').waitFor()
    await looks(desk, 'fund-share')
    await desk.goto(new URL('/budget/reports', desk.url()).href)
    await looks(desk, 'budget-reports')
  })
})
