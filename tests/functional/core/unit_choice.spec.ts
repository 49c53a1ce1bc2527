import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { aPerson } from '#tests/support/people'
import { aUnit } from '#tests/support/units'

const SITE = '/revenue/charges'

test.group('Choosing one of many units', (group) => {
  let top: number
  let foreign: number
  let user: Awaited<ReturnType<typeof aPerson>>

  group.setup(async () => {
    top = await aUnit()
    foreign = await aUnit()
    // More than any list that was ever offered: the 420 villages below are reached by typing.
    for (let village = 1; village <= 420; village++) await named(await aUnit(top), village)
    await named(foreign, 421)
    user = await aPerson({ unitId: top, roles: ['secretary_general'] })
  })

  async function named(id: number, village: number) {
    const name = village % 2 ? `قرية الأمل ${village}` : 'قرية السلام'
    await db
      .from('units')
      .where('id', id)
      .update({
        name_ar: name,
        code: `${top}-V${village}`,
        search_text: db.raw('CONCAT(?, " ", ?)', [
          `${top}-v${village}`,
          name.replace('أ', 'ا').replace('ة', 'ه'),
        ]),
      })
  }

  const ask = (client: any, path: string) => client.get(path).loginAs(user)
  const shown = (html: string) => /data-units="([^"]+)"/.exec(html)?.[1]?.replace('&amp;', '&')

  test('hundreds of units are no longer sent with every page: they are asked for', async ({
    client,
    assert,
  }) => {
    const page = await ask(client, SITE)
    page.assertStatus(200)
    assert.notInclude(page.text(), 'قرية الأمل')
    const address = shown(page.text())!
    const names = (await ask(client, `${address}&q=${encodeURIComponent('الأمل 41')}`)).body()
    assert.sameMembers(
      names,
      [41, 411, 413, 415, 417, 419].map((n) => `قرية الأمل ${n} — ${top}-V${n}`)
    )
  })

  test('name, code, id and the suggested text all lead to the unit, the last as well as the first', async ({
    client,
    assert,
  }) => {
    const unit = await db.from('units').where('code', `${top}-V419`).firstOrFail()
    for (const typed of [
      'قرية الامل 419',
      `${top}-V419`,
      `قرية الأمل 419 — ${top}-V419`,
      String(unit.id),
    ]) {
      const page = await ask(client, `${SITE}?unit=${encodeURIComponent(typed)}`)
      page.assertStatus(200)
      assert.notInclude(page.text(), 'filter-refused', typed)
      assert.include(page.text(), `value="قرية الأمل 419 — ${top}-V419"`, typed)
      const place = await ask(
        client,
        `/secretary?month=2026-10&place=${encodeURIComponent(String(unit.id))}`
      )
      assert.include(place.text(), 'قرية الأمل 419 · ')
    }
  })

  test('a name of several units is not guessed: they are suggested, without scripts too', async ({
    client,
    assert,
  }) => {
    const page = await ask(client, `${SITE}?unit=${encodeURIComponent('قرية السلام')}`)
    assert.include(page.text(), 'أكثر من وحدة تطابق ما كتبت')
    assert.include(page.text(), `<option value="قرية السلام — ${top}-V10">`)
    const place = await ask(
      client,
      `/secretary?month=2026-10&place=${encodeURIComponent('قرية السلام')}`
    )
    assert.include(place.text(), 'أكثر من وحدة تطابق ما كتبت')
  })

  test('units of others are neither suggested nor taken', async ({ client, assert }) => {
    const address = shown((await ask(client, SITE)).text())!
    for (const typed of ['قرية الأمل 421', `${top}-V421`, String(foreign)]) {
      const names = (await ask(client, `${address}&q=${encodeURIComponent(typed)}`)).body()
      assert.notInclude(names, `قرية الأمل 421 — ${top}-V421`)
      const page = await ask(client, `${SITE}?unit=${encodeURIComponent(typed)}`)
      assert.include(page.text(), 'filter-refused', typed)
      const place = await ask(client, `/secretary?month=2026-10&place=${encodeURIComponent(typed)}`)
      assert.include(place.text(), 'filter-refused', typed)
    }
    const none = await ask(client, '/choices/units?permission=identity.roles.manage&q=V')
    assert.deepEqual(none.body(), [])
  })

  test('a form offers the open units of its permission only, and reads what was typed', async ({
    client,
    assert,
  }) => {
    const closed = await aUnit(top)
    await named(closed, 423)
    await db.from('units').where('id', closed).update({ closed_on: '2026-01-01' })
    const officer = await aPerson({ unitId: top, roles: ['property_officer'] })
    const page = await client.get('/registry/coordinates').loginAs(officer)
    page.assertStatus(200)
    assert.match(page.text(), /data-units="[^"]+open=1[^"]*registry.assets.read"/)
    assert.notInclude(page.text(), 'قرية الأمل 421')
    const offered = async (typed: string) => {
      const address = `${shown(page.text())!}&q=${encodeURIComponent(typed)}`
      return (await client.get(address).loginAs(officer)).body()
    }
    assert.deepEqual(await offered('الامل 419'), [`قرية الأمل 419 — ${top}-V419`])
    assert.deepEqual(await offered('الامل 421'), [], 'of others')
    assert.deepEqual(await offered('الامل 423'), [], 'closed')

    const send = (typed: string) =>
      client
        .post('/registry/coordinates')
        .form({ unit_id: typed, source: 'V419', pasted: '640000 810000' })
        .header('referer', `http://${process.env.HOST}:${process.env.PORT}/registry/coordinates`)
        .redirects(0)
        .loginAs(officer)
        .withCsrfToken()
    const taken = await send('قرية الامل 419')
    taken.assertStatus(303)
    assert.match(taken.header('location')!, /coordinates\/\d+$/)
    const reading = await db.from('coordinate_readings').where('source', 'V419').firstOrFail()
    const unit = await db.from('units').where('code', `${top}-V419`).firstOrFail()
    assert.equal(reading.unit_id, unit.id)
    for (const refused of ['قرية السلام', 'قرية الأمل 421', `${top}-V421`, 'قرية لا وجود لها']) {
      const answer = await send(refused)
      assert.match(answer.header('location')!, /registry\/coordinates$/, refused)
    }
    assert.equal((await send(String(foreign))).status(), 404, 'an id of others')
    const { counted } = await db
      .from('coordinate_readings')
      .where('source', 'V419')
      .count('* as counted')
      .firstOrFail()
    assert.equal(Number(counted), 1, 'nothing was kept of what was refused')
  })

  test('few units are a list of names and codes, one of them is chosen already', async ({
    client,
    assert,
  }) => {
    const only = await aUnit(top)
    const officer = await aPerson({ unitId: only, roles: ['property_officer'] })
    const page = await client.get('/registry/assets/create').loginAs(officer)
    page.assertStatus(200)
    const [, field] = /<select[^>]*name="unit_id"[^>]*>([\s\S]*?)<\/select>/.exec(page.text())!
    const options = [...field!.matchAll(/<option\s+value="(\d+)"\s+(selected)?/g)]
    assert.deepEqual(
      options.map(([, id, selected]) => [Number(id), selected]),
      [[only, 'selected']]
    )
  })
})
