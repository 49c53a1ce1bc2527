import { randomUUID } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import { addDays, today } from '#core/days'
import Round from '#registry/models/round'
import RoundLine from '#registry/models/round_line'
import { aHolder } from '#tests/support/holders'
import { aPerson } from '#tests/support/people'
import { assetRow } from '#tests/support/register'
import { aFinding, aRound, found, lineOf, noon } from '#tests/support/rounds_world'

const body = (input: any) => ({ ...input, capturedAt: input.capturedAt.toISO() })

test.group('Pages of rounds', () => {
  test('a round is planned on its page, started, watched, decided line by line and closed', async ({
    client,
    assert,
  }) => {
    const world = await aRound()
    const { maker, checker } = world
    const plan = await client
      .post('/registry/rounds')
      .loginAs(maker)
      .withCsrfToken()
      .redirects(0)
      .form({
        'unit': world.unitId,
        'kind': 'full',
        'title': 'حصر من الصفحة',
        'cut_off_on': today(),
        'starts_on': today(),
        'ends_on': addDays(today(), 5),
        'decision_no': '7',
        'decision_on': today(),
        'decision_authority': 'رئيس المدينة',
        'members[0][role]': 'chair',
        'members[0][name]': 'سعاد',
      })
    plan.assertStatus(302)
    const planned = await Round.query()
      .where({ title: 'حصر من الصفحة', unit_id: world.unitId })
      .firstOrFail()
    const url = `/registry/rounds/${world.round.id}`
    const created = await client.get(`/registry/rounds/create?unit=${world.unitId}`).loginAs(maker)
    created.assertStatus(200)
    const started = await client
      .post(`/registry/rounds/${planned.id}/start`)
      .loginAs(maker)
      .withCsrfToken()
      .redirects(0)
    started.assertStatus(303)
    assert.equal((await planned.refresh()).linesCount, 6)

    for (let index = 0; index < 6; index++) await found(world, index)
    const room = await client.get(url).loginAs(maker)
    room.assertStatus(200)
    room.assertTextIncludes('100%')
    room.assertTextIncludes('فريق 2')
    for (let index = 0; index < 6; index++) {
      const line = await lineOf(world, index)
      const page = await client.get(`/registry/round-lines/${line.id}`).loginAs(maker)
      page.assertStatus(200)
      page.assertTextIncludes(`كشك ${index + 1}`)
      const asset = await assetRow(line.assetId!)
      const decided = await client
        .post(`/registry/round-lines/${line.id}/decision`)
        .loginAs(maker)
        .withCsrfToken()
        .redirects(0)
        .form({ decision: 'verified', asset_version: asset.version })
      decided.assertStatus(303)
    }
    const refused = await client.post(`${url}/approval`).loginAs(maker).withCsrfToken().redirects(0)
    refused.assertStatus(403)
    const approved = await client
      .post(`${url}/approval`)
      .loginAs(checker)
      .withCsrfToken()
      .redirects(0)
    approved.assertStatus(303)
    await client.post(`${url}/closure`).loginAs(maker).withCsrfToken().redirects(0)
    assert.equal((await world.round.refresh()).status, 'closed')
  })

  test('the field gives each person his own lines, takes a finding once and tells a conflict', async ({
    client,
    assert,
  }) => {
    const world = await aRound()
    const [hassan, ali] = world.people
    const base = `/registry/rounds/${world.round.id}/field`
    const mine = await client.get(`${base}/lines`).loginAs(hassan).accept('json')
    mine.assertStatus(200)
    const told = mine.body()
    assert.equal(told.owner, hassan.id)
    assert.lengthOf(told.lines, 3)
    assert.equal(told.lines[0].facts.width_m, 2)
    const theirs = (await client.get(`${base}/lines`).loginAs(ali).accept('json')).body()
    assert.isEmpty(
      told.lines.filter(({ id }: any) => theirs.lines.some((line: any) => line.id === id))
    )
    const shell = await client.get(base).loginAs(hassan)
    shell.assertHeader('x-field-shell', 'yes')
    assert.notInclude(shell.text(), hassan.fullName)
    assert.notInclude(shell.text(), 'كشك 1')

    const post = (input: any, person = hassan) =>
      client
        .post(`${base}/findings`)
        .loginAs(person)
        .withCsrfToken()
        .accept('json')
        .json(body(input))
    const input = await aFinding(world, 0, { photos: 1 })
    const first = await post(input)
    first.assertStatus(201)
    const second = await post(input)
    second.assertStatus(200)
    assert.isFalse(second.body().isNew)
    ;(await post(await aFinding(world, 0), ali)).assertStatus(403)
    const stale = await post({ ...(await aFinding(world, 1)), baseVersion: 99 })
    stale.assertStatus(409)
    assert.equal(stale.body().facts.rule, 'R23')
    const path = join(tmpdir(), `${randomUUID()}.jpg`)
    await writeFile(path, 'not a picture')
    const bad = await client
      .post(`${base}/photos`)
      .loginAs(hassan)
      .withCsrfToken()
      .accept('json')
      .field('uuid', randomUUID())
      .field('finding', input.uuid)
      .file('file', path)
    bad.assertStatus(422)
    const outsider = await aPerson({ unitId: world.unitId, roles: ['surveyor'] })
    const nothing = await client.get(`${base}/lines`).loginAs(outsider).accept('json')
    assert.deepInclude(nothing.body(), { round: null, lines: [] })
  })

  test('people of another unit see neither the round nor its lines', async ({ client, assert }) => {
    const world = await aRound()
    const stranger = await aHolder(['registry.rounds.read', 'registry.rounds.manage'])
    const line = await lineOf(world, 0)
    for (const url of [
      `/registry/rounds/${world.round.id}`,
      `/registry/rounds/${world.round.id}/minutes`,
      `/registry/round-lines/${line.id}`,
    ]) {
      ;(await client.get(url).loginAs(stranger)).assertStatus(404)
    }
    const list = await client.get('/registry/round-lines').loginAs(stranger)
    assert.notInclude(list.text(), line.name)
  })

  test('results, minutes and labels come as files; the report has the figures of the round', async ({
    client,
    assert,
  }) => {
    const world = await aRound()
    await found(world, 0)
    await found(world, 1, {
      result: 'different',
      facts: { width_m: '3.5' },
      note: 'أوسع من الترخيص',
    })
    await found(world, 3, { result: 'not_found', capturedAt: noon(addDays(today(), -2)) })
    await found(world, 3, { result: 'not_found' })
    const url = `/registry/round-lines?round=${world.round.id}`
    const page = await client.get(url).loginAs(world.maker)
    page.assertTextIncludes('كشك 6')
    const pdf = await client.get(`${url}&format=pdf`).loginAs(world.maker)
    pdf.assertHeader('content-type', 'application/pdf')
    const sheet = await client.get(`${url}&format=csv&outcome=different`).loginAs(world.maker)
    assert.include(sheet.text(), 'كشك 2')
    assert.notInclude(sheet.text(), 'كشك 3')
    const minutes = await client
      .get(`/registry/rounds/${world.round.id}/minutes`)
      .loginAs(world.maker)
    minutes.assertHeader('content-type', 'application/pdf')
    await mkdir(app.tmpPath(), { recursive: true })
    await writeFile(app.tmpPath('round-minutes.pdf'), minutes.body())
    const labels = await client
      .get(`/registry/labels/sheet?round=${world.round.id}&size=24`)
      .loginAs(world.maker)
    labels.assertHeader('content-type', 'application/pdf')
    await writeFile(app.tmpPath('round-labels.pdf'), labels.body())
    ;(await client.get('/registry/labels').loginAs(world.maker)).assertStatus(200)
  })

  test('a scanned label opens the line of who counts it, and the page of the asset for others', async ({
    client,
  }) => {
    const world = await aRound()
    const line = await RoundLine.findOrFail((await lineOf(world, 0)).id)
    const scan = (person: any) =>
      client.get(`/registry/q/${line.assetCode}`).loginAs(person).redirects(0)
    const counting = await scan(world.people[0])
    counting.assertHeader('location', `/registry/rounds/${world.round.id}/field#line-${line.id}`)
    const office = await scan(world.maker)
    office.assertHeader('location', `/registry/assets/${line.assetId}`)
    const stranger = await scan(await aHolder(['registry.assets.read']))
    stranger.assertHeader('location', `/registry/assets?q=${line.assetCode}`)
  })
})
