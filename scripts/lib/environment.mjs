/**
 * The environment of every process of the application, from one place. What is set wins over
 * `.env`, `.env` over what is made here.
 */
import { createHash, randomBytes } from 'node:crypto'
import { dirname } from 'node:path'
import { inLocal, inRoot, LOCAL } from './paths.mjs'
import { dotenv } from './dotenv.mjs'
import { readJson, writeJson } from './files.mjs'
import { Trouble } from './log.mjs'

/**
 * Children inherit the connection facts of the private servers; this mark tells them apart from
 * settings of a person, so that a command inside a command still finds (and may start) our own.
 */
const MARK = 'DIWAN_PRIVATE'
/** Are we a command inside a command (a test that runs one, say)? Then the ground is prepared. */
export const inheritedFromUs = () => process.env[MARK] === LOCAL

const CONNECTION = {
  database: [
    'DB_HOST',
    'DB_PORT',
    'DB_SOCKET',
    'DB_USER',
    'DB_PASSWORD',
    'DB_OWNER_USER',
    'DB_OWNER_PASSWORD',
  ],
  redis: ['REDIS_HOST', 'REDIS_PORT', 'REDIS_PASSWORD'],
}

/** Does this installation bring its own server? Not when DB_HOST / REDIS_HOST name another. */
export function isPrivate(kind) {
  const name = kind === 'database' ? 'DB_HOST' : 'REDIS_HOST'
  const given = inheritedFromUs() ? undefined : process.env[name]
  return !(given || dotenv()[name])
}

const keysPath = () => inLocal('keys.json')

/** A short print of the keys kept here, to compare them by; null when there are none. */
export function keysPrint() {
  const kept = readJson(keysPath(), null)
  if (!kept) return null
  return createHash('sha256').update(JSON.stringify(kept)).digest('hex').slice(0, 16)
}

/**
 * The three secrets, made once. They encrypt personal data and seal the trail: without them the
 * database cannot be read, so they are never replaced behind a database that used them.
 */
function keys(state) {
  const used = state.database?.keys
  if (used && keysPrint() !== used) {
    throw new Trouble(
      `${keysPath()} is gone or not the one this database was filled with: its personal data\n` +
        'cannot be read without it. Cure: put the file back; or, to lose all data, npm run reset.'
    )
  }
  if (!keysPrint()) {
    writeJson(keysPath(), {
      APP_KEY: randomBytes(32).toString('base64url'),
      FIELD_KEY: randomBytes(32).toString('base64'),
      SEAL_KEY: randomBytes(32).toString('base64'),
    })
  }
  if (state.database && !used) {
    state.database.keys = keysPrint()
    writeJson(inLocal('state.json'), state)
  }
  return readJson(keysPath())
}

/** The settings that the private servers give. */
function connection(state) {
  const found = {}
  if (isPrivate('database')) {
    const { mariadb, database } = state
    if (!mariadb || !database) {
      throw new Trouble(
        'The private servers were never started. Cure: node scripts/services.mjs start'
      )
    }
    Object.assign(found, {
      DB_HOST: '127.0.0.1',
      DB_PORT: String(mariadb.port),
      DB_SOCKET: mariadb.socket,
      DB_USER: 'diwan_app',
      DB_PASSWORD: database.appPassword,
      DB_OWNER_USER: 'diwan_owner',
      DB_OWNER_PASSWORD: database.ownerPassword,
    })
  }
  if (isPrivate('redis')) {
    const { redis } = state
    if (!redis) {
      throw new Trouble(
        'The private servers were never started. Cure: node scripts/services.mjs start'
      )
    }
    Object.assign(found, {
      REDIS_HOST: '127.0.0.1',
      REDIS_PORT: String(redis.port),
      REDIS_PASSWORD: redis.password,
    })
  }
  return found
}

const DEFAULTS = {
  DB_PORT: '3306',
  DB_DATABASE: 'diwan',
  DB_USER: 'diwan_app',
  REDIS_PORT: '6379',
  NODE_ENV: 'development',
  HOST: '127.0.0.1',
  PORT: '3333',
  LOG_LEVEL: 'info',
  REDIS_DB: '0',
  QUEUE_PREFIX: 'diwan',
  SESSION_DRIVER: 'database',
  // Timestamps are UTC everywhere; "today" in Cairo is the application's own computation.
  TZ: 'UTC',
}

/** `.env.test` on top of the databases and names that keep a test run away from real data. */
function testing() {
  return {
    NODE_ENV: 'test',
    DB_DATABASE: 'diwan_test',
    REDIS_DB: '1',
    QUEUE_PREFIX: 'diwan_test',
    SESSION_DRIVER: 'memory',
    LOG_LEVEL: 'error',
    STORAGE_DIR: inLocal('storage-test'),
    ...dotenv(inRoot('.env.test')),
  }
}

/**
 * The environment for a child process.
 *
 * @param state what `startServices` returned
 * @param options.test the test database, Redis index and folders instead of the real ones
 * @param options.owner migrations: DB_USER and DB_PASSWORD are the owner's
 * @param options.node the Node to put first on PATH
 * @param options.set last word
 */
export function environment(state, { test = false, owner = false, node = null, set = {} } = {}) {
  const base = { ...DEFAULTS, STORAGE_DIR: inLocal('storage'), ...keys(state), ...dotenv() }
  const given = { ...process.env }
  delete given.DIWAN_AS_OWNER
  // An address inherited from a command around us belongs to that command's port.
  if (inheritedFromUs() && set.PORT && set.PORT !== given.PORT) delete given.APP_URL
  // The private servers' own facts come last: a password in .env is for another server.
  const env = { ...base, ...given, ...(test ? testing() : {}), ...connection(state), ...set }
  env.DB_OWNER_USER ||= env.DB_USER
  env.DB_OWNER_PASSWORD ??= env.DB_PASSWORD ?? ''
  env.APP_URL ||= `http://${env.HOST === '0.0.0.0' ? '127.0.0.1' : env.HOST}:${env.PORT}`
  if (owner) {
    Object.assign(env, {
      DIWAN_AS_OWNER: '1',
      DB_APP_USER: env.DB_USER,
      DB_USER: env.DB_OWNER_USER,
      DB_PASSWORD: env.DB_OWNER_PASSWORD,
    })
  }
  if (isPrivate('database') || isPrivate('redis')) env[MARK] = LOCAL
  if (node) env.PATH = `${dirname(node)}:${env.PATH ?? ''}`
  return env
}

/** Only the variables that are the application's, for printing. */
export function applicationOnly(env) {
  const names = new Set([
    ...Object.keys(DEFAULTS),
    ...CONNECTION.database,
    ...CONNECTION.redis,
    ...Object.keys(dotenv()),
    ...'STORAGE_DIR APP_KEY FIELD_KEY SEAL_KEY APP_URL DIWAN_AS_OWNER'.split(' '),
    MARK,
    'PATH',
  ])
  return Object.fromEntries(Object.entries(env).filter(([name]) => names.has(name)))
}
