import { peakRss } from '../child.js'
import {
  interleave,
  round,
  spreadOf,
  type BenchResult,
  type Benchmark,
  type Sample,
} from '../harness.js'
import { connectOwner, emptyFacts, type Owner } from '../owner.js'
import { bareInsert } from './floor.js'
import { postAll } from './ours.js'
import { askTrialBalance } from './questions.js'
import { worldOf } from './world.js'

/** Lines of one entry, as of a form 50 with a deduction: two debits, two credits. */
const LINES = 4

/**
 * A ledger posted in batches against the same entries and lines put by bare multi-row INSERTs into
 * tables of the same columns and keys; then the trial balance over what was posted. For this one
 * `ratio` is our throughput over the floor's.
 */
const ledger: Benchmark = {
  name: 'ledger',
  about: 'entries posted in batches, beside a bare multi-row insert; the trial balance of them',
  rows: [100_000, 1_000_000],
  repeats: 3,
  async run({ rows: sizes, repeats, say }) {
    const owner = await connectOwner()
    const results: BenchResult[] = []
    try {
      for (const lines of sizes) {
        await emptyFacts(owner)
        const world = await worldOf(Math.ceil(lines / LINES))
        const { floor, ours } = await interleave(
          repeats,
          () => timed(() => bareInsert(owner, world)),
          () => timed(() => fresh(owner, () => postAll(world))),
          say
        )
        const [bare, mine] = [floor, ours].map((samples) =>
          spreadOf(samples.map(({ seconds }) => seconds))
        )
        results.push({
          name: 'ledger',
          rows: lines,
          floor: bare!,
          ours: mine!,
          ratio: round(bare!.median / mine!.median, 2),
          peakRssMb: peakRss(process.pid),
          perSecond: Math.round(lines / mine!.median),
        })
        results.push(await askTrialBalance(owner, lines, say))
      }
    } finally {
      await owner.close()
    }
    return results
  },
}

export default ledger

/** Each sample posts into an empty ledger: a fact posts once. The emptying is not part of the time. */
async function fresh(owner: Owner, work: () => Promise<number>): Promise<number> {
  await emptyFacts(owner)
  return work()
}

async function timed(work: () => Promise<number>): Promise<Sample> {
  return { seconds: await work() }
}
