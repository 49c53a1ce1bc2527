import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import type { Page } from 'playwright'
import { today } from '#core/days'
import RoundFinding from '#registry/models/round_finding'
import { axeFindings } from '#tests/browser/support/axe'
import { prefer } from '#tests/browser/support/people'
import { picture } from '#tests/browser/support/pictures'
import { aPhotograph } from '#tests/support/photograph'
import { assetRow, change } from '#tests/support/register'
import { aRound, found, lineOf, type RoundWorld } from '#tests/support/rounds_world'

const PHONE = { width: 390, height: 844 }

async function aPictureFile(): Promise<string> {
  const path = join(tmpdir(), `phone-${randomUUID()}.jpg`)
  const takenAt = `${today().replaceAll('-', ':')} 10:15:00`
  await writeFile(path, aPhotograph({ takenAt, mark: randomUUID() }))
  return path
}

async function fill(page: Page, line: number, result: string, facts: Record<string, string> = {}) {
  await page.locator(`[data-line="${line}"]`).click()
  await page.locator(`input[name="result"][value="${result}"]`).check()
  for (const [label, value] of Object.entries(facts)) {
    await page.getByLabel(label, { exact: true }).fill(value)
  }
  await page.getByText('الدقة ٥ م').or(page.getByText('الدقة 5 م')).waitFor()
  await page.setInputFiles('input[type="file"]', await aPictureFile())
}

const save = (page: Page) => page.getByRole('button', { name: 'احفظ النتيجة' }).click()
const unsent = (page: Page) => page.locator('[data-unsent]').first().getAttribute('data-unsent')

async function at(world: RoundWorld, index: number) {
  const { latitude, longitude } = await assetRow(world.kiosks[index]!)
  return { latitude: Number(latitude), longitude: Number(longitude), accuracy: 5 }
}

test.group('A round on a telephone', () => {
  test('it opens online, records two findings with photographs offline, keeps them through a reload, sends them, and shows a conflict', async ({
    visit,
    browserContext: context,
    assert,
  }) => {
    const world = await aRound()
    const [hassan] = world.people
    const lines = await Promise.all([0, 1, 2].map((index) => lineOf(world, index)))
    await context.loginAs(hassan)
    await prefer(context, { locale: 'ar', theme: 'light' })
    await context.grantPermissions(['geolocation'])
    await context.setGeolocation(await at(world, 0))

    const page = await visit(`/registry/rounds/${world.round.id}/field` as never)
    await page.setViewportSize(PHONE)
    await page.locator('[data-line]').first().waitFor()
    assert.equal(await page.locator('[data-line]').count(), 3, 'only the lines of his team')
    assert.notInclude(await page.content(), 'كشك 4')
    await page.waitForFunction(
      `caches.open('diwan-field-shell').then((c) => c.keys()).then((k) => k.some((r) => r.url.endsWith('/field')) && k.some((r) => r.url.endsWith('.css')))`
    )
    await picture(page, 'round-field-online')
    assert.deepEqual(await axeFindings(page), [])

    await context.setOffline(true)
    await page.reload()
    await page.locator('[data-line]').first().waitFor()
    await page.getByText('بلا شبكة').waitFor()

    await page.locator(`[data-line="${lines[0]!.id}"]`).click()
    await page.getByText('الدقة 5 م').waitFor()
    await picture(page, 'round-field-form')
    assert.deepEqual(await axeFindings(page), [])
    await page.getByRole('button', { name: 'رجوع' }).click()
    await fill(page, lines[0]!.id, 'found')
    await save(page)
    await page.locator('[data-findings]').waitFor()
    await context.setGeolocation(await at(world, 1))
    await fill(page, lines[1]!.id, 'different', { 'العرض بالمتر': '3.75' })
    await picture(page, 'round-field-different')
    await save(page)
    await page.locator('[data-findings] li').nth(1).waitFor()
    assert.equal(await unsent(page), '2')

    await page.reload()
    await page.locator('[data-findings] li').nth(1).waitFor()
    assert.equal(await unsent(page), '2')
    await picture(page, 'round-field-offline')
    assert.deepEqual(await axeFindings(page), [])
    assert.lengthOf(await RoundFinding.query().where('round_id', world.round.id), 0)

    // Meanwhile the office corrects the second kiosk.
    await change({ ...world, unitId: world.districts[0] }, 'correction', {
      asset_id: world.kiosks[1],
      facts: { width_m: '2.25', name: 'كشك 2 بعد المكتب' },
    })
    await context.setOffline(false)
    await page.locator('[data-unsent="conflict"]').waitFor({ timeout: 30_000 })
    assert.equal((await lineOf(world, 0)).status, 'submitted')
    assert.equal((await lineOf(world, 1)).status, 'assigned', 'nothing won silently')
    const photos = await db
      .from('round_photos as p')
      .join('round_findings as f', 'f.id', 'p.finding_id')
      .where('f.line_id', lines[0]!.id)
    assert.lengthOf(photos, 1)

    await page.locator('[data-findings] button').click()
    await page.getByText('تغير هذا القيد بعد تنزيله').waitFor()
    const compared = await page.locator('.field-compare').innerText()
    assert.include(compared, '3.75')
    assert.include(compared, '2.25')
    await picture(page, 'round-field-conflict')
    assert.deepEqual(await axeFindings(page), [])
    await page.getByRole('button', { name: 'أرسل نتيجتي على الوضع الحالي' }).click()
    await page.getByText('كل ما سجلته أُرسل.').waitFor({ timeout: 30_000 })
    const second = await lineOf(world, 1)
    assert.equal(second.status, 'submitted')
    const finding = await RoundFinding.findOrFail(second.findingId!)
    assert.deepInclude(finding.$attributes, { baseVersion: 2, result: 'different' })
    assert.deepEqual(finding.facts, { width_m: '3.75' })

    // Other pages are never kept: without a network they fail instead of telling what was.
    await context.setOffline(true)
    const stale = await page.goto(`/registry/rounds/${world.round.id}`).catch(() => null)
    assert.isNull(stale)
    await context.setOffline(false)

    // Sign-out takes everything off the device.
    await page.goto(`/registry/rounds/${world.round.id}/field`)
    await page.locator('[data-line]').first().waitFor()
    await page.getByRole('button', { name: 'خروج ومسح الجهاز' }).click()
    await page.waitForURL(/sign-in/)
    const left = await page.evaluate(
      `Promise.all([caches.has('diwan-field-shell'), indexedDB.databases(), navigator.serviceWorker.getRegistrations()])
        .then(([shell, databases, workers]) => [shell, databases.length, workers.length])`
    )
    assert.deepEqual(left, [false, 0, 0])
    await context.setOffline(true)
    const gone = await page.goto(`/registry/rounds/${world.round.id}/field`).catch(() => null)
    assert.isNull(gone)
    await context.setOffline(false)
  }).timeout(240_000)

  test('the supervisor watches the round and decides a line in the war room', async ({
    visit,
    browserContext: context,
    assert,
  }) => {
    const world = await aRound()
    await found(world, 0)
    await found(world, 1, { result: 'different', facts: { width_m: '3.5' } })
    const desk = { position: null, deskReason: 'المكان مغلق، فُحص من الأوراق', photos: 0 }
    await found(world, 3, desk)
    await context.loginAs(world.maker)
    await prefer(context, { locale: 'ar', theme: 'light' })
    const page = await visit(`/registry/rounds/${world.round.id}` as never)
    await page.getByText('50%').waitFor()
    await picture(page, 'round-room')
    assert.deepEqual(await axeFindings(page), [])
    await page.goto(`/registry/round-lines/${(await lineOf(world, 1)).id}`)
    await picture(page, 'round-line')
    assert.deepEqual(await axeFindings(page), [])
    await page.getByRole('button', { name: 'اعتمد النتيجة' }).click()
    await page.getByText('اعتُمد «').waitFor()
    assert.equal((await lineOf(world, 1)).status, 'verified')
    await page.goto(`/registry/round-lines/${(await lineOf(world, 3)).id}`)
    await page.getByRole('button', { name: 'اعتمد النتيجة' }).click()
    await page.getByText('اكتب سبب قبولها').waitFor()
    await page.goto(`/registry/rounds/create?unit=${world.unitId}`)
    await picture(page, 'round-create')
    assert.deepEqual(await axeFindings(page), [])
  }).timeout(120_000)
})
