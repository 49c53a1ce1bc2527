/**
 * Facts about processes, read from /proc. A process id alone proves nothing: it may have been
 * given to another program since, or belong to a zombie that nobody reaped.
 */
import { spawn, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { constants } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'

function stat(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The command's name stands in brackets and may itself hold brackets and spaces.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return { state: fields[0], started: fields[19] }
  } catch {
    return null
  }
}

/** When the process began, in clock ticks since boot: with the id, an identity that is never reused. */
export const startedAt = (pid) => stat(pid)?.started ?? null

/** Alive: running, and not a zombie waiting to be reaped. */
export function alive(pid, started = null) {
  const found = pid ? stat(pid) : null
  if (!found || found.state === 'Z' || found.state === 'X') return false
  return started === null || found.started === started
}

export function commandLine(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
  } catch {
    return ''
  }
}

/** The folder a process works in; empty when it cannot be seen. */
export function workingFolder(pid) {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return ''
  }
}

/** The living processes for which `test(pid)` is true. */
export const processesWhere = (test) =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => alive(pid) && test(pid))

export const identity = (pid) => ({ pid, started: startedAt(pid) })

/** Sends a signal to a process, or to a group when negative; whoever has gone has gone. */
export function signal(pid, name) {
  try {
    process.kill(pid, name)
  } catch {
    // It ended between the look and the signal.
  }
}

/** Waits until `test` is true; false when the time is over first. */
export async function until(test, { within = 30_000, every = 25 } = {}) {
  const end = performance.now() + within
  for (;;) {
    if (await test()) return true
    if (performance.now() >= end) return false
    await sleep(every)
  }
}

/**
 * Ends a process by its recorded identity: TERM, then KILL when it does not go in time.
 * KILL also reaches what it started itself (what we end leads its own group).
 * Returns 'gone', 'ended' or 'killed'.
 */
export async function end({ pid, started = null }, { within = 20_000 } = {}) {
  if (!alive(pid, started)) return 'gone'
  signal(pid, 'SIGTERM')
  if (await until(() => !alive(pid, started), { within })) return 'ended'
  signal(-pid, 'SIGKILL')
  signal(pid, 'SIGKILL')
  await until(() => !alive(pid, started), { within: 5000 })
  return 'killed'
}

/** The first of these programs that the machine has, with its full path; null when none is there. */
export function which(...names) {
  const path = `${process.env.PATH ?? ''}:/usr/local/sbin:/usr/sbin:/sbin:/usr/local/bin:/usr/bin:/bin`
  for (const name of names) {
    const found = spawnSync('/bin/sh', ['-c', `command -v "$1"`, 'sh', name], {
      env: { PATH: path },
      encoding: 'utf8',
    })
    if (found.status === 0) return found.stdout.trim()
  }
  return null
}

/** The exit code a shell would give: 128 + the signal's number when a signal ended the program. */
export const exitCode = (code, signal) => code ?? 128 + (constants.signals[signal] ?? 1)

/** Programs we wait for. Whoever tells us to end must not leave them behind. */
const helpers = new Set()

/** Registers a program as a helper until it ends. */
export function helper(child) {
  helpers.add(child)
  child.once('close', () => helpers.delete(child))
  return child
}

let told = false

export function endHelpers() {
  told = true
  for (const child of helpers) child.kill('SIGTERM')
}

/** Runs a program to its end and returns { code, stdout, stderr }. `input` goes to standard input. */
export function capture(program, args, { input, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = helper(spawn(program, args, { ...options, stdio: ['pipe', 'pipe', 'pipe'] }))
    const out = { stdout: '', stderr: '' }
    for (const name of ['stdout', 'stderr']) {
      child[name].setEncoding('utf8').on('data', (text) => (out[name] += text))
    }
    child.on('error', reject)
    child.on('close', (code, by) => {
      // Told to end, a program may well say 0 without having done its work.
      resolve({ code: told && code === 0 ? 143 : exitCode(code, by), ...out })
    })
    child.stdin.on('error', () => {})
    child.stdin.end(input ?? '')
  })
}
