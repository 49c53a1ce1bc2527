import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import type { Page } from 'playwright'
import { axeFindings } from '#tests/browser/support/axe'
import { faintTexts } from '#tests/browser/support/contrast'
import { prefer } from '#tests/browser/support/people'
import { picture } from '#tests/browser/support/pictures'
import { aPerson } from '#tests/support/people'
import { aReconciledWorld, type World } from '#tests/support/reconciled_world'
import { aUnit } from '#tests/support/units'

const PHONE = { width: 390, height: 844 }

async function looksRight(page: Page, name: string) {
  await page.waitForTimeout(700)
  await picture(page, name)
  return { axe: await axeFindings(page), faint: await faintTexts(page) }
}

test.group('The secretary-general in the browser', (group) => {
  let world: World
  group.each.setup(async () => {
    const rollback = await testUtils.db().wrapInGlobalTransaction()
    world = await aReconciledWorld(await aUnit())
    return rollback
  })

  for (const theme of ['light', 'dark'] as const) {
    test(`every page of his reads from the right, and is readable by everyone (${theme})`, async ({
      visit,
      browserContext,
      assert,
    }) => {
      const person = await aPerson({
        unitId: world.governorate,
        roles: ['secretary_general', 'accounts_head'],
      })
      await browserContext.loginAs(person)
      await prefer(browserContext, { locale: 'ar', theme })
      for (const [path, name] of [
        [`/secretary?unit=${world.governorate}&month=2026-10`, 'secretary'],
        [`/secretary?unit=${world.governorate}&month=2027-03`, 'secretary-empty'],
        ['/revenue/differences?month=2026-10', 'differences'],
        [`/revenue/reconciliations?unit=${world.governorate}&month=2026-10`, 'reconciliation'],
        ['/reports', 'reports'],
        ['/reports/create', 'report-create'],
        ['/trail', 'trail'],
      ] as const) {
        const page = await visit(path)
        assert.equal(await page.locator('html').getAttribute('dir'), 'rtl', path)
        const { axe, faint } = await looksRight(page, `${name}-ar-${theme}`)
        assert.deepEqual(axe, [], path)
        assert.deepEqual(faint, [], path)
        await page.close()
      }
    }).timeout(120_000)
  }

  test('from the governorate down to the paper by links alone, on a phone too', async ({
    visit,
    browserContext,
    assert,
  }) => {
    const person = await aPerson({ unitId: world.governorate, roles: ['secretary_general'] })
    await browserContext.loginAs(person)
    await prefer(browserContext, { locale: 'ar', theme: 'light' })
    const page = await visit(`/secretary?unit=${world.governorate}&month=2026-10`)
    await page.setViewportSize(PHONE)
    await picture(page, 'secretary-phone')
    const wide = await page.evaluate('document.documentElement.scrollWidth')
    assert.isAtMost(Number(wide), PHONE.width)

    await page.locator('#by-unit tbody a').first().focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/secretary?unit=${world.district}&month=2026-10`)
    await page.getByText('1,425.75').first().waitFor()
    await page.locator('#largest tbody th a').first().click()
    await page.waitForURL('**/revenue/differences/*')
    await page.getByText('C3').first().waitFor()
  })

  test('ticked differences are given to somebody and explained, and the list stays as it was', async ({
    visit,
    browserContext,
    assert,
  }) => {
    const head = await aPerson({
      unitId: world.governorate,
      roles: ['accounts_head'],
      fullName: 'مجدي رمضان الشافعي',
    })
    await browserContext.loginAs(head)
    await prefer(browserContext, { locale: 'ar', theme: 'light' })
    const page = await visit('/revenue/differences?month=2026-10&code=unpaid')
    await page.locator('[data-tick-all]').focus()
    await page.keyboard.press('Space')
    assert.equal(await page.locator('[data-ticked]').innerText(), '2')
    await page.selectOption('#bulk-assignee', { label: 'مجدي رمضان الشافعي' })
    await page.getByRole('button', { name: 'إسناد' }).click()
    await page.getByText('أُسند فرقان.').waitFor()
    assert.include(page.url(), 'code=unpaid')

    await page.locator('[name="ids[]"]').first().check()
    await page.fill('#bulk-text', 'وعد المنتفع بالسداد قبل نهاية الشهر.')
    await page.getByRole('button', { name: 'تفسير الفرق' }).click()
    await page.getByText('فُسر فرق واحد.').waitFor()
    await picture(page, 'differences-explained')
    assert.equal(await page.locator('tbody').getByText('مفسر', { exact: true }).count(), 1)
  })
})
