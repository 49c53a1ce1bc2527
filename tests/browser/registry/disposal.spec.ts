import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { addMonths, today } from '#core/days'
import Asset from '#registry/models/asset'
import Disposal from '#registry/models/disposal'
import { axeFindings } from '#tests/browser/support/axe'
import { faintTexts } from '#tests/browser/support/contrast'
import { picture } from '#tests/browser/support/pictures'
import { aReceipt, aRightsWorld } from '#tests/support/rights_world'
import type { Page } from 'playwright'

/** Answers the question that a form asks before it is sent. */
async function confirmed(page: Page, button: string) {
  await page.getByRole('button', { name: button, exact: true }).click()
  await page.locator('dialog.ask button.btn-primary, dialog.ask button.btn-danger').click()
}

test.group('Walk of a disposal', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('land is valued, offered, awarded, paid, titled and leaves the register, by two people', async ({
    visit,
    browser,
    browserContext,
    assert,
  }) => {
    const world = await aRightsWorld()
    const land = await world.asset({ name: 'أرض فضاء بشارع المحطة' })
    const { partyNo } = await world.party('شركة النيل للتنمية')
    await browserContext.loginAs(world.officer)
    const page = await visit(`/registry/valuations/create?asset=${land.id}`)
    await page.locator('input[name=amount]').fill('500000')
    await page.locator('input[name=valued_on]').fill(addMonths(today(), -2))
    await page.locator('input[name=committee]').fill('لجنة التقييم بقرار 12 لسنة 2026')
    await page.locator('textarea[name=comparables]').fill('قطعة مجاورة 200 م² بمبلغ 480000 في مايو')
    await page.locator('input[name=committee]').press('Enter')
    await page.getByText('حُفظ التقييم').waitFor()
    const valuation = page.url()

    const other = await browser.newContext()
    await other.loginAs(world.head)
    const desk = await other.newPage()
    await desk.goto(valuation)
    await picture(desk, 'valuation-to-approve')
    assert.deepEqual([...(await axeFindings(desk)), ...(await faintTexts(desk))], [])
    await confirmed(desk, 'اعتماد')
    await desk.getByText('اعتُمد التقييم').waitFor()

    await page.goto(new URL(`/registry/disposals/create?asset=${land.id}`, valuation).href)
    await page.locator('input[name=purpose]').fill('إقامة مجمع تجاري')
    await page.locator('input[name=purpose]').press('Enter')
    await page.getByText('سُجل التصرف رقم').waitFor()
    const address = page.url()
    await page.getByRole('button', { name: 'فحص صفة الأصل' }).click()
    await page.getByText('فُحصت صفة الأصل').first().waitFor()
    await page.getByRole('button', { name: 'أخذ التقييم المعتمد' }).click()
    await page.getByText('أُخذ بالتقييم').waitFor()

    await desk.goto(address)
    await confirmed(desk, 'اعتماد التصرف')
    await desk.getByText('اعتُمد التصرف').waitFor()

    await page.reload()
    await page
      .locator('textarea[name=members]')
      .fill('سعيد علي = رئيسًا\nهدى كمال = ماليًا\nسمير فتحي = قانونيًا')
    await page.getByRole('button', { name: 'طرح', exact: true }).click()
    await page.getByText('طُرح الأصل').waitFor()
    await page.locator('input[name=party_no]').fill(partyNo)
    await page.locator('input[name=amount]').fill('499999.99')
    await page.getByRole('button', { name: 'تسجيل عطاء' }).click()
    await page.getByText('سُجل العطاء').waitFor()
    await page.getByRole('button', { name: 'اقتراح الترسية على أعلى عطاء' }).click()
    await page.getByText('أقل من التقييم المعتمد').waitFor()
    await picture(page, 'disposal-below-valuation')
    assert.deepEqual([...(await axeFindings(page)), ...(await faintTexts(page))], [])
    await page.goto(address)
    await page.locator('input[name=party_no]').fill(partyNo)
    await page.locator('input[name=amount]').fill('520000')
    await page.getByRole('button', { name: 'تسجيل عطاء' }).click()
    await page.getByText('سُجل العطاء').waitFor()
    await page.getByRole('button', { name: 'اقتراح الترسية على أعلى عطاء' }).click()
    await page.getByText('اقتُرحت الترسية').waitFor()

    await desk.goto(address)
    await confirmed(desk, 'اعتماد الترسية')
    await desk.getByText('اعتُمدت الترسية').waitFor()

    await page.reload()
    await page.locator('input[name=count]').fill('2')
    await page.locator('input[name=first_due]').fill(today())
    await page.getByRole('button', { name: 'تقسيط الثمن' }).click()
    await page.getByText('قُسط الثمن').waitFor()
    for (const number of [1, 2]) {
      assert.equal(await page.locator('input[name=number]').inputValue(), String(number))
      await page.locator('input[name=receipt]').fill(await aReceipt(world, '260000.00'))
      await page.getByRole('button', { name: 'تسجيل سداد' }).click()
      await page
        .locator(`.rows tbody tr:nth-child(${number}) a[href^="/papers/receipts"]`)
        .waitFor()
    }
    await page.locator('input[name=title_no]').fill('ع/55')
    await page.getByRole('button', { name: 'إصدار السند' }).click()
    await page.getByText('صدر السند').first().waitFor()
    await picture(page, 'disposal-titled')
    assert.deepEqual([...(await axeFindings(page)), ...(await faintTexts(page))], [])

    await desk.goto(address)
    await confirmed(desk, 'اعتماد معاملة السجل والإقفال')
    await desk.getByText('أُقفل التصرف').waitFor()
    await other.close()

    const id = Number(address.split('/').at(-1))
    assert.equal((await Disposal.findOrFail(id)).status, 'closed')
    assert.equal((await Asset.findOrFail(land.id)).lifeStatus, 'disposed')
    await page.goto(new URL(`/registry/assets/${land.id}`, address).href)
    await page.getByText('القيمة والحالة والتصرف').first().waitFor()
    await picture(page, 'biography-worth')
    assert.deepEqual([...(await axeFindings(page)), ...(await faintTexts(page))], [])
  })
})
