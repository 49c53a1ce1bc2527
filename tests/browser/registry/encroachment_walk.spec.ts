import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import type { Page } from 'playwright'
import type User from '#identity/models/user'
import EncroachmentCase from '#registry/models/encroachment_case'
import { axeFindings } from '#tests/browser/support/axe'
import { faintTexts } from '#tests/browser/support/contrast'
import { prefer } from '#tests/browser/support/people'
import { picture } from '#tests/browser/support/pictures'
import { CasesWorld } from '#tests/support/cases_world'
import { aParcel, freshGround, rectangle } from '#tests/support/parcels'

test.group('An encroachment in the browser', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('from detection to the printed removal order, by five people, each seeing only his step', async ({
    browser,
    assert,
  }) => {
    const world = await CasesWorld.make()
    const ground = await freshGround()
    await aParcel(world.unitId, rectangle(ground, 0, 0, 100, 100))
    let page!: Page
    const become = async (user: User, path: string, width = 1280) => {
      await page?.context().close()
      const context = await browser.newContext({ viewport: { width, height: 844 } })
      await context.loginAs(user)
      await prefer(context, { locale: 'ar', theme: 'light' })
      page = await context.newPage()
      await page.goto(`http://${process.env.HOST}:${process.env.PORT}${path}`)
    }
    const clean = async (name: string) => {
      assert.deepEqual(await axeFindings(page), [], name)
      assert.deepEqual(await faintTexts(page), [], name)
      await picture(page, name)
    }
    const confirm = async (text: string) => {
      await page.locator('main').getByRole('button', { name: text }).click()
    }

    await become(world.officer, '/registry/encroachments/create')
    await clean('encroachment-new')
    await page.getByLabel('نوع التعدي').selectOption('fence')
    await page.getByLabel('نوع الأرض').selectOption('built')
    await page.getByLabel('وصف التعدي').fill('سور من الطوب الأحمر بارتفاع مترين')
    await page.getByLabel('الحائز').fill('سيد عبد الله')
    await page.getByLabel('نظام الإحداثيات').selectOption('22992')
    const corners = [
      [10, 10],
      [40, 10],
      [40, 30],
      [10, 30],
    ].map(([x, y]) => `${ground.east + x!} ${ground.north + y!}`)
    await page.getByLabel('الإحداثيات', { exact: false }).last().fill(corners.join('\n'))
    await confirm('فتح الملف')
    await page.getByText('م² مشتركة').first().waitFor()
    const kase = await EncroachmentCase.query().where('unit_id', world.unitId).firstOrFail()
    const base = `/registry/encroachments/${kase.id}`
    await clean('encroachment-detected')

    const step = async (user: User, label: string, fill: (on: Page) => Promise<void>) => {
      await become(user, base)
      await page.locator('#next').getByRole('link', { name: label }).click()
      await page.getByRole('heading', { name: label }).waitFor()
      await fill(page)
      await confirm(label)
      await page.locator('#timeline').waitFor()
    }
    const say = (text: string) => async () => {
      await page.getByLabel('البيان').fill(text)
    }
    await step(world.officer, 'غير قانونية', say('لا ترخيص لهذا السور'))
    await step(world.surveyor, 'إثبات المعاينة', say('عوين الموقع'))
    await step(world.surveyor, 'تحرير المحضر', async () => {
      await clean('encroachment-minutes')
      await page.getByLabel('الرقم', { exact: false }).first().fill('17')
      await page.getByLabel('ما أثبتته المعاينة').fill('سور من الطوب الأحمر على ثلاث جهات')
      await page.getByLabel('تاريخ وضع اليد', { exact: false }).first().fill('2026-01-01')
      await page.getByLabel('ما يثبت تاريخ وضع اليد').fill('صورة جوية')
    })
    await become(world.head, `${base}/removal-order`)
    await page.getByText('رأي الشئون القانونية في ظاهر الملكية').waitFor()

    const scan = join(tmpdir(), `title-${kase.id}.pdf`)
    await writeFile(scan, `%PDF-1.4 title ${kase.id}`)
    await step(world.lawyer, 'الرأي في ظاهر الملكية', async () => {
      await page.getByLabel('الرأي', { exact: false }).first().selectOption('manifest')
      await page.getByLabel('البيان').fill('لا سند للحائز، والأرض مسجلة باسم الدولة')
      await page.getByLabel('مستند جديد').setInputFiles(scan)
      await clean('encroachment-answer')
    })
    await step(world.officer, 'إعداد قرار الإزالة', async () => {
      await page.getByLabel('ما يزال').fill('إزالة سور من الطوب الأحمر بطول ستين مترًا')
    })
    await become(world.officer, base)
    assert.equal(await page.locator('#next').count(), 0)
    await step(world.head, 'إصدار قرار الإزالة', async () => {})
    await clean('encroachment-issued')
    await page.getByRole('link', { name: 'طباعة قرار الإزالة' }).waitFor()

    await become(world.head, '/registry/encroachments/overview')
    await clean('encroachment-board')
    await become(world.head, '/registry/encroachments')
    await clean('encroachment-list')
    await become(world.executor, base, 390)
    await clean('encroachment-telephone')

    await kase.refresh()
    assert.equal(kase.status, 'issued')
    const printed = await page.request.get(new URL(`${base}/removal-order`, page.url()).href)
    await writeFile(join('tmp', 'pictures', 'removal-order.pdf'), await printed.body())
  }).timeout(180_000)
})
