import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import app from '@adonisjs/core/services/app'

/** A worker process of its own on the test database and its queue. */
export interface WorkerChild {
  pid: number
  isAlive(): boolean
  /** The most memory it ever held, in MB. */
  peakMb(): number
  stop(): Promise<void>
}

export async function aWorkerProcess(): Promise<WorkerChild> {
  const child = spawn(process.execPath, [app.makePath('ace.js'), 'queue:work', '--jobs-only'], {
    cwd: app.makePath(),
    env: process.env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stdout.on('data', (text) => (said += text))
  child.stderr.on('data', (text) => (said += text))
  const ended = new Promise((resolve) => child.once('exit', resolve))
  for (let round = 0; !said.includes('worker ready'); round++) {
    if (child.exitCode !== null || round > 600) {
      child.kill('SIGKILL')
      throw new Error(`The worker did not start: ${said.slice(-2000)}`)
    }
    await wait(100)
  }
  return {
    pid: child.pid!,
    isAlive: () => child.exitCode === null && child.signalCode === null,
    peakMb: () => {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
      return Math.round(Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024)
    },
    async stop() {
      child.kill('SIGTERM')
      await Promise.race([ended, wait(25_000).then(() => child.kill('SIGKILL'))])
    },
  }
}
