import { existsSync, lstatSync, openSync, closeSync } from 'node:fs'
import { spawn } from 'node:child_process'
import { folder, inLocal, inRoot, ROOT } from './paths.mjs'
import { hashOf, readJson, tail, writeJson } from './files.mjs'
import { locked } from './lock.mjs'
import { step, Trouble } from './log.mjs'
import { exitCode, helper, which } from './processes.mjs'

const marker = () => inRoot('node_modules', '.diwan.json')

/** node_modules is exactly what this lockfile says, or a link that somebody else looks after. */
function upToDate(lockfile) {
  const path = inRoot('node_modules')
  if (!existsSync(path)) return false
  if (lstatSync(path).isSymbolicLink()) return true
  return readJson(marker()).lockfile === lockfile
}

/**
 * Installs the packages from the lockfile when they are missing or the lockfile has changed.
 * @throws {Trouble} with the end of npm's own words
 */
export async function ensurePackages() {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    throw new Trouble(`Node 20 or newer is needed to begin; this is ${process.version}.`)
  }
  const lockfile = hashOf('package-lock.json')
  if (upToDate(lockfile)) return false
  return locked(
    'packages',
    async () => {
      if (upToDate(lockfile)) return false
      await step('Packages from the lockfile (npm ci)', () => install())
      writeJson(marker(), { lockfile })
      return true
    },
    { wait: 1800 }
  )
}

async function install() {
  const npm = process.env.npm_execpath
  const [program, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : [which('npm'), []]
  if (!program) throw new Trouble('npm is missing. Cure: apt-get install npm')
  // Everything is needed (the assets are built here), and `node` comes by its install script.
  const args = ['ci', '--include=dev', '--ignore-scripts=false', '--no-audit', '--no-fund']
  const log = `${folder(inLocal('logs'))}/npm-ci.log`
  const handle = openSync(log, 'w', 0o600)
  const code = await new Promise((resolve, reject) => {
    const options = {
      cwd: ROOT,
      stdio: ['ignore', handle, handle],
      env: { ...process.env, NODE_ENV: 'development' },
    }
    const child = helper(spawn(program, [...first, ...args], options))
    child.on('error', reject)
    child.on('close', (number, signal) => resolve(exitCode(number, signal)))
  })
  closeSync(handle)
  if (code !== 0) {
    throw new Trouble(
      `npm ci ended with code ${code}. The end of ${log}:\n${tail(log)}\n` +
        'Cure: see that the npm registry can be reached (npm ping), then run this again.'
    )
  }
}
