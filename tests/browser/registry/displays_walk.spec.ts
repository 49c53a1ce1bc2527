import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import type { Page } from 'playwright'
import type User from '#identity/models/user'
import DisplayList from '#registry/models/display_list'
import LegalisationFile from '#registry/models/legalisation_file'
import loadRegistryEncroachments from '#database/reference/registry_encroachments'
import { axeFindings } from '#tests/browser/support/axe'
import { faintTexts } from '#tests/browser/support/contrast'
import { prefer } from '#tests/browser/support/people'
import { picture } from '#tests/browser/support/pictures'
import { ago, CasesWorld } from '#tests/support/cases_world'
import { RECORDS } from '#tests/support/records'

test.group('Displays, changes and requests in the browser', (group) => {
  group.setup(() => db.transaction((trx) => loadRegistryEncroachments(trx)))
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('a list is made, hung out and objected against; changes and requests tell what became of them', async ({
    browser,
    assert,
  }) => {
    const world = await CasesWorld.make()
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
    const press = (text: string) => page.locator('main').getByRole('button', { name: text }).click()

    await world.at('filed')
    const paid = await world.at('fees_paid')
    const file = await LegalisationFile.findByOrFail('caseId', paid.id)
    const said = { portalState: 'rejected', portalStateBefore: 'paid', portalStateOn: ago(4) }
    await file.merge({ ...said, place: 'عزبة الشيخ' }).save()
    const change = await RECORDS.spatial_changes!.make(world.unitId, 'عزبة البحر، بجوار الترعة')
    await db
      .from('spatial_changes')
      .where('id', change)
      .update({ licence_no: '77/2025', case_id: paid.id })

    await become(world.officer, '/registry/spatial-changes')
    await clean('spatial-changes')
    await become(world.officer, `/registry/legalisation-files/${file.id}`)
    await page.getByText('المنصة تقول').waitFor()
    await clean('legalisation-file-differs')
    await become(world.officer, `/registry/encroachments/${paid.id}`)
    await page.getByText('77/2025').waitFor()

    await become(world.officer, '/registry/displays/create')
    await page.getByLabel('مكان العرض').fill('لوحة إعلانات مجلس المدينة')
    await clean('display-new')
    await press('إعداد الكشف')
    await page.waitForURL(/displays\/\d+$/)
    const list = await DisplayList.findByOrFail('unitId', world.unitId)
    await page.getByLabel('بدأ عرضه').fill(ago(3))
    await press('بدء العرض')
    await page.getByLabel('المعترض').fill('ورثة محمود سالم')
    await page.getByLabel('موضوع الاعتراض').fill('الأرض ملك مورثنا بعقد مسجل')
    await clean('display-hanging')
    await press('قيد الاعتراض')
    await page.getByRole('cell', { name: 'ورثة محمود سالم' }).waitFor()

    await become(world.head, `/registry/displays/${list.id}`, 390)
    await clean('display-telephone')
    await become(world.head, `/registry/displays/${list.id}`)
    await page.locator('main').getByRole('link', { name: '1', exact: true }).click()
    await page.getByLabel('القرار').selectOption('refused')
    await page.getByLabel('الأسباب').fill('لم يقدم أصل العقد')
    await clean('display-objection')
    await press('الفصل في الاعتراض')
    await page.getByText('مرفوض').first().waitFor()
    assert.lengthOf(
      await db.from('display_objections').where({ list_id: list.id, status: 'refused' }),
      1
    )
  })
})
