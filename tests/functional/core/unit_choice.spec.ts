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
})
