/** The private MariaDB of this checkout: one data folder, one port of the loopback, one socket. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { totalmem, userInfo } from 'node:os'
import { capture, commandLine, end, identity, processesWhere, which } from './processes.mjs'
import { isRunning, launch } from './daemon.mjs'
import { freePort, greeting } from './ports.mjs'
import { folder, inLocal, socketFolder } from './paths.mjs'
import { writeWhole } from './files.mjs'
import { step, Trouble } from './log.mjs'

const home = () => inLocal('mariadb')
const data = () => `${home()}/data`
const marker = () => `${home()}/INSTALLED`
const config = () => `${home()}/my.cnf`
export const log = () => `${folder(inLocal('logs'))}/mariadb.log`
export const socket = () => `${socketFolder()}/mariadb.sock`
const dataArgument = () => `--datadir=${data()}`

export const running = (state) => isRunning(state.mariadb, dataArgument())

const strays = () =>
  processesWhere(
    (pid) => / --datadir=\S/.test(commandLine(pid)) && commandLine(pid).includes(dataArgument())
  )

/** The id given to this data folder when it was made; null when there is none (yet). */
export const installation = () =>
  existsSync(marker()) ? readFileSync(marker(), 'utf8').trim() : null

/** A sixth of the memory there is (of the container, where one sets a limit), from 256 MB to 4 GB. */
function bufferPool() {
  const memory = Math.min(totalmem(), process.constrainedMemory() || Infinity)
  return `${Math.round(Math.min(4096, Math.max(256, memory / 6 / 2 ** 20)))}M`
}

/**
 * Durable, strict, UTC, Arabic-ready: `architecture.md` of the docs explains each choice. None of
 * the safety settings can be changed from outside; only the size of the cache can.
 */
function settings(port) {
  return `# Written by scripts/lib/mariadb.mjs at every start; edits here do not last.
[mariadbd]
port=${port}
bind-address=127.0.0.1
socket=${socket()}
pid-file=${home()}/mariadbd.pid
tmpdir=${folder(`${home()}/tmp`)}
skip-name-resolve
skip-external-locking
max_connections=300
max_allowed_packet=64M

# A commit that was acknowledged survives the death of the server and of the machine.
innodb_flush_log_at_trx_commit=1
sync_binlog=1
innodb_doublewrite=ON
log-bin=diwan-bin
binlog_format=ROW
max_binlog_size=256M
binlog_expire_logs_seconds=604800
log_bin_trust_function_creators=1

# A transaction that would write over a row changed since its snapshot gets error 1020 instead.
# "loose": the few 10.11 releases before 10.11.8 do not know it; the start says so.
loose_innodb_snapshot_isolation=ON
sql_mode=STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ZERO_DATE,NO_ZERO_IN_DATE,NO_ENGINE_SUBSTITUTION
character-set-server=utf8mb4
collation-server=utf8mb4_unicode_ci
default-time-zone=+00:00
local-infile=1

innodb_buffer_pool_size=${process.env.DIWAN_BUFFER_POOL || bufferPool()}
innodb_log_file_size=256M
tmp_table_size=256M
max_heap_table_size=256M
performance_schema=OFF
`
}

/**
 * Makes the data folder when there is none. The marker is written last: a folder without it was
 * never finished, holds nothing of value and is made anew.
 */
async function install() {
  if (existsSync(marker())) return
  const since = existsSync(data()) ? ' (an unfinished one was removed)' : ''
  await step(`MariaDB: new data folder${since}`, async () => {
    rmSync(data(), { recursive: true, force: true })
    mkdirSync(data(), { recursive: true, mode: 0o700 })
    const user = userInfo().username
    const { code, stdout, stderr } = await capture(which('mariadb-install-db'), [
      '--no-defaults',
      dataArgument(),
      `--user=${user}`,
      // The administrator has no password: the socket lets in the system user who owns the folder.
      '--auth-root-authentication-method=socket',
      `--auth-root-socket-user=${user}`,
      '--skip-test-db',
      '--skip-name-resolve',
    ])
    if (code !== 0) {
      throw new Trouble(`mariadb-install-db ended with code ${code}:\n${stdout}\n${stderr}`)
    }
    writeFileSync(marker(), `${randomBytes(12).toString('hex')}\n`, { mode: 0o600 })
  })
}

/** Runs SQL as the administrator, over the socket. Returns what it prints, tab separated. */
export async function administer(sql, database = '') {
  const { code, stdout, stderr } = await capture(
    which('mariadb'),
    [
      '--no-defaults',
      `--socket=${socket()}`,
      `--user=${userInfo().username}`,
      '-N',
      '-B',
      database,
    ],
    { input: sql }
  )
  if (code !== 0) throw new Trouble(`MariaDB refused: ${stderr.trim()}`)
  return stdout.trim()
}

const password = () => randomBytes(24).toString('base64url')

/**
 * Databases and the two users: the owner migrates and may grant, the run-time user gets its
 * rights from the application's own command and has none here.
 */
async function provision(state) {
  const id = installation()
  if (state.database?.installation === id) return
  const database = { installation: id, ownerPassword: password(), appPassword: password() }
  await administer(`
    CREATE DATABASE IF NOT EXISTS diwan CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
    CREATE DATABASE IF NOT EXISTS diwan_test CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
    CREATE OR REPLACE USER diwan_owner@'%' IDENTIFIED BY '${database.ownerPassword}';
    GRANT ALL PRIVILEGES ON \`diwan%\`.* TO diwan_owner@'%' WITH GRANT OPTION;
    CREATE USER IF NOT EXISTS diwan_app@'%' IDENTIFIED BY '${database.appPassword}';
    ALTER USER diwan_app@'%' IDENTIFIED BY '${database.appPassword}';
  `)
  state.database = database
}

const greets = async () => (await greeting({ path: socket() })) !== null

/** Starts the server unless it runs, and records it in `state`. Returns true when it started one. */
export async function start(state, save) {
  if (running(state) && (await greets())) return false
  // Ours, but deaf or never recorded: a launcher was killed while it was starting it.
  for (const pid of strays()) await end(identity(pid), { within: 60_000 })
  await install()
  for (let from = state.mariadb?.port ?? 13_306; ;) {
    const port = await freePort(from)
    writeWhole(config(), settings(port))
    const record = await launch({
      name: 'MariaDB',
      program: which('mariadbd'),
      args: [`--defaults-file=${config()}`, dataArgument(), `--user=${userInfo().username}`],
      log: log(),
      greets,
    })
    if (record) {
      state.mariadb = { ...record, port, socket: socket(), data: data() }
      break
    }
    from = port + 1
  }
  // Recorded before anything else, so that a launcher killed from here on leaves no orphan.
  save()
  await provision(state)
  return true
}

export async function stop(state) {
  if (!running(state)) return 'gone'
  return end(state.mariadb, { within: 90_000 })
}

/** A further database of our own server; the owner's rights reach every name that begins with diwan. */
export async function createDatabase(name) {
  if (!/^diwan_[a-z_]+$/.test(name)) throw new Error(`Not a name for a database of ours: ${name}`)
  await administer(
    `CREATE DATABASE IF NOT EXISTS ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`
  )
}
