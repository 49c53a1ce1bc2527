import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import { prefer, signInAs } from '#tests/browser/support/people'
import { picture } from '#tests/browser/support/pictures'

test.group('A walk through pages', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('a filter swaps the rows alone, keeps the address and the place of the person', async ({
    visit,
    browserContext,
    assert,
  }) => {
    await signInAs(browserContext, [])
    const page = await visit('/_kit')
    await page.evaluate('window.untouched = true')
    await page.keyboard.press('/')
    await page.keyboard.type('السلام')
    await page.waitForURL(/q=/)
    await page.getByText('47 نتيجة').waitFor()
    assert.isTrue(await page.evaluate('window.untouched'), 'the page was not loaded anew')
    assert.equal(await page.evaluate('document.activeElement.name'), 'q')

    await page.getByRole('link', { name: 'المبلغ' }).click()
    await page.waitForURL(/sort=amount/)
    await page.locator('th[aria-sort=ascending]', { hasText: 'المبلغ' }).waitFor()
    assert.match(page.url(), /q=/, 'the order keeps the filter')

    await page.getByRole('link', { name: 'إلغاء التصفية' }).click()
    await page.getByText('237 نتيجة').waitFor()
    assert.equal(await page.locator('input[name=q]').inputValue(), '')

    await page.getByRole('link', { name: 'التالية' }).click()
    await page.waitForURL(/after=/)
    await page.getByRole('link', { name: 'السابقة' }).waitFor()
    assert.equal(await page.locator('.rows tbody tr').count(), 50)
    await page.goBack()
    await page.getByRole('link', { name: 'السابقة' }).waitFor({ state: 'detached' })
  })

  test('a filter that cannot be read says so beside it', async ({ visit, browserContext }) => {
    await signInAs(browserContext, [])
    const page = await visit('/_kit?amount_from=12,34')
    await page.getByText('لم تُعرض النتائج').waitFor()
    await page.locator('.filter-refused').waitFor()
    await picture(page, 'list-refused')
  })

  test('a filter mended shows the rows again and takes its word back', async ({
    visit,
    browserContext,
    assert,
  }) => {
    await signInAs(browserContext, [])
    const page = await visit('/_kit')
    await page.evaluate('window.untouched = true')
    await page.locator('input[name=amount_from]').fill('كثير')
    await page.locator('input[name=amount_from]').press('Tab')
    await page.locator('.filter-refused').waitFor()
    assert.equal(await page.locator('input[name=amount_from]').inputValue(), 'كثير')
    await page.locator('input[name=amount_from]').fill('٤٨٠٠٠')
    await page.locator('input[name=amount_from]').press('Enter')
    await page.getByText('5 نتائج').waitFor()
    assert.equal(await page.locator('.filter-refused').count(), 0)
    assert.isTrue(await page.evaluate('window.untouched'))
  })

  test('a refused form keeps what was typed, tells each field, and is sent by keyboard alone', async ({
    visit,
    browserContext,
    assert,
  }) => {
    await signInAs(browserContext, [])
    const page = await visit('/_kit')
    await page.evaluate('window.untouched = true')
    await page.keyboard.press('Alt+KeyN')
    await page.waitForURL(/_kit\/form/)
    await page.locator('input[name=name]').focus()
    await page.keyboard.type('مكتب النور')
    await page.locator('input[name=amount]').fill('١٢٫٣٤٥')
    const answered = page.waitForResponse((response) => response.status() === 422)
    await page.locator('input[name=amount]').press('Enter')
    await answered
    await page.locator('.field-error').first().waitFor()
    await picture(page, 'form-refused')
    assert.isTrue(await page.evaluate('window.untouched'))
    assert.equal(await page.locator('input[name=name]').inputValue(), 'مكتب النور')
    assert.equal(await page.locator('input[name=amount]').inputValue(), '١٢٫٣٤٥')
    assert.equal(await page.locator('input[name=amount]').getAttribute('aria-invalid'), 'true')
    assert.equal(await page.evaluate('document.activeElement.getAttribute("aria-invalid")'), 'true')

    await page.locator('select[name=status]').selectOption('done')
    await page.locator('input[name=dueOn]').fill('2026-10-05')
    await page.locator('input[name=month]').fill('2026-10')
    await page.locator('input[name=amount]').fill('1,212.50')
    await page.locator('input[name=amount]').press('Enter')
    await page.getByText('حُفظت البيانات.').waitFor()
    assert.isTrue(await page.evaluate('window.untouched'))
  })

  test('the same form works without scripts', async ({ browser, browserContext, assert }) => {
    await signInAs(browserContext, [])
    const plain = await browser.newContext({ javaScriptEnabled: false })
    await plain.addCookies(await browserContext.cookies())
    const page = await plain.newPage()
    await page.goto(`http://${process.env.HOST}:${process.env.PORT}/_kit/form`)
    await page.locator('input[name=name]').fill('مكتب النور')
    await page.locator('button:has-text("حفظ")').click()
    await page.locator('.field-error').first().waitFor()
    assert.equal(await page.locator('input[name=name]').inputValue(), 'مكتب النور')
    await plain.close()
  })

  test('a question stands before a deletion; Esc leaves all as it is', async ({
    visit,
    browserContext,
    assert,
  }) => {
    await signInAs(browserContext, [])
    const page = await visit('/_kit/form')
    await page.getByRole('button', { name: 'حذف' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('لا يمكن التراجع').waitFor()
    await picture(page, 'confirm', { whole: false })
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    assert.equal(await page.locator('.field-error').count(), 0, 'nothing was sent')
    await page.getByRole('button', { name: 'حذف' }).click()
    const sent = page.waitForResponse((response) => response.status() === 422)
    await dialog.getByRole('button', { name: 'حذف' }).click()
    await sent
  })

  test('language and appearance are chosen in the menu of the person and kept', async ({
    visit,
    browserContext,
    assert,
  }) => {
    await signInAs(browserContext, [])
    const page = await visit('/_kit')
    await page.locator('.menu-button').click()
    await picture(page, 'person-menu', { whole: false })
    await page.getByRole('button', { name: 'English' }).click()
    await page.locator('html[lang=en][dir=ltr]').waitFor()
    await page.locator('.menu-button').click()
    await page.getByRole('button', { name: 'Dark' }).click()
    await page.locator('html[data-bs-theme=dark]').waitFor()
    assert.match(page.url(), /_kit$/)
    await page.keyboard.press('?')
    await page.getByRole('dialog').getByText('Go to the search box').waitFor()
    await page.waitForTimeout(400)
    await picture(page, 'shortcuts', { whole: false })
  })

  test('on a telephone the menu slides over the page and nothing is cut', async ({
    visit,
    browserContext,
    assert,
  }) => {
    await signInAs(browserContext, ['core.jobs.read'])
    const page = await visit('/_kit')
    await page.setViewportSize({ width: 390, height: 844 })
    await picture(page, 'phone', { whole: false })
    const beyond = await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth'
    )
    assert.equal(beyond, 0, 'the page itself does not scroll sideways')
    await page.locator('[data-side-toggle]').click()
    await page.getByRole('link', { name: 'المهام الجارية' }).waitFor()
    await page.waitForTimeout(300)
    await picture(page, 'phone-menu', { whole: false })
    await page.getByRole('link', { name: 'المهام الجارية' }).click()
    await page.getByRole('heading', { name: 'المهام', exact: true }).waitFor()
    await picture(page, 'phone-empty', { whole: false })
  })

  test('paper carries the content alone', async ({ visit, browserContext, assert }) => {
    await signInAs(browserContext, [])
    const page = await visit('/_kit')
    await page.emulateMedia({ media: 'print' })
    for (const chrome of ['.side', '.top', '.filters', '.page-actions']) {
      assert.isFalse(await page.locator(chrome).first().isVisible(), chrome)
    }
    await picture(page, 'print')
  })

  test('every refusal is a page in the language of the person', async ({
    visit,
    browserContext,
    assert,
  }) => {
    const missing = await visit('/no/such/page')
    await missing.getByText('الصفحة غير موجودة').waitFor()
    await picture(missing, 'refusal-404', { whole: false })
    await prefer(browserContext, { locale: 'en' })
    await missing.reload()
    await missing.getByText('There is no such page').waitFor()
    assert.equal(await missing.locator('html').getAttribute('dir'), 'ltr')

    await signInAs(browserContext, [])
    const denied = await visit('/jobs')
    await denied.getByText('not allowed').waitFor()
    await picture(denied, 'refusal-403', { whole: false })
  })

  test('a running job tells its progress live and its end by itself', async ({
    visit,
    browserContext,
    assert,
  }) => {
    const user = await signInAs(browserContext, ['core.jobs.read', 'core.jobs.manage'])
    const [id] = await db.table('jobs').insert({
      kind: 'core.run_import',
      payload: '{}',
      state: 'running',
      progress: 20,
      progress_note: 'قراءة الملف',
      unit_id: user.homeUnitId,
      created_by: user.id,
    })
    const page = await visit(`/jobs/${id}`)
    await page.getByText('20%').first().waitFor()
    await db.from('jobs').where('id', id).update({ progress: 65, progress_note: 'كتابة الصفوف' })
    await page.getByText('65%').waitFor()
    await page.getByText('كتابة الصفوف').first().waitFor()
    await picture(page, 'job-running')
    await db
      .from('jobs')
      .where('id', id)
      .update({ state: 'done', progress: 100, result: '{"rows": 120, "landed": 118}' })
    await page.getByText('118', { exact: true }).waitFor()
    assert.equal(await page.getByRole('button', { name: 'إيقاف المهمة' }).count(), 0)
    await picture(page, 'job-done')
  })
})
