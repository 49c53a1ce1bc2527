import { peakRss } from '../child.js'
import {
  interleave,
  round,
  spreadOf,
  type BenchResult,
  type Benchmark,
  type BenchOptions,
} from '../harness.js'
import { connectOwner, emptyFacts, type Owner } from '../owner.js'
import { bareInsert } from './floor.js'
import { postAll } from './ours.js'
import { fillMovements } from './movements.js'
import { askAll } from './questions.js'
import { worldOf, type LedgerWorld } from './world.js'

/** Lines of one entry, as of a form 50 with a deduction: two debits, two credits. */
const LINES = 4

const LEDGER = [
  'ledger_seals',
  'ledger_sealings',
  'ledger_lines',
  'ledger_totals',
  'ledger_entries',
  'number_counters',
]

/**
 * A ledger posted in batches against the same entries and lines put by bare multi-row INSERTs into
 * tables of the same columns, keys and constraints; then what people ask of as many lines. For this one
 * `ratio` is our throughput over the floor's. `--keep` asks what the last run posted.
 */
const ledger: Benchmark = {
  name: 'ledger',
  about: 'entries posted in batches, beside a bare multi-row insert; what pages ask of them',
  rows: [100_000, 1_000_000],
  repeats: 3,
  async run({ rows: sizes, repeats, keep, say }) {
    const owner = await connectOwner()
    const results: BenchResult[] = []
    try {
      for (const lines of sizes) {
        if (!keep) await emptyFacts(owner)
        const world = await worldOf(owner, Math.ceil(lines / LINES))
        if (!keep) {
          results.push(await measurePosting(owner, { lines, world, repeats, say }))
          await fillMovements(owner)
        }
        await owner.query(
          'ANALYZE TABLE ledger_lines, ledger_entries, ledger_totals, budget_movements'
        )
        results.push(...(await askAll(owner, { lines, world, say })))
      }
    } finally {
      await owner.close()
    }
    return results
  },
}

export default ledger

async function measurePosting(
  owner: Owner,
  {
    lines,
    world,
    repeats,
    say,
  }: { lines: number; world: LedgerWorld } & Pick<BenchOptions, 'repeats' | 'say'>
): Promise<BenchResult> {
  const { floor, ours } = await interleave(
    repeats,
    async () => ({ seconds: await bareInsert(owner, world) }),
    async () => {
      await emptyLedger(owner)
      return { seconds: await postAll(world) }
    },
    say
  )
  const refusing = await bareInsert(owner, world, { refusing: true })
  say(`  into tables that refuse as ours do: ${round(refusing)} s`)
  const [bare, mine] = [floor, ours].map((samples) =>
    spreadOf(samples.map(({ seconds }) => seconds))
  )
  return {
    name: 'ledger',
    rows: lines,
    floor: bare!,
    ours: mine!,
    ratio: round(bare!.median / mine!.median, 2),
    ratioToRefusing: round(refusing / mine!.median, 2),
    peakRssMb: peakRss(process.pid),
    perSecond: Math.round(lines / mine!.median),
  }
}

/** Each sample posts into an empty ledger: a fact posts once. */
async function emptyLedger(owner: Owner): Promise<void> {
  await owner.query('SET SESSION foreign_key_checks = 0')
  for (const table of LEDGER) await owner.query(`TRUNCATE TABLE ${table}`)
  await owner.query('SET SESSION foreign_key_checks = 1')
}
