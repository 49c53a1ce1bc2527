import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import loadRegistryRules from '#database/reference/registry_rules'
import { WorkerProcess } from '#core/jobs/worker'
import { axeFindings } from '#tests/browser/support/axe'
import { prefer } from '#tests/browser/support/people'
import { picture } from '#tests/browser/support/pictures'
import { fromWgs84 } from '#registry/geo/grids'
import { aHolder } from '#tests/support/holders'
import { APPROVER, MAKER } from '#tests/support/import_walk'
import { loadImportReference } from '#tests/support/imports'
import { shapefileOf } from '#tests/support/shapefiles'
import { aUnit } from '#tests/support/units'

/** The Red Belt in the words of a .prj file. */
const RED_BELT =
  'PROJCS["Egypt_Red_Belt",GEOGCS["GCS_Egypt_1907",DATUM["D_Egypt_1907",SPHEROID["Helmert_1906",6378200.0,298.3]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",615000.0],PARAMETER["False_Northing",810000.0],PARAMETER["Central_Meridian",31.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",30.0],UNIT["Meter",1.0]]'

test.group('A shapefile by page', (group) => {
  const worker = new WorkerProcess()
  let folder = ''
  group.setup(async () => {
    folder = await mkdtemp(join(tmpdir(), 'land-'))
    await loadImportReference()
    await db.transaction((trx) => loadRegistryRules(trx))
    await worker.start()
    return async () => {
      await worker.stop()
      await rm(folder, { recursive: true })
    }
  })

  test('a shapefile with Arabic in the code page of Windows is mapped, checked, approved by another and lands on its belt', async ({
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
    const [x, y] = fromWgs84(
      [30.1 + (Date.now() % 9000) / 1e5, 28.4 + (process.pid % 100) / 1000],
      22992
    )
    const names = ['أرض السوق', 'أرض الموقف', 'حديقة', 'مخزن', 'أرض فضاء', 'ملعب']
    const records = names.map((name, index) => ({
      attributes: { NO: String(index + 1), NAME: name },
      ring: [
        [x + index * 40, y],
        [x + index * 40, y + 50],
        [x + index * 40 + 40, y + 50],
        [x + index * 40 + 40, y],
        [x + index * 40, y],
      ] as [number, number][],
    }))
    // One more lies half on the first.
    records.push({
      attributes: { NO: '7', NAME: 'أرض متداخلة' },
      ring: [
        [x - 20, y],
        [x - 20, y + 50],
        [x + 20, y + 50],
        [x + 20, y],
        [x - 20, y],
      ],
    })
    const path = join(folder, 'plots.zip')
    await writeFile(
      path,
      shapefileOf('plots', records, { prj: RED_BELT, encoding: 'windows-1256' })
    )

    await browserContext.loginAs(maker)
    await prefer(browserContext, { locale: 'ar', theme: 'light' })
    const page = await visit('/imports/create?kind=land-register')
    await page
      .locator('[name="kind"][value="land-register"]')
      .check({ force: true })
      .catch(async () => {
        await page.locator('select[name="kind"]').selectOption('land-register')
      })
    await page.locator('input[type="file"]').setInputFiles(path)
    await page
      .locator(
        'form:has(input[type="file"]) button.primary, form:has(input[type="file"]) button[type="submit"]'
      )
      .first()
      .click()
    // A map has no row of headings to choose: its columns are asked for at once.
    await page.waitForURL(/mapping/)
    await page.getByText('أرض الموقف').first().waitFor()
    await page.locator('[name="source_class"]').selectOption('constant')
    await page.locator('[name="constant_class"]').first().fill('land.vacant')
    await page.locator('[name="source_site_no"]').selectOption({ label: 'NO' })
    await page.locator('[name="source_name"]').selectOption({ label: 'NAME' })
    await picture(page, 'land-import-mapping')
    assert.deepEqual(await axeFindings(page), [])
    await page.getByRole('button', { name: 'فحص الصفوف' }).click()
    await page.waitForURL(/imports\/\d+$/)
    await page.locator('h1', { hasText: 'بانتظار الاعتماد' }).waitFor({ timeout: 30_000 })
    await page.locator('.file-map .map-sign').waitFor()
    await picture(page, 'land-import-checked')
    assert.deepEqual(await axeFindings(page), [])
    assert.lengthOf(await page.locator('.file-map path.drawn.is-new').all(), 12)
    // A click on what is crossed out leads to its row and says why.
    await page.locator('.file-map .map-sign').click()
    await page.waitForURL(/#row-\d+$/)
    assert.match(await page.locator('.file-rows tr:target').innerText(), /أرض متداخلة[^]*تتداخل/)
    await picture(page, 'land-import-row')
    const plain = await browser.newContext({ javaScriptEnabled: false })
    await plain.loginAs(maker)
    const still = await plain.newPage()
    await still.goto(page.url().replace(/#.*/, ''))
    assert.equal(await still.locator('.file-picture path.is-rejected').count(), 1)
    assert.equal(await still.locator('.file-picture path.is-new').count(), 6)
    await picture(still, 'land-import-plain')
    await plain.close()
    assert.equal(await page.locator('[data-count="landed"] .figure-value bdi').innerText(), '6')

    const context = await browser.newContext()
    await prefer(context, { locale: 'ar', theme: 'light' })
    await context.loginAs(approver)
    const other = await context.newPage()
    await other.goto(page.url())
    await other.getByRole('button', { name: 'اعتماد وترحيل' }).click()
    await other.locator('dialog.ask').waitFor()
    await other.keyboard.press('Shift+Tab')
    await other.keyboard.press('Enter')
    await other.getByText('رُحِّل الملف').waitFor({ timeout: 30_000 })
    const [[found]] = await db.rawQuery(
      `SELECT a.name, g.source_srid, a.longitude, a.latitude FROM assets a JOIN asset_geometries g ON g.asset_id = a.id
       WHERE a.unit_id = ? AND a.site_no = '2'`,
      [unitId]
    )
    assert.deepEqual([found.name, Number(found.source_srid)], ['أرض الموقف', 22992])
    const [e, n] = fromWgs84([Number(found.longitude), Number(found.latitude)], 22992)
    assert.isBelow(Math.hypot(e - (x + 60), n - (y + 25)), 0.05)
  }).timeout(120_000)
})
