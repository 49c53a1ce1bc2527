import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import app from '@adonisjs/core/services/app'

export type Server = 'mariadb' | 'redis'
export type Victim = 'web' | 'worker' | Server

/** The processes of the house, as a launcher would run them, and the means to kill each of them. */
export class Fleet {
  readonly #children = new Map<'web' | 'worker', ChildProcess>()
  #ending = false

  constructor(readonly port: number) {}

  start(): void {
    this.#launch('web', ['--import=@poppinss/ts-exec', app.makePath('bin/server.ts')])
    this.#launch('worker', [app.makePath('ace.js'), 'queue:work'])
  }

  /** kill -9, and back again after a while: at once for our children, by the scripts for servers. */
  async strike(victim: Victim): Promise<void> {
    if (victim === 'web' || victim === 'worker') {
      this.#children.get(victim)?.kill('SIGKILL')
      return
    }
    killServer(victim)
    await wait(50)
    await raiseServers()
  }

  /** Whether a page is served that reads and writes the database: the sign-in, with its session. */
  async isServing(): Promise<boolean> {
    return fetch(`http://127.0.0.1:${this.port}/sign-in`, {
      signal: AbortSignal.timeout(2000),
    }).then(
      (response) => response.ok,
      () => false
    )
  }

  async stop(): Promise<void> {
    this.#ending = true
    await Promise.all(
      [...this.#children.values()].map(
        (child) =>
          new Promise<void>((done) => {
            if (child.exitCode !== null || child.signalCode) return done()
            child.once('exit', () => done())
            child.kill('SIGTERM')
            setTimeout(() => child.kill('SIGKILL'), 25_000).unref()
          })
      )
    )
  }

  #launch(name: 'web' | 'worker', parameters: string[]): void {
    const child = spawn(process.execPath, parameters, {
      cwd: app.makePath(),
      stdio: ['ignore', 'ignore', 'ignore'],
      env: { ...process.env, PORT: String(this.port) },
    })
    this.#children.set(name, child)
    child.once('exit', () => {
      if (!this.#ending) setTimeout(() => !this.#ending && this.#launch(name, parameters), 200)
    })
  }
}

const stateFile = () => join(process.env.DIWAN_LOCAL ?? '.local', 'state.json')

function killServer(server: Server): void {
  const state = JSON.parse(readFileSync(app.makePath(stateFile()), 'utf8'))
  try {
    process.kill(Number(state[server].pid), 'SIGKILL')
  } catch {
    // Dead already from the blow before.
  }
}

/** Brings fallen servers up again on their data, the way every start does. */
export async function raiseServers(): Promise<void> {
  await script(['scripts/services.mjs', 'start'])
}

export async function script(parameters: string[]): Promise<void> {
  const child = spawn(process.execPath, parameters, { cwd: app.makePath(), stdio: 'ignore' })
  const code = await new Promise<number | null>((done) => child.once('exit', done))
  if (code !== 0) throw new Error(`${parameters.join(' ')} ended with ${code}`)
}

/** Tries until it is done: what a client does that wants its answer. */
export async function insist<T>(work: () => Promise<T>, seconds = 120): Promise<T> {
  const until = Date.now() + seconds * 1000
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (Date.now() > until) throw error
      await wait(250)
    }
  }
}
