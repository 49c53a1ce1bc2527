import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import app from '@adonisjs/core/services/app'

export interface ChildResult {
  output: string
  seconds: number
  peakRssMb: number
}

/** Runs a command of the house as its user would, in a process of its own, watching its memory. */
export async function runAce(parameters: string[]): Promise<ChildResult> {
  const begun = performance.now()
  const child = spawn(process.execPath, [app.makePath('ace.js'), ...parameters], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: process.env,
  })
  let output = ''
  let errors = ''
  let peak = 0
  child.stdout.on('data', (chunk) => (output += chunk))
  child.stderr.on('data', (chunk) => (errors += chunk))
  const watch = setInterval(() => (peak = Math.max(peak, peakRss(child.pid!))), 100)
  const code = await new Promise<number | null>((done) => child.on('close', done))
  clearInterval(watch)
  if (code !== 0) {
    throw new Error(
      `ace ${parameters.join(' ')} ended with ${code}: ${errors || output}`.slice(0, 4000)
    )
  }
  return { output, seconds: (performance.now() - begun) / 1000, peakRssMb: peak }
}

/** The most memory the process ever held, as the kernel counts it. */
export function peakRss(pid: number): number {
  try {
    const found = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return found ? Math.round(Number(found[1]) / 1024) : 0
  } catch {
    return 0
  }
}
