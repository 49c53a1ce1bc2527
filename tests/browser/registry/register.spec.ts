import { test } from '@japa/runner'
import { axeFindings } from '#tests/browser/support/axe'
import { faintTexts } from '#tests/browser/support/contrast'
import { picture } from '#tests/browser/support/pictures'
import {
  aParcel,
  anOffice,
  assetRow,
  newGround,
  outputOf,
  propose,
  square,
} from '#tests/support/register'

test.group('Walk of a register transaction', () => {
  test('another person sees the difference and the rule, gives a reason, approves; the maker asks for its cancellation', async ({
    visit,
    browser,
    browserContext,
    assert,
  }) => {
    const office = await anOffice()
    const ground = newGround()
    const id = await aParcel(office, {
      shape: square(120, { ground }),
      facts: { name: 'قطعة أرض شارع النيل', hod: 'حوض الجزيرة', plot_no: '14' },
    })
    await aParcel(office, { shape: square(90, { ground, east: 180 }), facts: { name: 'الجار' } })
    const made = await propose(
      office,
      'boundary',
      { asset_id: id, geometry: { ...square(190, { ground }) }, facts: { sheet_no: '12/810' } },
      {
        reason: 'رفع مساحي جديد',
        decision: { number: '88', on: '2026-06-20', authority: 'مديرية المساحة' },
      }
    )
    await browserContext.loginAs(office.checker)
    const page = await visit('/registry/waiting')
    await picture(page, 'register-waiting')
    await page.getByRole('link', { name: made.label }).click()
    await page.waitForURL(/\/registry\/transactions\/\d+$/)
    await picture(page, 'register-transaction')
    assert.deepEqual(await axeFindings(page), [])
    assert.deepEqual(await faintTexts(page), [])
    await page.locator('input[name="override[R2]"]').fill('محضر لجنة المساحة رقم 4 يثبت الحد')
    await page.getByRole('button', { name: 'اعتماد' }).click()
    await page
      .locator('dialog button, .ask button')
      .filter({ hasText: /اعتماد|تأكيد|نعم/ })
      .first()
      .click()
    await page.getByText('اعتمدت المعاملة').waitFor()
    assert.equal((await assetRow(id)).version, 2)
    assert.equal(await outputOf(made), id)

    const other = await browser.newContext()
    await other.loginAs(office.maker)
    const mine = await other.newPage()
    await mine.goto(page.url())
    await mine.locator('input[name=reason]').fill('صدر القرار لقطعة أخرى')
    await mine.getByRole('button', { name: 'طلب إلغائها' }).click()
    await mine.getByText('قدم طلب الإلغاء').waitFor()
    await picture(mine, 'register-cancellation')
    await mine.setViewportSize({ width: 390, height: 844 })
    await picture(mine, 'register-cancellation-telephone')
    assert.isFalse(await mine.evaluate('document.documentElement.scrollWidth > innerWidth + 1'))
  })
})
