/** npm run dev: the web process with hot reload and the worker, started anew when app/ changes. */
import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { bringUpToDate, DATABASE_STEPS } from './lib/steps.mjs'
import { Child } from './lib/supervisor.mjs'
import { dotenv } from './lib/dotenv.mjs'
import { end, exitCode, identity } from './lib/processes.mjs'
import { folder, inRoot, ROOT } from './lib/paths.mjs'
import { freePort } from './lib/ports.mjs'
import { logTo, main } from './lib/log.mjs'
import { prepared } from './lib/prepare.mjs'

const QUIET_MS = 400

/** Restarts the worker once the files have been left alone for a moment. */
function restartOnChange(worker) {
  let timer = null
  for (const name of ['app', 'config', 'database']) {
    watch(inRoot(name), { recursive: true, persistent: false }, (_, file) => {
      if (!file?.endsWith('.ts')) return
      clearTimeout(timer)
      timer = setTimeout(() => worker.restart(), QUIET_MS)
    })
  }
}

/** `ace serve` does not end on signals when a script started it, so its whole group is ended. */
function serve(node, env) {
  const options = { cwd: ROOT, env, detached: true, stdio: ['ignore', 'inherit', 'inherit'] }
  const child = spawn(node, [inRoot('ace.js'), 'serve', '--hmr', '--no-clear'], options)
  const stop = () => end(identity(child.pid), { within: 3000 })
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  return new Promise((resolve) =>
    child.once('exit', (code, signal) => resolve(exitCode(code, signal)))
  )
}

logTo(process.stdout)
await main(() =>
  prepared({}, async (ground) => {
    const plain = ground.env
    // A busy port would make the development server choose one at random.
    const port = String(await freePort(Number(process.env.PORT ?? dotenv().PORT ?? 3333)))
    const set = { NODE_ENV: 'development', PORT: port }
    ground.env = (options = {}) => plain({ ...options, set: { ...set, ...options.set } })
    folder(ground.env().STORAGE_DIR)
    await bringUpToDate(ground, DATABASE_STEPS)
    const worker = new Child({
      name: 'worker',
      program: ground.node,
      args: [inRoot('ace.js'), 'queue:work'],
      mark: inRoot('ace.js'),
      env: () => ground.env(),
      grace: 10_000,
    })
    worker.start()
    restartOnChange(worker)
    await serve(ground.node, ground.env())
    await worker.stop()
  })
)
