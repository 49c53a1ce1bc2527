import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import { addDays, addMonths, today } from '#core/days'
import Right from '#registry/models/right'
import MoveRight from '#registry/rights/actions/move_right'
import { axeFindings } from '#tests/browser/support/axe'
import { faintTexts } from '#tests/browser/support/contrast'
import { picture } from '#tests/browser/support/pictures'
import { aRightsWorld } from '#tests/support/rights_world'

test.group('Walk of a lease', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('an officer drafts a lease, another approves it, the officer hands the shop over, and it is printed', async ({
    visit,
    browser,
    browserContext,
    assert,
  }) => {
    const world = await aRightsWorld()
    const shop = await world.asset({ name: 'محل رقم 7 سوق المدينة', slots: 1 })
    const { partyNo } = await world.party('منى فؤاد السيد')
    await browserContext.loginAs(world.officer)
    const page = await visit(`/registry/rights/create?asset=${shop.id}`)
    await page.locator('select[name=kind]').selectOption('lease')
    await page.locator('input[name=party_no]').fill(partyNo)
    await page.locator('input[name=valid_from]').fill(today())
    await page.locator('input[name=valid_until]').fill(addDays(addMonths(today(), 24), -1))
    await page.locator('input[name=period_amount]').fill('١٥٠٠')
    await page.locator('input[name=deposit]').fill('3000')
    await page.locator('input[name=escalation_percent]').fill('10')
    await page.locator('input[name=purpose]').fill('بيع الأقمشة')
    await picture(page, 'lease-draft-form')
    assert.deepEqual([...(await axeFindings(page)), ...(await faintTexts(page))], [])
    // Sent by keyboard alone.
    await page.locator('input[name=purpose]').press('Enter')
    await page.waitForURL(/\/registry\/rights\/\d+$/)
    await page.getByText('لا مانع من الضوابط').waitFor()
    await page.getByText('ينتظر اعتماد زميل').waitFor()
    assert.equal(await page.getByRole('button', { name: 'اعتماد' }).count(), 0)
    const address = page.url()

    const other = await browser.newContext()
    await other.loginAs(world.head)
    const desk = await other.newPage()
    await desk.goto(address)
    await picture(desk, 'lease-to-approve')
    assert.deepEqual([...(await axeFindings(desk)), ...(await faintTexts(desk))], [])
    await desk.getByRole('button', { name: 'اعتماد', exact: true }).click()
    await desk.locator('dialog').getByRole('button').first().waitFor()
    await desk
      .locator('dialog button[value=yes], dialog [data-answer=yes], dialog .btn-primary')
      .first()
      .click()
    await desk.getByText('اعتُمد الحق').waitFor()
    await other.close()

    await page.reload()
    await page.getByRole('button', { name: 'توقيع وتسليم' }).click()
    await page.getByText('سرى الحق وسُلم المكان').waitFor()
    await page.getByText('1,650.00').waitFor()
    await picture(page, 'lease-active')
    assert.deepEqual([...(await axeFindings(page)), ...(await faintTexts(page))], [])
    const id = Number(address.split('/').at(-1))
    const right = await Right.findOrFail(id)
    assert.equal(right.status, 'active')
    assert.lengthOf(await db.from('right_slots').where('right_id', id), 1)

    const pdf = await page.request.get(`${address}/contract`)
    assert.equal(pdf.status(), 200)
    assert.match((await pdf.body()).subarray(0, 5).toString(), /%PDF/)
  })

  test('the diary shows what ends by unit and day, and leads to its renewal', async ({
    visit,
    browserContext,
    assert,
  }) => {
    const world = await aRightsWorld()
    const by = { id: world.officer.id, name: 'م' }
    const ending = async (days: number) => {
      const right = await world.approve(
        await world.draft(await world.asset(), (await world.party()).partyNo, {
          validFrom: addMonths(today(), -12),
          validTo: addDays(today(), days),
        })
      )
      return new MoveRight().activate(right.id, { by, on: right.validFrom })
    }
    const [soon] = [await ending(20), await ending(50), await ending(80)]
    await ending(200)
    await browserContext.loginAs(world.officer)
    const page = await visit('/registry/expiries')
    await page.getByText('3 نتائج').waitFor()
    const cells = page.locator('.card .rows').first().locator('tbody tr td.amount')
    assert.deepEqual(
      (await cells.allTextContents()).map((text) => text.trim()),
      ['0', '1', '2', '3']
    )
    await picture(page, 'expiry-diary')
    await cells.nth(1).getByRole('link').click()
    await page.getByText('نتيجة واحدة').waitFor()
    await page.getByRole('link', { name: soon!.rightNo }).waitFor()
    await page.getByRole('link', { name: 'تجديد' }).click()
    await page.waitForURL(/renewal$/)
    await page.locator('input[name=period_amount]').fill('1200')
    await page.locator('input[name=period_amount]').press('Enter')
    await page.getByText('حُفظت مسودة الحق').waitFor()
    await page.getByRole('link', { name: soon!.rightNo }).waitFor()
    await picture(page, 'lease-renewal')
    const renewal = await Right.query().where('renewed_from_id', soon!.id).firstOrFail()
    assert.equal(renewal.validFrom, soon!.validTo)
    assert.equal(String(renewal.periodAmount), '1200.00')
  })
})
