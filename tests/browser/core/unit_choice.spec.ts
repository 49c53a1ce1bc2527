import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { axeFindings } from '#tests/browser/support/axe'
import { prefer } from '#tests/browser/support/people'
import { picture } from '#tests/browser/support/pictures'
import { aPerson } from '#tests/support/people'
import { aUnit } from '#tests/support/units'

test.group('Choosing one of many units in the browser', () => {
  test('letters bring suggestions, and taking one narrows the page by itself', async ({
    visit,
    browserContext,
    assert,
  }) => {
    const top = await aUnit()
    for (let village = 1; village <= 30; village++) {
      const id = await aUnit(top)
      const values = { name_ar: `قرية النخيل ${village}`, code: `${top}-N${village}` }
      const search = `${top}-n${village} قريه النخيل ${village}`
      await db
        .from('units')
        .where('id', id)
        .update({ ...values, search_text: search })
    }
    const person = await aPerson({ unitId: top, roles: ['secretary_general'] })
    await browserContext.loginAs(person)
    await prefer(browserContext, { locale: 'ar', theme: 'light' })

    const page = await visit('/secretary?month=2026-10')
    const field = page.locator('#choice-unit')
    await field.fill('النخيل 29')
    const suggested = page.locator(`#choice-unit-units option[value="قرية النخيل 29 — ${top}-N29"]`)
    await suggested.waitFor({ state: 'attached' })
    await field.fill(`قرية النخيل 29 — ${top}-N29`)
    await page.waitForURL('**/secretary?place=*')
    await page.getByText('قرية النخيل 29 · ').waitFor()

    const list = await visit('/revenue/charges')
    await picture(list, 'unit-typed-ar-light')
    assert.deepEqual(await axeFindings(list), [])
    await list.locator('#list-charges-unit').fill('نخيل 3')
    await list.locator('#list-charges-unit').press('Enter')
    await list.getByText('أكثر من وحدة تطابق ما كتبت').waitFor()
  }).timeout(60_000)
})
