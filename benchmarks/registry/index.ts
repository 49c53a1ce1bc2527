import app from '@adonisjs/core/services/app'
import { peakRss } from '../child.js'
import { round, spreadOf, type BenchResult, type Benchmark } from '../harness.js'
import { connectOwner, emptyFacts, type Owner } from '../owner.js'
import { drive, pace, signIn, type Load, type PacedLoad, type Question } from '../pages/driver.js'
import { serve } from '../pages/serve.js'
import { aReader } from '../pages/reader.js'
import { overlapChecks } from './overlap.js'
import { mixOf, pagesOf, type Page } from './questions.js'
import { fillRegistry, plan, stands, type MadeRegistry } from './world.js'

/** So many people work at once; each asks for a page a second. */
const PEOPLE = 20
const CLOSED_SECONDS = 5
const OPEN_SECONDS = 15
const MIX_SECONDS = 30
/** What a page may take, and how much the pace is raised until one takes longer. */
const BAR_MS = 100
const RAISED_BY = 1.25
const FASTEST = 400

/** Pages of a big registry under 20 clients, and the check of a new parcel, beside bare Node and SQL. */
const registry: Benchmark = {
  name: 'registry',
  about: 'list, search, map window, biography under 20 clients; overlap check of one new parcel',
  rows: [1_000_000],
  repeats: 3,
  async run({ rows: sizes, repeats, keep, say }) {
    const results: BenchResult[] = []
    for (const rows of sizes) {
      const owner = await connectOwner()
      try {
        const made = plan(rows)
        if (!keep || !(await stands(owner, made))) {
          await emptyFacts(owner)
          await fillRegistry(owner, rows)
        }
        say(`  ${made.assets} assets and ${made.parcels} parcels stand in the register`)
        const [unit] = await owner.query("SELECT id FROM units WHERE code = 'EG-FYM'")
        results.push(...(await underLoad(owner, made, Number(unit.id), repeats, say)))
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

type Say = (text: string) => void

async function underLoad(
  owner: Owner,
  made: MadeRegistry,
  unitId: number,
  repeats: number,
  say: Say
): Promise<BenchResult[]> {
  const { email, password } = await aReader(unitId)
  const ts = '--import=@poppinss/ts-exec'
  const bare = await serve([ts, app.makePath('benchmarks/registry/bare_server.ts')], '/list')
  // One web process as `npm start` has it; the environment is that of production already.
  const house = await serve([ts, app.makePath('bin/server.ts')], '/health')
  const results: BenchResult[] = []
  try {
    const cookie = await signIn(house.origin, email, password)
    const pages = await pagesOf(owner, made, bare.origin, house.origin)
    for (const page of pages) {
      const result = await onePage(page, cookie, repeats, say)
      results.push({ ...result, rows: made.assets, peakRssMb: peakRss(house.child.pid!) })
    }
    const mix = await wholeMix(mixOf(pages), cookie, say)
    results.push({ ...mix, rows: made.assets, peakRssMb: peakRss(house.child.pid!) })
  } finally {
    for (const { child } of [bare, house]) child.kill('SIGTERM')
  }
  return results
}

type Measured = Pick<BenchResult, 'name' | 'floor' | 'ours' | 'ratio'> & Record<string, unknown>

/** What floor and house can do of one page, in turn; then how long twenty people wait for it. */
async function onePage(page: Page, cookie: string, repeats: number, say: Say): Promise<Measured> {
  const { name } = page
  const closed = (asked: Question[], seconds: number) =>
    drive(asked, { connections: PEOPLE, seconds, cookie })
  await closed(page.floor, 1)
  await closed(page.ours, 2)
  const [floor, ours]: [Load[], Load[]] = [[], []]
  for (let turn = 0; turn < repeats; turn++) {
    floor.push(await closed(page.floor, CLOSED_SECONDS))
    ours.push(await closed(page.ours, CLOSED_SECONDS))
    say(
      `  ${name} ${turn + 1}/${repeats}: floor ${floor.at(-1)!.requestsPerSecond}/s, ours ${ours.at(-1)!.requestsPerSecond}/s`
    )
  }
  const open = await pace(page.ours, {
    ...{ people: PEOPLE, perSecond: PEOPLE, seconds: OPEN_SECONDS },
    cookie,
  })
  sayPaced(name, open, say)
  const perSecond = (loads: Load[]) => spreadOf(loads.map((load) => load.requestsPerSecond))
  const closedMs = (key: 'p50Ms' | 'p99Ms') => ({
    floor: spreadOf(floor.map((load) => load[key])).median,
    ours: spreadOf(ours.map((load) => load[key])).median,
  })
  return {
    name: `registry/${name}`,
    unit: 'requests/s',
    floor: perSecond(floor),
    ours: perSecond(ours),
    ratio: round(perSecond(floor).median / perSecond(ours).median, 2),
    throughputRatio: round(perSecond(ours).median / perSecond(floor).median, 3),
    p50Ms: closedMs('p50Ms'),
    p99Ms: closedMs('p99Ms'),
    open,
    bytes: { floor: floor[0]!.bytes, ours: ours[0]!.bytes },
  }
}

/** Everything at once: twenty people, a page a second each; then faster, while the bar holds. */
async function wholeMix(asked: Question[], cookie: string, say: Say): Promise<Measured> {
  const paced = (perSecond: number, seconds: number) =>
    pace(asked, { people: PEOPLE, perSecond, seconds, cookie })
  const open = await paced(PEOPLE, MIX_SECONDS)
  sayPaced('mix', open, say)
  let held: PacedLoad | null = open.p99Ms <= BAR_MS ? open : null
  for (let rate = PEOPLE * RAISED_BY; held && rate <= FASTEST; rate *= RAISED_BY) {
    const faster = await paced(Math.round(rate), OPEN_SECONDS)
    sayPaced('mix', faster, say)
    if (faster.p99Ms > BAR_MS) break
    held = faster
  }
  const rate = held?.askedPerSecond ?? 0
  return {
    name: 'registry/mix',
    unit: `requests/s at which p99 ≤ ${BAR_MS} ms, against the ${PEOPLE}/s asked for`,
    floor: { median: PEOPLE, spread: 0 },
    ours: { median: rate, spread: 0 },
    ratio: rate ? round(PEOPLE / rate, 2) : Number.POSITIVE_INFINITY,
    open,
    held,
  }
}

function sayPaced(name: string, load: PacedLoad, say: Say): void {
  say(
    `  ${name}, open at ${load.askedPerSecond}/s: p50 ${load.p50Ms} ms, p99 ${load.p99Ms} ms, slowest ${load.maxMs} ms`
  )
}
