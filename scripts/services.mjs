/**
 * node scripts/services.mjs start|stop|status [--json] | sql [DATABASE]
 * The private MariaDB and Redis of this checkout, by hand. `start` keeps them up until `stop`.
 */
import { spawnSync } from 'node:child_process'
import { userInfo } from 'node:os'
import { main, say, Trouble } from './lib/log.mjs'
import { which } from './lib/processes.mjs'
import * as mariadb from './lib/mariadb.mjs'
import { servicesStatus, startServices, stopServices } from './lib/services.mjs'

const [command = 'status', ...rest] = process.argv.slice(2)
const json = rest.includes('--json')

function show(value) {
  if (json) return process.stdout.write(`${JSON.stringify(value)}\n`)
  for (const [name, facts] of Object.entries(value)) {
    say(`${name}: ${typeof facts === 'string' ? facts : JSON.stringify(facts)}`)
  }
}

const commands = {
  async start() {
    await startServices({ keep: true })
    show(servicesStatus())
  },
  async stop() {
    show(await stopServices())
  },
  status() {
    const status = servicesStatus()
    show(status)
    const up = ({ private: own, running }) => !own || running
    return up(status.mariadb) && up(status.redis) ? 0 : 1
  },
  /** A prompt as the database's administrator; reads SQL from standard input when it is no terminal. */
  sql() {
    const args = ['--no-defaults', `--socket=${mariadb.socket()}`, `--user=${userInfo().username}`]
    const database = rest.find((word) => !word.startsWith('--')) ?? 'diwan'
    return spawnSync(which('mariadb'), [...args, database], { stdio: 'inherit' }).status ?? 1
  },
}

await main(() => {
  if (!commands[command]) {
    throw new Trouble(`Unknown: ${command}. Use start, stop, status [--json] or sql [DATABASE].`)
  }
  return commands[command]()
})
