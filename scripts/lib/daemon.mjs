import { spawn } from 'node:child_process'
import { closeSync, openSync, writeSync } from 'node:fs'
import { alive, commandLine, end, identity, until } from './processes.mjs'
import { tail } from './files.mjs'
import { Trouble } from './log.mjs'

/** Is the recorded process still that server of ours, and not a stranger with a reused id? */
export function isRunning(record, mark) {
  return (
    Boolean(record) && alive(record.pid, record.started) && commandLine(record.pid).includes(mark)
  )
}

/**
 * Starts a server in its own session and waits until it greets.
 *
 * @param server { name, program, args, log, greets: () => Promise<boolean>, within }
 * @returns {Promise<{pid: number, started: string} | null>} null when its port was taken meanwhile
 * @throws {Trouble} with the end of its log when it dies, or never greets
 */
export async function launch({ name, program, args, log, greets, within = 120_000 }) {
  const handle = openSync(log, 'a', 0o600)
  const mark = `--- ${name} started ${new Date().toISOString()} ${Math.random()}\n`
  writeSync(handle, mark)
  const child = spawn(program, args, {
    detached: true,
    stdio: ['ignore', handle, handle],
    cwd: '/',
  })
  closeSync(handle)
  let dead = null
  child.once('error', (error) => (dead = error.message))
  child.once('exit', (code, signal) => (dead = `ended with ${signal ?? `code ${code}`}`))
  child.unref()
  const record = child.pid ? identity(child.pid) : null
  let greeted = false
  await until(async () => dead !== null || (greeted = await greets()), { within })
  if (greeted && dead === null) return record
  if (record) await end(record, { within: 30_000 })
  const said = tail(log, 60).split(mark.trim()).pop()
  if (/address already in use|could not create server tcp listening/i.test(said)) return null
  throw new Trouble(
    `${name} did not come up (${dead ?? `no answer within ${within / 1000} s`}). The end of ${log}:\n` +
      said.trim().split('\n').slice(-15).join('\n')
  )
}
