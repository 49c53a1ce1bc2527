import { spawn } from 'node:child_process'
import { folder, inLocal } from './paths.mjs'
import { Trouble } from './log.mjs'
import { which } from './processes.mjs'

/**
 * Runs `work` while holding the named lock of this checkout; others wait for their turn.
 *
 * The lock is the kernel's (util-linux `flock`), held by a helper that lives only as long as our
 * end of its pipe: a launcher that is killed leaves no lock behind. `-o` keeps the lock from
 * being inherited, so that no server we start can hold it on.
 */
export async function locked(name, work, { wait = 120 } = {}) {
  const flock = which('flock')
  if (!flock) throw new Trouble('The program `flock` is missing. Cure: apt-get install util-linux')
  const path = `${folder(inLocal('run'))}/${name}.lock`
  const holder = spawn(
    flock,
    ['-o', '-w', String(wait), path, '/bin/sh', '-c', 'echo held; read _'],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
      // Its own session: Ctrl-C in a terminal must not take the lock from us in mid-work.
      detached: true,
    }
  )
  holder.stdin.on('error', () => {})
  const ended = new Promise((resolve) => holder.once('close', resolve))
  const held = await Promise.race([
    new Promise((resolve) => holder.stdout.once('data', () => resolve(true))),
    ended.then(() => false),
  ])
  if (!held) {
    throw new Trouble(
      `Another command has been holding ${path} for ${wait} s. See who: fuser ${path}`
    )
  }
  try {
    return await work()
  } finally {
    holder.stdin.end()
    await ended
  }
}
