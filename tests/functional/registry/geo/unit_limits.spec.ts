import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ace from '@adonisjs/core/services/ace'
import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import UnitsLimits from '../../../../commands/units_limits.js'
import { isInside } from '#registry/geo/inside'
import { limitOf } from '#registry/geo/limits'
import { ellipsoidArea, polygonsOf, type Position } from '#registry/geo/shape'
import { aPerson } from '#tests/support/people'
import { ABSENT, isShared, sharedPath } from '#tests/support/shared_data'

/** Runs the command with --json and gives its exit code and the object it printed. */
async function run(argv: string[]) {
  const printed: string[] = []
  const write = process.stdout.write
  process.stdout.write = ((text: string) => printed.push(text)) as never
  try {
    const instance = await ace.create(UnitsLimits, [...argv, '--json'])
    await instance.exec()
    return { code: instance.exitCode, answer: JSON.parse(printed.join('')) }
  } finally {
    process.stdout.write = write
  }
}

const idOf = async (code: string) =>
  Number((await db.from('units').where('code', code).select('id').firstOrFail()).id)

const GOVERNORATES = 'egypt_admin/boundaries/abs2s_egypt_governorates.geojson'

test.group('Boundaries of units are recorded as their limits', (group) => {
  let folder: string
  group.setup(() => ace.boot())
  group.setup(async () => {
    folder = await mkdtemp(join(tmpdir(), 'limits-'))
    return () => rm(folder, { recursive: true })
  })
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.timeout(120_000)

  const square = (lon: number, lat: number, side = 0.1): Position[] => [
    [lon, lat],
    [lon + side, lat],
    [lon + side, lat + side],
    [lon, lat + side],
    [lon, lat],
  ]

  async function file(name: string, features: [object, unknown][], more: object = {}) {
    const path = join(folder, name)
    const data = {
      type: 'FeatureCollection',
      ...more,
      features: features.map(([properties, ring]) => ({
        type: 'Feature',
        properties,
        geometry: ring && { type: 'Polygon', coordinates: [ring] },
      })),
    }
    await writeFile(path, JSON.stringify(data))
    return path
  }

  test('the 27 governorates of the public file find their units by code, and by name', async ({
    assert,
  }) => {
    const path = sharedPath(GOVERNORATES)
    const byCode = await run([path, '--by-code-field=shapeISO', '--from=2026-01-01'])
    assert.equal(byCode.answer.rows, 27)
    assert.deepEqual(
      byCode.answer.verdicts.filter((one: { verdict: string }) => one.verdict === 'rejected'),
      []
    )
    assert.equal(byCode.code, 0)
    assert.equal(byCode.answer.recorded, 27)

    const fayoum = await limitOf(await idOf('EG-FYM'))
    assert.isTrue(isInside([30.84, 29.31], polygonsOf(fayoum!.shape)))
    const total = await db
      .from('unit_limits')
      .sum('area_m2 as sum')
      .where('valid_from', '2026-01-01')
    assert.closeTo(Number(total[0].sum) / 1e6, 1_000_000, 20_000)

    const again = await run([path, '--by-code-field=shapeISO', '--from=2026-01-01'])
    assert.equal(again.answer.unchanged, 27)

    const named = await run([
      path,
      '--by-code-field=metabase_name',
      '--kind=governorate',
      '--from=2026-02-01',
    ])
    // Transliterations differ (Faiyum and Fayoum); each that is not found is named.
    assert.isAtLeast(named.answer.unchanged, 24)
    assert.equal(named.answer.unchanged + named.answer.rejected, 27)
  }).skip(!isShared(GOVERNORATES), ABSENT)

  test('a new boundary holds from its day; the old one answers for the days before', async ({
    assert,
  }) => {
    const id = await idOf('EG-FYM')
    const first = await file('a.geojson', [[{ code: 'eg-fym' }, square(30.5, 29.2)]])
    const second = await file('b.geojson', [[{ code: 'محافظة الفيُّوم' }, square(30.5, 29.2, 0.2)]])
    assert.equal(
      (await run([first, '--by-code-field=CODE', '--from=2031-01-01'])).answer.recorded,
      1
    )
    assert.equal(
      (await run([second, '--by-code-field=code', '--kind=governorate', '--from=2031-07-01']))
        .answer.recorded,
      1
    )
    const area = async (on: string) => ellipsoidArea((await limitOf(id, { on }))!.shape)
    assert.closeTo((await area('2031-07-01')) / (await area('2031-06-30')), 4, 0.01)

    const again = await run([first, '--unit=EG-FYM', '--from=2031-07-01'])
    assert.equal(again.code, 1)
    assert.match(again.answer.verdicts[0].reason.ar, /من اليوم نفسه/)
    const trail = await db.from('trail').where({ action: 'unit_limit.recorded', subject_id: id })
    assert.lengthOf(trail, 2)
    assert.include(trail[0].after_value, '2031-01-01')
  })

  test('what cannot be a limit is refused with a sentence and keeps nothing else out', async ({
    assert,
  }) => {
    const bowTie = [
      [31, 30],
      [31.1, 30.1],
      [31.1, 30],
      [31, 30.1],
      [31, 30],
    ]
    const path = await file('mixed.geojson', [
      [{ name: 'Cairo' }, square(31.2, 30)],
      [{ name: 'Atlantis' }, square(31.2, 30)],
      [{ name: 'القاهرة' }, square(31.2, 30)],
      [{ name: 'Giza' }, bowTie],
      [{ name: 'Luxor' }, square(48, 30)],
      [{ name: 'Qena' }, null],
    ])
    const { code, answer } = await run([
      path,
      '--by-code-field=name',
      '--kind=governorate',
      '--from=2032-01-01',
    ])
    assert.equal(code, 1)
    assert.deepEqual(
      answer.verdicts.map(({ verdict }: { verdict: string }) => verdict),
      ['recorded', 'rejected', 'rejected', 'rejected', 'rejected', 'rejected']
    )
    const reasons = answer.verdicts.map(
      ({ reason }: { reason: { en: string } | null }) => reason?.en
    )
    assert.match(reasons[1], /No unit within your reach/)
    assert.match(reasons[2], /earlier row/)
    assert.match(reasons[3], /crosses itself/)
    assert.match(reasons[4], /outside of Egypt/)
    assert.match(reasons[5], /no polygon/)
  })

  test('a belt named in the file is converted; a projection nobody knows is refused', async ({
    assert,
  }) => {
    const ring = [
      [615000, 810000],
      [616000, 810000],
      [616000, 811000],
      [615000, 811000],
      [615000, 810000],
    ]
    const crs = (name: string) => ({ crs: { type: 'name', properties: { name } } })
    const red = await file('red.geojson', [[{}, ring]], crs('urn:ogc:def:crs:EPSG::22992'))
    const { answer } = await run([red, '--unit=EG-FYM', '--from=2033-01-01'])
    assert.closeTo(Number(answer.verdicts[0].areaM2), 1_000_000, 30)
    const odd = await file('odd.geojson', [[{}, ring]], crs('EPSG:3857'))
    assert.match((await run([odd, '--unit=EG-FYM'])).answer.error.messages.en, /projection/)
  })

  test('no file, no field, no unit: each is said', async ({ assert }) => {
    const good = await file('good.geojson', [[{ code: 'EG-FYM' }, square(30.5, 29.2)]])
    assert.equal((await run([good])).code, 2)
    assert.equal((await run([good, '--unit=EG-FYM', '--from=soon'])).code, 2)
    assert.equal((await run([join(folder, 'none.geojson'), '--unit=EG-FYM'])).code, 1)
    const fields = await run([good, '--by-code-field=iso'])
    assert.match(fields.answer.error.cure.en, /Fields of the file: code/)
    assert.match((await run([good, '--unit=EG-XX'])).answer.error.message, /EG-XX/)
    const text = join(folder, 'text.geojson')
    await writeFile(text, 'وليس ملفا')
    assert.match((await run([text, '--unit=EG-FYM'])).answer.error.messages.ar, /GeoJSON/)
  })

  test('a supervisor loads limits of his units on the page; a unit of others is not found', async ({
    assert,
    client,
  }) => {
    const fayoum = await idOf('EG-FYM')
    const supervisor = await aPerson({ unitId: fayoum, roles: ['system_supervisor'] })
    const path = await file('page.geojson', [
      [{ code: 'EG-FYM' }, square(30.5, 29.2)],
      [{ code: 'EG-GZ' }, square(31, 29.9)],
    ])
    const answer = await client
      .post('/registry/limits')
      .loginAs(supervisor)
      .withCsrfToken()
      .fields({ field: 'code', valid_from: '2034-01-01', source: 'المساحة العسكرية' })
      .file('file', path)
    answer.assertStatus(200)
    answer.assertTextIncludes('لا توجد وحدة بهذا الكود أو الاسم في نطاقك')
    const limits = await db.from('unit_limits').where('valid_from', '2034-01-01')
    assert.deepEqual(
      limits.map(({ unit_id: id, source }) => [Number(id), source]),
      [[fayoum, 'المساحة العسكرية']]
    )
    const list = await client.get('/registry/limits').loginAs(supervisor)
    list.assertTextIncludes('المساحة العسكرية')
    const wrong = await client
      .post('/registry/limits')
      .loginAs(supervisor)
      .withCsrfToken()
      .headers({
        'accept': 'text/html',
        'x-up-version': '3.14.3',
        'x-back-to': '/registry/limits/create',
      })
      .fields({ field: 'iso', valid_from: '2034-02-01', source: 'المساحة' })
      .file('file', path)
    wrong.assertStatus(422)
    wrong.assertTextIncludes('لا يوجد حقل «iso» في الملف')
  })
})
