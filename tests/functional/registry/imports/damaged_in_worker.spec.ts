import { basename } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import loadRegistryRules from '#database/reference/registry_rules'
import { SYSTEM } from '#audit/actor'
import ImportBatch from '#core/imports/import_batch'
import { importSteps } from '#core/imports/steps'
import RunImportJob from '#core/jobs/run_import_job'
import StoredFile from '#core/models/stored_file'
import { openTable } from '#core/readers/open_table'
import type { Mapping } from '#core/imports/mapping'
import { damagedMaps } from '#tests/support/damaged_maps'
import { loadImportReference } from '#tests/support/imports'
import { ABSENT, isShared } from '#tests/support/shared_data'
import { aUnit } from '#tests/support/units'
import { aWorkerProcess, type WorkerChild } from '#tests/support/worker_process'
import { file } from '#tests/unit/core/readers/make'

const LAND: Mapping = { class: { value: 'land.vacant' } }
const OUTLINE: Mapping = {
  geometry: 'geometry',
  file_crs: 'geometry_crs',
  crs: { value: 'WGS84' },
}

interface JobRow {
  id: number
  state: string
  error: string | null
  result: Record<string, number> | null
  seconds: number
}

/** An import whose file nobody has opened yet: opening it is left to the worker too. */
async function unopened(path: string, unitId: number, mapping: Mapping): Promise<ImportBatch> {
  return db.transaction(async (trx) => {
    const kept = await StoredFile.keep(
      {
        ...{ from: path, unitId, purpose: 'import', by: SYSTEM },
        ...{ originalName: basename(path), mediaType: 'application/octet-stream' },
      },
      trx
    )
    return ImportBatch.create(
      {
        ...{ unitId, kind: 'land-register', fileId: kept.id, state: 'uploaded' as const },
        ...{ reading: {}, mapping, needsApproval: false, createdBy: null },
      },
      { client: trx }
    )
  })
}

/** The columns as the page shows them; of a file that cannot be opened only what is constant. */
async function mappingOf(path: string): Promise<Mapping> {
  try {
    const { columns } = await openTable(path)
    const isMap = columns.includes('geometry')
    return { ...LAND, name: columns[0]!, ...(isMap ? OUTLINE : {}) }
  } catch {
    return LAND
  }
}

async function ended(ids: readonly number[], worker: WorkerChild): Promise<JobRow[]> {
  for (let turn = 0; turn < 2400; turn++) {
    const rows = await db
      .from('jobs')
      .whereIn('id', [...ids])
      .orderBy('id')
      .select('id', 'state', 'error', 'result')
      .select(db.raw('TIMESTAMPDIFF(MICROSECOND, started_at, finished_at) / 1e6 AS seconds'))
    if (rows.every(({ state }) => state === 'done' || state === 'failed')) {
      return rows.map((row) => ({
        ...row,
        seconds: Number(row.seconds),
        result: typeof row.result === 'string' ? JSON.parse(row.result) : row.result,
      }))
    }
    if (!worker.isAlive()) throw new Error('The worker ended')
    await wait(100)
  }
  throw new Error('The jobs did not come to an end')
}

/** A square of about fifty metres that lands, apart from what other tests use. */
function honest(): string {
  const x = 30.9 + (process.pid % 97) * 0.002
  const y = 26 + (Date.now() % 9973) * 0.00009
  const ring = [
    [x, y],
    [x + 0.0005, y],
    [x + 0.0005, y + 0.0005],
    [x, y + 0.0005],
    [x, y],
  ]
  return collection([ring])
}

const collection = (rings: number[][][]) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: rings.map((ring, index) => ({
      type: 'Feature',
      properties: { no: `${index + 1}` },
      geometry: { type: 'Polygon', coordinates: [ring] },
    })),
  })

/** An outline drawn to keep a judge busy: `corners` on a wheel, each edge through its middle. */
function wheel(corners: number, isTangled: boolean): number[][] {
  const ring = Array.from({ length: corners }, (_, index) => {
    const turn = isTangled ? index * 2.4 : (index / corners) * 2 * Math.PI
    const away = 0.02 + (isTangled ? 0 : 0.0001 * (index % 2))
    return [30.5 + away * Math.cos(turn), 28.5 + away * Math.sin(turn)]
  })
  return [...ring, ring[0]!]
}

test.group('Damaged files in a worker process', (group) => {
  let worker: WorkerChild
  group.setup(async () => {
    await loadImportReference()
    await db.transaction((trx) => loadRegistryRules(trx))
    worker = await aWorkerProcess()
    return () => worker.stop()
  })
  group.tap((each) => each.timeout(300_000))

  /** The worker that took every file still takes and lands an honest one. */
  async function landsHonestly(unitId: number): Promise<void> {
    const path = await file(honest(), 'honest.geojson')
    const batch = await unopened(path, unitId, { ...LAND, ...OUTLINE, site_no: 'no' })
    const checked = await importSteps.check(batch, { by: SYSTEM })
    const [check] = await ended([checked], worker)
    if (check!.state !== 'done') throw new Error(String(check!.error))
    const id = await RunImportJob.enqueue({ importId: batch.id, step: 'commit' }, { unitId })
    const [commit] = await ended([id], worker)
    if (commit!.result?.landed !== 1) throw new Error(JSON.stringify(commit))
  }

  test('every damaged map and workbook is judged or refused in words, and the same worker goes on', async ({
    assert,
  }) => {
    const unitId = await aUnit()
    const paths = await damagedMaps()
    const jobs = new Map<number, string>()
    for (const path of paths) {
      const batch = await unopened(path, unitId, await mappingOf(path))
      jobs.set(await importSteps.check(batch, { by: SYSTEM }), basename(path))
    }
    const rows = await ended([...jobs.keys()], worker)
    assert.lengthOf(rows, paths.length)
    for (const row of rows) {
      const name = jobs.get(Number(row.id))!
      if (row.state === 'failed') {
        const said = /^\{/.test(row.error ?? '') ? JSON.parse(row.error!) : null
        assert.match(said?.messages?.ar ?? '', /[\u0600-\u06ff]{3}/, `${name}: ${row.error}`)
      } else {
        const { rows: all, landed, updated, unchanged, rejected, blank } = row.result!
        assert.equal(all, landed! + updated! + unchanged! + rejected! + blank!, name)
      }
      assert.isBelow(row.seconds, 20, name)
    }
    const refused = rows.filter(({ state }) => state === 'failed').length
    const slowest = Math.max(...rows.map(({ seconds }) => seconds))
    await landsHonestly(unitId)
    console.log(
      `    damaged files through worker ${worker.pid}: ${paths.length} files, ${paths.length - refused} read, ${refused} refused, slowest ${slowest.toFixed(2)} s, at most ${worker.peakMb()} MB`
    )
    assert.isTrue(worker.isAlive())
    assert.isBelow(worker.peakMb(), 512)
  }).skip(!isShared(), ABSENT)

  test('an outline drawn to keep the judge busy does not hold up the jobs beside it', async ({
    assert,
  }) => {
    const unitId = await aUnit()
    const rings = [wheel(9_000, true), wheel(9_000, false), wheel(40_000, true)]
    const path = await file(collection(rings), 'wheels.geojson')
    const batch = await unopened(path, unitId, { ...LAND, ...OUTLINE, site_no: 'no' })
    const hostile = await importSteps.check(batch, { by: SYSTEM })
    await landsHonestly(unitId)
    const [row] = await ended([hostile], worker)
    assert.equal(row!.state, 'done', String(row!.error))
    assert.deepInclude(row!.result!, { rows: 3, landed: 1, rejected: 2 })
    assert.isBelow(row!.seconds, 15)
    assert.isTrue(worker.isAlive())
  })
})
