import app from '@adonisjs/core/services/app'
import { peakRss } from '../child.js'
import { round, spreadOf, type BenchResult, type Benchmark } from '../harness.js'
import { connectOwner, emptyFacts } from '../owner.js'
import { drive, signIn, type Load } from '../pages/driver.js'
import { serve } from '../pages/serve.js'
import { aReader } from '../pages/reader.js'
import { overlapChecks } from './overlap.js'
import { fillRegistry, GROUND, type MadeRegistry } from './world.js'

const CONNECTIONS = 20
const SECONDS = 5
const PLACES = 40

/** Pages of a big registry under 20 clients, and the check of a new parcel, beside bare Node and SQL. */
const registry: Benchmark = {
  name: 'registry',
  about: 'list, search, map window, biography under 20 clients; overlap check of one new parcel',
  rows: [1_000_000],
  repeats: 3,
  async run({ rows: sizes, repeats, say }) {
    const results: BenchResult[] = []
    for (const rows of sizes) {
      const owner = await connectOwner()
      try {
        await emptyFacts(owner)
        const made = await fillRegistry(owner, rows)
        say(`  ${made.assets} assets and ${made.parcels} parcels stand in the register`)
        const [unit] = await owner.query("SELECT id FROM units WHERE code = 'EG-FYM'")
        results.push(...(await underLoad(made, Number(unit.id), repeats, say)))
        results.push(await overlapChecks(owner, made, Number(unit.id)))
        say(`  overlap: ${results.at(-1)!.ours.median} ms`)
      } finally {
        await owner.close()
      }
    }
    return results
  },
}

export default registry

async function underLoad(
  made: MadeRegistry,
  unitId: number,
  repeats: number,
  say: (text: string) => void
): Promise<BenchResult[]> {
  const { email, password } = await aReader(unitId)
  const ts = '--import=@poppinss/ts-exec'
  const bare = await serve([ts, app.makePath('benchmarks/registry/bare_server.ts')], '/list')
  const house = await serve([ts, app.makePath('bin/server.ts')], '/health')
  const results: BenchResult[] = []
  try {
    const cookie = await signIn(house.origin, email, password)
    for (const [name, floorPaths, paths] of questions(made)) {
      const ask = (seconds: number, side: 'floor' | 'ours') =>
        side === 'floor'
          ? drive(
              floorPaths.map((path) => bare.origin + path),
              { connections: CONNECTIONS, seconds }
            )
          : drive(
              paths.map((path) => house.origin + path),
              {
                connections: CONNECTIONS,
                seconds,
                cookie,
              }
            )
      await ask(1, 'floor')
      await ask(2, 'ours')
      const [floor, ours]: [Load[], Load[]] = [[], []]
      for (let turn = 0; turn < repeats; turn++) {
        floor.push(await ask(SECONDS, 'floor'))
        ours.push(await ask(SECONDS, 'ours'))
        say(
          `  ${name} ${turn + 1}/${repeats}: floor ${floor.at(-1)!.requestsPerSecond}/s, ours ${ours.at(-1)!.requestsPerSecond}/s, p99 ${ours.at(-1)!.p99Ms} ms`
        )
      }
      const perSecond = (loads: Load[]) => spreadOf(loads.map((load) => load.requestsPerSecond))
      const median = (loads: Load[], key: 'p50Ms' | 'p99Ms') =>
        spreadOf(loads.map((load) => load[key])).median
      results.push({
        name: `registry/${name}`,
        rows: made.assets,
        unit: 'requests/s',
        floor: perSecond(floor),
        ours: perSecond(ours),
        ratio: round(perSecond(floor).median / perSecond(ours).median, 2),
        throughputRatio: round(perSecond(ours).median / perSecond(floor).median, 3),
        p50Ms: { floor: median(floor, 'p50Ms'), ours: median(ours, 'p50Ms') },
        p99Ms: { floor: median(floor, 'p99Ms'), ours: median(ours, 'p99Ms') },
        bytes: { floor: floor[0]!.bytes, ours: ours[0]!.bytes },
        peakRssMb: peakRss(house.child.pid!),
      })
    }
  } finally {
    for (const { child } of [bare, house]) child.kill('SIGTERM')
  }
  return results
}

/** What is asked of both sides, each in several places so that nothing is answered from one spot. */
function questions({ assets, parcels, columns }: MadeRegistry) {
  const ids = Array.from({ length: PLACES }, (_, at) => 1 + ((at * 7_919_317) % assets))
  const rows = Math.ceil(parcels / columns)
  const boxes = (width: number, height: number) =>
    Array.from({ length: PLACES }, (_, at) => {
      const west = GROUND.west + ((at * 0.618) % 1) * Math.max(0, columns * GROUND.step - width)
      const south = GROUND.south + ((at * 0.377) % 1) * Math.max(0, rows * GROUND.step - height)
      return [west, south, west + width, south + height]
        .map((degrees) => degrees.toFixed(6))
        .join(',')
    })
  const windows = (name: string, zoom: number, width: number, height: number) => {
    const all = boxes(width, height)
    return [
      name,
      all.map((box) => `/window?bbox=${box}`),
      all.map((box) => `/registry/map/window?bbox=${box}&zoom=${zoom}`),
    ] as const
  }
  return [
    ['list', ['/list'], ['/registry/assets']],
    ['search', ids.map((id) => `/search?q=n${id}`), ids.map((id) => `/registry/assets?q=n${id}`)],
    windows('window-street', 17, 0.014, 0.006),
    windows('window-town', 13, 0.22, 0.1),
    windows('window-governorate', 10, 1.7, 0.8),
    [
      'biography',
      ids.map((id) => `/biography?id=${id}`),
      ids.map((id) => `/registry/assets/${id}`),
    ],
  ] as const
}
