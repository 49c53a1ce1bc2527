import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import { axeFindings } from '#tests/browser/support/axe'
import { picture } from '#tests/browser/support/pictures'
import { aLimit, aParcel, freshGround, polygon, rectangle } from '#tests/support/parcels'
import { aPerson } from '#tests/support/people'
import { aUnit } from '#tests/support/units'

const SHEET = `النقطة	الشرقيات	الشماليات
١	٦٣٧٥٧٠٫٨٦٢	٨١٤٩٢٦٫٦٧١
٢	٦٣٧٦٠٠٫١	٨١٤٩٢٦٫٧
٣	٦٣٧٦٠٠٫٢	٨١٤٩٦٠٫٣
٤	٦٣٧٥٧٠٫٩	٨١٤٩٦٠٫٢
١	٦٣٧٥٧١٫١	٨١٤٩٢٧`

test.group('Walk of a survey sheet', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('an officer pastes a sheet, sees which belt fits, and takes it by keyboard alone', async ({
    visit,
    browserContext,
    assert,
  }) => {
    const unit = await aUnit()
    const ring = [
      [31, 29.8],
      [31.3, 29.75],
      [31.6, 29.8],
      [31.6, 30.3],
      [31, 30.3],
      [31, 29.8],
    ]
    await aLimit(unit, { type: 'Polygon', coordinates: [ring] })
    await browserContext.loginAs(await aPerson({ unitId: unit, roles: ['property_officer'] }))
    const page = await visit('/registry/coordinates')
    await page.locator('textarea[name=pasted]').fill(SHEET)
    await page.locator('input[name=source]').fill('كشف مساحة 2019')
    assert.deepEqual(await axeFindings(page), [])
    await picture(page, 'coordinates-paste')
    await page.locator('input[name=source]').press('Enter')
    await page.waitForURL(/\/registry\/coordinates\/\d+$/)
    await page.locator('.grid-card h2').first().waitFor()
    assert.equal(await page.locator('.grid-card').first().getAttribute('id'), '22992-en')
    await page.locator('.leaflet-overlay-pane path.drawn').first().waitFor()
    assert.deepEqual(await axeFindings(page), [])
    await picture(page, 'coordinates-readings')

    const take = page.locator('[id="22992-en"]').getByRole('button').first()
    await take.focus()
    await page.keyboard.press('Enter')
    await page.getByText('حُفظ الاختيار').waitFor()
    const use = page.getByRole('link', { name: 'قيد أصل جديد بهذه الإحداثيات' })
    assert.match((await use.getAttribute('href'))!, /\/registry\/assets\/create\?coordinates=\d+$/)
    const kept = await db.from('coordinate_choices').where('unit_id', unit).firstOrFail()
    assert.equal(Number(kept.epsg), 22992)
  })

  test('the sketch of a parcel fits its sheet', async ({ visit, browserContext, assert }) => {
    const [unit, ground] = [await aUnit(), await freshGround()]
    const id = await aParcel(
      unit,
      polygon(ground, [
        [100, 100],
        [142, 103],
        [147, 155],
        [120, 160],
        [118, 140],
        [97, 138],
      ])
    )
    await aParcel(unit, rectangle(ground, 150, 60, 40, 40))
    await db.table('asset_boundaries').insert({
      asset_id: id,
      side: 'north',
      neighbour_text: 'شارع الجمهورية بعرض 12 مترًا',
      length_deed_m: '47.300',
      valid_from: '2026-01-01',
    })
    await browserContext.loginAs(await aPerson({ unitId: unit, roles: ['property_officer'] }))
    const page = await visit(`/registry/assets/${id}/sketch`)
    await page.locator('svg.sketch-sheet').waitFor()
    assert.deepEqual(await axeFindings(page), [])
    await picture(page, 'parcel-sketch')
    const outside = await page.evaluate(`(() => {
      const sheet = document.querySelector('svg.sketch-sheet').getBoundingClientRect()
      return [...document.querySelectorAll('svg.sketch-sheet text')].filter((text) => {
        const box = text.getBoundingClientRect()
        return box.left < sheet.left - 1 || box.right > sheet.right + 1 || box.bottom > sheet.bottom + 1
      }).map((text) => text.textContent)
    })()`)
    assert.deepEqual(outside, [])
  })
})
