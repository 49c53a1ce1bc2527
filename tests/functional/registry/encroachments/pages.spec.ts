import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execFileSync } from 'node:child_process'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import type User from '#identity/models/user'
import EncroachmentCase from '#registry/models/encroachment_case'
import { ago, CasesWorld } from '#tests/support/cases_world'
import { RECORDS } from '#tests/support/records'
import { aParcel, freshGround, rectangle } from '#tests/support/parcels'
import { isHere, NO_POPPLER } from '#tests/support/programs'

test.group('Pages of encroachment cases', (group) => {
  let world: CasesWorld

  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(async () => {
    world = await CasesWorld.make()
  })

  test('a case is opened by pasted corners and finds its parcel', async ({ assert, client }) => {
    const ground = await freshGround()
    const parcel = await aParcel(world.unitId, rectangle(ground, 0, 0, 100, 100))
    const corners = [
      [10, 10],
      [40, 10],
      [40, 30],
      [10, 30],
    ].map(([x, y]) => `${ground.east + x!} ${ground.north + y!}`)
    const response = await client
      .post('/registry/encroachments')
      .loginAs(world.officer)
      .withCsrfToken()
      .redirects(0)
      .form({
        unit_id: world.unitId,
        source: 'complaint',
        source_ref: 'شكوى 77',
        kind: 'fence',
        ground: 'vacant',
        description: 'سور من الطوب على أرض فضاء',
        detected_on: ago(5),
        corners: corners.join('\n'),
        epsg: 22992,
        order: 'en',
      })
    response.assertStatus(302)
    const kase = await EncroachmentCase.query().where('unit_id', world.unitId).firstOrFail()
    assert.equal(kase.assetId, parcel)
    assert.closeTo(Number(kase.areaM2), 600, 1)
    const page = await client.get(`/registry/encroachments/${kase.id}`).loginAs(world.officer)
    page.assertStatus(200)
    page.assertTextIncludes('غير قانونية')
    page.assertTextIncludes('م² مشتركة')
    const asset = await client.get(`/registry/assets/${parcel}`).loginAs(world.officer)
    asset.assertTextIncludes(kase.caseNo)
  })

  test('each sees only the steps that are his: by the table, his permissions and his hands', async ({
    assert,
    client,
  }) => {
    const kase = await world.at('ordered')
    const links = async (user: User) => {
      const page = await client.get(`/registry/encroachments/${kase.id}`).loginAs(user)
      return [...page.text().matchAll(/\/steps\/(\w+)/g)].map(([, name]) => name)
    }
    assert.deepEqual(await links(world.head), ['issue_order', 'refuse_order'])
    for (const other of [world.officer, world.surveyor, world.lawyer, world.executor]) {
      assert.deepEqual(await links(other), [])
    }
    const scheduled = await world.at('scheduled')
    const page = await client.get(`/registry/encroachments/${scheduled.id}`).loginAs(world.executor)
    assert.include(page.text(), '/steps/execute')
  })

  test('from the answer with an uploaded paper to the issued order, by four people through the pages', async ({
    assert,
    client,
  }) => {
    const kase = await world.at('minuted')
    const base = `/registry/encroachments/${kase.id}`
    const file = join(tmpdir(), `answer-${kase.id}.pdf`)
    await writeFile(file, `%PDF-1.4 answer ${kase.id}`)
    const post = (user: User, step: string) =>
      client
        .post(`${base}/steps/${step}`)
        .loginAs(user)
        .withCsrfToken()
        .header('referer', `http://${process.env.HOST}:${process.env.PORT}${base}/steps/${step}`)
        .redirects(0)
    for (const [user, step] of [[world.lawyer, 'answer_title']] as const) {
      ;(await client.get(`${base}/steps/${step}`).loginAs(user)).assertStatus(200)
    }
    const bare = await post(world.lawyer, 'answer_title').form({
      on: ago(200),
      verdict: 'manifest',
      note: 'لا سند له',
    })
    bare.assertFlashMessage(
      'error',
      'الرأي القانوني لا يقبل بلا مستندات. أرفق ما بُني عليه الرأي: سند الملكية، ما قدمه الحائز، كتب الجهات.'
    )
    const early = await client
      .get(`${base}/removal-order`)
      .loginAs(world.head)
      .accept('json')
      .redirects(0)
    early.assertStatus(422)
    assert.include(early.body().message, 'رأي الشئون القانونية في ظاهر الملكية')
    const answered = await post(world.lawyer, 'answer_title')
      .fields({ on: ago(200), verdict: 'manifest', note: 'لا سند له' })
      .file('file', file, { contentType: 'application/pdf' })
    answered.assertStatus(303)
    await kase.refresh()
    assert.equal(kase.status, 'manifest')
    ;(
      await post(world.officer, 'draft_order').form({ on: ago(190), subject: 'سور ومبنى' })
    ).assertStatus(303)
    ;(await post(world.head, 'issue_order').form({ on: ago(180) })).assertStatus(303)
    await kase.refresh()
    assert.equal(kase.status, 'issued')

    const printed = await client.get(`${base}/removal-order`).loginAs(world.head)
    printed.assertStatus(200)
    const pdf = join(tmpdir(), `order-${kase.id}.pdf`)
    await writeFile(pdf, Buffer.from(printed.body()))
    const text = execFileSync('pdftotext', ['-layout', pdf, '-']).toString().normalize('NFKC')
    const order = await db.from('removal_orders').where('case_id', kase.id).firstOrFail()
    for (const word of ['قرار', 'إزالة', '970', 'المادة', order.order_no.split('/')[0]]) {
      assert.include(text, word)
    }
    assert.include(text, order.document_hash.toString('hex').slice(0, 16))
  }).skip(!isHere('pdftotext', '-v'), NO_POPPLER)

  test('a stranger to the unit finds nothing, and who lacks the permission is refused', async ({
    client,
  }) => {
    const kase = await world.at('ordered')
    const stranger = await CasesWorld.make()
    const base = `/registry/encroachments/${kase.id}`
    for (const path of [base, `${base}/removal-order`, `${base}/steps/issue_order`]) {
      ;(await client.get(path).loginAs(stranger.head).redirects(0)).assertStatus(404)
    }
    const post = (user: User) =>
      client
        .post(`${base}/steps/issue_order`)
        .loginAs(user)
        .withCsrfToken()
        .redirects(0)
        .form({ on: ago(100) })
    ;(await post(stranger.head)).assertStatus(404)
    ;(await post(world.officer)).assertStatus(403)
  })

  test('the board and the report by state and age count the same, in Excel too', async ({
    assert,
    client,
  }) => {
    await world.at('manifest')
    await world.at('rejected')
    await world.open({ detectedOn: ago(10) })
    const board = await client.get('/registry/encroachments/overview').loginAs(world.head)
    board.assertStatus(200)
    const report = await client
      .get(`/registry/encroachments/by-age?unit=${world.unitId}`)
      .loginAs(world.head)
    report.assertStatus(200)
    report.assertTextIncludes('تعد ظاهر بلا سند')
    const csv = await client
      .get(`/registry/encroachments/by-age?unit=${world.unitId}&format=csv`)
      .loginAs(world.head)
    const lines = csv
      .text()
      .split('\n')
      .filter((line) => /مرصودة|ظاهر|رُفض/.test(line))
    assert.equal(lines.length, 3)
    for (const path of [
      `/registry/encroachments?late=1&band=d365`,
      '/registry/legalisation-files?owes=1',
      `/registry/encroachments?q=سيد`,
    ]) {
      ;(await client.get(path).loginAs(world.officer)).assertStatus(200)
    }
    const file = await db.from('legalisation_files').where('unit_id', world.unitId).firstOrFail()
    const page = await client.get(`/registry/legalisation-files/${file.id}`).loginAs(world.officer)
    page.assertStatus(200)
    page.assertTextIncludes(file.portal_no)
  })

  test('the form of a new case comes filled from an asset, a place on the map and a paper, which goes with it', async ({
    assert,
    client,
  }) => {
    const asset = await RECORDS.assets!.make(world.unitId, 'كشك الميدان')
    const { code } = await db.from('assets').where('id', asset).firstOrFail()
    const open = (query: string) =>
      client.get(`/registry/encroachments/create?${query}`).loginAs(world.officer)
    const page = await open(`asset=${asset}&lng=30.842&lat=29.308&source=occupancy&kind=occupation`)
    page.assertStatus(200)
    for (const text of [code, 'كشك الميدان', '30.8420000 29.3080000']) page.assertTextIncludes(text)
    assert.match(page.text(), /value="4326"\s+selected/)
    assert.match(page.text(), /value="occupancy"\s+selected/)

    const kase = await world.open()
    const paper = await world.paper(kase.id, 'شكوى أهالي عزبة الشيخ')
    const letter = await open(`document=${paper}`)
    letter.assertTextIncludes('شكوى أهالي عزبة الشيخ')
    const sent = {
      ...{ unit_id: world.unitId, source: 'complaint', source_ref: 'شكوى 91', kind: 'fence' },
      ...{ ground: 'vacant', description: 'سور على طريق العزبة', detected_on: ago(2) },
      document_id: paper,
    }
    const post = () =>
      client
        .post('/registry/encroachments')
        .loginAs(world.officer)
        .withCsrfToken()
        .redirects(0)
        .form(sent)
    const response = await post()
    response.assertStatus(302)
    const made = await EncroachmentCase.query()
      .where({ unit_id: world.unitId, source_ref: 'شكوى 91' })
      .firstOrFail()
    const link = { subject_type: 'encroachment', subject_id: made.id, document_id: paper }
    assert.lengthOf(await db.from('document_links').where(link), 1)
    // The same complaint does not open another case.
    await post()
    const all = await EncroachmentCase.query().where('source_ref', 'شكوى 91')
    assert.lengthOf(all, 1)
    // A stranger's form says nothing of them.
    const stranger = (await CasesWorld.make()).officer
    const blank = await client
      .get(`/registry/encroachments/create?asset=${asset}&document=${paper}`)
      .loginAs(stranger)
    assert.notInclude(blank.text(), code)
    assert.notInclude(blank.text(), 'شكوى أهالي عزبة الشيخ')
  })

  test('asset, document, difference and round lead to the form of a new case', async ({
    assert,
    client,
  }) => {
    const asset = await RECORDS.assets!.make(world.unitId, 'كشك الميدان')
    const page = await client.get(`/registry/assets/${asset}`).loginAs(world.officer)
    page.assertTextIncludes(`/registry/encroachments/create?asset=${asset}`)
    const paper = await world.paper((await world.open()).id)
    const letter = await client.get(`/registry/documents/${paper}`).loginAs(world.officer)
    letter.assertTextIncludes(`/registry/encroachments/create?document=${paper}`)
    const head = await client.get(`/registry/assets/${asset}`).loginAs(world.head)
    assert.notInclude(head.text(), '/registry/encroachments/create')
  })
})
