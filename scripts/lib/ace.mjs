/** Running the application's own commands. */
import { spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { folder, inLocal, inRoot, ROOT } from './paths.mjs'
import { tail } from './files.mjs'
import { Trouble } from './log.mjs'
import { capture, exitCode } from './processes.mjs'

/** These change tables and rights, which only the database's owner may. */
export const needsOwner = (command = '') => /^(migration|schema|db):/.test(command)

/**
 * Runs a command to its end; its words go to a log. Returns its standard output.
 * @throws {Trouble} with the end of what it said
 */
export async function ace(node, args, env) {
  const name = args[0].replaceAll(':', '-')
  const log = `${folder(inLocal('logs'))}/${name}.log`
  const { code, stdout, stderr } = await capture(node, [inRoot('ace.js'), ...args], {
    cwd: ROOT,
    env,
  })
  const file = createWriteStream(log, { mode: 0o600 })
  await new Promise((resolve) => file.end(`$ ace ${args.join(' ')}\n${stdout}${stderr}`, resolve))
  if (code !== 0) {
    throw new Trouble(
      `\`ace ${args.join(' ')}\` ended with code ${code}. The end of ${log}:\n${tail(log)}`
    )
  }
  return stdout
}

/**
 * Runs a program in our place: same terminal, same output, signals passed on.
 * Resolves to its exit code.
 */
export function passThrough(program, args, { env, cwd = ROOT, stdio = 'inherit', onOutput } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env,
      stdio: onOutput ? ['inherit', 'pipe', 'inherit'] : stdio,
    })
    // A terminal sends Ctrl-C to the child as well; we only must not die before it.
    const passOn = (signal) => (signal !== 'SIGINT' || !process.stdin.isTTY) && child.kill(signal)
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    for (const signal of signals) process.on(signal, passOn)
    if (onOutput) child.stdout.on('data', onOutput)
    child.on('error', reject)
    child.on('close', (code, signal) => {
      for (const name of signals) process.off(name, passOn)
      resolve(exitCode(code, signal))
    })
  })
}
