import { createHash, randomUUID } from 'node:crypto'
import { stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import hash from '@adonisjs/core/services/hash'
import db from '@adonisjs/lucid/services/db'
import type { BrowserContext, Page } from 'playwright'
import { today } from '#core/days'
import RoundFinding from '#registry/models/round_finding'
import FormTeam from '#registry/rounds/actions/form_team'
import { prefer } from '#tests/browser/support/people'
import { picture } from '#tests/browser/support/pictures'
import { aPerson } from '#tests/support/people'
import { aPhotograph } from '#tests/support/photograph'
import { assetRow } from '#tests/support/register'
import { aRound, lineOf, type RoundWorld } from '#tests/support/rounds_world'

const PHONE = { width: 390, height: 844 }
const SHELL = `caches.open('diwan-field-shell').then((c) => c.keys()).then((k) => k.some((r) => r.url.endsWith('/field')) && k.some((r) => r.url.endsWith('.css')))`

async function aSmallPicture(): Promise<string> {
  const path = join(tmpdir(), `phone-${randomUUID()}.jpg`)
  const takenAt = `${today().replaceAll('-', ':')} 10:15:00`
  await writeFile(path, aPhotograph({ takenAt, mark: randomUUID() }))
  return path
}

/** Four megabytes as a camera gives them: noise, and the EXIF block of the small one. */
async function aHeavyPicture(page: Page): Promise<string> {
  const drawn = (await page.evaluate(`(() => {
    const canvas = document.createElement('canvas')
    canvas.width = 2800
    canvas.height = 2100
    const pen = canvas.getContext('2d')
    const picture = pen.createImageData(canvas.width, canvas.height)
    for (let at = 0; at < picture.data.length; at++) picture.data[at] = at % 4 === 3 ? 255 : Math.random() * 255
    pen.putImageData(picture, 0, 0)
    return canvas.toDataURL('image/jpeg', 0.86).split(',')[1]
  })()`)) as string
  const jpeg = Buffer.from(drawn, 'base64')
  const takenAt = `${today().replaceAll('-', ':')} 10:15:00`
  const small = aPhotograph({ takenAt, mark: randomUUID() })
  const exif = small.subarray(2, 4 + small.readUInt16BE(4))
  const path = join(tmpdir(), `phone-${randomUUID()}.jpg`)
  await writeFile(path, Buffer.concat([jpeg.subarray(0, 2), exif, jpeg.subarray(2)]))
  return path
}

async function aPhone(world: RoundWorld, context: BrowserContext, index = 0): Promise<Page> {
  const { latitude, longitude } = await assetRow(world.kiosks[index]!)
  await prefer(context, { locale: 'ar', theme: 'light' })
  await context.grantPermissions(['geolocation'])
  await context.setGeolocation({
    latitude: Number(latitude),
    longitude: Number(longitude),
    accuracy: 5,
  })
  const page = await context.newPage()
  await page.setViewportSize(PHONE)
  await page.goto(`http://${process.env.HOST}:${process.env.PORT}${field(world)}`)
  await page.locator('[data-line]').first().waitFor()
  await page.waitForFunction(SHELL)
  return page
}

const field = (world: RoundWorld) => `/registry/rounds/${world.round.id}/field`

async function fill(page: Page, line: number, result: string, file: string) {
  await page.locator(`[data-line="${line}"]`).click()
  await page.locator(`input[name="result"][value="${result}"]`).check()
  await page.getByText('الدقة 5 م').waitFor()
  await page.setInputFiles('input[type="file"]', file)
}

const save = (page: Page) => page.getByRole('button', { name: 'احفظ النتيجة' }).click()

const photosOf = (line: number) =>
  db
    .from('round_photos as p')
    .join('round_findings as f', 'f.id', 'p.finding_id')
    .join('documents as d', 'd.id', 'p.document_id')
    .join('stored_files as s', 's.id', 'd.file_id')
    .where('f.line_id', line)
    .select('s.bytes', 'd.taken_at')

test.group('Telephones of a round on a bad day', () => {
  test('a photograph of four megabytes made offline goes small, with its time, over a line that breaks, and lands once', async ({
    browserContext: context,
    assert,
  }) => {
    const world = await aRound()
    await context.loginAs(world.people[0])
    const line = await lineOf(world, 0)
    const page = await aPhone(world, context)
    const heavy = await aHeavyPicture(page)
    assert.isAbove((await stat(heavy)).size, 4_000_000)
    await context.setOffline(true)
    await fill(page, line.id, 'found', heavy)
    await save(page)
    await page.locator('[data-findings]').waitFor()
    await page.reload()
    await page.locator('[data-findings] li').waitFor()

    // The first answer is lost on its way back: the server has the photograph, the telephone does not know.
    let sent = 0
    await context.route('**/field/photos', async (route) => {
      sent++
      if (sent === 1) {
        await route.fetch()
        return route.abort('connectionreset')
      }
      return sent === 2 ? route.abort('connectionreset') : route.continue()
    })
    await context.setOffline(false)
    await page.getByText('كل ما سجلته أُرسل.').waitFor({ timeout: 60_000 })
    assert.equal(sent, 3)
    const photos = await photosOf(line.id)
    assert.lengthOf(photos, 1, 'no second one after the retry')
    assert.isBelow(Number(photos[0].bytes), 2_500_000)
    assert.isNotNull(photos[0].taken_at, 'its time came with it')
    assert.equal((await line.refresh()).status, 'submitted')
    assert.deepEqual(line.standingFlags, [])
  }).timeout(180_000)

  test('of two telephones of one team the second is shown what the first found, and decides', async ({
    browser,
    browserContext: context,
    assert,
  }) => {
    const world = await aRound()
    const [hassan] = world.people
    const mona = await aPerson({
      unitId: world.districts[0],
      roles: ['surveyor'],
      fullName: 'منى المساحة',
    })
    await new FormTeam().handle(
      world.round.id,
      { name: 'فريق 1', userIds: [hassan.id, mona.id] },
      { by: world.maker.asActor(), teamId: world.teams[0] }
    )
    await context.loginAs(hassan)
    const other = await browser.newContext()
    await other.loginAs(mona)
    const line = await lineOf(world, 0)
    const first = await aPhone(world, context)
    const second = await aPhone(world, other)
    await context.setOffline(true)
    await fill(first, line.id, 'found', await aSmallPicture())
    await save(first)
    await first.locator('[data-findings]').waitFor()
    await fill(second, line.id, 'not_found', await aSmallPicture())
    await save(second)
    await second.getByText('كل ما سجلته أُرسل.').waitFor({ timeout: 30_000 })

    await context.setOffline(false)
    await first.locator('[data-unsent="conflict"]').waitFor({ timeout: 30_000 })
    await first.locator('[data-findings] button').click()
    const compared = await first.locator('.field-compare').innerText()
    assert.include(compared, 'منى المساحة')
    await picture(first, 'round-two-phones')
    first.on('dialog', (dialog) => void dialog.accept())
    await first.getByRole('button', { name: 'اترك نتيجتي' }).click()
    await first.getByText('كل ما سجلته أُرسل.').waitFor({ timeout: 30_000 })
    const findings = await RoundFinding.query().where('line_id', line.id)
    assert.deepEqual(
      findings.map(({ foundBy }) => foundBy),
      [mona.id]
    )
    await other.close()
  }).timeout(180_000)

  test('a full device says so and loses nothing of the form; with room made it is saved', async ({
    browserContext: context,
    assert,
  }) => {
    const world = await aRound()
    await context.loginAs(world.people[0])
    const line = await lineOf(world, 0)
    const page = await aPhone(world, context)
    await context.setOffline(true)
    await fill(page, line.id, 'found', await aHeavyPicture(page))
    await page.getByLabel('ملاحظة', { exact: true }).fill('الباب مغلق')
    // The refusal of a full device: Chromium without a screen never comes to its own limit.
    await page.evaluate(`(() => {
      const put = IDBObjectStore.prototype.put
      window.giveRoom = () => { IDBObjectStore.prototype.put = put }
      IDBObjectStore.prototype.put = function (...asked) {
        if (this.name === 'photos') throw new DOMException('full', 'QuotaExceededError')
        return put.apply(this, asked)
      }
    })()`)
    await save(page)
    await page.getByText('ذاكرة الجهاز ممتلئة').waitFor({ timeout: 20_000 })
    await picture(page, 'round-storage-full')
    assert.equal(await page.getByLabel('ملاحظة', { exact: true }).inputValue(), 'الباب مغلق')
    assert.equal(
      await page.evaluate(
        `new Promise((resolve) => { const open = indexedDB.open('diwan-field'); open.onsuccess = () => {
          const all = open.result.transaction('findings').objectStore('findings').count()
          all.onsuccess = () => { resolve(all.result); open.result.close() } } })`
      ),
      0,
      'a finding is not kept without its photographs'
    )
    await page.evaluate('giveRoom()')
    await save(page)
    await page.locator('[data-findings] li').waitFor()
    await context.setOffline(false)
    await page.getByText('كل ما سجلته أُرسل.').waitFor({ timeout: 60_000 })
    assert.lengthOf(await photosOf(line.id), 1)
    const finding = await RoundFinding.findByOrFail('line_id', line.id)
    assert.equal(finding.note, 'الباب مغلق')
  }).timeout(180_000)

  test('a new version that came only in part does not break the kept one; whole, it takes its place', async ({
    browserContext: context,
    assert,
  }) => {
    const world = await aRound()
    await context.loginAs(world.people[0])
    const page = await aPhone(world, context)
    const parts = () =>
      page.evaluate(
        `caches.open('diwan-field-shell').then((c) => c.keys()).then((k) => k.map((r) => new URL(r.url).pathname).sort())`
      ) as Promise<string[]>
    const before = await parts()
    const keep = (paths: string[]) =>
      page.evaluate(
        `navigator.serviceWorker.ready.then(({ active }) => active.postMessage({ keep: ${JSON.stringify([field(world), ...paths])} }))`
      )
    // What a half-arrived deployment asks for: one new part is there, another is not.
    await keep(['/icon.svg', '/assets/not-there-1234.js'])
    await page.waitForTimeout(1_500)
    assert.includeMembers(await parts(), before)
    await context.setOffline(true)
    await page.reload()
    await page.locator('[data-line]').first().waitFor()
    await context.setOffline(false)

    // The whole of another version: what nobody asks for any more goes.
    const css = before.find((path) => path.endsWith('.css'))!
    await keep([css, '/icon.svg', '/theme.js'])
    await page.waitForFunction(
      `caches.open('diwan-field-shell').then((c) => c.keys()).then((k) => k.length === 4)`
    )

    // A server that answers with a fault while it is being changed: the kept page opens.
    await page.reload()
    await page.locator('[data-line]').first().waitFor()
    await page.waitForFunction(SHELL)
    await context.route(`**${field(world)}`, (route) => route.fulfill({ status: 503, body: '' }))
    await page.reload()
    await page.locator('[data-line]').first().waitFor()
  }).timeout(120_000)

  test('a session that ended while offline loses nothing: he signs in again and it is sent', async ({
    browserContext: context,
    assert,
  }) => {
    const world = await aRound()
    const [hassan] = world.people
    const password = `Round-${createHash('sha1').update(randomUUID()).digest('hex').slice(0, 12)}`
    await db
      .from('users')
      .where('id', hassan.id)
      .update({ password: await hash.make(password) })
    await context.loginAs(hassan)
    const line = await lineOf(world, 0)
    const page = await aPhone(world, context)
    await context.setOffline(true)
    await fill(page, line.id, 'found', await aSmallPicture())
    await save(page)
    await page.locator('[data-findings] li').waitFor()
    const cookies = await context.cookies()
    await context.clearCookies()
    await context.addCookies(cookies.filter(({ name }) => ['locale', 'theme'].includes(name)))
    await context.setOffline(false)
    await page.getByText('انتهت جلستك. لم يضع شيء').waitFor({ timeout: 30_000 })
    assert.lengthOf(await RoundFinding.query().where('line_id', line.id), 0)
    await picture(page, 'round-signed-out')
    await page.getByRole('link', { name: 'سجّل الدخول' }).click()
    await page.waitForURL(/sign-in/)
    await page.locator('input[name="account"]').fill(hassan.email)
    await page.locator('input[name="password"]').fill(password)
    await page.locator('input[name="password"]').press('Enter')
    await page.waitForURL(new RegExp(`${field(world)}$`))
    await page.getByText('كل ما سجلته أُرسل.').waitFor({ timeout: 60_000 })
    assert.lengthOf(await RoundFinding.query().where('line_id', line.id), 1)
    assert.lengthOf(await photosOf(line.id), 1)
  }).timeout(120_000)

  test('a kiosk that stands elsewhere is moved by a tick, without another fact', async ({
    browserContext: context,
    assert,
  }) => {
    const world = await aRound()
    await context.loginAs(world.people[0])
    const line = await lineOf(world, 0)
    const page = await aPhone(world, context, 1)
    await page.locator(`[data-line="${line.id}"]`).click()
    await page.locator('input[name="result"][value="different"]').check()
    await page.getByText('مكانه في السجل خطأ').click()
    await page.getByText('الدقة 5 م').waitFor()
    await page.setInputFiles('input[type="file"]', await aSmallPicture())
    await picture(page, 'round-elsewhere')
    await save(page)
    await page.getByText('كل ما سجلته أُرسل.').waitFor({ timeout: 30_000 })
    const finding = await RoundFinding.findByOrFail('line_id', line.id)
    assert.deepInclude(finding.$attributes, { result: 'different', isElsewhere: true, facts: {} })
  }).timeout(120_000)
})
