import { randomUUID } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import db from '@adonisjs/lucid/services/db'
import loadRegistryRules from '#database/reference/registry_rules'
import type User from '#identity/models/user'
import { problemsOf } from '#registry/geo/overlay'
import type { Position } from '#registry/geo/types'
import { fromWgs84 } from '#registry/geo/grids'
import { importFile, loadImportReference } from '#tests/support/imports'
import { anOffice } from '#tests/support/register'
import { aFinding, aRound } from '#tests/support/rounds_world'

/** What an outline of so many corners may cost before it is answered. */
const PATIENCE_MS = 5_000

const timed = async <T>(work: () => Promise<T>): Promise<{ value: T; ms: number }> => {
  const since = performance.now()
  const value = await work()
  return { value, ms: performance.now() - since }
}

/** A closed star of n corners around Fayoum that crosses itself some n²/4 times. */
function star(corners: number, radius = 0.001): Position[] {
  const step = Math.floor(corners / 2) - 1
  const ring = Array.from({ length: corners }, (_, index): Position => {
    const angle = (2 * Math.PI * ((index * step) % corners)) / corners
    return [30.84 + radius * Math.cos(angle), 29.31 + radius * Math.sin(angle)]
  })
  return [...ring, ring[0]!]
}

/** A closed ring of n corners that touches itself nowhere. */
function circle(corners: number, radius = 0.002, at: Position = [30.84, 29.31]): Position[] {
  const ring = Array.from({ length: corners }, (_, index): Position => {
    const angle = (2 * Math.PI * index) / corners
    return [at[0] + radius * Math.cos(angle), at[1] + radius * Math.sin(angle)]
  })
  return [...ring, ring[0]!]
}

/** A comb of n teeth whose neighbours touch in points: valid to look at, dear to judge. */
function comb(teeth: number, at: Position = [30.86, 29.33]): Position[] {
  const ring: Position[] = []
  for (let tooth = 0; tooth < teeth; tooth++) {
    ring.push([at[0] + tooth * 1e-6, at[1] + (tooth % 2) * 1e-3])
  }
  ring.push([at[0] + teeth * 1e-6, at[1] - 1e-3], [at[0], at[1] - 1e-3])
  return [...ring, ring[0]!]
}

const asText = (ring: readonly Position[]) =>
  ring
    .map((corner) => fromWgs84(corner, 22992))
    .map(([east, north]) => `${east.toFixed(2)} ${north.toFixed(2)}`)
    .join('\n')

const geojson = (rings: Position[][], name = 'أرض') =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: rings.map((ring, index) => ({
      type: 'Feature',
      properties: { site_no: `A-${index}`, name: `${name} ${index}`, class: 'land.vacant' },
      geometry: { type: 'Polygon', coordinates: [ring] },
    })),
  })

const post = (client: ApiClient, path: string, by: User) =>
  client.post(path).loginAs(by).withCsrfToken().redirects(0)

test.group('Abuse of the register: shapes', (group) => {
  group.setup(async () => {
    await loadImportReference()
    await db.transaction((trx) => loadRegistryRules(trx))
  })
  group.tap((each) => each.timeout(120_000))

  test('outlines that cross themselves a million times, and combs of 100,000 corners, are judged in time', async ({
    assert,
  }) => {
    for (const [what, ring] of [
      ['a star of 2,001 corners', star(2001)],
      ['a star of 20,001 corners', star(20_001)],
      ['a comb of 100,000 corners', comb(100_000)],
      ['a circle of 100,000 corners', circle(100_000)],
    ] as const) {
      const { value, ms } = await timed(async () =>
        problemsOf({ type: 'Polygon', coordinates: [ring] })
      )
      assert.isBelow(ms, PATIENCE_MS, what)
      assert.equal(value[0]?.rule, 'R1', what)
    }
  })

  test('a file of such outlines is judged row by row with a sentence, the good one beside them lands', async ({
    assert,
  }) => {
    const { unitId } = await anOffice()
    const at: Position = [30.5 + Math.random() * 0.2, 29.0 + Math.random() * 0.2]
    const rings = [star(20_001), comb(100_000), circle(100_000), circle(64, 0.0005, at)]
    const { value, ms } = await timed(() =>
      importFile({ kind: 'land-register', unitId, content: geojson(rings), name: 'land.geojson' })
    )
    assert.isBelow(ms, 2 * PATIENCE_MS)
    assert.deepInclude(value, { rows: 4, landed: 1, rejected: 3 })
    const rejections = await db
      .from('import_rejections')
      .where('import_id', value.id)
      .orderBy('row_no')
    for (const { code, message_ar: message } of rejections) {
      assert.equal(code, 'shape_unsound')
      assert.include(message, 'وأقصى ما يقبل 10000')
    }
  })

  test('a corner list of 250 kB, and one too long, come back as a sentence beside the field', async ({
    client,
    assert,
  }) => {
    const office = await anOffice()
    const send = (pasted: string) =>
      timed(() =>
        post(client, '/registry/coordinates', office.maker).form({
          unit_id: office.unitId,
          source: 'abuse',
          pasted,
        })
      )
    for (const [what, pasted] of [
      ['12,000 corners', asText(circle(5_900))],
      ['one line of digits', '1'.repeat(240_000)],
      ['numbers without end', '9 '.repeat(120_000)],
      ['minutes and seconds', `${'30°'.repeat(60_000)}`],
      ['brackets', 'POLYGON('.repeat(30_000)],
      ['invisible signs', '\u200F'.repeat(80_000)],
      ['commas', ','.repeat(240_000)],
      ['spaces', `1${' '.repeat(240_000)}2`],
      ['newlines', '\n'.repeat(240_000)],
      ['dots', '1.'.repeat(120_000)],
      ['minus', '1-'.repeat(120_000)],
      ['letters', 'شرق '.repeat(30_000)],
    ] as const) {
      const { value, ms } = await send(pasted)
      assert.isBelow(ms, PATIENCE_MS, what)
      assert.oneOf(value.status(), [303, 413], what)
      assert.notMatch(value.header('location') ?? '', /coordinates\/\d/, what)
    }
    const kept = await db.from('coordinate_readings').where('unit_id', office.unitId)
    assert.isEmpty(kept)
  })

  test('a star of 4,900 corners is proposed in time, with what is wrong, and is not approved', async ({
    client,
    assert,
  }) => {
    const office = await anOffice()
    const { id: classId } = await db
      .from('asset_classes')
      .where('code', 'land.vacant')
      .firstOrFail()
    const { ms } = await timed(() =>
      post(client, '/registry/assets', office.maker).form({
        unit_id: office.unitId,
        class_id: classId,
        intent: 'send',
        name: 'نجمة',
        domain: 'private',
        use_actual: 'فضاء',
        coordinates: asText(star(4901, 0.01)),
        grid: '22992',
        effective_on: '2026-01-05',
      })
    )
    assert.isBelow(ms, 2 * PATIENCE_MS)
    const { id } = await db
      .from('register_transactions')
      .where('unit_id', office.unitId)
      .firstOrFail()
    const { value: approval, ms: spent } = await timed(() =>
      post(client, `/registry/transactions/${id}/approval`, office.checker).accept('json').form({})
    )
    assert.isBelow(spent, PATIENCE_MS)
    assert.equal(approval.status(), 422)
    assert.include(approval.text(), 'R1')
    assert.isEmpty(await db.from('assets').where('unit_id', office.unitId))
  })

  test('archives made to burst are refused before they are unpacked', async ({ assert }) => {
    const { unitId } = await anOffice()
    for (const [name, content] of [
      ['bomb.zip', bomb('land.shp', 4 * 1024 ** 3)],
      ['bomb.kmz', bomb('doc.kml', 4 * 1024 ** 3)],
      ['lying.zip', bomb('land.shp', 100)],
      ['lying.kmz', bomb('doc.kml', 100)],
    ] as const) {
      const before = process.memoryUsage().rss
      const { value, ms } = await timed(() =>
        importFile({ kind: 'land-register', unitId, content, name }).then(
          () => null,
          (error) => error
        )
      )
      assert.match(value?.code, /^(zip_too_big|zip_broken|shapefile_incomplete)$/, name)
      assert.match(value.messages.ar, /\.$/, 'in a sentence')
      assert.isBelow(ms, PATIENCE_MS)
      assert.isBelow(process.memoryUsage().rss - before, 200 * 1024 ** 2)
    }
  })

  test('JSON nested without end is refused, not carried out, and the house goes on', async ({
    client,
    assert,
  }) => {
    const world = await aRound()
    const finding = await aFinding(world, 0)
    const path = `/registry/rounds/${world.round.id}/field/findings`
    const send = (facts: unknown, more: object = {}) => {
      const body = JSON.stringify({
        ...finding,
        uuid: randomUUID(),
        capturedAt: finding.capturedAt.toISO(),
        facts: 'HERE',
        ...more,
      }).replace('"HERE"', String(facts))
      return post(client, path, world.people[0])
        .accept('json')
        .header('content-type', 'application/json')
        .json(body as never)
    }
    const deep = `${'{"a":'.repeat(40_000)}1${'}'.repeat(40_000)}`
    const list = `{"name":${'['.repeat(100_000)}${']'.repeat(100_000)}}`
    assert.equal((await send(deep)).status(), 400)
    assert.equal((await send(list)).status(), 400)
    assert.isEmpty(await db.from('round_findings').where('round_id', world.round.id))
    const polluted = await send(
      '{"__proto__":{"name":"x"},"constructor":{"prototype":{"name":"x"}}}'
    )
    assert.equal(polluted.status(), 201)
    assert.notProperty({}, 'name')
  })
})

/** A zip of one entry that unpacks to 80 MB of zeros and says `size` of itself. */
function bomb(name: string, size: number): Buffer {
  const data = deflateRawSync(Buffer.alloc(80 * 1024 ** 2))
  const file = Buffer.from(name)
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(20, 4)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(data.length, 18)
  local.writeUInt32LE(Math.min(size, 0xfffffffe), 22)
  local.writeUInt16LE(file.length, 26)
  const central = Buffer.alloc(46)
  central.writeUInt32LE(0x02014b50, 0)
  central.writeUInt16LE(20, 4)
  central.writeUInt16LE(20, 6)
  central.writeUInt16LE(8, 10)
  central.writeUInt32LE(data.length, 20)
  central.writeUInt32LE(Math.min(size, 0xfffffffe), 24)
  central.writeUInt16LE(file.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length + file.length, 12)
  end.writeUInt32LE(local.length + file.length + data.length, 16)
  return Buffer.concat([local, file, data, central, file, end])
}
