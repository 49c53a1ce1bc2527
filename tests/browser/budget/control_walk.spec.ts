import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { today } from '#core/days'
import { balanceOf } from '#budget/balances/balance_as_of'
import { axeFindings } from '#tests/browser/support/axe'
import { faintTexts } from '#tests/browser/support/contrast'
import { picture } from '#tests/browser/support/pictures'
import { aBudgetLine } from '#tests/support/budget'
import { aPerson } from '#tests/support/people'
import type { Page } from 'playwright'

/** Answers the question that a form asks before it is sent. */
async function confirmed(page: Page, button: string) {
  await page.getByRole('button', { name: button, exact: true }).click()
  await page.locator('dialog.ask button.btn-primary, dialog.ask button.btn-danger').click()
}

test.group('Walk of the control of the budget', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('a need is checked, reserved and committed, and credit moved after it was simulated, by keys and by two people', async ({
    visit,
    browser,
    browserContext,
    assert,
  }) => {
    const line = await aBudgetLine('100000.00', '2104')
    const fuel = await aBudgetLine('10000.00', '2102', { unitId: line.unitId })
    const officer = await aPerson({ unitId: line.unitId, roles: ['finance_officer'] })
    const head = await aPerson({ unitId: line.unitId, roles: ['accounts_head'] })
    await browserContext.loginAs(officer)
    const page = await visit('/budget/available')
    await page.getByText('100,000.00').first().waitFor()
    await picture(page, 'budget-available')
    await page.goto(new URL(`/budget/commitments/create?line=${line.lineId}`, page.url()).href)
    // The line is chosen already, so the amount has the focus: nothing needs the mouse.
    await page.locator('input[name=amount]').focus()
    await page.keyboard.type('100000.01')
    await page.locator('textarea[name=purpose]').focus()
    await page.keyboard.type('توريد أدوات كتابية')
    await page.getByRole('button', { name: 'فحص دون تسجيل' }).press('Enter')
    await page.locator('[data-check=short]').waitFor()
    assert.equal(await page.locator('textarea[name=purpose]').inputValue(), 'توريد أدوات كتابية')
    await page.locator('input[name=amount]').fill('40000')
    await page.getByRole('button', { name: 'فحص دون تسجيل' }).press('Enter')
    await page.locator('[data-check=enough]').waitFor()
    await picture(page, 'commitment-checked')
    assert.deepEqual([...(await axeFindings(page)), ...(await faintTexts(page))], [])
    await page.locator('input[name=reserve]').press('Space')
    await page.locator('input[name=amount]').press('Enter')
    await page.getByText('جُنب مبلغ الارتباط').waitFor()
    const commitment = page.url()

    const other = await browser.newContext()
    await other.loginAs(head)
    const desk = await other.newPage()
    await desk.goto(commitment)
    await confirmed(desk, 'اعتماد الارتباط')
    await desk.getByText('اعتُمد الارتباط').waitFor()
    await picture(desk, 'commitment')
    assert.deepEqual([...(await axeFindings(desk)), ...(await faintTexts(desk))], [])
    assert.equal(String((await balanceOf(line.lineId)).available), '60000.00')

    await page.goto(
      new URL(
        `/budget/virements/create?unit=${line.unitId}&from=${line.lineId}&to=${fuel.lineId}`,
        commitment
      ).href
    )
    await page.locator('input[name="lines[0][take]"]').fill('5000')
    await page.locator('input[name="lines[1][give]"]').fill('5000')
    await page.locator('textarea[name=reason]').fill('ارتفاع أسعار الوقود')
    await page.locator('input[name=decision_no]').fill('417')
    await page.locator('input[name=decision_on]').fill(today())
    await page.getByRole('button', { name: 'محاكاة' }).press('Enter')
    await page.locator('[data-check=simulated]').waitFor()
    await page.getByText('55,000.00').waitFor()
    await picture(page, 'virement-simulated')
    assert.deepEqual([...(await axeFindings(page)), ...(await faintTexts(page))], [])
    await page.getByRole('button', { name: 'تقديم للاعتماد' }).press('Enter')
    await page.getByText('قُدم النقل').waitFor()
    await desk.goto(page.url())
    await confirmed(desk, 'اعتماد النقل')
    await desk.getByText('ونُقل الاعتماد').waitFor()
    await picture(desk, 'virement')
    assert.equal(String((await balanceOf(fuel.lineId)).available), '15000.00')
    await desk.goto(new URL('/budget/reports/execution-by-chapter', commitment).href)
    await desk.getByText('40,000.00').first().waitFor()
    await picture(desk, 'budget-execution')
  })
})
