import app from '@adonisjs/core/services/app'
import { verifyTrail } from '#audit/verify'
import { checkBooks } from '#reporting/books_check/check_books'
import { peakRss } from '../child.js'
import { round, spreadOf, type BenchResult, type Benchmark } from '../harness.js'
import { connectOwner, emptyFacts, type Owner } from '../owner.js'
import { serve } from '../pages/serve.js'
import { takeBare } from './bare.js'
import { signedIn } from './browsers.js'
import { post, type Answers, type Browser } from './clients.js'
import { aPair, creditFor, EACH, emptyLine, fillLine } from './world.js'

const CLIENTS = 200
const TS = '--import=@poppinss/ts-exec'
/** So many are asked before the clock runs: a process is slow until it has compiled what it does often. */
const WARM = 600
/** The bare update is so quick that as many as ours would be over within a second. */
const BARE_TIMES = 8

/** Commitments approved by 200 clients at once on one line, beside the bare conditional update. */
const budget: Benchmark = {
  name: 'budget',
  about:
    '200 clients take credit of one line over HTTP, beside one conditional UPDATE and its commit',
  rows: [2000],
  repeats: 5,
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
  const [bare, http, ours]: Answers[][] = [[], [], []]
  let peakRssMb = 0
  let checked: Checked | undefined
  try {
    const people = await aPair(owner)
    let browsers: Browser[] = []
    for (let turn = 1; turn <= repeats; turn++) {
      await emptyFacts(owner)
      const ids = await fillLine(owner, { asked: rows, warm: WARM }, people)
      const { child, origin } = await serve([TS, app.makePath('bin/server.ts')], '/health')
      try {
        if (turn === 1) browsers = await signedIn(origin, people.approver, CLIENTS)
        const urls = ids.map((id) => `${origin}/budget/commitments/${id}/approval`)
        await warm(browsers, urls.slice(0, WARM))
        ours!.push(await post(urls.slice(WARM), browsers))
        peakRssMb = Math.max(peakRssMb, peakRss(child.pid!))
      } finally {
        child.kill('SIGTERM')
      }
      checked = await assertExact(owner, ours!.at(-1)!)
      http!.push(await throughTheHouse(owner, rows, browsers))
      bare!.push(await takeAlone(owner, rows * BARE_TIMES))
      const [one, two, three] = [bare!, http!, ours!].map((all) => perSecond(all.at(-1)!))
      say(
        `  ${turn}/${repeats}: bare ${one}/s, bare through the house ${two}/s, ours ${three}/s, ` +
          `${ours!.at(-1)!.taken} taken, ${ours!.at(-1)!.refused} refused, p99 ${ours!.at(-1)!.p99Ms} ms`
      )
    }
  } finally {
    await owner.close()
  }
  const spread = (all: Answers[] = []) => spreadOf(all.map(perSecond))
  return {
    name: 'budget/one-line',
    rows,
    clients: CLIENTS,
    unit: 'requests/s',
    floor: spread(http),
    bareFloor: spread(bare),
    ours: spread(ours),
    // For this one our throughput over the floor's: more is better.
    ratio: round(spread(ours).median / spread(http).median, 3),
    ratioToBare: round(spread(ours).median / spread(bare).median, 3),
    taken: ours![0]!.taken,
    refused: ours![0]!.refused,
    checked,
    p50Ms: spreadOf(ours!.map((one) => one.p50Ms)).median,
    p99Ms: spreadOf(ours!.map((one) => one.p99Ms)).median,
    peakRssMb,
  }
}

const perSecond = ({ taken, refused, seconds }: Answers) => round((taken + refused) / seconds, 1)

/** The bare update over connections that stand, nothing else between. */
async function takeAlone(owner: Owner, rows: number): Promise<Answers> {
  await emptyLine(owner, 2 * WARM)
  await takeBare(WARM, CLIENTS)
  await emptyLine(owner, rows)
  const answers = await takeBare(rows, CLIENTS)
  assertSound(answers, rows)
  return answers
}

/** The bare update behind the application's own server, asked by the same browsers. */
async function throughTheHouse(owner: Owner, rows: number, browsers: Browser[]): Promise<Answers> {
  await emptyLine(owner, 2 * WARM)
  const { child, origin } = await serve(
    [TS, app.makePath('benchmarks/budget/house_floor.ts')],
    '/health'
  )
  try {
    const urls = Array.from({ length: rows }, (_, at) => `${origin}/bench/take/${at + 1}`)
    await warm(browsers, urls.slice(0, WARM))
    await emptyLine(owner, rows)
    const answers = await post(urls, browsers)
    assertSound(answers, rows)
    return answers
  } finally {
    child.kill('SIGTERM')
  }
}

/** The same as is measured, before it is: each of them has to be taken. */
async function warm(browsers: Browser[], urls: readonly string[]): Promise<void> {
  const { taken, broken } = await post(urls, browsers)
  if (taken !== urls.length) throw new Error(`Warming: ${taken} taken; ${JSON.stringify(broken)}`)
}

function assertSound({ taken, refused, broken }: Answers, rows: number): void {
  if (Object.keys(broken).length > 0) {
    throw new Error(`A client was answered by a fault: ${JSON.stringify(broken)}`)
  }
  const fit = creditFor(rows) / EACH
  if (taken !== fit || refused !== rows - fit) {
    throw new Error(`${taken} taken and ${refused} refused of ${rows}, where ${fit} fit`)
  }
}

/** What was held against each other after a run of ours, as the result tells it. */
interface Checked {
  committedPiastres: number
  releasedPiastres: number
  probes: number
  violations: number
  trailRows: number
}

/** Never a piastre over, nothing lost, no fault shown to anybody, and the books and the trail agree. */
async function assertExact(owner: Owner, answers: Answers): Promise<Checked> {
  assertSound(answers, answers.taken + answers.refused)
  const [line] = await owner.query(
    'SELECT released * 100 AS released, committed * 100 AS committed FROM budget_balances WHERE line_id = 1'
  )
  const [released, committed] = [Number(line.released), Number(line.committed)]
  if (committed > released || committed !== (answers.taken + WARM) * EACH * 100) {
    throw new Error(
      `${answers.taken} were told yes; the line holds ${committed} of ${released} piastres`
    )
  }
  const tables = ['budget_balances', 'budget_movements', 'commitments']
  const verdict = await checkBooks(undefined, tables)
  const wrong = verdict.invariants.filter(({ ok }) => !ok)
  if (wrong.length > 0) throw new Error(`books:check: ${JSON.stringify(wrong)}`)
  const trail = await verifyTrail()
  if (!trail.ok) throw new Error(`audit:verify: ${JSON.stringify(trail)}`)
  return {
    committedPiastres: committed,
    releasedPiastres: released,
    probes: verdict.invariants.reduce((sum, { probes }) => sum + probes, 0),
    violations: verdict.invariants.reduce((sum, { violations }) => sum + violations, 0),
    trailRows: trail.rows,
  }
}
