import app from '@adonisjs/core/services/app'
import { checkBooks } from '#reporting/books_check/check_books'
import { peakRss } from '../child.js'
import { round, spreadOf, type BenchResult, type Benchmark } from '../harness.js'
import { connectOwner, emptyFacts, type Owner } from '../owner.js'
import { signIn } from '../pages/driver.js'
import { serve } from '../pages/serve.js'
import { post, type Answers } from './clients.js'
import { EACH, fillLine } from './world.js'

const CLIENTS = 200

/** Commitments approved by 200 clients at once on one line, beside the bare conditional update. */
const budget: Benchmark = {
  name: 'budget',
  about: '200 clients take credit of one line over HTTP, beside one conditional UPDATE over HTTP',
  rows: [2000],
  repeats: 3,
  async run({ rows: sizes, repeats, say }) {
    const results: BenchResult[] = []
    for (const rows of sizes) results.push(await oneLine(rows, repeats, say))
    return results
  },
}

export default budget

async function oneLine(
  rows: number,
  repeats: number,
  say: (text: string) => void
): Promise<BenchResult> {
  const owner = await connectOwner()
  const ts = '--import=@poppinss/ts-exec'
  const floor: Answers[] = []
  const ours: Answers[] = []
  let peakRssMb = 0
  try {
    for (let turn = 1; turn <= repeats; turn++) {
      await emptyFacts(owner)
      const made = await fillLine(owner, rows)
      const bare = await serve([ts, app.makePath('benchmarks/budget/bare_server.ts')], '/')
      const house = await serve([ts, app.makePath('bin/server.ts')], '/health')
      try {
        const { email, password } = made.approver
        const cookie = await signIn(house.origin, email, password)
        const page = await fetch(`${house.origin}/budget/commitments/1`, { headers: { cookie } })
        const token = /<meta name="csrf-token" content="([^"]+)"/.exec(await page.text())?.[1] ?? ''
        const body = new URLSearchParams({ _csrf: token }).toString()
        floor.push(
          await post(
            made.ids.map(() => `${bare.origin}/`),
            { clients: CLIENTS }
          )
        )
        ours.push(
          await post(
            made.ids.map((id) => `${house.origin}/budget/commitments/${id}/approval`),
            { clients: CLIENTS, body, cookie }
          )
        )
        peakRssMb = Math.max(peakRssMb, peakRss(house.child.pid!))
        await assertExact(owner, ours.at(-1)!)
        say(
          `  ${turn}/${repeats}: floor ${perSecond(rows, floor.at(-1)!)}/s, ours ${perSecond(rows, ours.at(-1)!)}/s, ` +
            `${ours.at(-1)!.taken} taken, ${ours.at(-1)!.refused} refused, p99 ${ours.at(-1)!.p99Ms} ms`
        )
      } finally {
        for (const { child } of [bare, house]) child.kill('SIGTERM')
      }
    }
  } finally {
    await owner.query('DROP TABLE IF EXISTS bench_balance')
    await owner.close()
  }
  const spread = (all: Answers[]) => spreadOf(all.map((one) => perSecond(rows, one)))
  return {
    name: 'budget/one-line',
    rows,
    clients: CLIENTS,
    unit: 'requests/s',
    floor: spread(floor),
    ours: spread(ours),
    // For this one our throughput over the floor's: more is better.
    ratio: round(spread(ours).median / spread(floor).median, 3),
    taken: ours[0]!.taken,
    refused: ours[0]!.refused,
    p50Ms: spreadOf(ours.map((one) => one.p50Ms)).median,
    p99Ms: spreadOf(ours.map((one) => one.p99Ms)).median,
    peakRssMb,
  }
}

const perSecond = (rows: number, { seconds }: Answers) => round(rows / seconds, 1)

/** Never a piastre over, nothing lost, no fault shown to anybody, and the books agree. */
async function assertExact(owner: Owner, { taken, refused, broken }: Answers): Promise<void> {
  if (Object.keys(broken).length > 0) {
    throw new Error(`A client was answered by a fault: ${JSON.stringify(broken)}`)
  }
  const [line] = await owner.query(
    'SELECT released * 100 AS released, committed * 100 AS committed FROM budget_balances WHERE line_id = 1'
  )
  const [released, committed] = [Number(line.released), Number(line.committed)]
  if (committed > released || committed !== taken * EACH * 100) {
    throw new Error(`${taken} were told yes; the line holds ${committed} of ${released} piastres`)
  }
  if (refused > 0 && committed !== released) {
    throw new Error(`${refused} were refused while ${released - committed} piastres were free`)
  }
  const verdict = await checkBooks(undefined, [
    'budget_balances',
    'budget_movements',
    'commitments',
  ])
  const wrong = verdict.invariants.filter(({ ok }) => !ok)
  if (wrong.length > 0) throw new Error(`books:check: ${JSON.stringify(wrong)}`)
}
