/** Children that must live: started again when they die, ended in order when we are told to. */
import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, renameSync, statSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { alive, commandLine, end, identity, signal } from './processes.mjs'
import { folder, inLocal, ROOT } from './paths.mjs'
import { say } from './log.mjs'

const MAX_LOG = 20 * 1024 * 1024
const CALM = 60_000
const LONGEST_PAUSE = 30_000

/** Appends to `.local/logs/NAME.log`; a log that has grown large is put aside first. */
export function openLog(name) {
  const path = `${folder(inLocal('logs'))}/${name}.log`
  if (existsSync(path) && statSync(path).size > MAX_LOG) renameSync(path, `${path}.1`)
  return { path, handle: openSync(path, 'a', 0o600) }
}

export class Child {
  #stopping = false
  #deaths = 0
  #exited = Promise.resolve()

  /**
   * @param options.args for `program`; `mark` is the part of its command line that proves it ours
   * @param options.env a function, asked again at every start: a server may have moved
   * @param options.grace milliseconds between TERM and KILL
   * @param options.changed told whenever the process changes
   */
  constructor({ name, program, args, mark, env, grace, changed }) {
    Object.assign(this, { name, program, args, mark, env, grace, changed })
    this.record = null
    this.deathsInARow = 0
  }

  start() {
    const { path, handle } = openLog(this.name)
    this.log = path
    const began = performance.now()
    // A session of its own: Ctrl-C in the terminal comes to us, and we end the children in order.
    const child = spawn(this.program, this.args, {
      cwd: ROOT,
      env: this.env(),
      detached: true,
      stdio: ['ignore', handle, handle],
    })
    closeSync(handle)
    this.record = child.pid ? { ...identity(child.pid), mark: this.mark } : null
    this.changed?.()
    this.#exited = new Promise((resolve) => {
      child.once('error', (error) => resolve(error.message))
      child.once('exit', (code, by) => resolve(by ?? `code ${code}`))
    }).then((how) => this.#died(how, began))
  }

  async #died(how, began) {
    this.record = null
    this.changed?.()
    if (this.#stopping) return
    this.#deaths = performance.now() - began > CALM ? 0 : this.#deaths + 1
    this.deathsInARow = this.#deaths
    const pause = Math.min(LONGEST_PAUSE, 250 * 2 ** this.#deaths)
    say(
      `  ${this.name} ended (${how}); starting it again in ${pause / 1000} s. Its log: ${this.log}`
    )
    await sleep(pause)
    if (!this.#stopping) this.start()
  }

  get running() {
    return this.record !== null && alive(this.record.pid, this.record.started)
  }

  /** Ends it for good. */
  async stop() {
    this.#stopping = true
    if (!this.record) return 'gone'
    const how = await end(this.record, { within: this.grace })
    await this.#exited
    return how
  }

  /** Ends it and lets it be started again. */
  async restart() {
    if (this.record) await end(this.record, { within: this.grace })
  }

  /** No more waiting. */
  kill() {
    this.#stopping = true
    if (this.record) signal(-this.record.pid, 'SIGKILL')
  }
}

/** Ends what a launcher that was killed left behind; never a stranger that got the same id. */
export async function endLeftovers(children = {}) {
  const ours = Object.entries(children).filter(
    ([, record]) =>
      record && alive(record.pid, record.started) && commandLine(record.pid).includes(record.mark)
  )
  await Promise.all(ours.map(([, record]) => end(record, { within: 5000 })))
  return ours.map(([name]) => name)
}
