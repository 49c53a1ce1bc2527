import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import app from '@adonisjs/core/services/app'
import {
  interleave,
  round,
  spreadOf,
  type BenchResult,
  type Benchmark,
  type Sample,
} from '../harness.js'
import { runAce } from '../child.js'
import { connectOwner, emptyFacts, type Owner } from '../owner.js'
import { runFloor } from './floor.js'
import { WORLD, writeFiles, type WorldTotals } from './files.js'

const STEPS = [
  ['charges', 'charges.csv'],
  ['receipts', 'receipts.csv'],
  ['deposit-slips', 'slips.csv'],
  ['bank-statement', 'bank.csv'],
] as const

/** Files → imported → posted → reconciled → committed → audited, against LOAD DATA + one join. */
const reconcile: Benchmark = {
  name: 'reconcile',
  about: 'files to a reconciled month, beside LOAD DATA + one join + INSERT',
  rows: [100_000, 1_000_000],
  repeats: 3,
  async run({ rows: sizes, repeats, say }) {
    const owner = await connectOwner()
    const results: BenchResult[] = []
    for (const rows of sizes) {
      const folder = await mkdtemp(join(app.tmpPath(), '..', '.local', 'bench-'))
      try {
        const totals = await writeFiles(folder, rows)
        const steps: Record<string, number[]> = {}
        const samples = await interleave(
          repeats,
          () => runFloor(owner, folder, totals),
          () => runOurs(owner, folder, totals, steps),
          say
        )
        const floor = spreadOf(samples.floor.map((sample) => sample.seconds))
        const ours = spreadOf(samples.ours.map((sample) => sample.seconds))
        results.push({
          name: 'reconcile',
          rows,
          floor,
          ours,
          ratio: round(ours.median / floor.median, 2),
          peakRssMb: Math.max(...samples.ours.map((sample) => sample.peakRssMb ?? 0)),
          seconds: Object.fromEntries(
            Object.entries(steps).map(([step, values]) => [step, spreadOf(values).median])
          ),
          checked: { receipts: totals.receipts, matched: totals.matched },
        })
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    }
    await owner.close()
    return results
  },
}

export default reconcile

async function runOurs(
  owner: Owner,
  folder: string,
  expected: WorldTotals,
  steps: Record<string, number[]>
): Promise<Sample> {
  await emptyFacts(owner)
  await owner.query(
    `INSERT INTO bank_accounts (unit_id, account_no, name_ar, bank_name, ledger_account_id, opened_on)
     SELECT u.id, ?, 'حساب القياس', 'البنك المركزي', (SELECT MIN(id) FROM ledger_accounts WHERE class = 'asset' AND is_postable = 1), '2020-07-01'
     FROM units u WHERE u.code = ?`,
    [WORLD.account, WORLD.unit]
  )
  let seconds = 0
  let peakRssMb = 0
  const step = async (name: string, parameters: string[]) => {
    const done = await runAce(parameters)
    seconds += done.seconds
    peakRssMb = Math.max(peakRssMb, done.peakRssMb)
    ;(steps[name] ??= []).push(done.seconds)
    return JSON.parse(done.output)
  }
  for (const [kind, file] of STEPS) {
    await step(kind, [
      'import',
      kind,
      join(folder, file),
      '--unit',
      WORLD.unit,
      '--commit',
      '--json',
    ])
  }
  const run = await step('reconcile', [
    'reconcile',
    '--unit',
    WORLD.unit,
    '--month',
    WORLD.month,
    '--json',
  ])
  const applied = ['matched', 'overpaid'].reduce(
    (sum, name) => sum + Number(run.dispositions.receipts[name]?.count ?? 0),
    0
  )
  const received = BigInt(String(run.inputs.receipts.amount).replace('.', ''))
  if (
    run.inputs.charges.count !== expected.charges ||
    run.inputs.receipts.count !== expected.receipts ||
    received !== expected.received ||
    applied !== expected.matched
  ) {
    throw new Error(
      `Our answer is wrong: ${JSON.stringify(run.inputs)} ${JSON.stringify(run.dispositions)}`
    )
  }
  return { seconds, peakRssMb }
}
