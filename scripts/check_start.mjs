/**
 * node scripts/check_start.mjs: does `npm start` what it promises, on servers, records and a port
 * of its own in a temporary folder: started twice, killed in parts and as a whole, its port taken,
 * told to end. About half a minute; ends with a count.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { alive, processesWhere, until } from './lib/processes.mjs'
import { ROOT } from './lib/paths.mjs'
import { freePort } from './lib/ports.mjs'

const script = new URL('./start.mjs', import.meta.url).pathname
const home = mkdtempSync(join(tmpdir(), 'diwan-start-'))
const ours = Object.entries(process.env).filter(
  ([name]) => !/^(DB_|REDIS_|DIWAN_|APP_URL)/.test(name)
)
const port = await freePort(38_000)
const env = {
  ...Object.fromEntries(ours),
  DIWAN_LOCAL: home,
  DIWAN_BUFFER_POOL: '64M',
  DIWAN_SAMPLE: 'no',
  NODE_ENV: 'production',
  PORT: String(port),
}

const json = (name) => JSON.parse(readFileSync(join(home, name), 'utf8'))
const children = () => json('run/start.json').children
const healthy = (url) =>
  fetch(`${url}/health`, { signal: AbortSignal.timeout(2000) }).then(
    ({ ok }) => ok,
    () => false
  )

/** Every process that was given our folder, whatever started it. */
const left = () =>
  processesWhere((pid) => {
    try {
      return pid !== process.pid && readFileSync(`/proc/${pid}/environ`, 'utf8').includes(home)
    } catch {
      return false
    }
  })

/** Starts Diwan; `ready` resolves to its address, `ended` to its exit code. */
function start(program = process.execPath, args = [script]) {
  const since = performance.now()
  const child = spawn(program, args, { env, cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] })
  const started = { child, output: '' }
  const take = (text) => (started.output += text)
  child.stdout.on('data', take)
  child.stderr.on('data', take)
  started.ended = new Promise((resolve) => child.once('close', (code) => resolve(code)))
  const address = () => /^Diwan is ready: (http:\S+)$/m.exec(started.output)?.[1]
  started.ready = until(() => address() || child.exitCode !== null || child.signalCode !== null, {
    within: 120_000,
  }).then(() => {
    if (!address()) throw new Error(`not ready:\n${started.output}`)
    started.seconds = (performance.now() - since) / 1000
    return address()
  })
  return started
}

async function kill9(pid) {
  process.kill(pid, 'SIGKILL')
  await until(() => !alive(pid))
}

function expect(claim, detail = '') {
  if (!claim) throw new Error(`not so ${detail}`)
}

let first
let url
const checks = {
  'of two first starts at once one brings it up and the other says the same address': async () => {
    const both = [start(), start()]
    const addresses = await Promise.all(both.map(({ ready }) => ready))
    expect(addresses[0] === addresses[1], addresses.join())
    first = both.find(({ output }) => !output.includes('already running'))
    const second = both.find((one) => one !== first)
    expect((await second.ended) === 0 && first.child.exitCode === null)
    url = addresses[0]
    expect(await healthy(url))
  },
  'a web process that is killed comes back by itself': async () => {
    const { pid } = children().web
    await kill9(pid)
    expect(await until(() => healthy(url), { within: 20_000 }))
    expect(children().web.pid !== pid)
  },
  'a worker that is killed comes back by itself': async () => {
    const { pid } = children().worker
    await kill9(pid)
    expect(
      await until(() => children().worker && children().worker.pid !== pid, { within: 20_000 })
    )
  },
  'servers that are killed come back, and the pages with them': async () => {
    const before = json('state.json')
    await Promise.all([kill9(before.mariadb.pid), kill9(before.redis.pid)])
    const back = () => {
      const now = json('state.json')
      return now.mariadb.pid !== before.mariadb.pid && now.redis.pid !== before.redis.pid
    }
    expect(await until(back, { within: 20_000 }), first.output)
    expect(await until(() => healthy(url), { within: 20_000 }))
  },
  'after kill -9 of the launcher the next start ends what it left and serves': async () => {
    const before = children()
    await kill9(first.child.pid)
    first = start()
    url = await first.ready
    expect(!alive(before.web.pid) && !alive(before.worker.pid), 'the old children still live')
    expect(await healthy(url))
  },
  'SIGTERM ends everything: code 0, no process left': async () => {
    first.child.kill('SIGTERM')
    expect((await first.ended) === 0)
    expect(await until(() => left().length === 0, { within: 5000 }), `left: ${left().join()}`)
  },
  'a start with nothing changed serves within five seconds': async () => {
    // The best of three: the machine may be busy with something else.
    const tries = []
    for (let attempt = 0; attempt < 3 && !(Math.min(...tries) < 5); attempt++) {
      if (attempt > 0) {
        first.child.kill('SIGTERM')
        await first.ended
      }
      first = start()
      url = await first.ready
      tries.push(first.seconds)
    }
    expect(Math.min(...tries) < 5, `${tries.map((time) => time.toFixed(1)).join(', ')} s`)
  },
  'its port taken by another program, it takes the next one and says so': async () => {
    first.child.kill('SIGINT')
    await first.ended
    const stranger = createServer().listen(port, '127.0.0.1')
    first = start()
    url = await first.ready
    expect(
      !url.endsWith(`:${port}`) && first.output.includes(`Port ${port} is taken`),
      first.output
    )
    expect(await healthy(url))
    stranger.close()
  },
  'a signal to npm ends what npm started': async () => {
    first.child.kill('SIGTERM')
    await first.ended
    first = start('npm', ['start'])
    await first.ready
    first.child.kill('SIGTERM')
    expect((await first.ended) === 0)
    expect(await until(() => left().length === 0, { within: 5000 }), `left: ${left().join()}`)
  },
  'told to end in the middle of a start, it ends': async () => {
    for (const pause of [100, 400, 1200]) {
      const one = start()
      one.ready.catch(() => {})
      await new Promise((resolve) => setTimeout(resolve, pause))
      one.child.kill('SIGTERM')
      await one.ended
      expect(
        await until(() => left().length === 0, { within: 5000 }),
        `left after ${pause} ms: ${left().join()}`
      )
    }
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
for (const pid of left()) process.kill(pid, 'SIGKILL')
rmSync(home, { recursive: true, force: true })
process.stdout.write(`${Object.keys(checks).length - failed} passed, ${failed} failed\n`)
process.exitCode = failed ? 1 : 0
