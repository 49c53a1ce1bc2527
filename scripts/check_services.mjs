/**
 * node scripts/check_services.mjs: does what the private servers promise, on servers of its own
 * in a temporary folder: cold, warm, twice at once, after kill -9, with stale process ids, busy
 * ports, half-made data folders and lost records. About half a minute; ends with a count.
 */
import { spawn, spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { alive, capture, commandLine, processesWhere, workingFolder } from './lib/processes.mjs'

const script = new URL('./services.mjs', import.meta.url).pathname
const environmentScript = new URL('./env.mjs', import.meta.url).pathname
const home = mkdtempSync(join(tmpdir(), 'diwan-check-'))
const local = join(home, 'local')
const clean = Object.entries(process.env).filter(([name]) => !/^(DB_|REDIS_|DIWAN_)/.test(name))
const env = { ...Object.fromEntries(clean), DIWAN_LOCAL: local, DIWAN_BUFFER_POOL: '64M' }

const command = (...words) => capture(process.execPath, [script, ...words], { env })
const state = () => JSON.parse(readFileSync(join(local, 'state.json'), 'utf8'))
const start = async () => {
  const { code, stderr } = await command('start', '--json')
  if (code !== 0) throw new Error(stderr)
  return state()
}
const sql = (text, database = 'mysql') =>
  spawnSync(process.execPath, [script, 'sql', database], {
    env,
    input: text,
    encoding: 'utf8',
  }).stdout.trim()

const mariadbs = () => processesWhere((pid) => commandLine(pid).includes(`--datadir=${local}/`))
const redises = () => processesWhere((pid) => workingFolder(pid) === join(local, 'redis/data'))
const one = () =>
  expect(
    mariadbs().length === 1 && redises().length === 1,
    `${mariadbs().length} MariaDB and ${redises().length} Redis servers`
  )
const kill9 = async (pid) => {
  process.kill(pid, 'SIGKILL')
  while (alive(pid)) await new Promise((resolve) => setTimeout(resolve, 10))
}
const occupy = (port) =>
  new Promise((resolve) => {
    const server = createServer()
    server.listen(port, '127.0.0.1', () => resolve(() => new Promise((done) => server.close(done))))
  })
function expect(claim, detail = '') {
  if (!claim) throw new Error(`not so ${detail}`)
}

const checks = {
  'cold: both come up, durable, strict, UTC, with databases and users': async () => {
    await start()
    const row = sql(
      `SELECT @@innodb_flush_log_at_trx_commit, @@sync_binlog, @@log_bin, @@innodb_doublewrite,
              @@time_zone, @@collation_server, @@local_infile,
              @@sql_mode LIKE '%STRICT_ALL_TABLES%' \\G`
    )
    expect(
      row
        .split('\n')
        .slice(1)
        .map((line) => line.split(': ')[1])
        .join() === '1,1,1,1,+00:00,utf8mb4_unicode_ci,1,1',
      row
    )
    expect(sql('SHOW DATABASES').includes('diwan_test'))
    for (const file of ['state.json', 'mariadb/my.cnf', 'redis/redis.conf']) {
      expect((statSync(join(local, file)).mode & 0o077) === 0, `${file} can be read by others`)
    }
  },
  'the run-time user has no right of its own, the owner may create and grant': async () => {
    const { stdout } = await capture(process.execPath, [environmentScript, '--json'], { env })
    const found = JSON.parse(stdout)
    const as = (user, password, text) =>
      spawnSync(
        'mariadb',
        ['--no-defaults', '-h127.0.0.1', `-P${found.DB_PORT}`, `-u${user}`, 'diwan'],
        {
          input: text,
          encoding: 'utf8',
          env: { ...env, MYSQL_PWD: password },
        }
      )
    const owner = (text) => as('diwan_owner', found.DB_OWNER_PASSWORD, text)
    const app = (text) => as('diwan_app', found.DB_PASSWORD, text)
    expect(
      owner('CREATE TABLE kept (id INT PRIMARY KEY); INSERT INTO kept VALUES (1)').status === 0
    )
    expect(app('SELECT * FROM kept').status !== 0, 'the run-time user read without a grant')
    expect(owner(`GRANT SELECT ON kept TO diwan_app@'%'`).status === 0)
    expect(app('SELECT * FROM kept').stdout.includes('1'))
    expect(app('DELETE FROM kept').status !== 0, 'the run-time user deleted without a grant')
    expect(as('root', '', 'SELECT 1').status !== 0, 'the administrator entered over TCP')
  },
  'a start while they run changes nothing': async () => {
    const before = state()
    const after = await start()
    expect(before.mariadb.pid === after.mariadb.pid && before.redis.pid === after.redis.pid)
  },
  'five starts at once give one MariaDB and one Redis': async () => {
    await command('stop')
    await Promise.all([1, 2, 3, 4, 5].map(start))
    one()
  },
  'a clean stop ends both, and the data is there after the next start': async () => {
    const { mariadb, redis } = state()
    await command('stop')
    expect(!alive(mariadb.pid) && !alive(redis.pid))
    await start()
    expect(sql('SELECT * FROM diwan.kept').includes('1'))
  },
  'kill -9 of MariaDB alone: the same Redis, a new MariaDB, the data kept': async () => {
    const before = state()
    await kill9(before.mariadb.pid)
    const { code } = await command('status')
    expect(code === 1, 'status said that all is well')
    const after = await start()
    expect(after.redis.pid === before.redis.pid && after.mariadb.pid !== before.mariadb.pid)
    expect(sql('SELECT * FROM diwan.kept').includes('1'))
  },
  'kill -9 of Redis alone': async () => {
    const before = state()
    await kill9(before.redis.pid)
    const after = await start()
    expect(after.mariadb.pid === before.mariadb.pid && after.redis.pid !== before.redis.pid)
  },
  'a recorded process id that now belongs to a stranger is neither trusted nor ended': async () => {
    const before = state()
    await command('stop')
    const stranger = spawn('sleep', ['60'])
    for (const name of ['mariadb', 'redis']) {
      before[name].pid = stranger.pid
      before[name].started = null
    }
    writeFileSync(join(local, 'state.json'), JSON.stringify(before))
    const after = await start()
    expect(alive(stranger.pid), 'the stranger was ended')
    expect(after.mariadb.pid !== stranger.pid && after.redis.pid !== stranger.pid)
    stranger.kill()
  },
  'a zombie with the recorded id is not taken for a server': async () => {
    const before = state()
    await command('stop')
    // The shell never reaps its child: `sleep 0` stays a zombie until the shell itself ends.
    const shell = spawn('python3', [
      '-c',
      'import os,time\np=os.fork()\nif p==0: os._exit(0)\nprint(p,flush=True)\ntime.sleep(60)',
    ])
    const zombie = Number(await new Promise((resolve) => shell.stdout.once('data', resolve)))
    before.mariadb.pid = zombie
    before.mariadb.started = null
    writeFileSync(join(local, 'state.json'), JSON.stringify(before))
    await start()
    expect(state().mariadb.pid !== zombie)
    one()
    shell.kill()
  },
  'busy ports: both move to the next free ones': async () => {
    const before = state()
    await command('stop')
    const free = [await occupy(before.mariadb.port), await occupy(before.redis.port)]
    const after = await start()
    expect(after.mariadb.port > before.mariadb.port && after.redis.port > before.redis.port)
    for (const release of free) await release()
  },
  'a half-made data folder is made anew': async () => {
    await command('stop')
    rmSync(join(local, 'mariadb', 'INSTALLED'))
    writeFileSync(join(local, 'mariadb', 'data', 'ibdata1'), 'half')
    await start()
    expect(sql('SHOW DATABASES').includes('diwan_test'))
  },
  'a lost or torn record: the running servers are found or replaced, the passwords set anew':
    async () => {
      await command('stop')
      writeFileSync(join(local, 'state.json'), '{"mariadb": {"pid"')
      await start()
      one()
      const { stdout } = await capture(process.execPath, [environmentScript, '--json'], { env })
      const found = JSON.parse(stdout)
      const owner = spawnSync(
        'mariadb',
        ['--no-defaults', '-h127.0.0.1', `-P${found.DB_PORT}`, '-udiwan_owner', 'diwan'],
        {
          input: 'SELECT 1',
          env: { ...env, MYSQL_PWD: found.DB_OWNER_PASSWORD },
        }
      )
      expect(owner.status === 0)
    },
  'a launcher killed in the middle of a start leaves no lock and no second server': async () => {
    await command('stop')
    for (const pause of [60, 150, 250, 400]) {
      const child = spawn(process.execPath, [script, 'start'], { env, stdio: 'ignore' })
      await new Promise((resolve) => setTimeout(resolve, pause))
      child.kill('SIGKILL')
      await start()
      one()
      await command('stop')
      expect(mariadbs().length + redises().length === 0, `one was left after ${pause} ms`)
    }
    await start()
  },
  'lost keys are not replaced behind data that used them': async () => {
    await capture(process.execPath, [environmentScript], { env })
    const kept = readFileSync(join(local, 'keys.json'))
    rmSync(join(local, 'keys.json'))
    const { code, stderr } = await capture(process.execPath, [environmentScript], { env })
    expect(code === 1 && stderr.includes('keys.json is gone or not'), stderr)
    writeFileSync(join(local, 'keys.json'), kept)
  },
  'a data folder too deep for a Unix socket gets a short one': async () => {
    const deep = join(home, 'x'.repeat(60), 'y'.repeat(60))
    mkdirSync(deep, { recursive: true })
    const far = { ...env, DIWAN_LOCAL: deep }
    const { code, stderr } = await capture(process.execPath, [script, 'start', '--json'], {
      env: far,
    })
    const { mariadb } = JSON.parse(readFileSync(join(deep, 'state.json'), 'utf8'))
    await capture(process.execPath, [script, 'stop'], { env: far })
    expect(code === 0 && mariadb.socket.length < 100, stderr)
    rmSync(join(mariadb.socket, '..'), { recursive: true })
  },
  'DB_HOST and REDIS_HOST: nothing of our own is started': async () => {
    await command('stop')
    const given = {
      ...env,
      DIWAN_LOCAL: join(home, 'other'),
      DB_HOST: 'db.example',
      REDIS_HOST: 'redis.example',
    }
    const { stdout, code } = await capture(process.execPath, [script, 'start', '--json'], {
      env: given,
    })
    expect(code === 0 && JSON.parse(stdout).mariadb.private === false, stdout)
    expect(!existsSync(join(home, 'other', 'mariadb')))
  },
}

let failed = 0
for (const [claim, check] of Object.entries(checks)) {
  const since = performance.now()
  try {
    await check()
    process.stdout.write(`ok      ${claim} (${Math.round(performance.now() - since)} ms)\n`)
  } catch (error) {
    failed++
    process.stdout.write(`FAILED  ${claim}: ${error.message}\n`)
  }
}
await command('stop')
for (const pid of [...mariadbs(), ...redises()]) process.kill(pid, 'SIGKILL')
rmSync(home, { recursive: true, force: true })
process.stdout.write(`${Object.keys(checks).length - failed} passed, ${failed} failed\n`)
process.exitCode = failed ? 1 : 0
