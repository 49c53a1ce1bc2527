import type { ApiClient } from '@japa/api-client'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { SYSTEM } from '#audit/actor'
import MakeToken from '#identity/actions/make_token'
import { bbox } from '#registry/geo/shape'
import type { LayerQuery } from '#registry/ogc/collection'
import { countOf } from '#registry/ogc/read'
import { anOgcWorld, BASIN, idsOf, type OgcWorld } from '#tests/support/ogc_world'
import { rectangle } from '#tests/support/parcels'
import { aGrant, aPerson, aRole } from '#tests/support/people'

const LAYERS = [
  'parcels',
  'buildings',
  'sites',
  'advertising',
  'markets',
  'occupancies',
  'leases',
  'encroachments',
  'rounds',
  'units',
]
const CRS84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84'

interface Link {
  href: string
  rel: string
  type: string
}

/** The assertions of the OGC test suite for Part 1, asked of our own layers. */
test.group('OGC API – Features, Part 1: Core', (group) => {
  let world: OgcWorld
  group.setup(async () => {
    world = await anOgcWorld()
  })

  const read = async (client: ApiClient, path: string, who: 'chief' | 'easterner' = 'chief') =>
    client
      .get(path.replace(/^https?:\/\/[^/]+/, ''))
      .header('Authorization', `Bearer ${world[who].secret}`)
      .accept('json')

  const walk = async (client: ApiClient, path: string, who: 'chief' | 'easterner' = 'chief') => {
    const ids: number[] = []
    let next: string | undefined = path
    let matched = -1
    while (next) {
      const page: any = (await read(client, next, who)).body()
      if (matched >= 0) {
        // Every page tells the same total.
        if (page.numberMatched !== matched) throw new Error('numberMatched moved')
      }
      matched = page.numberMatched
      ids.push(...page.features.map((feature: { id: number }) => feature.id))
      next = page.links.find((link: Link) => link.rel === 'next')?.href
    }
    return { ids, matched }
  }

  const wellTyped = (links: Link[], ...rels: string[]) =>
    links.every(({ href, rel, type }) => /^https?:\/\//.test(href) && rel && type) &&
    rels.every((rel) => links.some((link) => link.rel === rel))

  test('the landing page leads to the API, the conformance and the data', async ({
    client,
    assert,
  }) => {
    const response = await read(client, '/ogc')
    response.assertStatus(200)
    const { links } = response.body()
    assert.isTrue(
      wellTyped(links, 'self', 'alternate', 'service-desc', 'service-doc', 'conformance', 'data')
    )
    for (const { href, type, rel } of links as Link[]) {
      const answer = await client
        .get(href.replace(/^https?:\/\/[^/]+/, ''))
        .header('Authorization', `Bearer ${world.chief.secret}`)
        .header('Accept', type)
      answer.assertStatus(200)
      assert.include(answer.header('content-type'), type.split(';')[0]!, rel)
    }
  })

  test('core, OpenAPI 3.0, GeoJSON and HTML are declared', async ({ client, assert }) => {
    const { conformsTo } = (await read(client, '/ogc/conformance')).body()
    for (const name of ['core', 'oas30', 'geojson', 'html']) {
      assert.include(conformsTo, `http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/${name}`)
    }
  })

  test('the API document declares paging, box, time, and every attribute as a parameter', async ({
    client,
    assert,
  }) => {
    const response = await read(client, '/ogc/api')
    assert.equal(response.header('content-type'), 'application/vnd.oai.openapi+json;version=3.0')
    const document = response.body()
    assert.match(document.openapi, /^3\.0\./)
    for (const layer of LAYERS) {
      const { parameters } = document.paths[`/collections/${layer}/items`].get
      const named = new Map(parameters.map((parameter: any) => [parameter.name, parameter]))
      const limit: any = named.get('limit')
      assert.deepInclude(limit.schema, { type: 'integer', minimum: 1, default: 100 })
      assert.isAbove(limit.schema.maximum, 999)
      const box: any = named.get('bbox')
      assert.deepInclude(box, { in: 'query', required: false, style: 'form', explode: false })
      assert.equal(box.schema.type, 'array')
      assert.isTrue(named.has('datetime'))
      const schema = (await read(client, `/ogc/collections/${layer}/schema`)).body()
      for (const name of Object.keys(schema.properties.properties.properties)) {
        assert.isTrue(named.has(name), `${layer}.${name}`)
      }
    }
  })

  test('each layer is listed as it describes itself, in CRS84, with its schema under both names', async ({
    client,
    assert,
  }) => {
    const { links, collections } = (await read(client, '/ogc/collections')).body()
    assert.isTrue(wellTyped(links, 'self', 'alternate'))
    assert.includeMembers(
      collections.map(({ id }: any) => id),
      LAYERS
    )
    for (const listed of collections) {
      const alone = await read(client, `/ogc/collections/${listed.id}`)
      alone.assertStatus(200)
      assert.deepEqual(alone.body(), listed)
      assert.include(listed.crs, CRS84)
      assert.isTrue(
        wellTyped(listed.links, 'self', 'alternate', 'items', 'describedby', 'describedBy')
      )
      const schema = listed.links.find((link: Link) => link.rel === 'describedBy')
      const answer = await read(client, schema.href)
      assert.include(answer.header('content-type'), 'application/schema+json')
    }
  })

  test('pages hold what limit says, count themselves and walk to exactly the total', async ({
    client,
    assert,
  }) => {
    for (const layer of LAYERS) {
      const path = `/ogc/collections/${layer}/items`
      const response = await read(client, `${path}?limit=5`)
      response.assertStatus(200)
      assert.include(response.header('content-type'), 'application/geo+json')
      const page = response.body()
      assert.equal(page.type, 'FeatureCollection')
      assert.equal(page.numberReturned, page.features.length)
      assert.isAtMost(page.features.length, 5)
      assert.closeTo(Date.parse(page.timeStamp), Date.now(), 60_000)
      assert.isTrue(wellTyped(page.links, 'self', 'alternate', 'collection'))
      const { ids, matched } = await walk(client, `${path}?limit=5`)
      assert.lengthOf(ids, matched)
      assert.lengthOf(new Set(ids), matched)
      if (layer !== 'units') assert.deepEqual(ids, idsOf(world, layer, 'chief'))
    }
  })

  test('the way on carries box, filters, time and format', async ({ client, assert }) => {
    const [w, s, e, n] = bbox(rectangle(world.ground, 0, 0, 4000, 2000))
    const asked = `limit=3&f=json&bbox=${w},${s},${e},${n}&domain=public&datetime=2020-01-01T00:00:00Z/..`
    const { links } = (await read(client, `/ogc/collections/parcels/items?${asked}`)).body()
    const next = new URL(links.find((link: Link) => link.rel === 'next').href)
    assert.equal(next.searchParams.get('domain'), 'public')
    assert.equal(next.searchParams.get('bbox'), `${w},${s},${e},${n}`)
    assert.equal(next.searchParams.get('datetime'), '2020-01-01T00:00:00Z/..')
    assert.equal(next.searchParams.get('f'), 'json')
    assert.equal(next.searchParams.get('limit'), '3')
    const { ids, matched } = await walk(client, `/ogc/collections/parcels/items?${asked}`)
    assert.equal(matched, 12)
    assert.lengthOf(ids, 12)
  })

  test('offset leaves out so many, and a limit above the largest gives the largest', async ({
    client,
    assert,
  }) => {
    const all = idsOf(world, 'parcels', 'chief')
    const page = (await read(client, '/ogc/collections/parcels/items?offset=20&limit=2')).body()
    assert.deepEqual(
      page.features.map(({ id }: any) => id),
      all.slice(20, 22)
    )
    const rest = await walk(client, '/ogc/collections/parcels/items?offset=20&limit=3')
    assert.deepEqual(rest.ids, all.slice(20))
    const wide = await read(client, '/ogc/collections/parcels/items?limit=99999999')
    wide.assertStatus(200)
    assert.lengthOf(wide.body().features, all.length)
  })

  test('a box gives what meets it and nothing else', async ({ client, assert }) => {
    const box = bbox(rectangle(world.ground, 20, 90, 250, 80))
    const found = (await read(client, `/ogc/collections/parcels/items?bbox=${box}`)).body()
    // Plots 80 m wide every 100 m from 20 on: three begin within 250 m.
    assert.deepEqual(
      found.features.map(({ id }: any) => id),
      world.open.west.parcels!.slice(0, 3)
    )
    const tall = [box[0], box[1], -5, box[2], box[3], 900]
    const withHeights = (await read(client, `/ogc/collections/parcels/items?bbox=${tall}`)).body()
    assert.equal(withHeights.numberMatched, 3)
    const sites = bbox(rectangle(world.ground, 2090, 890, 240, 30))
    const points = (await read(client, `/ogc/collections/sites/items?bbox=${sites}`)).body()
    assert.deepEqual(
      points.features.map(({ id }: any) => id),
      world.open.east.sites!.slice(0, 2)
    )
    const nowhere = (await read(client, '/ogc/collections/sites/items?bbox=-60,-40,-50,-30')).body()
    assert.deepInclude(nowhere, { numberMatched: 0, numberReturned: 0 })
  })

  test('time is an instant, an interval, or one open at an end', async ({ client, assert }) => {
    const matched = async (layer: string, datetime: string) =>
      (await read(client, `/ogc/collections/${layer}/items?datetime=${datetime}`)).body()
        .numberMatched
    assert.equal(await matched('leases', '2026-06-01T00:00:00Z'), 2)
    assert.equal(await matched('leases', '2025-12-31T00:00:00Z'), 0)
    assert.equal(await matched('leases', '2026-12-31T23:59:59Z'), 2)
    assert.equal(await matched('leases', '2027-01-01T00:00:00Z'), 0)
    assert.equal(await matched('leases', '2024-01-01/2026-01-01'), 2)
    assert.equal(await matched('leases', '../2025-06-01T00:00:00Z'), 0)
    assert.equal(await matched('leases', '2026-06-01T00:00:00Z/..'), 2)
    assert.equal(await matched('parcels', '2020-01-01T00:00:00Z/'), 24)
    assert.equal(await matched('parcels', '/2020-01-01T00:00:00Z'), 0)
    // Units have no time: each meets every moment.
    assert.equal(await matched('units', '1999-01-01T00:00:00Z'), 3)
  })

  test('attributes filter, in Arabic too, and a wrong type is refused', async ({
    client,
    assert,
  }) => {
    const asked = (query: string) => read(client, `/ogc/collections/parcels/items?${query}`)
    const found = (await asked(`hod=${encodeURIComponent(BASIN)}`)).body()
    assert.equal(found.numberMatched, 1)
    assert.equal(found.features[0].properties.hod, BASIN)
    assert.equal((await asked('domain=private')).body().numberMatched, 12)
    assert.equal((await asked('domain=private&class=land.vacant')).body().numberMatched, 12)
    const comma = encodeURIComponent('أرض فضاء رقم 1, أو 2')
    assert.equal((await asked(`name=${comma}`)).body().numberMatched, 0)
    const sites = await read(client, '/ogc/collections/sites/items?in_use=true')
    assert.equal(sites.body().numberMatched, 4)
    ;(await read(client, '/ogc/collections/sites/items?in_use=maybe')).assertStatus(400)
    ;(await asked('version=first')).assertStatus(400)
  })

  test('what cannot be read is refused with 400 and says which parameter', async ({
    client,
    assert,
  }) => {
    for (const query of [
      'limit=unlimited',
      'limit=0',
      'limit=-1',
      'limit=1.5',
      'unknown=1',
      'token=x',
      'bbox=1,2,3',
      'bbox=a,b,c,d',
      'bbox=31,30,32,29',
      'bbox=31,30,32,129',
      'datetime=yesterday',
      'datetime=../..',
      'datetime=2026-02-01/2026-01-01',
      'f=xml',
      'limit=1&limit=2',
      'offset=x',
    ]) {
      const response = await read(client, `/ogc/collections/parcels/items?${query}`)
      assert.equal(response.status(), 400, query)
      assert.equal(response.body().code, 'InvalidParameterValue')
      assert.equal(response.body().parameter, query.split('=')[0])
    }
    for (const path of ['', '/conformance', '/api', '/collections', '/collections/parcels']) {
      ;(await read(client, `/ogc${path}?unknown=1`)).assertStatus(400)
    }
  })

  test('one feature has its own address, an integer id, and links to itself and its layer', async ({
    client,
    assert,
  }) => {
    for (const layer of LAYERS) {
      const page = (await read(client, `/ogc/collections/${layer}/items?limit=1`)).body()
      const [listed] = page.features
      assert.isTrue(Number.isInteger(listed.id))
      const response = await read(client, `/ogc/collections/${layer}/items/${listed.id}`)
      response.assertStatus(200)
      const { links, ...feature } = response.body()
      assert.deepEqual(feature, listed)
      assert.isTrue(wellTyped(links, 'self', 'alternate', 'collection'))
    }
    for (const id of ['0', '999999999999', 'abc', '1.5']) {
      ;(await read(client, `/ogc/collections/parcels/items/${id}`)).assertStatus(404)
    }
    ;(await read(client, '/ogc/collections/nothing/items')).assertStatus(404)
  })

  test('a layer has one kind of geometry and every feature has every attribute', async ({
    client,
    assert,
  }) => {
    for (const layer of LAYERS) {
      const schema = (await read(client, `/ogc/collections/${layer}/schema`)).body()
      const names = Object.keys(schema.properties.properties.properties)
      const kind = /schema\/(\w+)\.json/.exec(schema.properties.geometry.$ref)![1]
      const { features } = (await read(client, `/ogc/collections/${layer}/items`)).body()
      for (const { geometry, properties } of features) {
        assert.deepEqual(Object.keys(properties), names)
        if (geometry) assert.equal(geometry.type, kind)
      }
    }
  })

  test('polygons are closed and wound as RFC 7946 asks', async ({ client, assert }) => {
    const { features } = (await read(client, '/ogc/collections/parcels/items?limit=3')).body()
    for (const { geometry } of features) {
      const [ring] = geometry.coordinates[0] as [number, number][][]
      assert.deepEqual(ring![0], ring!.at(-1))
      let twice = 0
      for (let i = 0; i < ring!.length - 1; i++) {
        twice += ring![i]![0] * ring![i + 1]![1] - ring![i + 1]![0] * ring![i]![1]
      }
      assert.isAbove(twice, 0)
    }
  })

  test('of a district one sees that district: pages, counts and extents', async ({
    client,
    assert,
  }) => {
    for (const layer of LAYERS.filter((name) => name !== 'units')) {
      const { ids, matched } = await walk(client, `/ogc/collections/${layer}/items`, 'easterner')
      assert.deepEqual(ids, idsOf(world, layer, 'easterner'))
      assert.equal(matched, ids.length)
    }
    const western = world.open.west.parcels![0]!
    const path = `/ogc/collections/parcels/items/${western}`
    ;(await read(client, path, 'easterner')).assertStatus(404)
    ;(await read(client, path)).assertStatus(200)
    const extent = async (who: 'chief' | 'easterner') =>
      (await read(client, '/ogc/collections/parcels', who)).body().extent.spatial.bbox[0]
    const [all, east] = [await extent('chief'), await extent('easterner')]
    assert.isAbove(east[0] - all[0], 0.01)
    assert.closeTo(east[2], all[2], 1e-9)
  })

  test('the time of a layer is that of its features, with an open end where one has none', async ({
    client,
    assert,
  }) => {
    const interval = async (layer: string) =>
      (await read(client, `/ogc/collections/${layer}`)).body().extent.temporal?.interval[0]
    const day = (text: string) => `${text}T00:00:00Z`
    assert.deepEqual(await interval('leases'), [day('2026-01-01'), day('2027-01-01')])
    assert.deepEqual(await interval('rounds'), [day('2026-07-05'), day('2026-08-06')])
    assert.deepEqual(await interval('encroachments'), [day('2026-03-01'), null])
    assert.isUndefined(await interval('units'))
    for (const layer of ['parcels', 'buildings', 'sites']) {
      const ids = idsOf(world, layer, 'chief')
      const kept = await db.from('assets').whereIn('id', ids).select('updated_at')
      const moments = kept.map((row) => new Date(row.updated_at).getTime()).sort((a, b) => a - b)
      const told = (await interval(layer)).map((text: string) => Date.parse(text))
      assert.deepEqual(told, [moments[0], moments.at(-1)], layer)
    }
  })

  test('a number that would take too long is left out, never guessed', async ({ assert }) => {
    const units = () =>
      db.from('units').whereIn('id', [world.governorate, world.east, world.west]) as LayerQuery
    assert.equal(await countOf(units(), 3), 3)
    assert.equal(await countOf(units(), 100), 3)
    assert.isNull(await countOf(units(), 2))
  })

  test('strategic land leaves to nobody, restricted land to those trusted with it', async ({
    client,
    assert,
  }) => {
    for (const id of [world.strategic, world.restricted]) {
      ;(await read(client, `/ogc/collections/parcels/items/${id}`)).assertStatus(404)
    }
    const extent = (await read(client, '/ogc/collections/parcels')).body().extent.spatial.bbox[0]
    const hidden = bbox(rectangle(world.ground, 2020, 1500, 50, 50))
    assert.isBelow(extent[3], hidden[1])

    const role = await aRole(['registry.assets.read', 'registry.restricted.read'])
    await aGrant(world.chief.user.id, role.code, world.governorate)
    ;(await read(client, `/ogc/collections/parcels/items/${world.restricted}`)).assertStatus(200)
    ;(await read(client, `/ogc/collections/parcels/items/${world.strategic}`)).assertStatus(404)
    const { matched } = await walk(client, '/ogc/collections/parcels/items')
    assert.equal(matched, 25)
    await db
      .from('grants')
      .where('user_id', world.chief.user.id)
      .whereIn('role_id', [role.id])
      .delete()
  })

  test('who holds no right to rights has no layer of leases', async ({ client, assert }) => {
    const role = await aRole(['registry.assets.read'])
    const user = await aPerson({ unitId: world.east, roles: [role.code] })
    const { secret } = await new MakeToken().handle(
      user,
      { scope: 'ogc', name: 'x' },
      { by: SYSTEM }
    )
    const ask = (path: string) =>
      client.get(path).header('Authorization', `Bearer ${secret}`).accept('json')
    const { collections } = (await ask('/ogc/collections')).body()
    assert.notInclude(
      collections.map(({ id }: any) => id),
      'leases'
    )
    ;(await ask('/ogc/collections/leases/items')).assertStatus(404)
    const { paths } = (await ask('/ogc/api')).body()
    assert.notProperty(paths, '/collections/leases/items')
  })

  test('people read the same as pages', async ({ client, assert }) => {
    for (const path of [
      '',
      '/conformance',
      '/api',
      '/collections',
      '/collections/parcels',
      '/collections/sites/items',
      `/collections/sites/items/${world.open.east.sites![0]}`,
    ]) {
      const response = await client.get(`/ogc${path}`).loginAs(world.chief.user).accept('text/html')
      response.assertStatus(200)
      assert.include(response.header('content-type'), 'text/html')
      assert.match(response.text(), /<h1 class="page-title">/)
      const byParameter = await client.get(`/ogc${path}?f=html`).loginAs(world.chief.user)
      byParameter.assertStatus(200)
      assert.include(byParameter.header('content-type'), 'text/html')
    }
  })
})
