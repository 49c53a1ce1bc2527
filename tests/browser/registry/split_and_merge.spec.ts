import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import type { Page } from 'playwright'
import { insidePoint } from '#registry/geo/shape'
import { forgetSummary } from '#registry/map/summary'
import { axeFindings } from '#tests/browser/support/axe'
import { prefer } from '#tests/browser/support/people'
import { picture } from '#tests/browser/support/pictures'
import { aParcel, anOffice, newGround, square, type Office } from '#tests/support/register'

/** Pixels of the world at zoom 0, as maps on the web project it (EPSG:3857). */
const WORLD = 256

function pixels([lon, lat]: readonly [number, number], zoom: number): [number, number] {
  const sin = Math.sin((lat * Math.PI) / 180)
  const y = 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)
  const size = WORLD * 2 ** zoom
  return [(lon / 360 + 0.5) * size, y * size]
}

/** The map of a page, pointed at by longitude and latitude. */
class OnTheMap {
  constructor(
    readonly page: Page,
    readonly middle: readonly [number, number],
    readonly zoom = 18
  ) {}

  async open() {
    const [lon, lat] = this.middle
    await this.page.goto(
      `http://${process.env.HOST}:${process.env.PORT}/registry/map#${this.zoom}/${lat}/${lon}`
    )
    // Only the address behind the hash may differ from the page that is open.
    await this.page.reload()
    await this.page.locator('[data-asset-map-frame][data-map-shown]').waitFor()
    await this.page.locator('.asset-map-canvas').scrollIntoViewIfNeeded()
  }

  async click(at: readonly [number, number]) {
    const box = (await this.page.locator('.asset-map-canvas').boundingBox())!
    // The map may have moved to make room for a card; its address says where it is.
    const hash = await this.page.evaluate('location.hash.slice(1)')
    const [zoom, lat, lon] = String(hash).split('/').map(Number)
    assertZoom(zoom!, this.zoom)
    const [x0, y0] = pixels([lon!, lat!], this.zoom)
    const [x, y] = pixels(at, this.zoom)
    const place = [box.x + box.width / 2 + x - x0, box.y + box.height / 2 + y - y0] as const
    await this.page.mouse.move(place[0] - 3, place[1] - 3)
    await this.page.mouse.move(...place, { steps: 3 })
    await this.page.mouse.click(...place)
  }

  /** Draws a line with a click at each place and one more at the last. */
  async line(places: readonly (readonly [number, number])[]) {
    for (const place of places) await this.click(place)
    await this.click(places.at(-1)!)
  }

  async cut(parcel: readonly [number, number], line: readonly (readonly [number, number])[]) {
    await this.open()
    await this.click(parcel)
    await this.page.locator('.map-card').getByRole('button', { name: 'قسمة بخط' }).click()
    // Until the map has come to rest, and its parcels stand again to be snapped to.
    await this.page.waitForTimeout(900)
    await this.line(line)
    await picture(this.page, 'split-drawn')
    await this.page.getByRole('link', { name: 'قسمة بخط' }).click()
    await this.page.waitForURL(/\/changes\/split/)
    await filled(this.page, 'line')
  }
}

function assertZoom(zoom: number, expected: number) {
  if (zoom !== expected) throw new Error(`the map is at zoom ${zoom}`)
}

/** Waits until what was drawn stands in a field of the form. */
async function filled(page: Page, name: string) {
  for (let turn = 0; turn < 50; turn++) {
    const text = await page.locator(`textarea[name=${name}]`).inputValue()
    if (text.trim() !== '') return
    await page.waitForTimeout(100)
  }
  throw new Error(`nothing came into ${name}`)
}

async function look(page: Page) {
  await page.getByRole('button', { name: 'عاين' }).click()
  await page.locator('#form-preview .card').waitFor()
}

async function approve(browser: any, office: Office, id: number) {
  const other = await browser.newContext()
  await other.loginAs(office.checker)
  const page: Page = await other.newPage()
  const asked = await page.goto(
    `http://${process.env.HOST}:${process.env.PORT}/registry/transactions/${id}`
  )
  if (asked!.status() !== 200) throw new Error(`transaction ${id} answers ${asked!.status()}`)
  await page.getByRole('button', { name: 'اعتماد' }).click()
  await page
    .locator('dialog button, .ask button')
    .filter({ hasText: /اعتماد|تأكيد|نعم/ })
    .first()
    .click()
  await page.getByText('اعتمدت المعاملة').waitFor()
  await other.close()
}

const sent = async (page: Page) => {
  await page.locator('input[name=decision_no]').fill('15')
  await page.locator('input[name=decision_on]').fill('2026-06-20')
  await page.locator('input[name=decision_authority]').fill('لجنة أملاك الدولة')
  await page.getByRole('button', { name: 'أرسل للاعتماد' }).click()
  await page.waitForURL(/\/registry\/transactions\/\d+$/)
  return Number(page.url().split('/').at(-1))
}

test.group('Parcels are split and merged on the map', () => {
  test('a parcel is cut by a line drawn to its corners, its parts are measured, named, approved by another and merged again', async ({
    visit,
    browser,
    browserContext,
    assert,
  }) => {
    const office = await anOffice()
    const ground = newGround()
    const shape = square(100, { ground })
    const id = await aParcel(office, {
      shape,
      facts: { name: 'أرض شارع النيل', hod: 'حوض الجزيرة', plot_no: '14' },
    })
    await aParcel(office, { shape: square(60, { ground, east: 100 }), facts: { name: 'الجار' } })
    forgetSummary()
    await browserContext.loginAs(office.maker)
    await prefer(browserContext, { locale: 'ar', theme: 'light' })
    const page = await visit('/registry/map')
    const map = new OnTheMap(page, insidePoint(shape))
    const [ring] = shape.coordinates as [number, number][][]
    const [, se, ne, nw] = ring as [number, number][]
    const middle = insidePoint(shape)
    const share = (a: [number, number], b: [number, number], t: number): [number, number] => [
      a[0] + (b[0] - a[0]) * t,
      a[1] + (b[1] - a[1]) * t,
    ]

    // From the north edge, where snapping holds the end, to the south-eastern corner.
    await map.cut(share(nw!, se!, 0.3), [share(nw!, ne!, 0.4), se!])
    await look(page)
    const preview = page.locator('#form-preview')
    await preview.locator('tfoot').waitFor()
    const areas = (await preview.locator('tbody td.amount:nth-of-type(2)').allInnerTexts()).map(
      (text) => Number(text.replace(/[^\d.]/g, ''))
    )
    assert.lengthOf(areas, 2)
    const whole = Number(
      (await preview.locator('tfoot td.amount').innerText()).replace(/[^\d.]/g, '')
    )
    assert.closeTo(areas[0]! + areas[1]!, whole, 0.05)
    assert.closeTo(whole, 10_000, 60)
    assert.closeTo(areas[0]! / whole, 0.7, 0.01)
    assert.include(await preview.innerText(), 'لا ملاحظات من ضوابط السجل')
    await page.locator('input[name=name_1]').fill('القسم الغربي')
    await page.locator('input[name=plot_1]').fill('14 أ')
    await page.locator('input[name=name_2]').fill('القسم الشرقي')
    await page.locator('input[name=plot_2]').fill('14 ب')
    assert.deepEqual(await axeFindings(page), [])
    await picture(page, 'split-form')

    const split = await sent(page)
    await picture(page, 'split-transaction')
    assert.isTrue(await page.getByRole('link', { name: 'كروكي القطعة' }).first().isVisible())
    assert.isFalse(await page.getByRole('button', { name: 'اعتماد', exact: true }).isVisible())
    await approve(browser, office, split)
    const parts = await db
      .from('asset_lineage')
      .where('from_asset_id', id)
      .orderBy('to_asset_id')
      .select('to_asset_id')
    const outputs = parts.map((row) => Number(row.to_asset_id))
    assert.lengthOf(outputs, 2)
    await page.goto(
      `http://${process.env.HOST}:${process.env.PORT}/registry/assets/${id}#section-lineage`
    )
    for (const name of ['القسم الغربي', 'القسم الشرقي']) {
      assert.isTrue(await page.locator('.lineage').getByText(name).first().isVisible(), name)
    }
    await picture(page, 'split-lineage')

    // Both parts are chosen on the map and become one again.
    forgetSummary()
    await map.open()
    await page.getByRole('button', { name: 'اختيار قطع للدمج' }).click()
    await map.click(share(nw!, middle, 0.4))
    await page.getByText('المختار:').waitFor()
    await map.click(share(ne!, middle, 0.3))
    await page.locator('path.is-chosen').nth(1).waitFor()
    await picture(page, 'merge-chosen')
    await page.getByRole('button', { name: 'دمج المختار' }).click()
    await page.waitForURL(/\/changes\/merge/)
    await filled(page, 'codes')
    await page.locator('input[name=name]').fill('القطعة الموحدة')
    await look(page)
    assert.include(await preview.innerText(), 'القسم الغربي')
    assert.closeTo(
      Number((await preview.locator('tfoot td.amount').innerText()).replace(/[^\d.]/g, '')),
      whole,
      0.05
    )
    await picture(page, 'merge-form')
    const merge = await sent(page)
    await approve(browser, office, merge)
    const { to_asset_id: made } = await db
      .from('asset_lineage')
      .where('from_asset_id', outputs[0]!)
      .firstOrFail()
    await page.goto(`http://${process.env.HOST}:${process.env.PORT}/registry/assets/${made}`)
    for (const name of ['القسم الغربي', 'القسم الشرقي', 'أرض شارع النيل']) {
      assert.isTrue(await page.locator('.lineage').getByText(name).first().isVisible(), name)
    }
    const area = await db.from('asset_shapes').where('asset_id', made).firstOrFail()
    assert.closeTo(Number(area.area_m2), whole, 0.05)
  }).timeout(180_000)

  test('a line that does not cross is refused, and so is one that leaves a strip too small', async ({
    visit,
    browserContext,
    assert,
  }) => {
    const office = await anOffice()
    const ground = newGround()
    const shape = square(100, { ground })
    await aParcel(office, { shape, facts: { name: 'أرض شارع النيل' } })
    forgetSummary()
    await browserContext.loginAs(office.maker)
    await prefer(browserContext, { locale: 'ar', theme: 'light' })
    const page = await visit('/registry/map')
    const map = new OnTheMap(page, insidePoint(shape))
    const [sw, se, , nw] = (shape.coordinates as [number, number][][])[0]!
    const at = (x: number, y: number): [number, number] => [
      sw![0] + (se![0] - sw![0]) * x,
      sw![1] + (nw![1] - sw![1]) * y,
    ]
    await map.cut(at(0.3, 0.3), [at(0.3, 0.7), at(0.7, 0.7)])
    await look(page)
    const preview = page.locator('#form-preview')
    assert.include(await preview.innerText(), 'الخط لا يقطع القطعة إلى جزأين')
    await picture(page, 'split-refused')
    await page.getByRole('button', { name: 'أرسل للاعتماد' }).click()
    await page.locator('textarea[name=line][aria-invalid=true]').waitFor()
    assert.match(page.url(), /\/changes\/split/)

    // A few millimetres from the western edge: what is left there is no parcel.
    const thin = at(0.00004, 0)[0]
    await page
      .locator('textarea[name=line]')
      .fill(`${thin} ${at(0, -0.2)[1]}\n${thin} ${at(0, 1.2)[1]}`)
    await look(page)
    await preview
      .getByText(/أقل مساحة تقبل/)
      .first()
      .waitFor()
    await picture(page, 'split-strip')
  }).timeout(120_000)
})
