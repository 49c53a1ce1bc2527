import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { bbox } from '#registry/geo/shape'
import { forgetSummary } from '#registry/map/summary'
import { axeFindings } from '#tests/browser/support/axe'
import { prefer } from '#tests/browser/support/people'
import { picture } from '#tests/browser/support/pictures'
import { anOgcWorld } from '#tests/support/ogc_world'
import { rectangle } from '#tests/support/parcels'

test.group('The map of assets in the browser', () => {
  test('parcels are seen, searched for, measured, drawn, cut and chosen to be merged', async ({
    visit,
    browserContext,
    assert,
  }) => {
    const world = await anOgcWorld()
    forgetSummary()
    await browserContext.loginAs(world.chief.user)
    await prefer(browserContext, { locale: 'ar', theme: 'light' })
    const [w, s, e, n] = bbox(rectangle(world.ground, 0, 0, 1300, 1000))
    const at = `${(w + e) / 2},${(s + n) / 2},16`
    const complaints: string[] = []
    const page = await visit(`/registry/map?at=${at}`)
    page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()))
    page.on('pageerror', (error) => complaints.push(String(error)))
    const frame = page.locator('[data-asset-map-frame]')
    await page.locator('[data-asset-map-frame][data-map-shown]').waitFor()
    assert.isAbove(await frame.locator('path.leaflet-interactive').count(), 12)
    assert.isAbove(await frame.locator('.limit-name').count(), 0)
    await picture(page, 'map')
    assert.deepEqual(await axeFindings(page), [])

    // A parcel tells what it is and leads to its page.
    const parcels = frame.locator('path.leaflet-interactive[fill="#7a5c00"]')
    await parcels.nth(3).click()
    const card = page.locator('.map-card')
    await card.waitFor()
    assert.include(await card.innerText(), 'أرض فضاء رقم')
    await picture(page, 'map-card')

    // Its outline is opened for correction and goes to the form of boundaries.
    await card.getByRole('button', { name: 'تعديل الحدود' }).click()
    const redraw = page.getByRole('link', { name: 'استعمل هذا الشكل' })
    await redraw.waitFor()
    assert.match((await redraw.getAttribute('href'))!, /\/changes\/boundary$/)
    await page.getByRole('button', { name: 'إنهاء' }).click()

    // A length is measured between two clicks.
    const canvas = (await page.locator('.asset-map-canvas').boundingBox())!
    const point = (x: number, y: number) => [canvas.x + x, canvas.y + y] as const
    await page.getByRole('button', { name: 'قياس طول' }).click()
    await page.locator('.asset-map-canvas.geoman-draw-cursor').waitFor()
    for (const x of [200, 400, 400]) {
      await page.mouse.move(...point(x, 380), { steps: 3 })
      await page.mouse.click(...point(x, 380))
    }
    await page.getByText('الطول:').waitFor()

    // A parcel is drawn and its corners stand in the form of a new one.
    await page.locator('[data-map-tool="draw"]').click()
    for (const [x, y] of [
      [300, 350],
      [420, 350],
      [420, 420],
      [300, 420],
      [300, 350],
    ] as const) {
      await page.mouse.move(...point(x, y), { steps: 3 })
      await page.mouse.click(...point(x, y))
    }
    const onward = page.getByRole('link', { name: 'سجل قطعة بهذا الشكل' })
    await onward.waitFor()
    await picture(page, 'map-drawn')
    await onward.click()
    await page.waitForURL(/\/registry\/assets\/create/)
    const kept = await page.evaluate(() => sessionStorage.getItem('diwan.drawn'))
    assert.equal(JSON.parse(kept!).coordinates.coordinates[0].length, 5)
    assert.deepEqual(complaints, [])
  }).timeout(120_000)

  test('on a telephone and a slow line it fits, asks for one window at a time, keeps its place in the address, and prints', async ({
    visit,
    browserContext,
    assert,
  }) => {
    const world = await anOgcWorld()
    const unified = String(Date.now()).padStart(14, '2')
    const parcel = world.open.west.parcels![4]!
    await db.from('assets').where('id', parcel).update({ unified_property_no: unified })
    forgetSummary()
    await browserContext.loginAs(world.chief.user)
    await prefer(browserContext, { locale: 'ar', theme: 'light' })
    const [w, s, e, n] = bbox(rectangle(world.ground, 0, 0, 1300, 1000))
    const page = await visit('/')
    await page.setViewportSize({ width: 390, height: 844 })
    // A slow line: each window takes a second and a half.
    await page.route('**/registry/map/window?*', async (route) => {
      await new Promise((done) => setTimeout(done, 1500))
      await route.continue().catch(() => {})
    })
    const ends: string[] = []
    page.on('requestfailed', (request) => ends.push(request.failure()?.errorText ?? ''))
    await page.goto(
      `http://${process.env.HOST}:${process.env.PORT}/registry/map#16/${(s + n) / 2}/${(w + e) / 2}`
    )
    const frame = page.locator('[data-asset-map-frame]')
    await page.locator('[data-asset-map-frame][data-map-shown]').waitFor()
    assert.isFalse(await page.evaluate('document.documentElement.scrollWidth > innerWidth + 1'))
    await picture(page, 'map-telephone')
    assert.deepEqual(await axeFindings(page), [])
    const zoomOut = frame.locator('.leaflet-control-zoom-out')
    for (let turn = 0; turn < 3; turn++) {
      await zoomOut.click()
      await page.waitForTimeout(700)
    }
    assert.isAbove(ends.filter((text) => /ABORTED/.test(text)).length, 0)
    assert.match(await page.evaluate('location.hash'), /^#13\/\d+\.\d+\/\d+\.\d+$/)

    // Found by its national number, and flown to.
    await page.locator('[data-map-search]').fill(unified)
    await page.locator('.asset-map-place').first().click()
    await page.waitForURL(/#18\//)
    await page.unroute('**/registry/map/window?*')
    const { longitude } = await db.from('assets').where('id', parcel).firstOrFail()
    const [, , lon] = String(await page.evaluate('location.hash.slice(1)')).split('/')
    assert.closeTo(Number(lon), Number(longitude), 1e-4)

    await page.emulateMedia({ media: 'print' })
    assert.isFalse(await frame.locator('.asset-map-bar').isVisible())
    assert.isTrue(await frame.locator('.map-legend').isVisible())
    assert.isTrue(await frame.locator('.leaflet-control-scale').isVisible())
    await picture(page, 'map-print')
  }).timeout(90_000)

  test('without scripts the page is the list', async ({ browser, assert }) => {
    const world = await anOgcWorld()
    const context = await browser.newContext({ javaScriptEnabled: false })
    await context.loginAs(world.chief.user)
    const page = await context.newPage()
    const answer = await page.goto(`http://${process.env.HOST}:${process.env.PORT}/registry/map`)
    assert.equal(answer!.status(), 200)
    assert.isFalse(await page.locator('.asset-map').isVisible())
    assert.isTrue(await page.getByText('أرض فضاء رقم 1').first().isVisible())
    await context.close()
  }).timeout(60_000)
})
