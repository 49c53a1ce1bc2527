/** The private Redis of this checkout: sessions, queues and caches. The truth is in MariaDB. */
import { randomBytes } from 'node:crypto'
import { commandLine, end, identity, processesWhere, which, workingFolder } from './processes.mjs'
import { isRunning, launch } from './daemon.mjs'
import { freePort, greeting } from './ports.mjs'
import { folder, inLocal } from './paths.mjs'
import { writeWhole } from './files.mjs'

const config = () => `${inLocal('redis')}/redis.conf`
export const log = () => `${folder(inLocal('logs'))}/redis.log`

/** Redis shows its address, not its configuration, in its title once it runs. */
const mark = (state) => `redis-server 127.0.0.1:${state.redis?.port}`

export const running = (state) => isRunning(state.redis, mark(state))

const data = () => folder(`${inLocal('redis')}/data`)

const strays = () =>
  processesWhere(
    (pid) =>
      /redis-server/.test(commandLine(pid)) &&
      // Its title names the configuration only until it has moved into its folder.
      (workingFolder(pid) === data() || commandLine(pid).includes(config()))
  )

function settings(port, password) {
  return `# Written by scripts/lib/redis.mjs at every start; edits here do not last.
bind 127.0.0.1
port ${port}
requirepass ${password}
dir ${data()}
daemonize no
databases 16
# Every job that was acknowledged is in the file at the latest a second later; nothing is evicted.
appendonly yes
appendfsync everysec
save ""
maxmemory-policy noeviction
`
}

const greets = (port, password) => async () => {
  const ask = `*2\r\n$4\r\nAUTH\r\n$${password.length}\r\n${password}\r\n*1\r\n$4\r\nPING\r\n`
  const answer = await greeting({ host: '127.0.0.1', port }, ask)
  // Right password, and not "LOADING": the append-only file has been read.
  return answer !== null && answer.toString().startsWith('+OK') && !answer.includes('LOADING')
}

/** Starts the server unless it runs, and records it in `state`. Returns true when it started one. */
export async function start(state, save) {
  if (running(state) && (await greets(state.redis.port, state.redis.password)())) return false
  // Ours, but deaf or never recorded: a launcher was killed while it was starting it.
  for (const pid of strays()) await end(identity(pid), { within: 20_000 })
  const password = state.redis?.password ?? randomBytes(24).toString('base64url')
  for (let from = state.redis?.port ?? 16_379; ;) {
    const port = await freePort(from)
    writeWhole(config(), settings(port, password))
    const record = await launch({
      name: 'Redis',
      program: which('redis-server'),
      args: [config()],
      log: log(),
      greets: greets(port, password),
    })
    if (record) {
      state.redis = { ...record, port, password }
      break
    }
    from = port + 1
  }
  save()
  return true
}

export async function stop(state) {
  if (!running(state)) return 'gone'
  return end(state.redis, { within: 30_000 })
}

/** Empties one numbered database of our own server (the tests' one). */
export async function emptyDatabase({ redis }, index) {
  const words = [['AUTH', redis.password], ['SELECT', String(index)], ['FLUSHDB']]
  const ask = words
    .map(
      (word) =>
        `*${word.length}\r\n${word.map((text) => `$${text.length}\r\n${text}\r\n`).join('')}`
    )
    .join('')
  await greeting({ host: '127.0.0.1', port: redis.port }, ask)
}
