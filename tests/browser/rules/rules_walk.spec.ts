import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import testUtils from '@adonisjs/core/services/test_utils'
import { addDays, today } from '#core/days'
import { axeFindings } from '#tests/browser/support/axe'
import { faintTexts } from '#tests/browser/support/contrast'
import { picture } from '#tests/browser/support/pictures'
import { ruleKeepers, versionsOf } from '#tests/support/rules'
import type { Page } from 'playwright'

const looksWell = async (page: Page) => [...(await axeFindings(page)), ...(await faintTexts(page))]

/** Opens what a link or button leads to by the keyboard. */
const press = (page: Page, role: 'link' | 'button', name: string) =>
  page.getByRole(role, { name, exact: true }).first().press('Enter')

/** The decision a change rests on, typed. */
async function rests(page: Page) {
  await page.locator('input[name=legal_text]').first().fill('قرار وزير المالية رقم 12 لسنة 2026')
  await page.locator('input[name=legal_on]').first().fill('2026-11-15')
  await page.locator('input[name=legal_article]').first().fill('3')
  await page.locator('textarea[name=reason]').first().fill('رفع نسبة الخصم تحت حساب الضريبة')
}

test.group('Walk of rules and rates', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('a rate is changed from a day by two people and by keys alone, and a wrong value is named beside its field', async ({
    visit,
    browser,
    browserContext,
    assert,
  }) => {
    const { head, officer } = await ruleKeepers()
    const from = addDays(today(), 10)
    await browserContext.loginAs(officer)
    const page = await visit('/rules')
    await page.getByRole('heading', { name: 'الأحكام والنسب' }).waitFor()
    await picture(page, 'rules')
    assert.deepEqual(await looksWell(page), [])
    await press(page, 'link', 'نسب الاستقطاع')
    await page.getByText('سارية في انتظار التأكيد').first().waitFor()
    await picture(page, 'rules-deductions')
    assert.deepEqual(await looksWell(page), [])
    await press(page, 'link', 'توريدات – خصم تحت حساب الضريبة')
    await page.getByText('النسخ كلها').waitFor()
    await picture(page, 'rule')
    assert.deepEqual(await looksWell(page), [])
    await press(page, 'link', 'نسخة جديدة من يوم')
    await page.locator('input[name=v__rate]').waitFor()
    assert.equal(await page.locator('input[name=v__rate]').inputValue(), '0.01')
    await page.locator('input[name=v__rate]').fill('واحد ونصف')
    await page.locator('input[name=valid_from]').fill(from)
    await rests(page)
    await press(page, 'button', 'تقديم للاعتماد')
    await page.locator('.field-error', { hasText: 'اكتب رقمًا مثل 0.015' }).waitFor()
    assert.equal(await page.locator('input[name=v__rate]').inputValue(), 'واحد ونصف')
    await picture(page, 'rule-form-refused')
    assert.deepEqual(await looksWell(page), [])
    await page.locator('input[name=v__rate]').fill('٠٫٠١٥')
    await page.locator('input[name=v__rate]').press('Enter')
    await page.getByText('وينتظر من يعتمده').waitFor()
    assert.equal(await page.locator('[data-differs]').innerText(), '0.015')
    assert.equal(await page.getByRole('button', { name: 'اعتماد التعديل' }).count(), 0)
    await picture(page, 'rule-change')
    assert.deepEqual(await looksWell(page), [])

    const other = await browser.newContext()
    await other.loginAs(head)
    const desk = await other.newPage()
    await desk.goto(page.url())
    await press(desk, 'button', 'اعتماد التعديل')
    await desk.locator('dialog.ask button.btn-primary').press('Enter')
    await desk.getByText('اعتُمد التعديل').waitFor()
    const key = { payment_type: 'supplies', kind: 'withholding' }
    const [old, made] = await versionsOf('deductions', key)
    assert.deepEqual([old!.to, made!.from, made!.to], [from, from, null])
    await desk.goto(new URL(`/rules/deductions/${made!.id}`, page.url()).href)
    await desk.getByText('لم تبدأ بعد').first().waitFor()
    await picture(desk, 'rule-history')
    assert.deepEqual(await looksWell(desk), [])
    await desk.goto(new URL('/rules/changes', page.url()).href)
    await desk.getByText('توريدات – خصم تحت حساب الضريبة').first().waitFor()
    await picture(desk, 'rule-changes')
    assert.deepEqual(await looksWell(desk), [])
  })

  test('rules that are tables of rows and values by code are written in the same form, a new paper too', async ({
    visit,
    browserContext,
    assert,
  }) => {
    const { officer } = await ruleKeepers()
    await browserContext.loginAs(officer)
    const page = await visit('/rules/budget')
    await press(page, 'link', 'قواعد نقل الاعتمادات')
    await press(page, 'link', 'نسخة جديدة من يوم')
    await page.locator('select[name=v__1__authority]').selectOption('competent_authority')
    await page.locator('input[name=v__1__upTo]').fill('50000')
    await page.locator('input[name=valid_from]').fill(addDays(today(), 10))
    await rests(page)
    await picture(page, 'rule-form-rows')
    assert.deepEqual(await looksWell(page), [])
    await press(page, 'button', 'تقديم للاعتماد')
    await page.getByText('وينتظر من يعتمده').waitFor()
    await page.getByText('50,000.00').waitFor()
    await picture(page, 'rule-change-rows')

    await page.goto(new URL('/rules/papers/create', page.url()).href)
    await page.locator('select[name=k__payment_type]').selectOption('services')
    await page.locator('input[name=k__code]').fill('einvoice')
    await page.locator('input[name=v__nameAr]').fill('الفاتورة الإلكترونية')
    await page.locator('input[name=v__nameEn]').fill('E-invoice')
    await page.locator('input[name=v__isRequired]').press('Space')
    await page.locator('input[name=v__requiredFrom]').fill('0')
    await page.locator('input[name=v__sortOrder]').fill('20')
    await page.locator('input[name=valid_from]').fill(addDays(today(), 10))
    await rests(page)
    assert.deepEqual(await looksWell(page), [])
    await press(page, 'button', 'تقديم للاعتماد')
    await page.getByText('خدمات – الفاتورة الإلكترونية').first().waitFor()
    await picture(page, 'rule-change-new')
    for (const subject of ['accounts', 'funds', 'postings', 'revenue', 'registry']) {
      const answer = await page.goto(new URL(`/rules/${subject}`, page.url()).href)
      assert.equal(answer!.status(), 200, subject)
      await picture(page, `rules-${subject}`)
      const missing = await page.locator('body', { hasText: 'translation missing' }).count()
      assert.deepEqual([missing, await looksWell(page)], [0, []], subject)
    }
  })

  test('the places of an official form are seen on a test print and moved by millimetres', async ({
    visit,
    browserContext,
    assert,
  }) => {
    const { officer } = await ruleKeepers()
    await browserContext.loginAs(officer)
    const page = await visit('/rules/layouts')
    await press(page, 'link', 'أمر دفع')
    await page.getByText('صفحة اختبار المواضع').waitFor()
    await picture(page, 'rule-layout')
    assert.deepEqual(await looksWell(page), [])
    const sheet = (await page
      .getByRole('link', { name: 'صفحة اختبار المواضع' })
      .getAttribute('href'))!
    await press(page, 'link', 'نسخة جديدة من يوم')
    await page.getByRole('textbox', { name: 'ادفعوا إلى (payee)، من اليسار (مم)' }).fill('190')
    await page.locator('input[name=valid_from]').fill(addDays(today(), 10))
    await rests(page)
    await picture(page, 'rule-layout-form')
    assert.deepEqual(await looksWell(page), [])
    await press(page, 'button', 'تقديم للاعتماد')
    await page.getByText('يخرج عن الورقة').first().waitFor()
    const payee = page.getByRole('textbox', { name: 'ادفعوا إلى (payee)، من اليسار (مم)' })
    assert.equal(await payee.inputValue(), '190')
    await payee.fill('33.5')
    await press(page, 'button', 'تقديم للاعتماد')
    await page.getByText('وينتظر من يعتمده').waitFor()
    assert.include(await page.locator('[data-differs]').innerText(), '33.5')
    const proposed = (await page
      .getByRole('link', { name: 'صفحة اختبار المواضع' })
      .getAttribute('href'))!
    for (const [name, path] of Object.entries({ sheet, proposed, paper: `${sheet}&paper=1` })) {
      const answer = await page.request.get(new URL(path, page.url()).href)
      assert.equal(answer.headers()['content-type'], 'application/pdf', path)
      await writeFile(join(app.tmpPath('pictures'), `layout-${name}.pdf`), await answer.body())
    }
  })
})
