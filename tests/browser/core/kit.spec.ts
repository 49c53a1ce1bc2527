import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { axeFindings } from '#tests/browser/support/axe'
import { faintTexts } from '#tests/browser/support/contrast'
import { prefer, signInAs } from '#tests/browser/support/people'
import { picture } from '#tests/browser/support/pictures'

test.group('The page kit', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  for (const [locale, theme] of [
    ['ar', 'light'],
    ['ar', 'dark'],
    ['en', 'light'],
  ] as const) {
    test(`its elements are readable and usable by everyone (${locale}, ${theme})`, async ({
      visit,
      browserContext,
      assert,
    }) => {
      await signInAs(browserContext, ['core.jobs.read'])
      await prefer(browserContext, { locale, theme })
      for (const [path, name] of [
        ['/_kit', 'kit'],
        ['/_kit/form', 'form'],
      ] as const) {
        const page = await visit(path)
        await page.waitForTimeout(800)
        await picture(page, `${name}-${locale}-${theme}`)
        assert.equal(
          await page.locator('html').getAttribute('dir'),
          locale === 'ar' ? 'rtl' : 'ltr'
        )
        assert.deepEqual(await axeFindings(page), [])
        assert.deepEqual(await faintTexts(page), [])
        await page.close()
      }
    })
  }
})
