import { test } from '@japa/runner'
import type { Page } from 'playwright'
import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import { axeFindings } from '#tests/browser/support/axe'
import { faintTexts } from '#tests/browser/support/contrast'
import { prefer } from '#tests/browser/support/people'
import { picture } from '#tests/browser/support/pictures'
import { aPerson } from '#tests/support/people'
import { aUnit } from '#tests/support/units'

/** A sheet of the Red Belt near Fayoum, 100 by 60 metres, shifted east. */
const sheet = (east = 0) =>
  [
    [1, 599500 + east, 733300],
    [2, 599600 + east, 733300],
    [3, 599600 + east, 733360],
    [4, 599500 + east, 733360],
  ]
    .map((line) => line.join('\t'))
    .join('\n')

async function checked(
  page: Page,
  name: string,
  assert: { deepEqual(a: unknown, b: unknown): void }
) {
  assert.deepEqual([...(await axeFindings(page)), ...(await faintTexts(page))], [])
  assert.deepEqual(await page.locator('body', { hasText: 'translation missing' }).count(), 0)
  await picture(page, name)
}

test.group('Walk of a parcel', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('a parcel is typed from sheet and deed, overlaps, is corrected, approved by another, and has its card', async ({
    visit,
    browser,
    browserContext,
    assert,
  }) => {
    const unit = await aUnit()
    const maker = await aPerson({ unitId: unit, roles: ['property_officer'], fullName: 'هدى سالم' })
    const head = await aPerson({ unitId: unit, roles: ['property_head'], fullName: 'عادل منصور' })
    await browserContext.loginAs(maker)
    const other = await browser.newContext()
    await other.loginAs(head)
    const desk = await other.newPage()

    const page = await visit('/registry/assets/create')
    await page.locator('select[name=class_id]').selectOption({ label: '\u2003أرض فضاء' })
    await checked(page, 'parcel-class', assert)
    await page.getByRole('button', { name: 'التالي' }).press('Enter')

    async function type(plot: string, east: number) {
      await page.locator('textarea[name=coordinates]').fill(sheet(east))
      await page.locator('input[name=name]').fill(`قطعة ${plot} حوض الناعورة`)
      await page.locator('input[name=hod]').fill('حوض الناعورة')
      await page.locator('input[name=plot_no]').fill(plot)
      await page.locator('select[name=domain]').selectOption('private')
      await page.locator('input[name=deed_feddan]').fill('١')
      await page.locator('input[name=deed_qirat]').fill('10')
      await page.locator('input[name=deed_sahm]').fill('6.68')
      await page.locator('input[name=north_neighbour]').fill('ترعة بحر يوسف')
      await page.locator('input[name=east_neighbour]').fill('شارع بعرض ٨ م')
      await page.locator('input[name=jurisdiction_name]').fill('محافظة الفيوم')
      await page.locator('input[name=effective_on]').fill('2026-01-05')
    }
    await page.locator('textarea[name=coordinates]').waitFor()
    await type('17', 0)
    await page.getByRole('button', { name: 'عاين' }).click()
    await page.locator('#form-preview svg.sketch-sheet').waitFor()
    assert.include(await page.locator('#form-preview').innerText(), 'الحزام الأحمر')
    // What was typed stands where it was typed.
    assert.equal(await page.locator('input[name=plot_no]').inputValue(), '17')
    await checked(page, 'parcel-preview', assert)
    await page.getByRole('button', { name: 'أرسل للاعتماد' }).click()
    await page.waitForURL(/\/registry\/transactions\/\d+$/)

    async function approve() {
      await desk.goto(page.url())
      await desk.getByRole('button', { name: 'اعتماد', exact: true }).click()
      await desk.locator('dialog.ask button.btn-primary').click()
      await desk.waitForLoadState('networkidle')
    }
    await approve()
    await desk.getByText('اعتمدت المعاملة').first().waitFor()

    await page.goto(new URL('/registry/assets/create', page.url()).href)
    await page.locator('select[name=class_id]').selectOption({ label: '\u2003أرض فضاء' })
    await page.getByRole('button', { name: 'التالي' }).click()
    await page.locator('textarea[name=coordinates]').waitFor()
    await type('18', 50)
    await page.getByRole('button', { name: 'عاين' }).click()
    await page.locator('#form-preview').getByText('R2', { exact: false }).first().waitFor()
    await picture(page, 'parcel-overlap')
    await page.locator('textarea[name=coordinates]').fill(sheet(100))
    await page.getByRole('button', { name: 'عاين' }).click()
    await page
      .locator('#form-preview')
      .getByText('R2', { exact: false })
      .first()
      .waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'أرسل للاعتماد' }).click()
    await page.waitForURL(/\/registry\/transactions\/\d+$/)
    await approve()

    const { id } = await db.from('assets').where('unit_id', unit).orderBy('id').firstOrFail()
    await page.goto(new URL(`/registry/assets/${id}`, page.url()).href)
    await checked(page, 'biography', assert)
    await page.getByRole('link', { name: 'تغيير البيانات' }).click()
    await page.waitForURL(/\/changes$/)
    await checked(page, 'change-menu', assert)
    await page.getByRole('link', { name: /نقل ولاية/ }).click()
    await page.locator('input[name=to_name]').fill('هيئة المجتمعات العمرانية')
    await checked(page, 'change-custody', assert)
    await page.goto(new URL(`/registry/assets/${id}/changes/correction`, page.url()).href)
    await checked(page, 'change-correction', assert)
    await page.goto(new URL(`/registry/assets/${id}/changes/split`, page.url()).href)
    await checked(page, 'change-split', assert)
    await page.goto(new URL(`/registry/assets/${id}/documents/create?kind=photo`, page.url()).href)
    await checked(page, 'document-new', assert)
    await page.goto(new URL('/registry/assets?class=land', page.url()).href)
    await page.locator('input[name=filter_name]').fill('أراضي الحوض')
    await page.getByRole('button', { name: 'احفظ', exact: true }).press('Enter')
    await page.getByRole('link', { name: 'أراضي الحوض' }).waitFor()
    await page.locator('tbody input[type=checkbox]').first().check()
    await checked(page, 'assets-list', assert)
    await page.getByRole('button', { name: 'عدّل المختار' }).click()
    await page.waitForURL(/bulk-changes/)
    await checked(page, 'bulk', assert)

    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(new URL(`/registry/assets/${id}`, page.url()).href)
    assert.deepEqual(await axeFindings(page), [])
    await picture(page, 'biography-telephone')
    await page.goto(new URL(`/registry/assets/${id}/changes/boundary`, page.url()).href)
    assert.deepEqual(await axeFindings(page), [])
    await picture(page, 'boundary-telephone')
  })

  test('the card reads in English and in the dark', async ({ visit, browserContext, assert }) => {
    const unit = await aUnit()
    await browserContext.loginAs(await aPerson({ unitId: unit, roles: ['property_officer'] }))
    await prefer(browserContext, { locale: 'en', theme: 'dark' })
    const land = await db.from('asset_classes').where('code', 'land.vacant').firstOrFail()
    const page = await visit(`/registry/assets/create?unit_id=${unit}&class_id=${land.id}`)
    await checked(page, 'parcel-form-english-dark', assert)
  })
})
