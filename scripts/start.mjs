/**
 * npm start: from a checkout to a working Diwan. Prepares only what has changed since the last
 * time, starts web and worker, and keeps them (and the private servers) up until it is told to end.
 */
import { readFileSync } from 'node:fs'
import { alive, endHelpers, identity, until } from './lib/processes.mjs'
import {
  bringUpToDate,
  DATABASE_STEPS,
  lastClosedMonth,
  record,
  reportPath,
  sampleSteps,
} from './lib/steps.mjs'
import { Child, endLeftovers } from './lib/supervisor.mjs'
import { dotenv } from './lib/dotenv.mjs'
import { ensureAssets } from './lib/assets.mjs'
import { folder, inLocal, inRoot } from './lib/paths.mjs'
import { freePort, isFree } from './lib/ports.mjs'
import { isPrivate } from './lib/environment.mjs'
import { locked } from './lib/lock.mjs'
import { logTo, main, say, seconds, Trouble } from './lib/log.mjs'
import { prepare } from './lib/prepare.mjs'
import { ace } from './lib/ace.mjs'
import { readJson, tail, writeJson } from './lib/files.mjs'
import { releaseServices, servicesStatus, startServices } from './lib/services.mjs'

const began = performance.now()
const recordPath = inLocal('run', 'start.json')
const self = identity(process.pid)
const children = []
let ending = null

logTo(process.stdout)

/** Claims this checkout for this launcher; returns the record of the one that has it, if any. */
function claim() {
  return locked('start', async () => {
    const other = readJson(recordPath)
    if (other.launcher && alive(other.launcher.pid, other.launcher.started)) return other
    writeJson(recordPath, { launcher: self, children: other.children })
    return null
  })
}

/** A second start waits for the first one's address, says it, and harms nothing. */
async function joinOther({ launcher, ending: leaving }) {
  if (leaving) {
    say(`Waiting for the Diwan that is ending here (process ${launcher.pid}).`)
    await until(() => !alive(launcher.pid, launcher.started), { within: 120_000 })
    return start()
  }
  say(`Diwan is already running here (process ${launcher.pid}).`)
  const there = () => alive(launcher.pid, launcher.started)
  await until(() => readJson(recordPath).url || !there(), { within: 1_800_000, every: 200 })
  const { url } = readJson(recordPath)
  if (!url || !there()) {
    throw new Trouble(
      'The other start ended before it was ready; see above it for the reason. Run npm start again.'
    )
  }
  say(`Diwan is ready: ${url}`)
  say('It ends with Ctrl-C where it was started.')
}

async function choosePort(host) {
  const wanted = Number(process.env.PORT ?? dotenv().PORT ?? 3333)
  if (await isFree(wanted, host)) return wanted
  const port = await freePort(wanted + 1, host)
  say(`  Port ${wanted} is taken by another program; using ${port}.`)
  return port
}

function remember(extra = {}) {
  const pids = Object.fromEntries(children.map((child) => [child.name, child.record]))
  writeJson(recordPath, { ...readJson(recordPath), launcher: self, children: pids, ...extra })
}

const healthy = (url) => () =>
  fetch(`${url}/health`, { signal: AbortSignal.timeout(2000) }).then(
    (response) => response.ok,
    () => false
  )

async function waitUntilHealthy(url, web) {
  const isHealthy = healthy(url)
  let up = false
  const gaveUp = () => web.deathsInARow >= 3
  await until(async () => ending || gaveUp() || (up = await isHealthy()), {
    within: 90_000,
    every: 50,
  })
  if (up || ending) return
  throw new Trouble(
    `The web process does not answer at ${url}/health. The end of ${web.log}:\n${tail(web.log)}`
  )
}

let looking = null

/** Watches the private servers: one that was killed is brought back, and who talked to it told. */
function watchServices(ground) {
  const where = () => `${ground.state.mariadb?.port} ${ground.state.redis?.port}`
  const bringBack = async (name) => {
    say(`  ${name} ended unasked; bringing it back.`)
    const before = where()
    Object.assign(ground.state, await startServices())
    if (where() !== before) await Promise.all(children.map((child) => child.restart()))
  }
  const look = () => {
    const { mariadb, redis } = servicesStatus()
    const lost = [mariadb, redis].find((server) => server.private && !server.running)
    if (looking || ending || !lost) return
    looking = bringBack(lost === redis ? 'Redis' : 'MariaDB')
      .catch((error) => say(`  ${error.message}`))
      .finally(() => (looking = null))
  }
  setInterval(look, 1000).unref()
}

/** Ends everything in order, once: children first, then the servers they talk to. */
function shutDown(why) {
  ending ??= (async () => {
    say(`\n${why}: ending web and worker, then the servers.`)
    const since = performance.now()
    remember({ ending: true })
    endHelpers()
    await Promise.all(children.map((child) => child.stop()))
    await looking
    await releaseServices()
    remember({ launcher: null, url: null, ending: false })
    say(`Ended (${seconds(since)}).`)
  })()
  return ending
}

function listenForTheEnd() {
  let since = 0
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (ending && signal === 'SIGINT') {
        // One Ctrl-C arrives twice: from the terminal, and passed on by npm.
        if (performance.now() - since < 1000) return
        say('Again Ctrl-C: web and worker are killed.')
        for (const child of children) child.kill()
        return
      }
      since ||= performance.now()
      shutDown(signal === 'SIGINT' ? 'Ctrl-C' : signal).then(() => process.exit(0))
    })
  }
}

/** The sample governorate comes into a database of our own; into somebody else's only when asked. */
function wantsSample() {
  const asked = process.env.DIWAN_SAMPLE ?? dotenv().DIWAN_SAMPLE
  return asked ? asked === 'yes' : isPrivate('database')
}

function sampleMonth(ground) {
  const { done, note } = record(ground)
  return done.sampleMonth ?? note('sampleMonth', lastClosedMonth())
}

/** Accounts of the sample, one per role; asked for once and kept with the record of this database. */
async function sampleAccounts(ground) {
  const { done, note } = record(ground)
  if (done.accounts) return done.accounts
  return note(
    'accounts',
    JSON.parse(await ace(ground.node, ['sample:accounts', '--json'], ground.env()))
  )
}

function showAccounts(accounts) {
  const width = Math.max(...accounts.map(({ role }) => role.length))
  say('\nSign in (accounts of the sample governorate):')
  for (const { role, email, password } of accounts)
    say(`  ${role.padEnd(width)}  ${email}  ${password}`)
}

async function start() {
  const other = await claim()
  if (other) return joinOther(other)
  listenForTheEnd()

  const left = await endLeftovers(readJson(recordPath).children)
  if (left.length > 0) say(`  Ended what a killed start had left behind: ${left.join(', ')}.`)

  const ground = await prepare()
  const host = process.env.HOST ?? dotenv().HOST ?? '127.0.0.1'
  const port = await choosePort(host)
  const set = { NODE_ENV: process.env.NODE_ENV ?? 'production', PORT: String(port), HOST: host }
  const plain = ground.env
  ground.env = (options = {}) => plain({ ...options, set: { ...set, ...options.set } })
  folder(ground.env().STORAGE_DIR)
  folder(inLocal('reports'))

  await bringUpToDate(ground, DATABASE_STEPS)
  await ensureAssets(ground.node, ground.env())
  if (ending) return

  const loader = ['--import', '@poppinss/ts-exec']
  const web = new Child({
    name: 'web',
    program: ground.node,
    args: [...loader, inRoot('bin/server.ts')],
    mark: inRoot('bin/server.ts'),
    env: () => ground.env(),
    grace: 10_000,
    changed: remember,
  })
  const worker = new Child({
    name: 'worker',
    program: ground.node,
    args: [inRoot('ace.js'), 'queue:work'],
    mark: inRoot('ace.js'),
    env: () => ground.env(),
    grace: 40_000,
    changed: remember,
  })
  children.push(web, worker)
  web.start()
  const url = `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`
  await waitUntilHealthy(url, web)
  if (ending) return
  worker.start()
  watchServices(ground)

  // The month of the first start stays the sample's month; later months are the people's own work.
  const month = wantsSample() ? sampleMonth(ground) : null
  if (month) await bringUpToDate(ground, sampleSteps(month))
  if (ending) return

  remember({ url })
  say(`\nDiwan is ready: ${url}`)
  say(`(${seconds(began)}; logs in ${inLocal('logs')})`)
  if (!month) return
  showAccounts(await sampleAccounts(ground))
  say(`\nReconciliation of ${month}:`)
  for (const format of ['xlsx', 'pdf']) say(`  ${reportPath(month, format)}`)
}

await main(async () => {
  try {
    await start()
  } catch (error) {
    // Told to end in the middle of a step: its failure is our own doing.
    if (ending) return ending
    process.stderr.write(`\n${error instanceof Trouble ? error.message : error.stack}\n`)
    await shutDown('Not started')
    process.exit(1)
  }
})
