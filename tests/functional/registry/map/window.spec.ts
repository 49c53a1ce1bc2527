import type { ApiClient } from '@japa/api-client'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import type User from '#identity/models/user'
import { bbox } from '#registry/geo/shape'
import { forgetSummary } from '#registry/map/summary'
import { anOgcWorld, idsOf, type OgcWorld } from '#tests/support/ogc_world'
import { rectangle } from '#tests/support/parcels'
import { aGrant, aPerson, aRole } from '#tests/support/people'
import { aUnit } from '#tests/support/units'

const PATH = '/registry/map/window'

test.group('The window of the map', (group) => {
  let world: OgcWorld
  let box: string
  group.setup(async () => {
    world = await anOgcWorld()
    box = bbox(rectangle(world.ground, 0, 0, 4000, 2000)).join(',')
  })
  group.each.setup(() => forgetSummary())

  const ask = async (client: ApiClient, user: User, query: Record<string, string | number>) =>
    client
      .get(PATH)
      .loginAs(user)
      .accept('json')
      .qs({ bbox: box, zoom: 15, ...query })

  const LAND = ['parcels', 'buildings', 'sites']
  const all = (who: 'chief' | 'easterner') =>
    LAND.flatMap((layer) => idsOf(world, layer, who)).sort((a, b) => a - b)
  const ids = (body: { assets: { id: number }[] }) =>
    body.assets.map(({ id }) => id).sort((a, b) => a - b)

  test('shows each asset with its class and state, parcels with their outline', async ({
    client,
    assert,
  }) => {
    const response = await ask(client, world.chief.user, {})
    response.assertStatus(200)
    const body = response.body()
    assert.deepEqual(ids(body), all('chief'))
    assert.equal(body.count, all('chief').length)
    assert.isEmpty(body.heaps)
    const parcel = body.assets.find(({ id }: any) => id === world.open.west.parcels![0])
    assert.deepInclude(parcel, { purpose: 'land', life: 'in_service', name: 'أرض فضاء رقم 1' })
    assert.equal(parcel.shape.type, 'Polygon')
  })

  test('from afar outlines are left out', async ({ client, assert }) => {
    const { assets } = (await ask(client, world.chief.user, { zoom: 9 })).body()
    assert.isTrue(assets.every(({ shape }: any) => shape === undefined))
  })

  test('of a district one sees that district, of nothing nothing', async ({ client, assert }) => {
    const east = (await ask(client, world.easterner.user, {})).body()
    assert.deepEqual(ids(east), all('easterner'))
    const stranger = await aPerson({ unitId: await aUnit(), roles: ['property_officer'] })
    const nothing = (await ask(client, stranger, {})).body()
    assert.deepInclude(nothing, { count: 0, assets: [], heaps: [] })
  })

  test('strategic land is on no map, restricted land where it is trusted', async ({
    client,
    assert,
  }) => {
    const role = await aRole(['registry.assets.read', 'registry.restricted.read'])
    const trusted = await aPerson({ unitId: world.governorate })
    await aGrant(trusted.id, role.code, world.governorate)
    const body = (await ask(client, trusted, {})).body()
    assert.include(ids(body), world.restricted)
    assert.notInclude(ids(body), world.strategic)
    const popup = (id: number, user: User) =>
      client.get(`/registry/map/assets/${id}`).loginAs(user).accept('json')
    ;(await popup(world.strategic, trusted)).assertStatus(404)
    ;(await popup(world.restricted, trusted)).assertStatus(200)
    ;(await popup(world.restricted, world.chief.user)).assertStatus(404)
    ;(await popup(world.open.west.parcels![0]!, world.easterner.user)).assertStatus(404)
  })

  test('filters by class with those below it, by domain and by life', async ({
    client,
    assert,
  }) => {
    const count = async (query: Record<string, string>) =>
      (await ask(client, world.chief.user, query)).body().count
    assert.equal(await count({ class: 'land' }), 24)
    assert.equal(await count({ class: 'land', domain: 'private' }), 12)
    assert.equal(await count({ class: 'advertising' }), 4)
    assert.equal(await count({ class: 'advertising.wall' }), 2)
    assert.equal(await count({ life: 'idle' }), 0)
    await db
      .from('assets')
      .where('id', world.open.west.parcels![3]!)
      .update({ life_status: 'idle' })
    forgetSummary()
    assert.equal(await count({ life: 'idle' }), 1)
  })

  test('who stays on after his right is marked, and can be asked for', async ({
    client,
    assert,
  }) => {
    const [lease] = world.open.east.leases!
    const [row] = await db.from('rights').where('id', lease!).select('asset_id')
    await db
      .from('rights')
      .where('id', lease!)
      .update({ valid_from: '2024-01-01', valid_to: '2025-01-01', status: 'holdover' })
    const body = (await ask(client, world.chief.user, { mark: 'holdover' })).body()
    assert.deepEqual(ids(body), [row.asset_id])
    assert.isTrue(body.assets[0].holdover)
    const role = await aRole(['registry.assets.read'])
    const reader = await aPerson({ unitId: world.governorate, roles: [role.code] })
    const unmarked = (await ask(client, reader, {})).body()
    assert.isTrue(unmarked.assets.every((asset: any) => !asset.holdover))
    assert.equal((await ask(client, reader, { mark: 'holdover' })).body().count, 0)

    const page = await client.get('/registry/map/money').loginAs(world.chief.user)
    page.assertStatus(200)
    page.assertTextIncludes(`/registry/assets/${row.asset_id}`)
  })

  test('land with an open case is marked for those who read cases', async ({ client, assert }) => {
    const body = (await ask(client, world.chief.user, { mark: 'encroachment' })).body()
    assert.deepEqual(
      ids(body),
      [world.open.west.parcels![1]!, world.open.east.parcels![1]!].sort((a, b) => a - b)
    )
    assert.isTrue(body.assets.every((asset: any) => asset.encroachment && asset.shape))
  })

  test('many in one window are heaps whose numbers sum to the count', async ({
    client,
    assert,
  }) => {
    const unit = await aUnit()
    const user = await aPerson({ unitId: unit, roles: ['property_officer'] })
    const { id: classId } = await db
      .from('asset_classes')
      .where('code', 'market.stall')
      .firstOrFail()
    const mark = `H${process.pid}-${Date.now()}`
    const sites = Array.from({ length: 1200 }, (_, at) => ({
      code: `${mark}-${at}`,
      unit_id: unit,
      class_id: classId,
      site_no: `${mark}-${at}`,
      name: 'باكية',
      search_text: 'باكيه',
      longitude: (30.8 + (at % 40) * 0.0101).toFixed(7),
      latitude: (29.1 + Math.floor(at / 40) * 0.0101).toFixed(7),
    }))
    await db.insertQuery().table('assets').multiInsert(sites)
    forgetSummary()
    const body = (await ask(client, user, { bbox: '30,29,32,30', zoom: 9 })).body()
    assert.equal(body.count, 1200)
    assert.isEmpty(body.assets)
    assert.isAbove(body.heaps.length, 3)
    assert.isBelow(body.heaps.length, 120)
    const sum = body.heaps.reduce((total: number, heap: any) => total + heap.count, 0)
    assert.equal(sum, 1200)
    for (const { at } of body.heaps) {
      assert.isTrue(at[0] >= 30.8 && at[0] <= 31.3 && at[1] >= 29.1 && at[1] <= 29.5)
    }
  })

  test('a window that is none is refused', async ({ client }) => {
    for (const query of [{ bbox: '1,2,3' }, { zoom: 99 }, { life: 'sold' }, { mark: 'x' }]) {
      const response = await ask(client, world.chief.user, query as never)
      if (![400, 422].includes(response.status())) response.assertStatus(422)
    }
  })

  test('limits of one’s units are drawn, thinned to the pixel', async ({ client, assert }) => {
    const limits = async (user: User) =>
      (
        await client
          .get('/registry/map/limits')
          .qs({ bbox: box, zoom: 14 })
          .loginAs(user)
          .accept('json')
      ).body().limits
    const unitsOf = (found: any[]) => found.map(({ unitId }) => unitId).sort()
    assert.deepEqual(
      unitsOf(await limits(world.chief.user)),
      [world.governorate, world.east].sort()
    )
    const [east] = await limits(world.easterner.user)
    assert.equal(east.unitId, world.east)
    assert.lengthOf(east.shape.coordinates[0], 5)
  })

  test('a search finds units, assets and degrees within reach', async ({ client, assert }) => {
    const find = async (q: string, user: User) =>
      (await client.get('/registry/map/places').qs({ q }).loginAs(user).accept('json')).body()
        .places
    const [degrees] = await find('29.3084, 30.8428', world.chief.user)
    assert.deepEqual(degrees.at, [30.8428, 29.3084])
    const { code } = await db
      .from('assets')
      .where('id', world.open.west.parcels![0]!)
      .select('code')
      .firstOrFail()
    const found = await find(code, world.chief.user)
    assert.deepInclude(found[0], { detail: code })
    assert.isEmpty(await find(code, world.easterner.user))
  })

  test('the page holds the list for those without scripts', async ({ client }) => {
    const page = await client.get('/registry/map').loginAs(world.chief.user)
    page.assertStatus(200)
    page.assertTextIncludes('data-asset-map=')
    page.assertTextIncludes('id="list-assets"')
    page.assertTextIncludes('خريطة الأصول')
  })
})
