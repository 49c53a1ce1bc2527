import { test } from '@japa/runner'
import router from '@adonisjs/core/services/router'
import testUtils from '@adonisjs/core/services/test_utils'
import { NAVIGATION, pathOf } from '#core/web/navigation'
import { PERMISSIONS } from '#identity/permissions'
import { axeFindings } from '#tests/browser/support/axe'
import { faintTexts } from '#tests/browser/support/contrast'
import { prefer, signInAs } from '#tests/browser/support/people'
import { picture } from '#tests/browser/support/pictures'

/** Pages without a menu entry that people see all the same. */
const OTHERS = [
  'identity.account.show',
  'identity.sessions.index',
  'identity.password.edit',
  'identity.people.create',
  'identity.roles.create',
  'identity.grants.index',
  'identity.grants.create',
  'imports.create',
  'shortcuts',
]

function pages(): string[] {
  const menu = NAVIGATION.flatMap(({ entries }) => entries.map(({ route }) => route))
  return [...menu, ...OTHERS].filter((route) => router.has(route)).map((route) => pathOf(route)!)
}

test.group('Every page of the menu', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  for (const theme of ['light', 'dark'] as const) {
    test(`can be read and used by everyone (${theme})`, async ({
      visit,
      browserContext,
      assert,
    }) => {
      await signInAs(browserContext, PERMISSIONS)
      await prefer(browserContext, { theme })
      const faults: Record<string, unknown> = {}
      const page = await visit('/')
      const complaints: string[] = []
      page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()))
      page.on('pageerror', (error) => complaints.push(String(error)))
      for (const path of pages()) {
        const answer = await page.goto(new URL(path, page.url()).href)
        if (answer!.status() !== 200) faults[path] = answer!.status()
        const missing = await page.locator('body', { hasText: 'translation missing' }).count()
        const found = [...(await axeFindings(page)), ...(await faintTexts(page))]
        if (missing || found.length) faults[`${path} (${theme})`] = { missing, found }
        await picture(page, `page-${theme}-${path.replace(/\W+/g, '-')}`, { whole: false })
      }
      assert.deepEqual(faults, {})
      assert.deepEqual(complaints, [], 'neither the script nor the security policy complains')
    }).timeout(240_000)
  }
})
