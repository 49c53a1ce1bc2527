import { createServer } from 'node:net'
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import { verifyTrail } from '#audit/verify'
import { checkBooks } from '#reporting/books_check/check_books'
import { checkSample } from '#reporting/sample/check'
import { generateSample } from '#reporting/sample/generate'
import { setUpSample } from '#reporting/sample/load'
import { AcknowledgedWriters } from './acknowledged.js'
import { runControl, type ControlVerdict } from './control.js'
import { Fleet, insist } from './fleet.js'
import { Chance } from './random.js'
import { openOffices } from './register_office.js'
import type { ClientsVerdict } from './http_clients.js'
import { RegisterClients } from './register_clients.js'
import { SpendingClients } from './spending_clients.js'
import { openSpending } from './spending_office.js'
import { Recovery, type RecoveryFigures } from './recovery.js'
import { Storm, type Blow } from './storm.js'
import { compareWithFiles, missingAndSurplus, type TableTruth } from './truth.js'
import {
  allEnded,
  countJobs,
  filesOf,
  finished,
  handOver,
  reconcileMonth,
  type WorkFile,
} from './work.js'

export interface FaultOptions {
  rounds: number
  seed: number
  sites: number
  months: number
  say: (text: string) => void
}

export interface FaultReport {
  ok: boolean
  rounds: number
  seed: number
  seconds: number
  blows: Record<Blow, number>
  /** Records of the four clients whose commit was answered. */
  acknowledged: number
  lost: number
  doubled: number
  /** What people did to the register over HTTP and were answered. */
  register: ClientsVerdict
  /** What they committed, put on forms 50, ordered and signed over HTTP. */
  spending: ClientsVerdict
  jobs: { recorded: number; done: number; effectsNotOnce: number; problems: string[] }
  imports: { files: number; rows: number }
  books: { ok: boolean; violations: number; examples: unknown[] }
  audit: { ok: boolean; rows: number; problems: number }
  truth: { ok: boolean; tables: TableTruth[]; planted: number; missing: number; extra: number }
  recovery: RecoveryFigures
  control: ControlVerdict & { caught: boolean }
}

const ROOT_UNIT = 'EG-FYM'

/**
 * A governorate's files come in and are reconciled, a register is kept and money spent beside them, while
 * web, worker, Redis and MariaDB are killed; then everything is counted. The last round reconciles every
 * month once more, so that the answer can be held against the truth of the sample.
 */
export async function runFaults(options: FaultOptions): Promise<FaultReport> {
  const { rounds, seed, say } = options
  const begun = performance.now()
  const folder = await mkdtemp(join(app.makePath(process.env.DIWAN_LOCAL!), 'sample-'))
  const { months } = await generateSample({
    seed,
    sites: options.sites,
    months: options.months,
    folder,
  })
  await setUpSample(folder)
  const files = await filesOf(folder)
  const root = await unitId(ROOT_UNIT)

  const port = await freePort()
  const fleet = new Fleet(port)
  const recovery = new Recovery(fleet)
  const storm = new Storm(fleet, new Chance(seed), recovery)
  const writers = new AcknowledgedWriters(await writerUnits())
  const base = `http://127.0.0.1:${port}`
  const register = new RegisterClients(await openOffices(await writerUnits(), base))
  const spending = new SpendingClients(await openSpending((await quietUnits(6)).slice(4), base))
  const people = [writers, register, spending]
  const problems: string[] = []
  fleet.start()
  try {
    await insist(async () => {
      if (!(await fleet.isServing())) throw new Error('not serving yet')
    })
    writers.start()
    await register.start()
    await spending.start()
    for (let round = 1; round <= rounds; round++) {
      const last = round === rounds
      const part = files.slice(share(files, round - 1, rounds), share(files, round, rounds))
      storm.start()
      const found = await oneRound(folder, part, root, last ? [] : [months[round % months.length]!])
      if (last) found.push(...(await waitFor(months.map((month) => reconcileMonth(root, month)))))
      await storm.stop()
      problems.push(...found)
      say(`  round ${round}/${rounds}: ${part.length} files, blows ${text(storm.blows)} ${found}`)
    }
    const away = await recovery.figures()
    for (const one of people) await one.stop()
    await allEnded()
    const verdict = await judge(folder, files, { writers, register, spending })
    const control = await runControl(fleet, await writerUnits(), 5)
    say(`  control: ${control.lost} of ${control.acknowledged} lost in ${control.kills} kills`)
    const jobs = { ...verdict.jobs, problems }
    const ok =
      verdict.lost + verdict.doubled + problems.length + jobs.effectsNotOnce === 0 &&
      jobs.recorded === jobs.done &&
      verdict.books.ok &&
      verdict.audit.ok &&
      verdict.truth.ok &&
      control.lost > 0
    return {
      ok,
      rounds,
      seed,
      seconds: Math.round((performance.now() - begun) / 1000),
      blows: storm.blows,
      acknowledged: writers.count,
      ...verdict,
      jobs,
      recovery: away,
      control: { ...control, caught: control.lost > 0 },
    }
  } finally {
    await storm.stop()
    for (const one of people) await one.stop()
    await fleet.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Files of one kind go in together, the next kind when they have landed; reconciliations beside them. */
async function oneRound(folder: string, files: WorkFile[], root: number, months: string[]) {
  const reconciling = months.map((month) => reconcileMonth(root, month))
  const problems: string[] = []
  for (const kind of new Set(files.map((file) => file.kind))) {
    const same = files.filter((file) => file.kind === kind)
    problems.push(...(await waitFor(same.map((file) => handOver(folder, file)))))
  }
  problems.push(...(await waitFor(reconciling)))
  return problems
}

async function waitFor(jobs: Promise<number>[]): Promise<string[]> {
  const problems: string[] = []
  for (const job of jobs) {
    const problem = await finished(await job)
    if (problem) problems.push(problem)
  }
  return problems
}

/** Everything is counted when the storm is over. */
async function judge(
  folder: string,
  files: WorkFile[],
  people: { writers: AcknowledgedWriters; register: RegisterClients; spending: SpendingClients }
) {
  const kept = await people.writers.verify()
  const register = await people.register.verify()
  const spending = await people.spending.verify()
  const tables = await compareWithFiles(files)
  const rows = missingAndSurplus(tables)
  const sample = await checkSample(folder)
  const books = await checkBooks()
  const audit = await verifyTrail()
  return {
    lost: kept.lost + rows.lost + register.lost + spending.lost,
    doubled: kept.doubled + rows.doubled + register.doubled + spending.doubled,
    register,
    spending,
    jobs: await countJobs(),
    imports: { files: files.length, rows: files.reduce((sum, file) => sum + file.rows, 0) },
    books: {
      ok: books.ok,
      violations: books.invariants.reduce((sum, { violations }) => sum + violations, 0),
      examples: books.invariants.flatMap(({ examples }) => examples.slice(0, 3)),
    },
    audit: { ok: audit.ok, rows: audit.rows, problems: audit.problems.length },
    truth: {
      ok: sample.ok,
      tables,
      planted: sample.planted,
      missing: sample.missing.length + sample.otherAmount.length,
      extra: sample.extra.length,
    },
  }
}

const share = (files: WorkFile[], round: number, rounds: number) =>
  Math.floor((files.length * round) / rounds)

const text = (blows: Record<Blow, number>) =>
  Object.entries(blows)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ')

async function unitId(code: string): Promise<number> {
  const [[row]] = await db.rawQuery('SELECT id FROM units WHERE code = ?', [code])
  return Number(row.id)
}

const writerUnits = () => quietUnits(4)

/** Units far from the work, so that the clients wait for nobody but each other's servers. */
async function quietUnits(count: number): Promise<number[]> {
  const [rows] = await db.rawQuery(
    `SELECT id FROM units WHERE kind = 'governorate' AND code <> ? ORDER BY id LIMIT ${count}`,
    [ROOT_UNIT]
  )
  return rows.map((row: { id: number }) => Number(row.id))
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as { port: number }
  await new Promise((done) => server.close(done))
  return port
}
