/**
 * What brings a database to the state this version expects, as data. A step runs when its
 * sources differ from those it last ran with on this database; `once` steps run once per database.
 */
import { hashOf, readJson, writeJson } from './files.mjs'
import { inLocal } from './paths.mjs'
import { isPrivate } from './environment.mjs'
import { step } from './log.mjs'
import { ace, needsOwner } from './ace.mjs'

export const DATABASE_STEPS = [
  { name: 'Tables', command: ['migration:run', '--force'], sources: ['database/migrations'] },
  {
    name: 'Rights of the run-time user',
    command: ['db:grants'],
    sources: ['database/migrations', 'commands/db_grants.ts'],
  },
  {
    name: 'Reference data',
    command: ['reference:load'],
    sources: ['app', 'commands', 'database'],
  },
]

/** An emptied database with the rights of real life and the reference data: for tests and measurements. */
export const EMPTY_STEPS = [
  { ...DATABASE_STEPS[0], name: 'Tables, empty', command: ['migration:fresh', '--force'] },
  ...DATABASE_STEPS.slice(1),
  // Not NODE_ENV=test: there a migration would also rewrite database/schema.ts.
].map((entry) => ({ ...entry, always: true, set: { NODE_ENV: 'production' } }))

export const SAMPLE_UNIT = 'EG-FYM'

/** The month before the current one in Cairo, as `yyyy-mm`. */
export function lastClosedMonth(now = new Date()) {
  const cairo = new Intl.DateTimeFormat('en-CA', {
    timeZone: 'Africa/Cairo',
    year: 'numeric',
    month: '2-digit',
  })
  const [year, month] = cairo.format(now).split('-').map(Number)
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`
}

export const reportPath = (month, format) =>
  inLocal('reports', `revenue-reconciliation-${SAMPLE_UNIT}-${month}.${format}`)

/** The main job on the sample governorate: the papers come in, meet, and are reported on. */
export function sampleSteps(month) {
  const folder = inLocal('sample')
  const scope = ['--unit', SAMPLE_UNIT, '--month', month]
  const report = (format) => [
    ...['report', 'revenue-reconciliation', ...scope, '--format', format],
    ...['--out', reportPath(month, format)],
  ]
  const generate = ['sample:generate', '--seed', '7', '--sites', '3000', '--months', '12']
  return [
    { name: 'Sample governorate, its files', once: true, command: [...generate, '--out', folder] },
    { name: 'Sample governorate, imported', once: true, command: ['sample:load', folder] },
    { name: 'Work of its offices', once: true, command: ['sample:work'] },
    { name: 'Reconciliation of the month', once: true, command: ['reconcile', ...scope, '--json'] },
    { name: 'Report as Excel', once: true, command: report('xlsx') },
    { name: 'Report as PDF', once: true, command: report('pdf') },
  ]
}

const recordPath = () => inLocal('steps.json')

/** Which database a record is about: a new data folder has none of what was done to the old one. */
const databaseOf = (state, env) =>
  `${isPrivate('database') ? state.database.installation : `${env.DB_HOST}:${env.DB_PORT}`}/${env.DB_DATABASE}`

/** What was done to this database, and a way to add to it. */
export function record(ground) {
  const database = databaseOf(ground.state, ground.env())
  const all = readJson(recordPath())
  return {
    done: all[database] ?? {},
    note(name, value) {
      const now = readJson(recordPath())
      writeJson(recordPath(), { ...now, [database]: { ...now[database], [name]: value } })
      return value
    },
  }
}

/**
 * Runs those of the steps that this database still needs.
 * @param ground what `prepare` returned
 */
export async function bringUpToDate(ground, steps) {
  const { done, note } = record(ground)
  const hashes = new Map()
  const hashFor = (sources) => {
    const key = sources.join()
    if (!hashes.has(key)) hashes.set(key, hashOf(...sources))
    return hashes.get(key)
  }
  for (const { name, command, sources, once, always, set } of steps) {
    const want = once ? 'done' : hashFor(sources)
    // On a server that is not ours anybody may have changed anything: look every time.
    const known = !always && (once || isPrivate('database'))
    if (known && done[name] === want) continue
    const env = ground.env({ owner: needsOwner(command[0]), set })
    await step(name, () => ace(ground.node, command, env).then(() => true))
    note(name, want)
  }
}
