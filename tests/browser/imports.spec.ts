import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import type { Browser, Page } from 'playwright'
import { WorkerProcess } from '#core/jobs/worker'
import { axeFindings } from '#tests/browser/support/axe'
import { faintTexts } from '#tests/browser/support/contrast'
import { prefer } from '#tests/browser/support/people'
import { picture } from '#tests/browser/support/pictures'
import type User from '#identity/models/user'
import { aHolder } from '#tests/support/holders'
import { APPROVER, MAKER } from '#tests/support/import_walk'
import { loadImportReference } from '#tests/support/imports'
import { aUnit } from '#tests/support/units'

const PHONE = { width: 390, height: 844 }
const DESKTOP = { width: 1280, height: 800 }

const CHARGES = [
  'كشف مستحقات أكتوبر 2026,,,,',
  'كود السداد,البند,عن شهر,تاريخ الاستحقاق,القيمة',
  'FYM-1,ADV-USE,2026-10,05/10/2026,"12,500.00"',
  'FYM-2,ADV-USE,2026-10,05/10/2026,٨٧٥٫٥٠',
  'FYM-3,رسم غير معروف,2026-10,05/10/2026,300.00',
  'FYM-4,ADV-USE,2026-10,31/02/2026,150.25',
  'FYM-5,ADV-USE,2026-10,12/10/2026,640.00',
].join('\r\n')

/** Another person at another machine, looking at the same page: a session belongs to one person. */
async function atAnotherMachine(browser: Browser, person: User, url: string): Promise<Page> {
  const context = await browser.newContext()
  await prefer(context, { locale: 'ar', theme: 'light' })
  await context.loginAs(person)
  const page = await context.newPage()
  await page.goto(url)
  return page
}

test.group('Imports by page', (group) => {
  const worker = new WorkerProcess()
  let folder = ''
  group.setup(async () => {
    folder = await mkdtemp(join(tmpdir(), 'imports-'))
    await loadImportReference()
    await worker.start()
    return async () => {
      await worker.stop()
      await rm(folder, { recursive: true })
    }
  })

  test('a file of charges is uploaded, mapped, checked, approved by another, committed and undone, in Arabic and by keyboard', async ({
    visit,
    browser,
    browserContext,
    assert,
  }) => {
    const unitId = await aUnit(await aUnit())
    const maker = await aHolder(MAKER, { unitId, fullName: 'هدى سالم' })
    const approver = await aHolder([...new Set([...MAKER, ...APPROVER])], {
      unitId,
      fullName: 'عادل منصور',
    })
    await browserContext.loginAs(maker)
    await prefer(browserContext, { locale: 'ar', theme: 'light' })
    let page = await visit('/imports')
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(error.message))
    page.on(
      'console',
      (said) => said.type() === 'error' && !/ 422 /.test(said.text()) && faults.push(said.text())
    )
    await page.getByText('لم يُستورد ملف بعد').waitFor()
    assert.equal(await page.locator('html').getAttribute('dir'), 'rtl')
    await looked(page, 'imports-empty')

    await page.keyboard.press('Alt+KeyN')
    await page.waitForURL(/imports\/create/)
    await page.getByRole('button', { name: 'رفع الملف' }).focus()
    await page.keyboard.press('Enter')
    await page.locator('.field-error').first().waitFor()
    assert.isAtLeast(await page.locator('.field-error').count(), 2, 'kind and file are asked for')
    await page.getByRole('radio', { name: /^المستحقات/ }).focus()
    await page.keyboard.press('Space')
    await looked(page, 'imports-create')
    const path = join(folder, 'مستحقات أكتوبر.csv')
    await writeFile(path, CHARGES)
    // The dialog that chooses a file is the browser's own; everything around it is ours.
    await page.locator('input[type=file]').setInputFiles(path)
    await page.getByRole('button', { name: 'رفع الملف' }).focus()
    await page.keyboard.press('Enter')

    await page.waitForURL(/reading/)
    assert.equal(await page.getByLabel('رقم صف العناوين').inputValue(), '2')
    await page.getByText('كشف مستحقات أكتوبر 2026').waitFor()
    await looked(page, 'imports-reading')
    await page.getByRole('button', { name: 'متابعة إلى الأعمدة' }).focus()
    await page.keyboard.press('Enter')

    await page.waitForURL(/mapping/)
    const head = page.getByLabel('بند الإيراد', { exact: false }).first()
    await page.locator('[data-map-row]', { hasText: 'بند الإيراد' }).getByText('ADV-USE').waitFor()
    await head.selectOption('constant')
    await page.getByRole('button', { name: 'فحص الصفوف' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('اكتب القيمة الثابتة').waitFor()
    await looked(page, 'imports-mapping-refused')
    await head.selectOption({ label: 'البند' })
    await page.locator('[data-map-row] [data-samples]').getByText('ADV-USE').waitFor()
    assert.isFalse(await page.getByLabel('القيمة الثابتة لخانة «بند الإيراد»').isVisible())
    await looked(page, 'imports-mapping')
    await page.getByRole('button', { name: 'فحص الصفوف' }).focus()
    await page.keyboard.press('Enter')

    await page.waitForURL(/imports\/\d+$/)
    await page.locator('h1', { hasText: 'بانتظار الاعتماد' }).waitFor({ timeout: 30_000 })
    const id = Number(/(\d+)$/.exec(page.url())![1])
    assert.equal(await figure(page, 'landed'), '3')
    assert.equal(await figure(page, 'rejected'), '2')
    await page.getByText('بند الإيراد «رسم غير معروف» غير معروف').waitFor()
    await page.getByText('هذا اليوم ليس في التقويم').waitFor()
    assert.equal(await page.getByRole('button', { name: 'اعتماد وترحيل' }).count(), 0)
    await page.getByText('أنت من رفع الملف').waitFor()
    await looked(page, 'imports-preview-maker')

    page = await atAnotherMachine(browser, approver, page.url())
    await page.getByText('هذا الملف ينتظر اعتمادك').waitFor()
    await looked(page, 'imports-preview')
    await page.getByRole('button', { name: 'اعتماد وترحيل' }).focus()
    await page.keyboard.press('Enter')
    await page.locator('dialog.ask').waitFor()
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Enter')
    await page.getByText('رُحِّل الملف').waitFor({ timeout: 30_000 })
    await looked(page, 'imports-committed')
    assert.equal(await landed(id), '3 14015.50')

    page = await atAnotherMachine(browser, maker, page.url())
    await page.getByLabel('سبب التراجع').focus()
    await page.keyboard.type('كشف الشهر السابق')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.locator('dialog.ask').waitFor()
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Enter')
    await page.getByText('تم التراجع').waitFor({ timeout: 30_000 })
    await looked(page, 'imports-undone')
    assert.equal(await landed(id), '0 0.00')

    await page.goto(page.url().replace(/\/\d+$/, ''))
    await page.locator('td', { hasText: 'متراجع عنه' }).waitFor()
    await looked(page, 'imports-list')
    assert.deepEqual(faults, [])

    async function looked(on: Page, name: string) {
      await on.waitForTimeout(400)
      assert.deepEqual(await axeFindings(on), [], name)
      assert.deepEqual(await faintTexts(on), [], name)
      await picture(on, name)
      await on.setViewportSize(PHONE)
      await on.waitForTimeout(200)
      await picture(on, `${name}-phone`)
      const wide = await on.evaluate('document.documentElement.scrollWidth - innerWidth')
      assert.isAtMost(wide as number, 0, `${name} is wider than the phone`)
      await on.setViewportSize(DESKTOP)
    }
  })
})

function figure(page: Page, name: string) {
  return page.locator(`[data-count="${name}"] .figure-value bdi`).innerText()
}

async function landed(importId: number): Promise<string> {
  const [[row]] = await db.rawQuery(
    'SELECT COUNT(*) AS n, COALESCE(SUM(amount), 0) AS amount FROM charges WHERE import_id = ?',
    [importId]
  )
  return `${row.n} ${row.amount}`
}
