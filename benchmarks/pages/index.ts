import app from '@adonisjs/core/services/app'
import { connectOwner, emptyFacts } from '../owner.js'
import { peakRss } from '../child.js'
import { round, spreadOf, type BenchResult, type Benchmark } from '../harness.js'
import { drive, signIn, type Load } from './driver.js'
import { aReader } from './reader.js'
import { serve } from './serve.js'
import { fillPages, MONTH } from './world.js'

const CONNECTIONS = 20
const SECONDS = 6

/** Pages of a big governorate, signed in and whole, beside bare Node and SQL for the same rows. */
const pages: Benchmark = {
  name: 'pages',
  about: 'list, secretary and site page under 20 connections, beside bare Node + SQL',
  rows: [1_000_000],
  repeats: 3,
  async run({ rows: sizes, repeats, say }) {
    const results: BenchResult[] = []
    for (const rows of sizes) {
      const unit = await fill(rows)
      say(`  ${rows} charges stand in the books`)
      const { email, password } = await aReader(Number(unit.id))
      const bare = await serve(
        ['--import=@poppinss/ts-exec', app.makePath('benchmarks/pages/bare_server.ts')],
        '/list',
        {
          UNIT: String(unit.id),
          MONTH,
        }
      )
      const house = await serve(
        ['--import=@poppinss/ts-exec', app.makePath('bin/server.ts')],
        '/health'
      )
      try {
        const cookie = await signIn(house.origin, email, password)
        const month = MONTH.slice(0, 7)
        for (const [name, path] of [
          ['list', '/revenue/charges'],
          ['secretary', `/secretary?unit=${unit.id}&month=${month}`],
          ['site', '/papers/assets/77'],
        ] as const) {
          const floor: Load[] = []
          const ours: Load[] = []
          // Once for the caches of both.
          await drive([{ url: `${bare.origin}/${name}` }], { connections: CONNECTIONS, seconds: 1 })
          await drive([{ url: house.origin + path }], {
            connections: CONNECTIONS,
            seconds: 2,
            cookie,
          })
          for (let turn = 0; turn < repeats; turn++) {
            floor.push(
              await drive([{ url: `${bare.origin}/${name}` }], {
                connections: CONNECTIONS,
                seconds: SECONDS,
              })
            )
            ours.push(
              await drive([{ url: house.origin + path }], {
                connections: CONNECTIONS,
                seconds: SECONDS,
                cookie,
              })
            )
            say(
              `  ${name} ${turn + 1}/${repeats}: floor ${floor.at(-1)!.requestsPerSecond}/s, ours ${ours.at(-1)!.requestsPerSecond}/s, p99 ${ours.at(-1)!.p99Ms} ms`
            )
          }
          const perSecond = (loads: Load[]) => spreadOf(loads.map((load) => load.requestsPerSecond))
          const median = (loads: Load[], key: 'p50Ms' | 'p99Ms') =>
            spreadOf(loads.map((load) => load[key])).median
          results.push({
            name: `pages/${name}`,
            rows,
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
    }
    return results
  },
}

export default pages

async function fill(rows: number): Promise<{ id: number }> {
  const owner = await connectOwner()
  try {
    await emptyFacts(owner)
    await fillPages(owner, rows)
    const [unit] = await owner.query("SELECT id FROM units WHERE code = 'EG-FYM'")
    return unit
  } finally {
    await owner.close()
  }
}
