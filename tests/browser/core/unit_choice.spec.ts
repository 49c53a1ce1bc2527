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
    const person = await aPerson({ unitId: top, roles: ['secretary_general', 'property_officer'] })
    await browserContext.loginAs(person)
    await prefer(browserContext, { locale: 'ar', theme: 'light' })

    const page = await visit('/secretary?month=2026-10')
    const field = page.locator('#choice-unit')
    await field.fill('النخيل 29')
    await page.getByRole('option', { name: `قرية النخيل 29 — ${top}-N29` }).click()
    await page.waitForURL('**/secretary?place=*')
    await page.getByText('قرية النخيل 29 · ').waitFor()

    const list = await visit('/revenue/charges')
    await picture(list, 'unit-typed-ar-light')
    assert.deepEqual(await axeFindings(list), [])
    await list.locator('#list-charges-unit').fill('نخيل 3')
    await list.locator('#list-charges-unit').press('Enter')
    await list.getByText('أكثر من وحدة تطابق ما كتبت').waitFor()

    // In a form by the keyboard alone, whatever the spelling of the hamza.
    const form = await visit('/registry/coordinates')
    const unit = form.locator('#field-unit-id')
    await unit.fill('')
    await unit.press('ArrowDown')
    await form.getByRole('option').nth(4).waitFor()
    await unit.fill('قريه النخيل 1')
    const options = form.getByRole('option')
    await form.getByRole('option', { name: 'قرية النخيل 19' }).waitFor()
    await options.nth(11).waitFor({ state: 'detached' })
    assert.equal(await options.count(), 11)
    await unit.press('ArrowDown')
    await unit.press('ArrowDown')
    await picture(form, 'unit-in-a-form-ar-light')
    assert.deepEqual(await axeFindings(form), [])
    const chosen = await form.locator('[role=option][aria-selected=true]').textContent()
    await unit.press('Enter')
    assert.equal(await unit.inputValue(), chosen)
    assert.equal(await options.count(), 0)
    await form.locator('[name=pasted]').fill('640000 810000')
    await form.locator('main button[type=submit]').first().click()
    await form.waitForURL(/coordinates\/\d+$/)
  }).timeout(60_000)
})
