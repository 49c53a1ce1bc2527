/**
 * The private servers, and who is using them. Whoever needs them takes a lease; the last one to
 * give its lease back stops them. A lease names its process, so that the dead hold none.
 */
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import * as mariadb from './mariadb.mjs'
import * as redis from './redis.mjs'
import { alive, identity } from './processes.mjs'
import { ensurePrograms } from './debian.mjs'
import { folder, inLocal } from './paths.mjs'
import { isPrivate } from './environment.mjs'
import { locked } from './lock.mjs'
import { readJson, writeJson } from './files.mjs'
import { say, step } from './log.mjs'

const statePath = () => inLocal('state.json')
const leases = () => folder(inLocal('run', 'leases'))

/** What is recorded about the servers: process ids, ports, sockets, passwords. Mode 600. */
export const readState = () => readJson(statePath(), {})

const own = () => `${leases()}/${process.pid}.json`

/** The leases whose holders live; those of the dead are cleared away. `keep` is held by hand. */
function holders() {
  return readdirSync(leases()).filter((name) => {
    if (name === 'keep.json') return true
    const { pid, started } = readJson(`${leases()}/${name}`, {})
    if (alive(pid, started)) return true
    rmSync(`${leases()}/${name}`, { force: true })
    return false
  })
}

/** Brings up whichever of the two servers this installation keeps for itself. */
async function bringUp() {
  const state = readState()
  const save = () => writeJson(statePath(), state)
  if (isPrivate('database')) {
    const started = await step('MariaDB', async () => {
      if (!(await mariadb.start(state, save))) return false
      return `127.0.0.1:${state.mariadb.port}`
    })
    if (started) await warnOfOldServer()
  }
  if (isPrivate('redis')) {
    await step('Redis', async () => {
      if (!(await redis.start(state, save))) return false
      return `127.0.0.1:${state.redis.port}`
    })
  }
  save()
  return state
}

async function warnOfOldServer() {
  const known = await mariadb.administer(
    `SELECT COUNT(*) FROM information_schema.system_variables
     WHERE variable_name = 'INNODB_SNAPSHOT_ISOLATION' AND global_value = 'ON'`
  )
  if (known !== '1') {
    say(
      '  This MariaDB is older than 10.11.8 and has no innodb_snapshot_isolation: update it before'
    )
    say('  real money is kept here (apt-get install --only-upgrade mariadb-server-core).')
  }
}

/**
 * Brings the servers up, or finds them up, and takes a lease on them for this process.
 * `keep` takes a lease that outlives it, until `stopServices`.
 */
export async function startServices({ keep = false } = {}) {
  const needs = [isPrivate('database') && 'mariadb', isPrivate('redis') && 'redis'].filter(Boolean)
  await ensurePrograms(...needs)
  return locked('services', async () => {
    mkdirSync(leases(), { recursive: true })
    writeJson(keep ? `${leases()}/keep.json` : own(), identity(process.pid))
    return bringUp()
  })
}

/** Gives this process's lease back, and stops the servers when nobody else holds one. */
export async function releaseServices() {
  return locked('services', async () => {
    rmSync(own(), { force: true })
    if (holders().length > 0) return 'in use'
    return takeDown()
  })
}

/** Stops the servers, whoever uses them. */
export async function stopServices() {
  return locked('services', async () => {
    rmSync(leases(), { recursive: true, force: true })
    return takeDown()
  })
}

async function takeDown() {
  const state = readState()
  const [database, queue] = await Promise.all([mariadb.stop(state), redis.stop(state)])
  return { mariadb: database, redis: queue }
}

/** What runs, where, and for whom. Holds no password. */
export function servicesStatus() {
  const state = readState()
  const report = (kind, server, record) =>
    isPrivate(kind)
      ? { private: true, running: server.running(state), pid: record?.pid, port: record?.port }
      : { private: false }
  return {
    mariadb: { ...report('database', mariadb, state.mariadb), socket: state.mariadb?.socket },
    redis: report('redis', redis, state.redis),
    usedBy: holders().map((name) => name.replace('.json', '')),
  }
}
