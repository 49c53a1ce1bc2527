import { test } from '@japa/runner'
import { addDays, today } from '#core/days'
import DecideChange from '#registry/register/decide_change'
import DecideLine, { type LineDecision } from '#registry/rounds/actions/decide_line'
import PlanRound from '#registry/rounds/actions/plan_round'
import ProposeDifferences from '#registry/rounds/actions/propose_differences'
import { axeFindings } from '#tests/browser/support/axe'
import { prefer } from '#tests/browser/support/people'
import { picture } from '#tests/browser/support/pictures'
import { assetRow, propose } from '#tests/support/register'
import { aRound, found, lineOf, noon, plan, type RoundWorld } from '#tests/support/rounds_world'

const PHONE = { width: 390, height: 844 }
const DESK = { width: 1280, height: 900 }

async function decide(world: RoundWorld, index: number, decision: LineDecision) {
  const line = await lineOf(world, index)
  const { version } = await assetRow(line.assetId!)
  await new DecideLine().handle(
    line.id,
    { decision, note: 'راجعت الصور والموقع', assetVersion: version },
    { by: world.maker }
  )
}

test.group('Pages of a round', () => {
  test('a draft’s plan tells what it would freeze, and is changed', async ({
    visit,
    browserContext: context,
    assert,
  }) => {
    const world = await aRound()
    const draft = await new PlanRound().create(world.unitId, plan(), {
      by: world.maker.asActor() as never,
    })
    await context.loginAs(world.maker)
    await prefer(context, { locale: 'ar', theme: 'light' })
    const page = await visit(`/registry/rounds/${draft.id}/edit` as never)
    await page.getByLabel('المناطق').fill('المحطة')
    await page.getByRole('button', { name: 'كم أصلًا يُجمّد؟' }).click()
    await page.getByText('يُجمّد عند البدء').waitFor()
    assert.equal(await page.getByLabel('المناطق').inputValue(), 'المحطة')
    await picture(page, 'round-plan')
    assert.deepEqual(await axeFindings(page), [])
    await page.setViewportSize(PHONE)
    await page.waitForTimeout(600)
    await picture(page, 'round-plan-390')
    await page.setViewportSize(DESK)
    await page.getByRole('button', { name: 'احفظ الخطة' }).click()
    await page.getByText('عُدلت خطة الحصر').waitFor()
    await picture(page, 'round-draft')
    assert.deepEqual((await draft.refresh()).scope, { places: ['المحطة'] })
  }).timeout(120_000)

  test('a range of lines is chosen with the keyboard and given to another team', async ({
    visit,
    browserContext: context,
    assert,
  }) => {
    const world = await aRound()
    await context.loginAs(world.maker)
    await prefer(context, { locale: 'ar', theme: 'light' })
    const page = await visit(
      `/registry/rounds/${world.round.id}/assignments?team=${world.teams[0]}` as never
    )
    const boxes = page.locator('input[name="ids[]"]')
    assert.equal(await boxes.count(), 3)
    await boxes.first().focus()
    await page.keyboard.press('Shift+ArrowDown')
    await page.getByText('المختار: 2').waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    assert.equal(await page.locator('[data-ticked]').innerText(), '3')
    for (const index of [0, 1, 2]) await boxes.nth(index).uncheck()
    await boxes.first().click()
    await boxes.nth(2).click({ modifiers: ['Shift'] })
    assert.equal(await page.locator('[data-ticked]').innerText(), '3')
    await picture(page, 'round-assign')
    assert.deepEqual(await axeFindings(page), [])
    await page.setViewportSize(PHONE)
    await page.waitForTimeout(600)
    await picture(page, 'round-assign-390')
    await page.setViewportSize(DESK)
    await page.locator('#assign-team').selectOption({ label: 'فريق 2' })
    await page.getByRole('button', { name: 'أسند المختار' }).click()
    // The whole round is listed again; the sentence of success goes by itself after a while.
    await page.locator('input[name="ids[]"]').nth(5).waitFor()
    assert.equal((await lineOf(world, 1)).teamId, world.teams[1])
  }).timeout(120_000)

  test('the approver reads every difference, and what waits for whom is on one page', async ({
    visit,
    browser,
    browserContext: context,
    assert,
  }) => {
    const world = await aRound({ endsOn: addDays(today(), -1) })
    const first = await assetRow(world.kiosks[0]!)
    const position = {
      latitude: Number(first.latitude) + 0.002,
      longitude: Number(first.longitude),
      accuracyM: 4,
      mocked: false,
    }
    await found(world, 0, { result: 'different', elsewhere: true, position })
    await found(world, 1, { result: 'different', facts: { width_m: '3.5', is_in_use: 0 } })
    await found(world, 2, { result: 'not_found', capturedAt: noon(addDays(today(), -4)) })
    await found(world, 2, { result: 'not_found', capturedAt: noon(addDays(today(), -2)) })
    await found(world, 3)
    await found(world, 4, { result: 'different', facts: { street: 'شارع البحر' } })
    for (const index of [0, 1, 3]) await decide(world, index, 'verified')
    await decide(world, 2, 'not_found')
    await new ProposeDifferences().handle(world.round.id, { by: world.maker.asActor() as never })

    await context.loginAs(world.maker)
    await prefer(context, { locale: 'ar', theme: 'light' })
    const page = await visit('/registry/rounds/waiting')
    await page.getByText('حصر تجاوز مدته').waitFor()
    await picture(page, 'round-waiting')
    assert.deepEqual(await axeFindings(page), [])
    await page.setViewportSize(PHONE)
    await page.waitForTimeout(600)
    await picture(page, 'round-waiting-390')
    await page.setViewportSize(DESK)
    await page.goto('/registry/rounds')
    await picture(page, 'rounds-list')

    const other = await browser.newContext()
    await other.loginAs(world.checker)
    await prefer(other, { locale: 'ar', theme: 'light' })
    const desk = await other.newPage()
    await desk.goto(new URL(`/registry/rounds/${world.round.id}/approval`, page.url()).href)
    await desk.getByText('وُجدت في غير مكانها').waitFor()
    await picture(desk, 'round-approval')
    assert.deepEqual(await axeFindings(desk), [])
    await desk.setViewportSize(PHONE)
    await desk.waitForTimeout(600)
    await picture(desk, 'round-approval-390')
    await other.close()
  }).timeout(120_000)

  test('a change approved ahead is told on the asset and on its own page', async ({
    visit,
    browserContext: context,
    assert,
  }) => {
    const world = await aRound()
    const made = await propose(
      { ...world, unitId: world.districts[0] },
      'reclassify',
      { asset_id: world.kiosks[0], facts: { life_status: 'idle' } },
      { effectiveOn: addDays(today(), 20), reason: 'إخلاء الكشك مع بداية العام' }
    )
    await new DecideChange().approve(made.id, { by: world.checker })
    await context.loginAs(world.checker)
    await prefer(context, { locale: 'ar', theme: 'light' })
    const page = await visit(`/registry/transactions/${made.id}` as never)
    await page.getByRole('button', { name: 'ارجع عن الاعتماد' }).waitFor()
    await picture(page, 'change-ahead')
    assert.deepEqual(await axeFindings(page), [])
    await page.goto(`/registry/assets/${world.kiosks[0]}`)
    await page.getByText('معتمدة وتسري يوم').waitFor()
    await picture(page, 'asset-ahead', { whole: false })
  }).timeout(120_000)
})
