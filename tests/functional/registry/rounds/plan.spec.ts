import { test } from '@japa/runner'
import { addDays, today } from '#core/days'
import Round from '#registry/models/round'
import RoundLine from '#registry/models/round_line'
import { RoundChangedError } from '#registry/rounds/errors'
import PlanRound from '#registry/rounds/actions/plan_round'
import StartRound from '#registry/rounds/actions/start_round'
import { scopeFigures } from '#registry/rounds/queries/scope_figures'
import { aHolder } from '#tests/support/holders'
import { anOffice, change, newGround, type Office } from '#tests/support/register'
import { aKiosk, plan, spot } from '#tests/support/rounds_world'
import { aUnit } from '#tests/support/units'

/** Two districts: two kiosks in one of them on two streets, one in the other, held by the markets. */
async function aCity() {
  const office = await anOffice()
  const ground = newGround()
  const districts = [await aUnit(office.unitId), await aUnit(office.unitId)] as [number, number]
  const made = (unitId: number, index: number, facts: object) =>
    aKiosk(office, { unitId, name: `كشك ${index}`, at: spot(ground, index), facts })
  const kiosks = [
    await made(districts[0], 1, { street: 'شارع المحطة' }),
    await made(districts[0], 2, { street: 'شارع النيل بحي ثان' }),
    await made(districts[1], 3, {
      street: 'شارع المحطة',
      custody_use: { unit_id: null, name: 'جهاز الأسواق', legal_basis_id: null },
    }),
  ]
  return { ...office, districts, kiosks }
}

const form = (more: Record<string, unknown>) => ({
  'kind': 'full',
  'title': 'حصر الربع الأول',
  'cut_off_on': today(),
  'starts_on': today(),
  'ends_on': addDays(today(), 9),
  'decision_no': '٢٢',
  'decision_on': today(),
  'decision_authority': 'رئيس الحي',
  'members[0][role]': 'chair',
  'members[0][name]': 'سعاد عبد الرحمن',
  'members[1][role]': 'member',
  'members[1][name]': 'أحمد فتحي',
  ...more,
})

async function aDraft(office: Office, more: Parameters<typeof plan>[0] = {}) {
  return new PlanRound().create(office.unitId, plan(more), { by: office.maker.asActor() as never })
}

test.group('The plan of a round', () => {
  test('a scope tells how many assets it would freeze by class and unit, before anything is kept', async ({
    client,
    assert,
  }) => {
    const city = await aCity()
    const of = async (scope: object) =>
      (await scopeFigures({ unitId: city.unitId, scope }, 'ar')).total
    assert.equal(await of({}), 3)
    assert.equal(await of({ unitIds: [city.districts[0]] }), 2)
    assert.equal(await of({ places: ['المحطة'] }), 2)
    assert.equal(await of({ places: ['النيل', 'لا شارع'] }), 1)
    assert.equal(await of({ custody: { kind: 'use', holder: 'الأسواق' } }), 1)
    assert.equal(await of({ custody: { kind: 'use', holder: '100%' } }), 0)
    const all = await scopeFigures({ unitId: city.unitId, scope: {} }, 'ar')
    assert.deepEqual(
      all.byUnit.map(({ count }) => count),
      [2, 1]
    )
    assert.lengthOf(all.byClass, 1)

    const page = await client
      .post('/registry/rounds')
      .loginAs(city.maker)
      .withCsrfToken()
      .form({ unit: city.unitId, preview: '1', title: 'لم يكتمل', places: 'النيل' })
    page.assertStatus(200)
    page.assertTextIncludes('يُجمّد عند البدء أصل واحد')
    page.assertTextIncludes('لم يكتمل')
    assert.lengthOf(await Round.query().where('unit_id', city.unitId), 0)
  })

  test('a draft is changed on its page: scope, dates and committee; then it freezes what the page told', async ({
    client,
    assert,
  }) => {
    const city = await aCity()
    const draft = await aDraft(city)
    const url = `/registry/rounds/${draft.id}`
    const room = await client.get(url).loginAs(city.maker)
    room.assertTextIncludes('يُجمّد عند البدء ')
    const page = await client.get(`${url}/edit`).loginAs(city.maker)
    page.assertStatus(200)
    page.assertTextIncludes('منى كامل')
    const saved = await client
      .put(url)
      .loginAs(city.maker)
      .withCsrfToken()
      .redirects(0)
      .form(
        form({ 'version': draft.version, 'unit_ids[0]': city.districts[0], 'places': 'المحطة' })
      )
    saved.assertStatus(303)
    await draft.refresh()
    await draft.load('members')
    assert.deepEqual(
      draft.members.map(({ name }) => name),
      ['سعاد عبد الرحمن', 'أحمد فتحي']
    )
    assert.deepEqual(draft.scope, { unitIds: [city.districts[0]], places: ['المحطة'] })
    const started = await new StartRound().handle(draft.id, { by: city.maker.asActor() as never })
    assert.equal(started.linesCount, 1)
    const [line] = await RoundLine.query().where('round_id', draft.id)
    assert.equal(line!.assetId, city.kiosks[0])
  })

  test('a plan that another changed meanwhile is not overwritten, and a running round has no plan page', async ({
    client,
    assert,
  }) => {
    const city = await aCity()
    const draft = await aDraft(city)
    const by = city.maker.asActor() as never
    await new PlanRound().change(draft.id, plan({ title: 'خطة أخرى' }), { by, version: 1 })
    const late = await new PlanRound()
      .change(draft.id, plan(), { by, version: 1 })
      .catch((error: unknown) => error)
    assert.instanceOf(late, RoundChangedError)
    await new StartRound().handle(draft.id, { by })
    const page = await client.get(`/registry/rounds/${draft.id}/edit`).loginAs(city.maker)
    page.assertStatus(404)
    const put = await client
      .put(`/registry/rounds/${draft.id}`)
      .loginAs(city.maker)
      .withCsrfToken()
      .redirects(0)
      .accept('json')
      .form(form({}))
    put.assertStatus(422)
    assert.equal((await draft.refresh()).title, 'خطة أخرى')
    await change({ ...city, unitId: city.districts[0] }, 'correction', {
      asset_id: city.kiosks[0],
      facts: { street: 'شارع النيل' },
    })
    assert.lengthOf(await RoundLine.query().where('round_id', draft.id), 3)
  })

  test('who may only read rounds neither opens the plan nor changes it', async ({ client }) => {
    const city = await aCity()
    const draft = await aDraft(city)
    const reader = await aHolder(['registry.rounds.read'], { unitId: city.unitId })
    const page = await client.get(`/registry/rounds/${draft.id}/edit`).loginAs(reader)
    page.assertStatus(403)
    const put = await client
      .put(`/registry/rounds/${draft.id}`)
      .loginAs(reader)
      .withCsrfToken()
      .redirects(0)
      .form(form({}))
    put.assertStatus(403)
  })
})
